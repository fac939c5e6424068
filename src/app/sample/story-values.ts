import type {
  Content,
  Cycle,
  KeyResult,
  Objective,
  ObjectiveClass,
} from '../../features/performance/domain/document.ts'
import { addDays } from '../../shared/dates.ts'
import { parseQuantity } from '../../shared/measure.ts'
import type { ToldValues } from './closing.ts'
import type { OwnedNode } from './plan-rows.ts'

/** The document of a story in a closed cycle, and what was reached. */
export type ToldClosing = (facts: {
  readonly cycle: Cycle
  readonly ids: () => string
  readonly nodes: readonly OwnedNode[]
}) => { readonly content: Content; readonly values: ToldValues }

type Quarter = {
  readonly share: string
  readonly time: string
  readonly sessions: string
  readonly claimedSessions?: string
  readonly satisfaction: string
  /** Days after the day on which the guide was to be adopted; below zero: before it. */
  readonly guideLate: number
  /** Month and day on which it was to be adopted. */
  readonly guideDue: string
}

/** The four quarters whose results are 92.50, 104.00, 88.00 and 110.00 (decisions, part G: the year is 98.625). */
const quarters: readonly Quarter[] = [
  { share: '85', time: '12', sessions: '9', satisfaction: '77.5', guideLate: -10, guideDue: '03-02' },
  { share: '90', time: '12', sessions: '11', satisfaction: '85', guideLate: 4, guideDue: '05-31' },
  { share: '77.5', time: '12', sessions: '10', satisfaction: '77.5', guideLate: 3, guideDue: '08-31' },
  {
    share: '99',
    time: '10',
    sessions: '11',
    claimedSessions: '12',
    satisfaction: '85',
    guideLate: 2,
    guideDue: '12-01',
  },
]

/** Four quarters of licences made simpler, with one session too many recorded in the last (AMB-27). */
export const licences: ToldClosing = ({ cycle, ids, nodes }) => {
  const quarter = quarters[cycle.ordinal - 1]
  if (!quarter) throw new Error('a year has four quarters')
  const due = `${cycle.year}-${quarter.guideDue}`
  const line = (
    statement: string,
    dataType: KeyResult['dataType'],
    [below, meets, exceeds]: Three,
    weight: string,
  ) => ({
    id: ids(),
    statement,
    dataType,
    targets: { below, meets, exceeds },
    weight,
  })
  const objective = (
    title: string,
    kind: ObjectiveClass,
    code: string | null,
    ...keyResults: KeyResult[]
  ): Objective => {
    const node = nodes.find((one) => one.code === code)
    const links = node
      ? [{ nodeId: node.nodeId, code: node.code, title: node.title, kind: node.kind, status: node.status }]
      : []
    return { id: ids(), title, class: kind, bankObjectiveId: null, links, keyResults }
  }
  const content: Content = {
    objectives: [
      objective(
        'تبسيط رحلة المتعامل في خدمات التراخيص',
        'annual_plan',
        'P-13',
        line('نسبة التراخيص المنجزة رقميًا', 'percentage', ['70', '85', '95'], '30'),
        line('متوسط زمن إنجاز الخدمة، بالأيام', 'number', ['20', '12', '8'], '25'),
      ),
      objective(
        'تصميم الخدمات بمشاركة المتعاملين',
        'development',
        null,
        line('جلسات البحث الميداني الموثّقة', 'number', ['8', '10', '12'], '20'),
        line('رضا المتعاملين عن الخدمة', 'percentage', ['70', '85', '95'], '15'),
      ),
      objective(
        'توحيد معايير تجربة المتعامل',
        'routine',
        null,
        line('اعتماد دليل تجربة المتعامل', 'date', [addDays(due, 20), due, addDays(due, -16)], '10'),
      ),
    ],
  }
  const exact = (dataType: KeyResult['dataType'], text: string) => {
    const value = parseQuantity(dataType, text)
    if (!value.ok) throw new Error(`no value: ${text}`)
    return value.value
  }
  return {
    content,
    values: {
      actuals: [
        exact('percentage', quarter.share),
        exact('number', quarter.time),
        exact('number', quarter.sessions),
        exact('percentage', quarter.satisfaction),
        exact('date', addDays(due, quarter.guideLate)),
      ],
      correction: quarter.claimedSessions
        ? {
            line: 2,
            claimed: exact('number', quarter.claimedSessions),
            code: 'ACT-02',
            text: 'جلسة بلا محضر موقّع.',
            answer: 'agreed',
          }
        : null,
    },
  }
}

type Three = readonly [below: string, meets: string, exceeds: string]
