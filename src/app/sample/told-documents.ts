import type {
  Content,
  KeyResult,
  LinkedNode,
  Objective,
  ObjectiveClass,
} from '../../features/performance/domain/document.ts'
import type { StoryName } from './document-stories.ts'
import type { OwnedNode } from './plan-rows.ts'

/** Documents of which something particular is told, by the seat of their employee. */
export const ministryTold: Readonly<Record<string, StoryName>> = {
  'DIG-SVC-DSN/0': 'asWritten',
  'DIG-SVC-DSN/1': 'resubmitted',
  'DIG-SVC-DSN/2': 'dueToday',
  'DIG-SVC-DSN/3': 'amendmentAskedByEmployee',
  'DIG-SVC-DSN/4': 'fresh',
  'DIG-SVC-DSN/5': 'agreedYesterday',
  'DIG-SVC-DSN/6': 'amendmentAskedBySupervisor',
  'DIG-SVC-DSN/7': 'returned',
  'DIG-SVC-DSN/8': 'empty',
  'DIG-SVC-DSN/head': 'asWritten',
  'DIG-SVC/head': 'fresh',
  'DIG-SVC-DEV/head': 'agreed',
  'DIG-SVC-DEV/0': 'overdue',
  'DIG-SVC-DEV/1': 'returnedTwice',
  'DIG-SVC-DEV/2': 'amending',
  'DIG-SVC-DEV/3': 'secondEdition',
  'DIG-SVC-CHN/head': 'agreedAfterReturn',
  'DIG-SVC-CHN/0': 'agreedByDelegate',
  'DIG-SVC-CHN/1': 'waiting',
  'DIG-SVC-CHN/2': 'dueToday',
  'TRN-STD-QLF/0': 'resubmitted',
  'TRN-STD-QLF/1': 'half',
  'TRN-STD-QLF/2': 'agreedAfterReturn',
  'TRN-STD-QLF/head': 'agreedAfterReturn',
  'EMP-PLC-MTC/0': 'draftedForEmployee',
  'EMP-PLC-MTC/1': 'beingDraftedForEmployee',
  'EMP-PLC-GUI/1': 'half',
  'LAB-INS-FLD/0': 'amendmentDeclined',
  'LAB-INS-FLD/1': 'withdrawn',
  'LAB-INS-FLD/2': 'empty',
  'LEG/1': 'empty',
  'COM-MED/1': 'agreed',
  'PLN-STR-AOP/0': 'agreed',
  'ADF-HRD-EJD/head': 'agreed',
  'ADF-HRD-EJD/0': 'agreed',
  'AUD/0': 'agreed',
}

/** Late without a word: their supervisor drafts for them, or is told (H8). Working days before the sample's day. */
export const ministryDueEarlier: Readonly<Record<string, number>> = { 'EMP-PLC-MTC/0': 6, 'EMP-PLC-MTC/1': 5 }

export const authorityTold: Readonly<Record<string, StoryName>> = {
  'SVQ-DSN/0': 'half',
  'SVQ-DSN/1': 'resubmitted',
  'SVQ-DSN/2': 'dueToday',
  'SVQ-MES/1': 'agreed',
}

type Line = readonly [
  statement: string,
  dataType: KeyResult['dataType'],
  below: string | null,
  meets: string | null,
  exceeds: string | null,
  weight: string | null,
]

type Written = readonly [title: string, kind: ObjectiveClass, node: string | null, ...lines: Line[]]

function contentOf(ids: () => string, nodes: readonly OwnedNode[], written: readonly Written[]): Content {
  return {
    objectives: written.map(
      ([title, kind, code, ...lines]): Objective => ({
        id: ids(),
        title,
        class: kind,
        bankObjectiveId: null,
        links: code === null ? [] : linkTo(code, nodes),
        keyResults: lines.map(([statement, dataType, below, meets, exceeds, weight]) => ({
          id: ids(),
          statement,
          dataType,
          targets: { below, meets, exceeds },
          weight,
        })),
      }),
    ),
  }
}

function linkTo(code: string, nodes: readonly OwnedNode[]): LinkedNode[] {
  const node = nodes.find((one) => one.code === code)
  return node ? [{ nodeId: node.nodeId, code, title: node.title, kind: node.kind, status: node.status }] : []
}

/** Drafts that their writers are still at: 85 of 100, and targets that do not rise. */
export const ministryWritten: Readonly<Record<string, (ids: () => string, nodes: readonly OwnedNode[]) => Content>> = {
  'DIG-SVC-DSN/0': (ids, nodes) =>
    contentOf(ids, nodes, [
      [
        'تبسيط رحلات المتعاملين في الخدمات الأكثر طلبًا',
        'annual_plan',
        'P-13',
        ['خفض متوسط زمن إنجاز الخدمة، بالأيام', 'number', '20', '12', '8', '25'],
        ['نسبة الخدمات المنجزة رقميًا من البداية إلى النهاية', 'percentage', '70', '85', '95', '20'],
      ],
      [
        'ترسيخ منهجية تصميم الخدمات في القسم',
        'development',
        null,
        ['عدد الموظفين المعتمدين في تصميم الخدمات', 'number', '8', '10', '12', '15'],
        ['عدد الخدمات التي اختُبرت نماذجها مع المتعاملين', 'number', '3', '5', '7', '15'],
      ],
      [
        'دعم نقاط الخدمة في المحافظات',
        'routine',
        null,
        ['نسبة الطلبات المغلقة خلال يومي عمل', 'percentage', '80', '80', '95', '10'],
      ],
    ]),
  'DIG-SVC-DSN/head': (ids, nodes) =>
    contentOf(ids, nodes, [
      [
        'رفع رضا المتعاملين عن خدمات التراخيص',
        'annual_plan',
        'R-07',
        ['نسبة رضا المتعاملين عن خدمات التراخيص', 'percentage', '75', '84', '91', '30'],
        ['عدد الخدمات التي أُطلقت في الرحلة الموحدة', 'number', '4', '6', '8', '20'],
      ],
      [
        'تمكين الفريق ورفع جاهزيته',
        'development',
        null,
        ['نسبة وثائق أداء الفريق المعتمدة في موعدها', 'percentage', '85', '95', '100', '20'],
        ['عدد جلسات التغذية الراجعة المنعقدة', 'number', '6', '9', '12', '15'],
      ],
      [
        'متابعة أعمال القسم اليومية',
        'routine',
        null,
        ['نسبة التكليفات المنجزة في موعدها', 'percentage', '80', '90', '97', null],
      ],
    ]),
}
