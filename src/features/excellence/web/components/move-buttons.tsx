import { Award, FileX2, Send, Undo2, X } from 'lucide-react'
import { useState } from 'react'
import { sentenceFor } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { useText } from '../../../../ui/i18n.ts'
import type { IconType } from '../../../../ui/icon.tsx'
import type { Dossier, MoveName } from '../api.ts'
import { MoveDialog } from './move-dialog.tsx'
import { useMove } from './use-move.ts'

const icons: Partial<Record<MoveName, IconType>> = {
  submit: Send,
  ratify: Award,
  refuse: X,
  reject: X,
  passOver: FileX2,
  takeBack: Undo2,
}

type MoveButtonsProps = {
  readonly dossier: Dossier
  readonly moves: readonly MoveName[]
  /** The one that the page is for. */
  readonly main?: MoveName
}

/** The moves that the server allows, and the blocked ones with their reason. */
export function MoveButtons({ dossier, moves, main }: MoveButtonsProps) {
  const { t } = useText()
  const [asked, setAsked] = useState<MoveName | null>(null)
  const begin = useMove(dossier, { onDone: () => {} })
  return (
    <>
      {moves.map((move) => {
        const ability = dossier.can[move]
        if (!ability) return null
        const icon = icons[move]
        return (
          <Button
            key={move}
            look={move === main ? 'primary' : 'secondary'}
            {...(icon && { icon })}
            {...(move === 'submit' || move === 'takeBack' ? { mirrorIcon: true } : {})}
            {...(!ability.allowed && { reason: sentenceFor(ability.why) })}
            pending={move === 'begin' && begin.isPending}
            onPress={() => (move === 'begin' ? begin.mutate({ move }) : setAsked(move))}
          >
            {t(`excellence.moves.${move}`)}
          </Button>
        )
      })}
      {asked && <MoveDialog key={asked} dossier={dossier} move={asked} onClose={() => setAsked(null)} />}
    </>
  )
}
