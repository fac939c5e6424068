import { Num } from '../../../../ui/num.tsx'

/** The code of a node after its title. */
export function NodeCode({ code }: { readonly code: string }) {
  return (
    <span className="ms-2 text-xs font-regular whitespace-nowrap text-ink-3">
      <Num code>{code}</Num>
    </span>
  )
}
