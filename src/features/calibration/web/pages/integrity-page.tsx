import { CircleHelp } from 'lucide-react'
import { useState } from 'react'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { usePathParams, useSearch } from '../../../../ui/navigation.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { Pagination } from '../../../../ui/pagination.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { Segmented } from '../../../../ui/segmented.tsx'
import { RowsSkeleton } from '../../../../ui/skeleton.tsx'
import { Tabs } from '../../../../ui/tabs.tsx'
import { questionKinds } from '../../domain/integrity/question.ts'
import { api, keys } from '../api.ts'
import { IntegrityQuestion } from '../components/integrity-question.tsx'

const states = ['no', 'yes', 'all'] as const
type State = (typeof states)[number]

/** Questions about how values came about, for the committee to answer: never verdicts. */
export function IntegrityPage() {
  const { t } = useText()
  const year = Number(usePathParams<'year'>().year)
  const { get, set } = useSearch()
  const [before, setBefore] = useState<readonly string[]>([])
  const kind = questionKinds.find((one) => one === get('kind'))
  const state = states.find((one) => one === get('state')) ?? 'no'
  const cursor = before.at(-1)
  const query = {
    ...(kind && { kind }),
    ...(state !== 'all' && { answered: state }),
    ...(cursor && { cursor }),
  }
  const found = useApiQuery({
    key: [...keys.integrity(year), query],
    load: (signal) => api('GET /api/calibration/:year/integrity', { params: { year }, query, signal }),
    keepPrevious: true,
  })
  const choose = (patch: Record<string, string | null>) => {
    setBefore([])
    set(patch)
  }
  const kinds = found.data?.kinds ?? []
  const waiting = kinds.reduce((sum, one) => sum + one.unanswered, 0)
  const next = found.data?.next
  return (
    <Page
      header={
        <PageHeader
          title={t('calibration.pages.integrity')}
          crumbs={[
            { label: t('calibration.committee'), to: '/committees/calibration' },
            { label: t('calibration.workbenchOf', { year }), to: `/committees/calibration/${year}` },
          ]}
          {...(found.data && { context: t('calibration.integrity.linkNote', { count: waiting }) })}
          state={t('calibration.integrity.intro')}
        />
      }
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <Tabs
            label={t('calibration.integrity.kind')}
            className="min-w-0"
            value={kind ?? 'all'}
            onChange={(chosen) => choose({ kind: chosen === 'all' ? null : chosen })}
            tabs={[
              { value: 'all' as const, label: t('calibration.integrity.all'), count: waiting },
              ...kinds
                .filter((one) => one.total > 0)
                .map((one) => ({
                  value: one.kind,
                  label: t(`calibration.integrity.kinds.${one.kind}`),
                  count: one.unanswered,
                })),
            ]}
          />
          <Segmented<State>
            label={t('calibration.integrity.state')}
            value={state}
            onChange={(chosen) => choose({ state: chosen === 'no' ? null : chosen })}
            options={states.map((value) => ({ value, label: t(`calibration.integrity.states.${value}`) }))}
          />
        </div>
        <Loaded query={found} waiting={<RowsSkeleton rows={6} />}>
          {({ questions }) =>
            questions.length === 0 ? (
              <EmptyState icon={CircleHelp}>{t('calibration.integrity.empty')}</EmptyState>
            ) : (
              <ul
                aria-label={t('calibration.integrity.list')}
                className="rounded-lg border border-line phone:rounded-none phone:border-x-0"
              >
                {questions.map((question) => (
                  <li key={question.id} className="border-t border-line first:border-t-0">
                    <IntegrityQuestion year={year} question={question} />
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
        {(next || cursor) && (
          <Pagination
            onNext={next ? () => setBefore([...before, next]) : undefined}
            onPrevious={cursor ? () => setBefore(before.slice(0, -1)) : undefined}
          />
        )}
      </div>
    </Page>
  )
}
