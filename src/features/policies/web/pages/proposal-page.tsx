import { lazy, Suspense, useState } from 'react'
import { Banner } from '../../../../ui/banner.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { usePathParams } from '../../../../ui/navigation.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiMutation, useApiQuery } from '../../../../ui/query.ts'
import { notifyDone, notifyProblem } from '../../../../ui/toast.tsx'
import { catalogue } from '../../domain/catalogue.ts'
import { api, keys, type ProposalItem } from '../api.ts'
import { PolicyValue } from '../components/policy-value.tsx'
import { usePolicyWords } from '../components/policy-words.ts'
import { WaitsFor } from '../components/proposal-note.tsx'

const DeclineProposal = lazy(() =>
  import('../components/decline-proposal.tsx').then((file) => ({ default: file.DeclineProposal })),
)

/** One proposal before the second person: what holds, what would hold, why, and the decision. */
export function ProposalPage() {
  const { id } = usePathParams<'id'>()
  const query = useApiQuery({
    key: keys.proposal(id),
    load: (signal) => api('GET /api/policies/proposals/:id', { params: { id }, signal }),
  })
  return <Loaded query={query}>{(proposal) => <Proposal proposal={proposal} />}</Loaded>
}

function Proposal({ proposal }: { readonly proposal: ProposalItem }) {
  const { t } = useText()
  const words = usePolicyWords()
  const [declining, setDeclining] = useState(false)
  const { shape } = catalogue[proposal.key]
  const { id, can, year } = proposal
  const policies = `/administration/policies?year=${year}`
  const refresh = [keys.all, ['inbox'], ['me']]
  const confirm = useApiMutation({
    send: () => api('POST /api/policies/proposals/:id/confirm', { params: { id } }),
    refresh,
    onDone: () => notifyDone(t('policies.proposals.confirmedDone', { year })),
    onProblem: notifyProblem,
  })
  const withdraw = useApiMutation({
    send: () => api('POST /api/policies/proposals/:id/withdraw', { params: { id } }),
    refresh,
    onDone: () => notifyDone(t('policies.proposals.withdrawnDone')),
    onProblem: notifyProblem,
  })
  return (
    <Page
      ground="bg"
      header={
        <PageHeader
          title={words.title(proposal.key)}
          state={t('policies.proposals.state', { year })}
          crumbs={[{ label: t('policies.title'), to: policies }]}
          actions={
            <>
              {can.decline && <Button onPress={() => setDeclining(true)}>{t('policies.proposals.decline')}</Button>}
              {can.withdraw && (
                <Button onPress={() => withdraw.mutate()} pending={withdraw.isPending}>
                  {t('policies.proposals.withdraw')}
                </Button>
              )}
              <Button look="ghost" to={policies}>
                {t('policies.proposals.toPolicies')}
              </Button>
            </>
          }
          mainAction={
            can.confirm && (
              <Button look="primary" onPress={() => confirm.mutate()} pending={confirm.isPending}>
                {t('policies.proposals.confirm')}
              </Button>
            )
          }
        />
      }
    >
      <div className="mx-auto flex max-w-4xl flex-col gap-4">
        <State proposal={proposal} />
        <p className="max-w-prose text-sm text-ink-2">{words.explanation(proposal.key)}</p>
        <div className="grid gap-4 md:grid-cols-2">
          <Card
            title={t(proposal.status === 'proposed' ? 'policies.proposals.before' : 'policies.proposals.beforeThen')}
          >
            <PolicyValue policyKey={proposal.key} shape={shape} value={proposal.before.value} />
          </Card>
          <Card title={t('policies.proposals.after', { year })} tone="accent">
            <PolicyValue policyKey={proposal.key} shape={shape} value={proposal.value} beside={proposal.before.value} />
          </Card>
        </div>
        <Why proposal={proposal} />
      </div>
      <Suspense fallback={null}>
        {declining && <DeclineProposal id={id} onClose={() => setDeclining(false)} />}
      </Suspense>
    </Page>
  )
}

/** What the proposal waits for, or what became of it. */
function State({ proposal }: { readonly proposal: ProposalItem }) {
  const { t, pick } = useText()
  const { status, can, decidedBy, note } = proposal
  if (status === 'proposed') {
    return (
      <Banner tone={can.confirm ? 'blue' : 'neutral'}>
        {can.confirm ? t('policies.proposals.yours') : <WaitsFor proposal={proposal} />}
      </Banner>
    )
  }
  const name = decidedBy ? pick(decidedBy) : ''
  if (status === 'in_force') return <Banner tone="green">{t('policies.proposals.confirmed', { name })}</Banner>
  if (status === 'withdrawn') return <Banner tone="neutral">{t('policies.proposals.withdrawn')}</Banner>
  return (
    <Banner tone="red">
      {t('policies.proposals.declined', { name })} <bdi>{note}</bdi>
    </Banner>
  )
}

function Why({ proposal }: { readonly proposal: ProposalItem }) {
  const { t, pick } = useText()
  return (
    <Card>
      <DescriptionList
        facts={[
          { id: 'by', term: t('policies.proposals.proposer'), value: pick(proposal.proposer.name) },
          { id: 'at', term: t('policies.proposals.at'), value: <DateTimeText at={proposal.proposedAt} /> },
          { id: 'reason', term: t('policies.reason'), value: <bdi>{proposal.reason}</bdi> },
          {
            id: 'source',
            term: t('policies.source'),
            value: proposal.source ? <bdi>{proposal.source}</bdi> : t('policies.noOfficialSource'),
          },
        ]}
      />
    </Card>
  )
}
