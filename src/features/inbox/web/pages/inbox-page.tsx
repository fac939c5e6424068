import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Link } from '../../../../ui/link.tsx'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useSearch } from '../../../../ui/navigation.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { type Column, Table } from '../../../../ui/table.tsx'
import { Tabs } from '../../../../ui/tabs.tsx'
import { api, loadWaiting } from '../api.ts'
import { itemWords } from '../components/item-words.ts'
import { WaitingItems } from '../components/waiting-items.tsx'

type View = 'waiting' | 'done'

/** Every approval and task of every kind in one list, and what has been done. */
export function InboxPage() {
  const { t } = useText()
  const { get, set } = useSearch()
  const view: View = get('view') === 'done' ? 'done' : 'waiting'
  return (
    <Page header={<PageHeader title={t('inbox.title')} />}>
      <Tabs<View>
        label={t('inbox.title')}
        value={view}
        onChange={(next) => set({ view: next === 'done' ? 'done' : null })}
        tabs={[
          { value: 'waiting', label: t('inbox.waiting') },
          { value: 'done', label: t('inbox.done') },
        ]}
        className="mb-4"
      />
      {view === 'waiting' ? <Waiting /> : <Done />}
    </Page>
  )
}

function Waiting() {
  const { t } = useText()
  const query = useApiQuery({ key: ['inbox', 'list', {}], load: (signal) => loadWaiting({}, signal), every: 60_000 })
  return <Loaded query={query}>{(list) => <WaitingItems first={list} label={t('inbox.waiting')} />}</Loaded>
}

type DoneItem = Awaited<ReturnType<typeof loadDone>>['items'][number]
const loadDone = (cursor: string | undefined, signal?: AbortSignal) =>
  api('GET /api/inbox/done', { query: { limit: 50, ...(cursor && { cursor }) }, ...(signal && { signal }) })

function Done() {
  const { t } = useText()
  const columns = useDoneColumns()
  const [cursor, setCursor] = useState<string | undefined>()
  const query = useApiQuery({
    key: ['inbox', 'done', cursor],
    load: (signal) => loadDone(cursor, signal),
    keepPrevious: true,
  })
  return (
    <Loaded query={query}>
      {({ items, next }) => (
        <>
          <Table<DoneItem>
            label={t('inbox.done')}
            columns={columns}
            rows={items}
            rowKey={(row) => row.id}
            empty={<EmptyState>{t('inbox.doneEmpty')}</EmptyState>}
          />
          <div className="mt-3 flex gap-2">
            {cursor && <Button onPress={() => setCursor(undefined)}>{t('ui.back')}</Button>}
            {next && <Button onPress={() => setCursor(next)}>{t('noticesPage.more')}</Button>}
          </div>
        </>
      )}
    </Loaded>
  )
}

function useDoneColumns(): Column<DoneItem>[] {
  const text = useText()
  const { t, textFor, pick } = text
  return [
    {
      id: 'what',
      header: t('inbox.what'),
      rowHeader: true,
      cell: (row) => {
        const { title, detail } = itemWords(row, text)
        return (
          <>
            {row.link ? <Link to={row.link}>{title}</Link> : <span className="font-medium">{title}</span>}
            <span className="block text-xs font-regular text-ink-3">{detail}</span>
          </>
        )
      },
    },
    { id: 'about', header: t('inbox.about'), cell: (row) => (row.about ? pick(row.about.name) : '') },
    {
      id: 'outcome',
      header: t('inbox.outcome'),
      cell: (row) => textFor(`inbox.outcomes.${row.outcome}`) ?? row.outcome,
    },
    { id: 'closedAt', header: t('inbox.closedAt'), cell: (row) => <DateTimeText at={row.closedAt} /> },
  ]
}
