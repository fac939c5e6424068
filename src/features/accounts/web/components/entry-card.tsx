import type { ReactNode } from 'react'

type EntryCardProps = { readonly title: string; readonly lead?: ReactNode; readonly children: ReactNode }

/** The one card of a page before sign-in. */
export function EntryCard({ title, lead, children }: EntryCardProps) {
  return (
    <section className="w-full max-w-[25rem] shrink-0 rounded-lg border border-line bg-surface p-6 phone:p-5">
      <h1 className="text-xl font-semibold">{title}</h1>
      {lead && <p className="mt-1 text-sm text-ink-2">{lead}</p>}
      <div className="mt-5">{children}</div>
    </section>
  )
}
