import {
  Check,
  ClipboardCheck,
  CornerUpLeft,
  Ellipsis,
  FileDown,
  FilePenLine,
  OctagonAlert,
  PenLine,
  Undo2,
  X,
} from 'lucide-react'
import { toProblem } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { download } from '../../../../ui/client.ts'
import { useText } from '../../../../ui/i18n.ts'
import { Icon, type IconType } from '../../../../ui/icon.tsx'
import { Menu, type MenuGroupOfActions } from '../../../../ui/menu.tsx'
import { notifyProblem } from '../../../../ui/toast.tsx'
import type { DocumentView } from '../../schema.ts'
import { BlockedMoves, blockedReasons, isShown } from './blocked-moves.tsx'
import type { RecordMove } from './use-move.ts'

type ActionsProps = { readonly view: DocumentView; readonly onMove: (move: RecordMove) => void }

const reasonId = 'blocked-moves'

/** Moves that stand as buttons beside the main one, in this order. */
const besides = [
  { move: 'sendBack', icon: CornerUpLeft, mirrorIcon: true },
  { move: 'declineAmendment', icon: X },
  { move: 'withdrawAmendment', icon: Undo2, mirrorIcon: true },
  { move: 'object', icon: OctagonAlert },
  { move: 'withdraw', icon: Undo2, mirrorIcon: true },
  { move: 'withdrawAmended', icon: Undo2, mirrorIcon: true },
  { move: 'requestAmendment', icon: FilePenLine },
  { move: 'draftFor', icon: PenLine },
] as const satisfies readonly { move: RecordMove; icon: IconType; mirrorIcon?: true }[]

const blockable = ['agree', 'acceptAmendment', ...besides.map(({ move }) => move)] as const

/** What the server lets this reader do; a blocked move stays in sight with its reason beside it. */
export function RecordActions({ view, onMove }: ActionsProps) {
  const { t } = useText()
  const reasons = blockedReasons(view, blockable)
  const why = reasons.length > 0 && <BlockedMoves id={reasonId} reasons={reasons} />
  const main = mainActionOf(view)
  const mainIsBlocked = main !== null && main !== 'write' && view.can[main]?.allowed === false
  const closing = closingOf(view)
  return (
    <>
      {closing && (
        <Button icon={ClipboardCheck} to={closing}>
          {t('performance.record.closing')}
        </Button>
      )}
      {besides.map(({ move, icon, ...more }) => {
        const ability = view.can[move]
        if (!ability || !isShown(view, move)) return null
        return (
          <Button key={move} icon={icon} {...more} {...(!ability.allowed && { reasonId })} onPress={() => onMove(move)}>
            {t(`performance.moves.${move}`)}
          </Button>
        )
      })}
      {!mainIsBlocked && why}
      <MoreActions view={view} onMove={onMove} />
      {mainIsBlocked && why}
    </>
  )
}

/** Where the closing of the cycle of this document stands, once it has begun or may be begun by its employee. */
function closingOf({ id, status, parts, view }: DocumentView): string | null {
  if (view !== 'full') return null
  if (status === 'agreed') return parts.includes('employee') ? '/my/assessment' : null
  return ['assessing', 'reviewing', 'closed'].includes(status) ? `/assessments/${id}` : null
}

/** The one main action: to decide, to answer, or to go on writing. */
export function mainActionOf(view: DocumentView): 'agree' | 'acceptAmendment' | 'write' | null {
  if (view.can.agree) return 'agree'
  if (isShown(view, 'acceptAmendment')) return 'acceptAmendment'
  return view.can.edit?.allowed ? 'write' : null
}

type MainActionProps = ActionsProps & { readonly action: NonNullable<ReturnType<typeof mainActionOf>> }

export function MainAction({ action, view, onMove }: MainActionProps) {
  const { t } = useText()
  if (action === 'write') {
    return (
      <Button look="primary" icon={PenLine} to={`/documents/${view.id}/edit`}>
        {t('performance.record.write')}
      </Button>
    )
  }
  return (
    <Button
      look="primary"
      icon={Check}
      {...(view.can[action]?.allowed === false && { reasonId })}
      onPress={() => onMove(action)}
    >
      {t(`performance.moves.${action}`)}
    </Button>
  )
}

function MoreActions({ view, onMove }: ActionsProps) {
  const { t } = useText()
  const print = (language: 'ar' | 'en') =>
    void download('GET /api/performance/documents/:id/pdf', { params: { id: view.id }, query: { language } }).catch(
      (thrown: unknown) => notifyProblem(toProblem(thrown)),
    )
  const groups: MenuGroupOfActions[] = [
    ...(view.can.print?.allowed
      ? [
          {
            id: 'print',
            actions: [
              { id: 'ar', label: t('performance.record.pdfAr'), icon: FileDown, onPress: () => print('ar') },
              { id: 'en', label: t('performance.record.pdfEn'), icon: FileDown, onPress: () => print('en') },
            ],
          },
        ]
      : []),
    ...(view.can.cancelAmendment?.allowed
      ? [
          {
            id: 'cancel',
            actions: [
              {
                id: 'cancelAmendment',
                label: t('performance.moves.cancelAmendment'),
                icon: X,
                danger: true,
                onPress: () => onMove('cancelAmendment'),
              },
            ],
          },
        ]
      : []),
  ]
  if (groups.length === 0) return null
  return <Menu label={t('performance.record.more')} groups={groups} size="md" trigger={<Icon icon={Ellipsis} />} />
}
