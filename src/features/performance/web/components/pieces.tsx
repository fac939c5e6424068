import { Fragment } from 'react'
import { useText } from '../../../../ui/i18n.ts'

type Piece = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** A text whose changes the server has found: new words on green, old ones struck through on red. */
export function Pieces({ of }: { readonly of: readonly Piece[] }) {
  return (
    <bdi>
      {of.map((piece, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name than their place
        <Fragment key={at}>
          {at > 0 && ' '}
          <PieceText piece={piece} />
        </Fragment>
      ))}
    </bdi>
  )
}

function PieceText({ piece }: { readonly piece: Piece }) {
  const { t } = useText()
  if (piece.kind === 'same') return piece.text
  const Tag = piece.kind === 'added' ? 'ins' : 'del'
  return (
    <Tag
      className={
        piece.kind === 'added'
          ? 'rounded-[4px] bg-diff-add box-decoration-clone px-1 font-medium no-underline'
          : 'rounded-[4px] bg-diff-del box-decoration-clone px-1 text-red-text line-through decoration-1'
      }
    >
      <span className="sr-only">{t(`performance.record.${piece.kind}`)}: </span>
      {piece.text}
    </Tag>
  )
}
