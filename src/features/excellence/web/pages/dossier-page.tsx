import { CircleCheck, CircleX, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Avatar } from '../../../../ui/avatar.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useNavigation, usePathParams } from '../../../../ui/navigation.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiMutation } from '../../../../ui/query.ts'
import { Status } from '../../../../ui/status.tsx'
import { notifyDone, notifyProblem } from '../../../../ui/toast.tsx'
import { api, type Dossier, shownElsewhere } from '../api.ts'
import { ClaimEditor } from '../components/claim-editor.tsx'
import { ClaimRead, FindingText } from '../components/claim-read.tsx'
import { MoveButtons } from '../components/move-buttons.tsx'
import { Outcome } from '../components/outcome.tsx'
import { NominationState } from '../components/state.tsx'
import { useDossier } from '../components/use-dossier.ts'

/** The supervisor's dossier of one person: written condition by condition, then sent to the committee. */
export function DossierPage() {
  const { id } = usePathParams<'id'>()
  const { t, pick } = useText()
  const query = useDossier(id)
  const dossier = query.data
  return (
    <Page
      ground="bg"
      header={
        <PageHeader
          title={
            dossier ? t('excellence.dossier.of', { name: pick(dossier.employee.name) }) : t('excellence.pages.dossier')
          }
          context={dossier && t('excellence.ofYear', { year: dossier.year })}
          lead={dossier && <Avatar name={pick(dossier.employee.name)} size={44} />}
          pill={dossier && <NominationState of={dossier.status} pill />}
          state={dossier && t(`excellence.dossier.states.${dossier.status}`)}
          crumbs={[{ label: t('excellence.pages.team'), to: '/team/excellence' }]}
          actions={
            dossier && (
              <>
                <Discard dossier={dossier} />
                <MoveButtons dossier={dossier} moves={['refuse', 'takeBack']} />
              </>
            )
          }
          mainAction={
            dossier &&
            (dossier.can.submit ? (
              <MoveButtons dossier={dossier} moves={['submit']} main="submit" />
            ) : (
              dossier.can.begin && <MoveButtons dossier={dossier} moves={['begin']} main="begin" />
            ))
          }
        />
      }
    >
      <Loaded query={query}>{(data) => <Content dossier={data} />}</Loaded>
    </Page>
  )
}

function Content({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useText()
  const { claims, request, requirement, can, result } = dossier
  const writes = can.write?.allowed === true
  const passed = result?.rank === 'very_good' || result?.rank === 'excellent'
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <Outcome dossier={dossier} />
      {request && (
        <Card className="bg-surface" title={t('excellence.mine.request')} note={<DateTimeText at={request.at} />}>
          <p className="whitespace-pre-line">
            <bdi>{request.text}</bdi>
          </p>
        </Card>
      )}
      <div className="flex flex-wrap items-center justify-between gap-2 text-sm text-ink-2">
        <span>{t('excellence.dossier.gate', { gate: t('excellence.gate') })}</span>
        <Status icon={passed ? CircleCheck : CircleX} tone={passed ? 'green' : 'red'}>
          {t(passed ? 'excellence.dossier.gateMet' : 'excellence.dossier.gateNotMet')}
        </Status>
        {writes && (
          <span className="w-full">
            {t('excellence.dossier.progress', {
              count: claims.filter(({ complete }) => complete).length,
              needed: requirement.needed,
            })}
          </span>
        )}
      </div>
      {claims.map((claim) =>
        writes ? (
          <ClaimEditor key={claim.condition} dossier={dossier} claim={claim} />
        ) : (
          <ClaimRead key={claim.condition} dossier={dossier} claim={claim}>
            {claim.finding && <FindingText claim={claim} />}
          </ClaimRead>
        ),
      )}
    </div>
  )
}

function Discard({ dossier: { id, version, can } }: { readonly dossier: Dossier }) {
  const { t } = useText()
  const { go } = useNavigation()
  const [asked, setAsked] = useState(false)
  const send = useApiMutation({
    send: () => api('DELETE /api/excellence/:id', { params: { id }, version }),
    refresh: shownElsewhere,
    onDone: () => {
      notifyDone(t('excellence.moved.discard'))
      go('/team/excellence', { replace: true })
    },
    onProblem: notifyProblem,
  })
  if (!can.discard) return null
  return (
    <>
      <Button look="ghost" icon={Trash2} onPress={() => setAsked(true)}>
        {t('excellence.moves.discard')}
      </Button>
      <ConfirmDialog
        open={asked}
        onClose={() => setAsked(false)}
        onConfirm={() => send.mutate(undefined)}
        title={t('excellence.moves.discard')}
        confirm={t('excellence.moves.discard')}
        danger
        pending={send.isPending}
      >
        {t('excellence.ask.discard')}
      </ConfirmDialog>
    </>
  )
}
