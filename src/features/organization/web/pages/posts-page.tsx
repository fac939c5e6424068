import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorState } from '../../../../ui/error-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useListState } from '../../../../ui/list-state.ts'
import { useSearch } from '../../../../ui/navigation.ts'
import { Num } from '../../../../ui/num.tsx'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { Pagination } from '../../../../ui/pagination.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { SearchField } from '../../../../ui/search-field.tsx'
import { Select } from '../../../../ui/select.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import { type JobFamily, jobFamilies } from '../../domain/vocabulary.ts'
import { api, type PostRow } from '../api.ts'
import { PostDialog } from '../components/post-dialog.tsx'
import { PostDrawer } from '../components/post-drawer.tsx'
import { usePages } from '../components/use-pages.ts'

export function PostsPage() {
  const { t, pick, language } = useText()
  const list = useListState()
  const { get, set } = useSearch()
  const [adding, setAdding] = useState(false)
  const family = jobFamilies.find((one) => one === list.filter('family'))
  const asked = { text: list.q, ...(family && { family }), ...(list.cursor && { cursor: list.cursor }), limit: 50 }
  const query = useApiQuery({
    key: ['organization', 'posts', asked, language],
    load: (signal) => api('GET /api/organization/posts', { query: asked, signal }),
    keepPrevious: true,
  })
  const steps = usePages(list, query.data?.next)
  const columns: Column<PostRow>[] = [
    {
      id: 'title',
      header: t('organization.posts.one'),
      cell: (post) => (
        <Button
          look="link"
          className="h-auto! justify-start! text-start whitespace-normal!"
          onPress={() => set({ post: post.id })}
        >
          {pick(post.title)}
        </Button>
      ),
    },
    { id: 'code', header: t('organization.code'), cell: (post) => <Num code>{post.code}</Num> },
    { id: 'family', header: t('organization.posts.family'), cell: (post) => t(`organization.families.${post.family}`) },
    {
      id: 'holders',
      header: t('organization.posts.holders'),
      align: 'center',
      cell: (post) => <Num>{post.holders}</Num>,
    },
  ]
  const chosen = get('post')
  return (
    <Page
      header={
        <PageHeader
          title={t('organization.posts.title')}
          context={query.data && <Num>{query.data.total}</Num>}
          mainAction={
            query.data?.can.change?.allowed && (
              <Button look="primary" icon={Plus} onPress={() => setAdding(true)}>
                {t('organization.posts.add')}
              </Button>
            )
          }
        />
      }
    >
      <div className="mb-4 flex flex-wrap items-end gap-3">
        <SearchField
          label={t('organization.posts.search')}
          value={list.q}
          onChange={list.setQ}
          className="w-72 phone:w-full"
        />
        <Select<JobFamily | 'all'>
          label={t('organization.posts.family')}
          hideLabel
          value={family ?? 'all'}
          onChange={(value) => list.setFilters({ family: value === 'all' ? null : value })}
          options={[
            { value: 'all', label: t('organization.posts.allFamilies') },
            ...jobFamilies.map((one) => ({ value: one, label: t(`organization.families.${one}`) })),
          ]}
          className="w-48 phone:w-full"
        />
      </div>
      {query.error ? (
        <ErrorState problem={query.error} onRetry={() => query.refetch()} />
      ) : (
        <Table
          label={t('organization.posts.title')}
          columns={columns}
          rows={query.data?.items ?? []}
          rowKey={(post) => post.id}
          loading={query.isPending}
          empty={<EmptyState>{t('organization.posts.empty')}</EmptyState>}
        />
      )}
      {query.data && <Pagination total={query.data.total} {...steps} />}
      {chosen && <PostDrawer id={chosen} onClose={() => set({ post: null })} />}
      {adding && <PostDialog onClose={() => setAdding(false)} />}
    </Page>
  )
}
