import { initials } from '../shared/initials.ts'
import { cx } from './cx.ts'

type AvatarProps = {
  readonly name: string
  readonly initials?: string | null | undefined
  readonly size?: 24 | 28 | 36 | 44
  readonly tone?: 'neutral' | 'accent'
}

/** A person as a round mark with initials: an ornament beside the written name. */
export function Avatar({ name, initials: given, size = 36, tone = 'neutral' }: AvatarProps) {
  return (
    <span
      aria-hidden
      className={cx(
        'inline-flex shrink-0 items-center justify-center rounded-full font-semibold select-none',
        size <= 28 ? 'text-2xs' : 'text-xs',
        tone === 'accent' ? 'bg-accent-soft text-accent-text' : 'bg-sunken text-ink-2',
      )}
      style={{ inlineSize: size, blockSize: size, lineHeight: 1 }}
    >
      {given || initials(name)}
    </span>
  )
}
