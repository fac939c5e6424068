import { Bell, CheckCheck } from 'lucide-react'
import { useState } from 'react'
import { localDate } from '../../../../shared/time-zone.ts'
import { Button } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { useApiMutation, useApiQuery } from '../../../../ui/query.ts'
import { notifyProblem } from '../../../../ui/toast.tsx'
import { api, loadNotices } from '../api.ts'
import { NoticeList } from '../components/notice-list.tsx'

/** What the person was told, newest first. */
export function NoticesPage() {
  const { t } = useText()
  const { timeZone } = usePreferences()
  const [limit, setLimit] = useState(50)
  const query = useApiQuery({
    key: ['inbox', 'notices', limit],
    load: (signal) => loadNotices({ limit }, signal),
    keepPrevious: true,
  })
  const read = useApiMutation({
    send: () => api('POST /api/notices/read', { body: {} }),
    refresh: [['inbox'], ['me']],
    onProblem: notifyProblem,
  })
  const unread = query.data?.items.some((notice) => !notice.read) ?? false
  return (
    <Page
      header={
        <PageHeader
          title={t('noticesPage.title')}
          state={t('noticesPage.lead')}
          actions={
            unread && (
              <Button icon={CheckCheck} onPress={() => read.mutate()} pending={read.isPending}>
                {t('noticesPage.markAll')}
              </Button>
            )
          }
        />
      }
    >
      <Loaded query={query}>
        {({ items, next }) =>
          items.length === 0 ? (
            <EmptyState icon={Bell}>{t('noticesPage.empty')}</EmptyState>
          ) : (
            <div className="max-w-[56rem]">
              <NoticeList notices={items} today={localDate(new Date(), timeZone)} label={t('noticesPage.title')} />
              {next && limit < 200 && (
                <Button className="mt-3" onPress={() => setLimit(200)}>
                  {t('noticesPage.more')}
                </Button>
              )}
            </div>
          )
        }
      </Loaded>
    </Page>
  )
}
