import { Check, CornerUpRight, Ellipsis, FileDown, FilePenLine, OctagonAlert, PenLine, Undo2, X } from 'lucide-react'
import { toProblem } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { download } from '../../../../ui/client.ts'
import { useText } from '../../../../ui/i18n.ts'
import { Icon, type IconType } from '../../../../ui/icon.tsx'
import { Menu, type MenuGroupOfActions } from '../../../../ui/menu.tsx'
import { notifyProblem } from '../../../../ui/toast.tsx'
import type { DocumentView } from '../../schema.ts'
import { BlockedMoves, blockedReasons } from './blocked-moves.tsx'
import type { RecordMove } from './use-move.ts'

type ActionsProps = { readonly view: DocumentView; readonly onMove: (move: RecordMove) => void }

const reasonId = 'blocked-moves'

/** Moves that stand as buttons beside the main one, in this order; the amendment has its own card. */
const besides = [
  { move: 'sendBack', icon: CornerUpRight, mirrorIcon: true },
  { move: 'object', icon: OctagonAlert },
  { move: 'withdraw', icon: Undo2, mirrorIcon: true },
  { move: 'withdrawAmended', icon: Undo2, mirrorIcon: true },
  { move: 'requestAmendment', icon: FilePenLine },
  { move: 'draftFor', icon: PenLine },
] as const satisfies readonly { move: RecordMove; icon: IconType; mirrorIcon?: true }[]

const blockable = ['agree', 'sendBack', 'object', 'requestAmendment', 'draftFor'] as const

/** What the server lets this reader do; a blocked move stays in sight with its reason beside it. */
export function RecordActions({ view, onMove }: ActionsProps) {
  const { t } = useText()
  const reasons = blockedReasons(view, blockable)
  return (
    <>
      {reasons.length > 0 && <BlockedMoves id={reasonId} reasons={reasons} />}
      {besides.map(({ move, icon, ...more }) => {
        const ability = view.can[move]
        if (!ability) return null
        return (
          <Button key={move} icon={icon} {...more} {...(!ability.allowed && { reasonId })} onPress={() => onMove(move)}>
            {t(`performance.moves.${move}`)}
          </Button>
        )
      })}
      <MoreActions view={view} onMove={onMove} />
    </>
  )
}

/** The one main action: to decide, or to go on writing. */
export function mainActionOf(view: DocumentView): 'agree' | 'write' | null {
  if (view.can.agree) return 'agree'
  return view.can.edit?.allowed ? 'write' : null
}

export function MainAction({ view, onMove }: ActionsProps) {
  const { t } = useText()
  const { agree } = view.can
  if (agree) {
    return (
      <Button look="primary" icon={Check} {...(!agree.allowed && { reasonId })} onPress={() => onMove('agree')}>
        {t('performance.moves.agree')}
      </Button>
    )
  }
  return (
    <Button look="primary" icon={PenLine} to={`/documents/${view.id}/edit`}>
      {t('performance.record.write')}
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
