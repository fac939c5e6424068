import { Lexer, type Token } from 'marked'

export type GuideHeading = { readonly id: string; readonly title: string; readonly depth: number }

/** The guide as it is drawn: headings with their anchors, and what stands between them. */
export type GuideBlock =
  | { readonly kind: 'heading'; readonly heading: GuideHeading; readonly words: readonly Token[] }
  | { readonly kind: 'text'; readonly token: Token }

const anchor = /^<a id="([a-z-]+)"><\/a>$/

/** Reads the guide's Markdown. Its title is left to the page; an `<a id>` names the heading that follows it. */
export function readGuide(markdown: string): readonly GuideBlock[] {
  const blocks: GuideBlock[] = []
  let id = ''
  for (const token of new Lexer({ gfm: true }).lex(markdown)) {
    const named = anchor.exec(token.raw.trim())?.[1]
    if (named) id = named
    else if (token.type === 'heading' && token.depth > 1) {
      const heading = { id, title: token.text as string, depth: token.depth as number }
      blocks.push({ kind: 'heading', heading, words: token.tokens ?? [] })
      id = ''
    } else if (token.type !== 'heading' && token.type !== 'space') blocks.push({ kind: 'text', token })
  }
  return blocks
}

export function headingsOf(blocks: readonly GuideBlock[]): readonly GuideHeading[] {
  return blocks.flatMap((block) => (block.kind === 'heading' ? [block.heading] : []))
}
