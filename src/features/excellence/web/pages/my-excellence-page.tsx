import { Award } from 'lucide-react'
import { useState } from 'react'
import { sentenceFor } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useSearch } from '../../../../ui/navigation.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { api, type Dossier, keys, type Mine } from '../api.ts'
import { ClaimRead, FindingText } from '../components/claim-read.tsx'
import { Outcome } from '../components/outcome.tsx'
import { RequestDialog } from '../components/request-dialog.tsx'
import { NominationState } from '../components/state.tsx'
import { YearChooser } from '../components/year-chooser.tsx'

/** My nomination for excellent: its state, my request, what I attach, the reason of the answer. */
export function MyExcellencePage() {
  const { t } = useText()
  const year = useSearch().get('year')
  const query = useApiQuery({
    key: keys.mine(year),
    load: (signal) => api('GET /api/excellence/mine', { query: year ? { year } : {}, signal }),
  })
  const mine = query.data
  return (
    <Page
      ground="bg"
      header={
        <PageHeader
          title={t('excellence.pages.mine')}
          context={mine?.year ? t('excellence.ofYear', { year: mine.year }) : undefined}
          pill={mine?.dossier && <NominationState of={mine.dossier.status} pill />}
          state={t('excellence.mine.intro')}
          actions={mine && <YearChooser year={mine.year} years={mine.years} />}
          mainAction={mine && !mine.dossier && mine.year !== null && <Ask request={mine.request} year={mine.year} />}
        />
      }
    >
      <Loaded query={query}>
        {({ dossier, year: shown }) =>
          dossier ? (
            <Own key={`${dossier.id} ${dossier.version}`} dossier={dossier} />
          ) : (
            <EmptyState icon={Award}>
              {shown === null ? t('excellence.mine.empty') : t('excellence.mine.askHint')}
            </EmptyState>
          )
        }
      </Loaded>
    </Page>
  )
}

function Ask({ request, year }: { readonly request: Mine['request']; readonly year: number }) {
  const { t } = useText()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button
        look="primary"
        icon={Award}
        {...(!request.allowed && { reason: sentenceFor(request.why) })}
        onPress={() => setAsking(true)}
      >
        {t('excellence.mine.ask')}
      </Button>
      {asking && <RequestDialog year={year} onClose={() => setAsking(false)} />}
    </>
  )
}

function Own({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useText()
  const { status, raisedAt, request, can, claims } = dossier
  const attach = can.attach?.allowed === true
  const shown = attach ? claims.filter(({ applies }) => applies) : claims.filter(({ words }) => words !== '')
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <p className="text-ink-2">
        {t(`excellence.mine.states.${status === 'requested' && raisedAt ? 'raised' : status}`)}
      </p>
      <Outcome dossier={dossier} />
      {request && (
        <Card className="bg-surface" title={t('excellence.mine.request')} note={<DateTimeText at={request.at} />}>
          <p className="whitespace-pre-line">
            <bdi>{request.text}</bdi>
          </p>
        </Card>
      )}
      {attach && (
        <div>
          <h2 className="text-sec font-semibold">{t('excellence.mine.attach')}</h2>
          <p className="text-sm text-ink-2">{t('excellence.mine.attachNote')}</p>
        </div>
      )}
      {shown.map((claim) => (
        <ClaimRead key={claim.condition} dossier={dossier} claim={claim} attach={attach}>
          {claim.finding && <FindingText claim={claim} />}
        </ClaimRead>
      ))}
    </div>
  )
}
