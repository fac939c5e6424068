import { CircleCheck, CircleMinus } from 'lucide-react'
import type { ReactNode } from 'react'
import { reasons } from '../../../../shared/reasons.ts'
import { Card } from '../../../../ui/card.tsx'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Num } from '../../../../ui/num.tsx'
import { Section } from '../../../../ui/section.tsx'
import { Status } from '../../../../ui/status.tsx'
import type { Grievance } from '../api.ts'
import { GroundFiles } from './ground-files.tsx'
import { OutcomeStatus, PersonLine } from './pieces.tsx'

type ContentProps = {
  readonly grievance: Grievance
  readonly actions: { readonly hear?: ReactNode; readonly opine?: ReactNode }
}

/** The case as it is read: the decision first once there is one, then what was asked and how it was heard. */
export function CaseContent({ grievance, actions }: ContentProps) {
  const { t } = useText()
  return (
    <div className="flex flex-col gap-7">
      {grievance.decision && <DecisionCard grievance={grievance} />}
      {grievance.admission && (
        <Section
          title={
            grievance.status === 'inadmissible' ? t('grievances.record.inadmissible') : t('grievances.record.admission')
          }
        >
          <Words text={grievance.admission.reason} />
        </Section>
      )}
      <Section title={t('grievances.record.request')}>
        {grievance.request ? (
          <Words text={grievance.request} />
        ) : (
          <p className="text-sm text-ink-3">{t('grievances.record.noRequest')}</p>
        )}
      </Section>
      <Section title={t('grievances.record.grounds')}>
        <div className="flex flex-col gap-3">
          {grievance.grounds.map((ground) => (
            <Card
              key={ground.ground}
              level={3}
              title={t(`grievances.grounds.${ground.ground}`)}
              aside={
                ground.accepted !== null && (
                  <Status
                    icon={ground.accepted ? CircleCheck : CircleMinus}
                    tone={ground.accepted ? 'green' : 'neutral'}
                  >
                    {ground.accepted ? t('grievances.record.accepted') : t('grievances.record.notAccepted')}
                  </Status>
                )
              }
            >
              <Words text={ground.statement} />
              <div className="mt-2">
                <GroundFiles grievance={grievance} ground={ground} editable={false} />
              </div>
              {ground.finding && (
                <div className="mt-3 border-t border-line pt-3">
                  <p className="text-xs font-medium text-ink-3">{t('grievances.record.finding')}</p>
                  <Words text={ground.finding} />
                </div>
              )}
            </Card>
          ))}
        </div>
      </Section>
      {(grievance.panel.length > 0 || grievance.hearings.length > 0) && (
        <Section title={t('grievances.record.hearings')} aside={actions.hear}>
          <Hearings grievance={grievance} />
        </Section>
      )}
      {grievance.evaluation && (
        <Section title={t('grievances.record.evaluation')}>
          <Evaluation evaluation={grievance.evaluation} />
        </Section>
      )}
      {(grievance.parts.includes('panelist') || grievance.parts.includes('head')) && grievance.panel.length > 0 && (
        <Section
          title={t('grievances.record.deliberation')}
          note={t('grievances.record.deliberationNote')}
          aside={actions.opine}
        >
          <Deliberation grievance={grievance} />
        </Section>
      )}
    </div>
  )
}

/** What somebody wrote, in its own direction and with its lines. */
function Words({ text }: { readonly text: string }) {
  return (
    <p dir="auto" className="whitespace-pre-line text-md text-ink-2 [overflow-wrap:anywhere]">
      {text}
    </p>
  )
}

function DecisionCard({ grievance }: { readonly grievance: Grievance }) {
  const { t, pick, textFor } = useText()
  const { decision } = grievance
  if (!decision) return null
  const { outcome, fromRank, toRank, toResult, reasonCode } = decision
  const reason = reasons.find(({ code }) => code === reasonCode)
  const rank = (value: NonNullable<typeof fromRank>) => t(`grievances.ranks.${value}`)
  return (
    <Card
      tone={outcome === 'rejected' ? 'quiet' : 'accent'}
      title={t('grievances.record.decision')}
      aside={<OutcomeStatus outcome={outcome} look="pill" />}
    >
      <div className="flex flex-col gap-4">
        <Words text={decision.reasoning} />
        <DescriptionList
          look="columns"
          facts={[
            {
              term: t('grievances.record.effect'),
              value:
                outcome === 'rejected' ? (
                  t('grievances.record.noEffect')
                ) : (
                  <ul>
                    {fromRank && toRank && fromRank !== toRank && (
                      <li className="font-medium">
                        {t('grievances.record.rankEffect', { from: rank(fromRank), to: rank(toRank) })}
                      </li>
                    )}
                    {toResult && (
                      <li className="font-medium">
                        {t('grievances.record.newResult')}: <Num percent>{Number(toResult)}</Num>
                      </li>
                    )}
                    <li className="text-ink-3">{t('grievances.record.addedSeat')}</li>
                  </ul>
                ),
            },
            {
              term: t('grievances.record.reasonCode'),
              value: (
                <>
                  {reason && textFor(`reasons.${reason.name}`)} <Num code>{reasonCode}</Num>
                </>
              ),
            },
            {
              term: t(`grievances.record.decidedAs.${decision.as}`),
              value: (
                <>
                  {pick(decision.by.name)}
                  <span className="block text-xs text-ink-3">
                    <DateTimeText at={decision.at} />
                  </span>
                </>
              ),
            },
          ]}
        />
      </div>
    </Card>
  )
}

function Hearings({ grievance: { hearings } }: { readonly grievance: Grievance }) {
  const { t, pick } = useText()
  if (hearings.length === 0) return <p className="text-sm text-ink-3">{t('grievances.record.noHearings')}</p>
  return (
    <ul className="flex flex-col gap-3">
      {hearings.map((one) => (
        <li key={one.id} className="rounded-md border border-line p-3">
          <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
            <span className="font-medium">
              <DateTimeText at={one.heldAt} />
            </span>
            <span className="text-ink-3">{t(`grievances.record.modes.${one.mode}`)}</span>
          </p>
          <p dir="auto" className="mt-1 text-sm text-ink-2">
            {t('grievances.record.attendance')}: {one.attendance}
          </p>
          <Words text={one.record} />
          <p className="mt-1 text-xs text-ink-3">
            {t('grievances.record.recordedBy', { name: pick(one.recordedBy.name) })}
          </p>
        </li>
      ))}
    </ul>
  )
}

function Evaluation({ evaluation }: { readonly evaluation: NonNullable<Grievance['evaluation']> }) {
  const { t, pick } = useText()
  return (
    <Card>
      <PersonLine person={evaluation.evaluator} />
      <div className="mt-3 flex flex-col gap-3">
        <div>
          <p className="text-xs font-medium text-ink-3">{t('grievances.record.question')}</p>
          <Words text={evaluation.question} />
        </div>
        {evaluation.finding ? (
          <div>
            <p className="text-xs font-medium text-ink-3">
              {t('grievances.record.evaluationRank')}: {evaluation.rank && t(`grievances.ranks.${evaluation.rank}`)}
            </p>
            <Words text={evaluation.finding} />
          </div>
        ) : (
          <p className="text-sm text-ink-3">
            {t('grievances.record.evaluationWaits', { name: pick(evaluation.evaluator.name) })}
          </p>
        )}
      </div>
    </Card>
  )
}

function Deliberation({ grievance }: { readonly grievance: Grievance }) {
  const { t, pick } = useText()
  return (
    <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
      {grievance.panel.map(({ member, hasOpinion, opinion, note }) => (
        <li key={member.id} className="flex flex-col gap-1 px-3 py-2.5">
          <span className="flex flex-wrap items-center justify-between gap-3">
            <span className="font-medium">{pick(member.name)}</span>
            {opinion ? (
              <OutcomeStatus outcome={opinion} />
            ) : (
              <span className="text-sm text-ink-3">
                {hasOpinion ? t('grievances.record.hasOpinion') : t('grievances.record.noOpinion')}
              </span>
            )}
          </span>
          {note && <Words text={note} />}
        </li>
      ))}
    </ul>
  )
}
