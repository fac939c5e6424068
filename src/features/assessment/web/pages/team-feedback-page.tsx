import { MessageSquareHeart, Users } from 'lucide-react'
import { formatDate } from '../../../../shared/locale.ts'
import { Avatar } from '../../../../ui/avatar.tsx'
import { Banner } from '../../../../ui/banner.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { cx } from '../../../../ui/cx.ts'
import { Ago } from '../../../../ui/date-text.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useSearch } from '../../../../ui/navigation.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { Pagination } from '../../../../ui/pagination.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { useApiQuery } from '../../../../ui/query.ts'
import { RowsSkeleton } from '../../../../ui/skeleton.tsx'
import { cycleName, usePages } from '../../../performance/web/public.tsx'
import { api, keys } from '../api.ts'
import { FeedbackForm } from '../components/feedback-form.tsx'
import { FeedbackNotes } from '../components/feedback-notes.tsx'

function usePeople() {
  return useApiQuery({
    key: [...keys.feedback, 'people'],
    load: (signal) => api('GET /api/assessment/feedback/people', { signal }),
  })
}
type Person = NonNullable<ReturnType<typeof usePeople>['data']>['people'][number]

/** A word to my people at any time, and what was said before. */
export function TeamFeedbackPage() {
  const { t } = useText()
  const { get, set } = useSearch()
  const people = usePeople()
  const chosen = get('person')
  return (
    <Page header={<PageHeader title={t('assessment.pages.teamFeedback')} state={t('assessment.feedback.team')} />}>
      <div className="flex flex-col gap-5">
        <Owed />
        <Loaded query={people} waiting={<RowsSkeleton rows={5} />}>
          {({ people: all }) =>
            all.length === 0 ? (
              <EmptyState icon={Users}>{t('assessment.feedback.nobody')}</EmptyState>
            ) : (
              <div className="grid gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
                <PeopleList people={all} chosen={chosen} onChoose={(id) => set({ person: id, cursor: null })} />
                {chosen ? (
                  <PersonFeedback key={chosen} employeeId={chosen} />
                ) : (
                  <EmptyState icon={MessageSquareHeart}>{t('assessment.feedback.choose')}</EmptyState>
                )}
              </div>
            )
          }
        </Loaded>
      </div>
    </Page>
  )
}

type PeopleListProps = {
  readonly people: readonly Person[]
  readonly chosen: string | undefined
  readonly onChoose: (employeeId: string) => void
}

function PeopleList({ people, chosen, onChoose }: PeopleListProps) {
  const { t, pick } = useText()
  return (
    <ul
      aria-label={t('assessment.feedback.people')}
      className={cx('flex flex-col self-start overflow-clip rounded-lg border border-line', chosen && 'phone:hidden')}
    >
      {people.map(({ employee, line, notes, lastAt }) => (
        <li key={employee.id} className="border-b border-line last:border-b-0">
          <button
            type="button"
            aria-current={employee.id === chosen || undefined}
            onClick={() => onChoose(employee.id)}
            className={cx(
              'flex w-full items-center gap-3 px-3 py-2.5 text-start hover:bg-surface-2',
              employee.id === chosen && 'bg-accent-soft',
            )}
          >
            <Avatar name={pick(employee.name)} size={36} />
            <span className="min-w-0">
              <span className="block font-medium">{pick(employee.name)}</span>
              <span className="block text-xs text-ink-3">
                {lastAt ? (
                  <>
                    {t('assessment.feedback.notes', { count: notes })} · <Ago at={lastAt} />
                  </>
                ) : (
                  t('assessment.feedback.never')
                )}
                {line !== 'direct' && <> · {t(`assessment.feedback.lines.${line}`)}</>}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function PersonFeedback({ employeeId }: { readonly employeeId: string }) {
  const { t, pick } = useText()
  const { get, set } = useSearch()
  const cursor = get('cursor')
  const feedback = useApiQuery({
    key: [...keys.feedback, employeeId, cursor],
    load: (signal) => api('GET /api/assessment/feedback', { query: { employeeId, ...(cursor && { cursor }) }, signal }),
    keepPrevious: true,
  })
  const pages = usePages(feedback.data?.next)
  return (
    <Loaded query={feedback} waiting={<RowsSkeleton rows={4} />}>
      {({ employee, items, owed, can }) => (
        <div className="flex min-w-0 flex-col gap-5">
          <div className="hidden phone:block">
            <Button size="sm" look="ghost" onPress={() => set({ person: null })}>
              {t('assessment.feedback.back')}
            </Button>
          </div>
          {employee && can.write?.allowed && (
            <Card title={t('assessment.feedback.writeTo', { name: pick(employee.name) })}>
              <FeedbackForm
                employee={employee}
                documentId={owed.find((one) => one.employee.id === employee.id)?.documentId ?? undefined}
              />
            </Card>
          )}
          {items.length === 0 ? (
            <EmptyState icon={MessageSquareHeart}>{t('assessment.feedback.none')}</EmptyState>
          ) : (
            <div>
              <FeedbackNotes label={t('assessment.pages.feedback')} notes={items} showRead />
              {(pages.onNext || pages.onPrevious) && <Pagination onNext={pages.onNext} onPrevious={pages.onPrevious} />}
            </div>
          )}
        </div>
      )}
    </Loaded>
  )
}

/** Interim notes that an outgoing supervisor still owes (AMB-18). */
function Owed() {
  const text = useText()
  const { t, pick } = text
  const reader = usePreferences()
  const { set } = useSearch()
  const feedback = useApiQuery({
    key: [...keys.feedback, 'owed'],
    load: (signal) => api('GET /api/assessment/feedback', { query: { limit: 1 }, signal }),
  })
  const owed = feedback.data?.owed ?? []
  if (owed.length === 0) return null
  return (
    <Banner tone="amber">
      <p className="font-medium">{t('assessment.interim.owed', { count: owed.length })}</p>
      <ul className="mt-1 flex flex-col gap-1">
        {owed.map((one) => (
          <li key={one.documentId} className="flex flex-wrap items-center gap-x-3">
            <Button size="sm" look="link" onPress={() => set({ person: one.employee.id, cursor: null })}>
              {pick(one.employee.name)}
            </Button>
            <span className="text-ink-2">
              {t('assessment.interim.until', {
                cycle: cycleName(text, one.cycle),
                date: formatDate(one.dueOn, { ...reader, style: 'deadline' }),
              })}
            </span>
          </li>
        ))}
      </ul>
    </Banner>
  )
}
