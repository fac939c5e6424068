import { BadgeCheck } from 'lucide-react'
import { useState } from 'react'
import { sentenceFor } from '../../../../ui/api-problem.ts'
import { Avatar } from '../../../../ui/avatar.tsx'
import { Button } from '../../../../ui/button.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { usePathParams } from '../../../../ui/navigation.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import type { Dossier } from '../api.ts'
import { ClaimRead, FindingText } from '../components/claim-read.tsx'
import { CommitteeSide } from '../components/committee-side.tsx'
import { FindingForm } from '../components/finding-form.tsx'
import { MoveButtons } from '../components/move-buttons.tsx'
import { Outcome } from '../components/outcome.tsx'
import { NominationState } from '../components/state.tsx'
import { useDossier } from '../components/use-dossier.ts'
import { VerifyDialog } from '../components/verify-dialog.tsx'

/** One dossier before the committee and the higher official: each claim beside what the committee found of it. */
export function CasePage() {
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
            dossier ? t('excellence.dossier.of', { name: pick(dossier.employee.name) }) : t('excellence.pages.case')
          }
          context={dossier && `${pick(dossier.employee.division)} · ${t('excellence.ofYear', { year: dossier.year })}`}
          lead={dossier && <Avatar name={pick(dossier.employee.name)} size={44} />}
          pill={dossier && <NominationState of={dossier.status} pill />}
          state={dossier && t(`excellence.dossier.states.${dossier.status}`)}
          crumbs={[{ label: t('excellence.pages.cases'), to: '/committees/excellence' }]}
          actions={dossier && <MoveButtons dossier={dossier} moves={['reject', 'passOver']} />}
          mainAction={
            dossier &&
            (dossier.can.verify ? (
              <Verify dossier={dossier} />
            ) : (
              dossier.can.ratify && <MoveButtons dossier={dossier} moves={['ratify']} main="ratify" />
            ))
          }
        />
      }
      side={dossier && <CommitteeSide dossier={dossier} />}
      sideLabel={t('excellence.committee.title')}
    >
      <Loaded query={query}>{(data) => <Claims dossier={data} />}</Loaded>
    </Page>
  )
}

function Claims({ dossier }: { readonly dossier: Dossier }) {
  const examines = dossier.can.examine?.allowed === true
  return (
    <div className="flex flex-col gap-4">
      <Outcome dossier={dossier} />
      {dossier.claims.map((claim) => (
        <ClaimRead key={claim.condition} dossier={dossier} claim={claim}>
          {examines && claim.words !== '' ? (
            <FindingForm dossier={dossier} claim={claim} />
          ) : (
            claim.finding && <FindingText claim={claim} />
          )}
        </ClaimRead>
      ))}
    </div>
  )
}

function Verify({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useText()
  const [asked, setAsked] = useState(false)
  const ability = dossier.can.verify
  if (!ability) return null
  return (
    <>
      <Button
        look="primary"
        icon={BadgeCheck}
        {...(!ability.allowed && { reason: sentenceFor(ability.why) })}
        onPress={() => setAsked(true)}
      >
        {t('excellence.moves.verify')}
      </Button>
      {asked && <VerifyDialog dossier={dossier} onClose={() => setAsked(false)} />}
    </>
  )
}
