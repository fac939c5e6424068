import { cx } from './cx.ts'
import { useText } from './i18n.ts'

type Part = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** What changed between two texts, word by word. */
export function diffWords(before: string, after: string): readonly Part[] {
  const old = before.match(/\S+\s*/g) ?? []
  const now = after.match(/\S+\s*/g) ?? []
  const same = (i: number, j: number) => old[i]?.trim() === now[j]?.trim()
  const common = commonLengths(old.length, now.length, same)
  const at = (i: number, j: number) => common[i]?.[j] ?? 0
  const parts: Part[] = []
  const push = (kind: Part['kind'], text = '') => {
    const last = parts.at(-1)
    if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text }
    else parts.push({ kind, text })
  }
  let i = 0
  let j = 0
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && same(i, j)) {
      push('same', now[j])
      i++
      j++
    } else if (i < old.length && (j >= now.length || at(i + 1, j) >= at(i, j + 1))) push('removed', old[i++])
    else push('added', now[j++])
  }
  return parts
}

/** For each pair of places, how many words the rests of both texts have in common, in order. */
function commonLengths(rows: number, columns: number, same: (i: number, j: number) => boolean): readonly Uint16Array[] {
  const table = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1))
  for (let i = rows - 1; i >= 0; i--) {
    const row = table[i]
    const below = table[i + 1]
    for (let j = columns - 1; row && below && j >= 0; j--) {
      row[j] = same(i, j) ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return table
}

const removedClass = 'rounded-[4px] bg-diff-del px-1 text-red-text line-through decoration-1'
const addedClass = 'rounded-[4px] bg-diff-add px-1 font-medium no-underline'

/** A text with its changes: new words on green, old ones struck through on red. */
export function DiffText({ before, after }: { readonly before: string; readonly after: string }) {
  const { t } = useText()
  return (
    <span dir="auto">
      {diffWords(before, after).map((part, at) => {
        const key = `${at}${part.text}`
        if (part.kind === 'same') return <span key={key}>{part.text}</span>
        if (part.kind === 'added')
          return (
            <ins key={key} className={addedClass}>
              <span className="sr-only">{t('ui.diff.added')} </span>
              {part.text}
            </ins>
          )
        return (
          <del key={key} className={removedClass}>
            <span className="sr-only">{t('ui.diff.removed')} </span>
            {part.text}
          </del>
        )
      })}
    </span>
  )
}

/** A changed value in a narrow column: the new one over the old one. */
export function DiffValue({
  before,
  after,
  className,
}: {
  readonly before: string
  readonly after: string
  readonly className?: string
}) {
  if (before === after) return <bdi className={className}>{after}</bdi>
  return (
    <span className={cx('inline-flex flex-col items-center gap-0.5', className)}>
      {after !== '' && (
        <ins className={cx(addedClass, 'font-semibold')}>
          <bdi>{after}</bdi>
        </ins>
      )}
      {before !== '' && (
        <del className={removedClass}>
          <bdi>{before}</bdi>
        </del>
      )}
    </span>
  )
}
