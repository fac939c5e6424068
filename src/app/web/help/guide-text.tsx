import type { Token, Tokens } from 'marked'
import { createElement, Fragment, type ReactNode } from 'react'
import { cx } from '../../../ui/cx.ts'
import { useText } from '../../../ui/i18n.ts'
import type { GuideBlock } from './read-guide.ts'

type GuideTextProps = { readonly blocks: readonly GuideBlock[]; readonly onGo: (part: string) => void }

/** The guide drawn with the product's own elements: no markup of the file reaches the page, so none can do harm. */
export function GuideText({ blocks, onGo }: GuideTextProps) {
  return (
    <div className="max-w-[46rem] text-md text-ink-2">
      {each(blocks, (block) =>
        block.kind === 'heading' ? <Heading block={block} onGo={onGo} /> : <Block token={block.token} onGo={onGo} />,
      )}
    </div>
  )
}

/** Children of a text that never changes place: they need no keys. */
function each<T>(items: readonly T[], draw: (item: T) => ReactNode): ReactNode {
  return createElement(Fragment, null, ...items.map((item) => draw(item)))
}

type HeadingProps = Pick<GuideTextProps, 'onGo'> & { readonly block: Extract<GuideBlock, { kind: 'heading' }> }

function Heading({ block: { heading, words }, onGo }: HeadingProps) {
  const content = <Words tokens={words} onGo={onGo} />
  const place = { id: heading.id, tabIndex: -1 }
  return heading.depth === 2 ? (
    <h2 {...place} className="mt-12 scroll-mt-20 border-b border-line pb-2 text-xl font-semibold text-ink outline-none">
      {content}
    </h2>
  ) : (
    <h3 {...place} className="mt-8 scroll-mt-20 text-lg font-semibold text-ink outline-none">
      {content}
    </h3>
  )
}

type TokenProps = Pick<GuideTextProps, 'onGo'> & { readonly token: Token }

function Block({ token, onGo }: TokenProps) {
  if (token.type === 'paragraph') {
    return (
      <p className="mt-3">
        <Words tokens={token.tokens} onGo={onGo} />
      </p>
    )
  }
  if (token.type === 'list') return <List list={token as Tokens.List} onGo={onGo} />
  if (token.type === 'table') return <Table table={token as Tokens.Table} onGo={onGo} />
  return null
}

function List({ list, onGo }: Pick<GuideTextProps, 'onGo'> & { readonly list: Tokens.List }) {
  const items = each(list.items, (item) => (
    <li className="mt-1.5 ps-1 marker:text-ink-3">
      <Words tokens={item.tokens} onGo={onGo} />
    </li>
  ))
  return list.ordered ? (
    <ol className="mt-3 list-decimal ps-6">{items}</ol>
  ) : (
    <ul className="mt-3 list-disc ps-6">{items}</ul>
  )
}

/** On a phone each table scrolls by itself, also by keyboard. */
function Table({ table, onGo }: Pick<GuideTextProps, 'onGo'> & { readonly table: Tokens.Table }) {
  const { t } = useText()
  const name = table.header.map((cell) => cell.text).join(t('help.comma'))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
    <section aria-label={name} tabIndex={0} className="mt-4 overflow-x-auto rounded-lg border border-line">
      <table className={cx('w-full border-collapse text-sm', table.header.length > 3 && 'min-w-[30rem]')}>
        <thead className="bg-surface-2 text-ink-3">
          <tr>
            {each(table.header, (cell) => (
              <th scope="col" className="px-3 py-2 text-start font-medium">
                <Words tokens={cell.tokens} onGo={onGo} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {each(table.rows, (row) => (
            <tr className="border-t border-line align-top">
              {each(row, (cell) => (
                <td className="px-3 py-2">
                  <Words tokens={cell.tokens} onGo={onGo} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type WordsProps = Pick<GuideTextProps, 'onGo'> & { readonly tokens: readonly Token[] | undefined }

function Words({ tokens = [], onGo }: WordsProps) {
  return each(tokens, (token) => <Word token={token} onGo={onGo} />)
}

function Word({ token, onGo }: TokenProps): ReactNode {
  const inside = 'tokens' in token && token.tokens ? <Words tokens={token.tokens} onGo={onGo} /> : null
  switch (token.type) {
    case 'strong':
      return <strong className="font-semibold text-ink">{inside}</strong>
    case 'link':
      return <PartLink part={String(token.href).replace('#', '')} onGo={onGo} words={inside} />
    case 'text':
      return inside ?? token.text
    default:
      return token.raw
  }
}

type PartLinkProps = Pick<GuideTextProps, 'onGo'> & {
  readonly part: string
  readonly words: ReactNode
  readonly className?: string
}

/** Leads to another part of the guide on the same page. */
export function PartLink({ part, words, onGo, className }: PartLinkProps) {
  return (
    <a
      href={`#${part}`}
      className={className ?? 'rounded-sm font-medium text-accent-text underline-offset-4 hover:underline'}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        onGo(part)
      }}
    >
      {words}
    </a>
  )
}
