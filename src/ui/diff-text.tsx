import { cx } from './cx.ts'
import { useText } from './i18n.ts'

type Part = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** What changed between two texts, word by word. */
export function diffWords(before: string, after: string): readonly Part[] {
  const a = before.split(/(\s+)/).filter((word) => word !== '')
  const b = after.split(/(\s+)/).filter((word) => word !== '')
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i]![j] = a[i] === b[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!)
    }
  }
  const parts: Part[] = []
  const push = (kind: Part['kind'], text: string) => {
    const last = parts.at(-1)
    if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text }
    else parts.push({ kind, text })
  }
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      push('same', a[i]!)
      i++
      j++
    } else if (i < a.length && (j >= b.length || common[i + 1]![j]! >= common[i]![j + 1]!)) push('removed', a[i++]!)
    else push('added', b[j++]!)
  }
  return parts
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
            <ins key={key} className={addedClass} aria-label={t('ui.diff.added', { text: part.text })}>
              {part.text}
            </ins>
          )
        return (
          <del key={key} className={removedClass} aria-label={t('ui.diff.removed', { text: part.text })}>
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
