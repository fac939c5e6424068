import { Fragment, type ReactNode } from 'react'

type RichProps = {
  /** Words with marked parts: `<b>85</b> من 100`. */
  readonly text: string
  /** What draws each marked part; `b` is bold unless told otherwise. */
  readonly parts?: Readonly<Record<string, (inside: string) => ReactNode>>
}

const bold = (inside: string) => <strong className="font-semibold text-ink">{inside}</strong>

/** A sentence with parts in bold or as links, so that each language keeps its own word order. */
export function Rich({ text, parts = {} }: RichProps) {
  const pieces = text.split(/<(\w+)>(.*?)<\/\1>/gs)
  const drawn: ReactNode[] = []
  for (let at = 0; at < pieces.length; at += 3) {
    drawn.push(<Fragment key={at}>{pieces[at]}</Fragment>)
    const name = pieces[at + 1]
    if (name !== undefined)
      drawn.push(<Fragment key={`${at}-${name}`}>{(parts[name] ?? bold)(pieces[at + 2] ?? '')}</Fragment>)
  }
  return <>{drawn}</>
}
