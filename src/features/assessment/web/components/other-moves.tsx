import { CornerUpLeft, Ellipsis, FileDown, FilePenLine, LockOpen, OctagonAlert, Undo2 } from 'lucide-react'
import { sentenceFor, toProblem } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { download } from '../../../../ui/client.ts'
import { useText } from '../../../../ui/i18n.ts'
import { Icon, type IconType } from '../../../../ui/icon.tsx'
import { Menu } from '../../../../ui/menu.tsx'
import { notifyProblem } from '../../../../ui/toast.tsx'
import type { AssessmentView } from '../../schema.ts'
import type { AskedMove } from './use-move.ts'

/** Moves that stand as buttons beside the main one, in this order. */
const besides = [
  { move: 'sendBack', icon: CornerUpLeft, mirrorIcon: true },
  { move: 'object', icon: OctagonAlert },
  { move: 'withdraw', icon: Undo2, mirrorIcon: true },
  { move: 'backToPlan', icon: Undo2, mirrorIcon: true },
  { move: 'recordFor', icon: FilePenLine },
  { move: 'reopen', icon: LockOpen },
] as const satisfies readonly { move: AskedMove; icon: IconType; mirrorIcon?: true }[]

type OtherMovesProps = { readonly view: AssessmentView; readonly onMove: (move: AskedMove) => void }

/** What the server lets this reader do beside the main act; a blocked move stays in sight with its reason. */
export function OtherMoves({ view, onMove }: OtherMovesProps) {
  const { t } = useText()
  return (
    <>
      {besides.map(({ move, icon, ...more }) => {
        const ability = view.can[move]
        // A way back that is over is no obstacle to anything: its reason would only be noise.
        if (!ability || (!ability.allowed && (move === 'backToPlan' || move === 'recordFor' || move === 'object')))
          return null
        return (
          <Button
            key={move}
            icon={icon}
            {...more}
            {...(!ability.allowed && { reason: sentenceFor(ability.why) })}
            onPress={() => onMove(move)}
          >
            {t(`assessment.moves.${move}`)}
          </Button>
        )
      })}
      <PrintMenu view={view} />
    </>
  )
}

function PrintMenu({ view }: { readonly view: AssessmentView }) {
  const { t } = useText()
  if (view.can.print?.allowed !== true) return null
  const print = (language: 'ar' | 'en') =>
    void download('GET /api/assessments/:documentId/pdf', {
      params: { documentId: view.documentId },
      query: { language },
    }).catch((thrown: unknown) => notifyProblem(toProblem(thrown)))
  return (
    <Menu
      label={t('assessment.more')}
      size="md"
      trigger={<Icon icon={Ellipsis} />}
      groups={[
        {
          id: 'print',
          actions: [
            { id: 'ar', label: t('assessment.pdfAr'), icon: FileDown, onPress: () => print('ar') },
            { id: 'en', label: t('assessment.pdfEn'), icon: FileDown, onPress: () => print('en') },
          ],
        },
      ]}
    />
  )
}
