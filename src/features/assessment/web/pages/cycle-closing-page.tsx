import { LockKeyhole } from 'lucide-react'
import { useState } from 'react'
import { formatDate, formatDateTime } from '../../../../shared/locale.ts'
import { sentenceFor } from '../../../../ui/api-problem.ts'
import { Banner } from '../../../../ui/banner.tsx'
import { Button } from '../../../../ui/button.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { usePathParams } from '../../../../ui/navigation.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { useApiQuery } from '../../../../ui/query.ts'
import { Status } from '../../../../ui/status.tsx'
import { cycleName } from '../../../performance/web/public.tsx'
import { api, type Closing, keys } from '../api.ts'
import { CloseDialog, openDocuments } from '../components/close-dialog.tsx'
import { ClosingCounts } from '../components/closing-counts.tsx'
import { ClosingPeople } from '../components/closing-people.tsx'

/** Closing a cycle for everyone: what is still open, then what it counts for each. */
export function CycleClosingPage() {
  const { id } = usePathParams<'id'>()
  const closing = useApiQuery({
    key: keys.closing(id),
    load: (signal) => api('GET /api/assessment/cycles/:id/closing', { params: { id }, signal }),
  })
  return <Loaded query={closing}>{(view) => <ClosingRecord key={view.cycle.id} view={view} />}</Loaded>
}

function ClosingRecord({ view }: { readonly view: Closing }) {
  const text = useText()
  const { t, pick } = text
  const reader = usePreferences()
  const [asking, setAsking] = useState(false)
  const { cycle, can } = view
  const open = openDocuments(view)
  const name = cycleName(text, cycle)
  const why = can.close && !can.close.allowed ? sentenceFor(can.close.why) : undefined
  return (
    <Page
      header={
        <PageHeader
          title={t('assessment.closing.title', { cycle: name })}
          crumbs={[{ label: t('performance.pages.cycles'), to: '/administration/cycles' }]}
          pill={
            cycle.closedAt ? (
              <Status look="pill" icon={LockKeyhole}>
                {t('assessment.closing.closed')}
              </Status>
            ) : undefined
          }
          state={
            cycle.closedAt
              ? t('assessment.closing.closedBy', {
                  name: cycle.closedBy ? pick(cycle.closedBy.name) : t('assessment.nobody'),
                  at: formatDateTime(new Date(cycle.closedAt), reader),
                })
              : t('assessment.closing.until', {
                  end: formatDate(cycle.endsOn, { ...reader, style: 'long' }),
                  date: formatDate(view.closeBy, { ...reader, style: 'long' }),
                })
          }
          {...(can.close && {
            mainAction: (
              <Button
                look="primary"
                icon={LockKeyhole}
                {...(why && { reasonId: 'cannot-close' })}
                onPress={() => setAsking(true)}
              >
                {t('assessment.closing.close')}
              </Button>
            ),
          })}
        />
      }
    >
      <div className="flex flex-col gap-5">
        {why && (
          <Banner id="cannot-close" tone="neutral">
            {why}
          </Banner>
        )}
        {!cycle.closedAt && open > 0 && !why && (
          <Banner tone="amber">{t('assessment.closing.open', { count: open })}</Banner>
        )}
        {view.results && view.results.undecided > 0 && (
          <Banner tone="amber">{t('assessment.closing.undecided', { count: view.results.undecided })}</Banner>
        )}
        <ClosingCounts view={view} />
        <ClosingPeople cycleId={cycle.id} closed={cycle.closedAt !== null} />
      </div>
      {asking && <CloseDialog view={view} onClose={() => setAsking(false)} />}
    </Page>
  )
}
