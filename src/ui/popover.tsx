import { lazy, type ReactNode, Suspense, useState } from 'react'

const loadOpened = () => import('./opened-popover.tsx')
const OpenedPopover = lazy(() => loadOpened().then((module) => ({ default: module.OpenedPopover })))

export type PopoverProps = {
  /** What stands in the button. */
  readonly trigger: ReactNode
  /** Names the panel; the button is named by what stands in it. */
  readonly label: string
  readonly children: ReactNode
  readonly triggerClassName?: string
  readonly className?: string
}

/** A small panel beside what opened it. Its code comes when the pointer or the keyboard nears it. */
export function Popover(props: PopoverProps) {
  const [reached, setReached] = useState(false)
  const closed = (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-expanded={false}
      className={props.triggerClassName}
      onPointerEnter={loadOpened}
      onFocus={loadOpened}
      onClick={() => setReached(true)}
    >
      {props.trigger}
    </button>
  )
  if (!reached) return closed
  return (
    <Suspense fallback={closed}>
      <OpenedPopover {...props} shown={props.children} />
    </Suspense>
  )
}
