import { FileText, Scale } from 'lucide-react'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useNavigation } from '../../../../ui/navigation.ts'
import { Num } from '../../../../ui/num.tsx'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiMutation, useApiQuery } from '../../../../ui/query.ts'
import { notifyProblem } from '../../../../ui/toast.tsx'
import { api, keys, type Mine, type OwnResult } from '../api.ts'
import { Countdown } from '../components/countdown.tsx'
import { CaseStatus } from '../components/pieces.tsx'

/** My published results, what time is left to appeal against each, and the cases that I filed. */
export function MyGrievancesPage() {
  const { t } = useText()
  const query = useApiQuery({
    key: ['grievances', 'mine'],
    load: (signal) => api('GET /api/grievances/mine', { signal }),
  })
  return (
    <Page ground="bg" header={<PageHeader title={t('grievances.mine.title')} state={t('grievances.mine.intro')} />}>
      <Loaded query={query}>
        {(mine) =>
          mine.results.length === 0 ? (
            <EmptyState icon={Scale}>{t('grievances.mine.empty')}</EmptyState>
          ) : (
            <div className="flex max-w-3xl flex-col gap-4">
              {mine.results.map((result) => (
                <ResultCard key={result.year} result={result} mine={mine} />
              ))}
              <p className="text-xs text-ink-3">{t('grievances.mine.court')}</p>
            </div>
          )
        }
      </Loaded>
    </Page>
  )
}

function ResultCard({ result, mine }: { readonly result: OwnResult; readonly mine: Mine }) {
  const { t } = useText()
  const { go } = useNavigation()
  const { year, rank, filesUntil, open } = result
  const found = mine.items.find((one) => one.year === year)
  const begin = useApiMutation({
    send: () => api('POST /api/grievances', { body: { year } }),
    refresh: [keys.all],
    onDone: ({ id }) => go(`/my/grievances/${id}`),
    onProblem: notifyProblem,
  })
  const writes = found?.status === 'draft'
  return (
    <Card
      className="bg-surface"
      title={t('grievances.mine.result', { year })}
      aside={
        found && !writes ? (
          <CaseStatus status={found.status} look="pill" />
        ) : (
          <Countdown until={filesUntil} serverNow={mine.now} />
        )
      }
    >
      <p className="text-xl font-semibold">
        {rank && t(`grievances.ranks.${rank}`)}{' '}
        {result.result && (
          <span className="text-md font-regular text-ink-3">
            <Num decimals={2}>{Number(result.result)}</Num>
          </span>
        )}
      </p>
      {(!found || writes) && (
        <p className="mt-1 text-sm text-ink-2">
          {open ? t('grievances.mine.lastMoment') : t('grievances.mine.closedBefore')} <DateTimeText at={filesUntil} />
        </p>
      )}
      {found && (
        <Button
          className="mt-4"
          to={`/my/grievances/${found.id}`}
          icon={FileText}
          look={writes && open ? 'primary' : 'secondary'}
        >
          {writes && open ? t('grievances.mine.resume') : t('grievances.mine.read')}
        </Button>
      )}
      {!found && open && (
        <Button className="mt-4" icon={Scale} pending={begin.isPending} onPress={() => begin.mutate(undefined)}>
          {t('grievances.mine.begin')}
        </Button>
      )}
    </Card>
  )
}
