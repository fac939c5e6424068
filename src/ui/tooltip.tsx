import type { ReactElement } from 'react'
import { Tooltip as AriaTooltip, Focusable, TooltipTrigger } from 'react-aria-components'

/** A few words over a control that the pointer or the keyboard rests on. Never the only place of a fact. */
export function Tooltip({ text, children }: { readonly text: string; readonly children: ReactElement }) {
  return (
    <TooltipTrigger delay={500}>
      <Focusable>{children as never}</Focusable>
      <AriaTooltip offset={6} className="appear max-w-64 rounded-sm bg-ink px-2 py-1 text-xs text-surface">
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
