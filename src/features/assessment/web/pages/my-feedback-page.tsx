import { MessageSquareText } from 'lucide-react'
import { useEffect } from 'react'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useSearch } from '../../../../ui/navigation.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { Pagination } from '../../../../ui/pagination.tsx'
import { useApiMutation, useApiQuery } from '../../../../ui/query.ts'
import { RowsSkeleton } from '../../../../ui/skeleton.tsx'
import { usePages } from '../../../performance/web/public.tsx'
import { api, keys } from '../api.ts'
import { FeedbackNotes } from '../components/feedback-notes.tsx'

/** What others have said about my work, the newest first. */
export function MyFeedbackPage() {
  const { t } = useText()
  const { get } = useSearch()
  const cursor = get('cursor')
  const feedback = useApiQuery({
    key: [...keys.feedback, 'mine', cursor],
    load: (signal) => api('GET /api/assessment/feedback', { query: cursor ? { cursor } : {}, signal }),
    keepPrevious: true,
  })
  const pages = usePages(feedback.data?.next)
  const read = useApiMutation({ send: () => api('POST /api/assessment/feedback/read', {}), refresh: [['me']] })
  const unread = feedback.data?.items.some(({ readAt }) => readAt === null) ?? false
  const { mutate } = read
  useEffect(() => {
    if (unread) mutate()
  }, [unread, mutate])
  return (
    <Page header={<PageHeader title={t('assessment.pages.feedback')} state={t('assessment.feedback.mine')} />}>
      <Loaded query={feedback} waiting={<RowsSkeleton rows={4} />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={MessageSquareText}>{t('assessment.feedback.empty')}</EmptyState>
          ) : (
            <div className="max-w-3xl">
              <FeedbackNotes label={t('assessment.pages.feedback')} notes={items} />
              {(pages.onNext || pages.onPrevious) && <Pagination onNext={pages.onNext} onPrevious={pages.onPrevious} />}
            </div>
          )
        }
      </Loaded>
    </Page>
  )
}
