import type { ReactNode } from 'react'
import { Popover as AriaPopover, Button, Dialog, DialogTrigger } from 'react-aria-components'
import { cx } from './cx.ts'
import { popoverClass } from './popover-style.ts'

export type PopoverProps = {
  /** What stands in the button. */
  readonly trigger: ReactNode
  readonly label: string
  readonly children: ReactNode
  readonly triggerClassName?: string
  readonly className?: string
  readonly openAtOnce?: boolean
}

/** A small panel beside what opened it. */
export function Popover({ trigger, label, children, triggerClassName, className, openAtOnce }: PopoverProps) {
  return (
    <DialogTrigger defaultOpen={openAtOnce ?? false}>
      <Button className={triggerClassName ?? ''} aria-label={typeof trigger === 'string' ? undefined : label}>
        {trigger}
      </Button>
      <AriaPopover className={cx(popoverClass, 'min-w-0 max-w-[min(24rem,92vw)]', className)} offset={6}>
        <Dialog className="max-h-[70dvh] overflow-auto p-4 outline-none" aria-label={label}>
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
