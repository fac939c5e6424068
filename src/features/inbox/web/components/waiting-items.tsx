import { SlidersHorizontal, Undo2 } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Banner } from '../../../../ui/banner.tsx'
import { Button } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { InboxList } from '../../../../ui/inbox-row.tsx'
import { Menu } from '../../../../ui/menu.tsx'
import { Tabs } from '../../../../ui/tabs.tsx'
import type { Timing } from '../../domain/timing.ts'
import type { WaitingItem, WaitingList } from '../api.ts'
import { ItemRow } from './item-row.tsx'
import { itemWords } from './item-words.ts'
import { commonMoves, useBulk } from './use-bulk.ts'
import { useWaiting } from './use-waiting.ts'

const CommentDialog = lazy(() => import('./comment-dialog.tsx').then((module) => ({ default: module.CommentDialog })))

type WaitingItemsProps = {
  /** What is known already, so that the home page asks once. */
  readonly first: WaitingList
  /** At most so many rows; a link to all of them follows. */
  readonly limit?: number
  readonly more?: ReactNode
  readonly label: string
}

type Tab = 'all' | Timing
type Asked = { readonly move: string; readonly ids: readonly string[] }

/** Everything that waits: by time, by kind, one or several at once. */
export function WaitingItems({ first, limit, more, label }: WaitingItemsProps) {
  const text = useText()
  const { t, textFor } = text
  const [tab, setTab] = useState<Tab>('all')
  const [kind, setKind] = useState<string | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState<Asked | null>(null)
  const list = useWaiting({ first, timing: tab === 'all' ? undefined : tab, kind: kind ?? undefined })
  const { act, pending, refused, forget } = useBulk(() => {
    setChosen(new Set())
    setAsked(null)
  })

  const rows = limit ? list.items.slice(0, limit) : list.items
  const selectable = rows.filter((item) => item.bulk.length > 0)
  const selected = rows.filter((item) => chosen.has(item.id))
  const allChosen = selectable.length > 0 && selected.length === selectable.length
  const moveName = (move: string) => textFor(`inbox.moves.${move}`) ?? move

  const start = (move: string, needsComment: boolean, ids: readonly string[]) => {
    forget()
    if (needsComment) setAsked({ move, ids })
    else act({ ids, move })
  }
  const select = (item: WaitingItem) => (on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(item.id)
    else next.delete(item.id)
    setChosen(next)
  }

  if (first.counts.all === 0) return <EmptyState>{t('inbox.empty')}</EmptyState>
  return (
    <div>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <Tabs<Tab>
          label={label}
          value={tab}
          onChange={setTab}
          tabs={(['all', 'overdue', 'today', 'week'] as const).map((value) => ({
            value,
            label: t(`inbox.timing.${value}`),
            count: list.counts[value] ?? 0,
          }))}
        />
        <div className="flex items-center gap-1 phone:hidden">
          {list.kinds.length > 1 && (
            <Menu
              label={t('inbox.filterKind')}
              look="ghost"
              trigger={
                <>
                  <Icon icon={SlidersHorizontal} />
                  {kind ? itemWords({ kind, params: {} }, text).title : t('ui.filter')}
                </>
              }
              groups={[
                {
                  id: 'kinds',
                  actions: [null, ...list.kinds.map((one) => one.kind)].map((one) => ({
                    id: one ?? 'all',
                    label: one ? itemWords({ kind: one, params: {} }, text).title : t('inbox.allKinds'),
                    checked: kind === one,
                    onPress: () => setKind(one),
                  })),
                },
              ]}
            />
          )}
          {selectable.length > 1 && (
            <Button
              look="ghost"
              size="sm"
              onPress={() => setChosen(allChosen ? new Set() : new Set(selectable.map((item) => item.id)))}
            >
              {allChosen ? t('inbox.clearSelection') : t('ui.selectAll')}
            </Button>
          )}
        </div>
      </div>

      {refused.length > 0 && <Refused items={list.items} refused={refused} />}
      {rows.length === 0 ? (
        <EmptyState>{t('inbox.emptyFilter')}</EmptyState>
      ) : (
        <InboxList label={label}>
          {rows.map((item, at) => (
            <ItemRow
              key={item.id}
              item={item}
              first={at === 0 && selected.length === 0}
              selected={chosen.has(item.id)}
              onSelect={selectable.length > 0 ? select(item) : undefined}
              quiet={item.bulk
                .filter((move) => move.needsComment)
                .slice(0, 1)
                .map(({ move }) => (
                  <Button
                    key={move}
                    look="ghost"
                    size="sm"
                    icon={Undo2}
                    mirrorIcon
                    onPress={() => start(move, true, [item.id])}
                  >
                    {moveName(move)}
                  </Button>
                ))}
            />
          ))}
        </InboxList>
      )}
      {selected.length > 0 && (
        <div className="sticky bottom-0 mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-accent-line bg-accent-soft px-4 py-2.5 text-sm">
          <span className="font-medium">{t('inbox.selected', { count: selected.length })}</span>
          <span className="ms-auto flex flex-wrap items-center gap-2">
            {commonMoves(selected).map(({ move, needsComment }, at) => (
              <Button
                key={move}
                size="sm"
                look={at === 0 ? 'primary' : 'secondary'}
                pending={pending}
                onPress={() => start(move, needsComment, [...chosen])}
              >
                {moveName(move)}
              </Button>
            ))}
            {commonMoves(selected).length === 0 && <span className="text-ink-2">{t('inbox.noCommonMove')}</span>}
            <Button look="ghost" size="sm" onPress={() => setChosen(new Set())}>
              {t('inbox.clearSelection')}
            </Button>
          </span>
        </div>
      )}
      {limit !== undefined && list.counts.all !== undefined && list.counts.all > limit && more}
      {asked && (
        <Suspense fallback={null}>
          <CommentDialog
            title={textFor(`inbox.commentTitle.${asked.move}`) ?? moveName(asked.move)}
            confirm={moveName(asked.move)}
            pending={pending}
            onClose={() => setAsked(null)}
            onSend={(comment) => act({ ids: asked.ids, move: asked.move, comment })}
          />
        </Suspense>
      )}
    </div>
  )
}

type RefusedProps = {
  readonly items: readonly WaitingItem[]
  readonly refused: readonly { readonly id: string; readonly sentence: string }[]
}

/** What a move for many was refused for, one by one, each with its reason. */
function Refused({ items, refused }: RefusedProps) {
  const { t, pick } = useText()
  const nameOf = (id: string) => {
    const about = items.find((item) => item.id === id)?.about
    return about ? `${pick(about.name)}: ` : ''
  }
  return (
    <Banner tone="amber" live className="mb-2">
      <p>{t('inbox.refused', { count: refused.length })}</p>
      <ul className="ms-4 list-disc">
        {refused.map(({ id, sentence }) => (
          <li key={id}>
            {nameOf(id)}
            {sentence}
          </li>
        ))}
      </ul>
    </Banner>
  )
}
