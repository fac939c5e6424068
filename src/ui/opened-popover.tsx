import type { ReactNode } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { cx } from './cx.ts'
import type { PopoverProps } from './popover.tsx'
import { popoverClass } from './popover-style.ts'

type OpenedPopoverProps = PopoverProps & { readonly shown: ReactNode }

/** The part of a popover that is loaded when it is first reached for. */
export function OpenedPopover({ trigger, label, shown, triggerClassName, className }: OpenedPopoverProps) {
  return (
    <DialogTrigger defaultOpen>
      <Button className={triggerClassName ?? ''}>{trigger}</Button>
      <Popover className={cx(popoverClass, 'min-w-0 max-w-[min(24rem,92vw)]', className)} offset={6}>
        <Dialog className="max-h-[70dvh] overflow-auto p-4 outline-none" aria-label={label}>
          {shown}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
