import { DateTimeText } from '../../../../ui/date-text.tsx'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Num } from '../../../../ui/num.tsx'
import { Section } from '../../../../ui/section.tsx'
import type { Dossier } from '../api.ts'

/** The facts of a case, and who of the committee takes part, who is recused and why. */
export function CommitteeSide({ dossier }: { readonly dossier: Dossier }) {
  const { t, pick } = useText()
  const { committee, result, requirement, claims, nominatedBy, submittedAt, official, verified, seat } = dossier
  const met = claims.filter(({ finding }) => finding?.met).length
  return (
    <>
      <Section title={t('excellence.pages.dossier')}>
        <DescriptionList
          facts={[
            ...(result?.result != null
              ? [{ term: t('excellence.team.result'), value: <Num decimals={2}>{result.result / 1_000_000}</Num> }]
              : []),
            ...(result?.rank ? [{ term: t('excellence.team.rank'), value: t(`excellence.ranks.${result.rank}`) }] : []),
            {
              term: t('excellence.seats.met'),
              value: t('excellence.seats.metOf', { met, needed: requirement.needed }),
            },
            ...(seat ? [{ term: t('excellence.seats.title'), value: t(`excellence.seats.standing.${seat}`) }] : []),
            ...(nominatedBy ? [{ term: t('excellence.dossier.nominatedBy'), value: pick(nominatedBy.name) }] : []),
            ...(submittedAt ? [{ term: t('excellence.sentOn'), value: <DateTimeText at={submittedAt} /> }] : []),
            ...(official ? [{ term: t('excellence.dossier.official'), value: pick(official.name) }] : []),
            ...(verified ? [{ term: t('excellence.dossier.verified'), value: <DateTimeText at={verified.at} /> }] : []),
          ]}
        />
      </Section>
      {committee && (
        <Section title={t('excellence.committee.title')} ruled>
          <ul className="flex flex-col gap-3 text-sm">
            {committee.map(({ member, capacity, causes, tookPart }) => (
              <li key={member.id}>
                <span className="font-medium">{pick(member.name)}</span>{' '}
                <span className="text-ink-3">{t(`excellence.committee.capacities.${capacity}`)}</span>
                <span className="block text-xs text-ink-3">
                  {causes.length > 0
                    ? causes.map((cause) => t(`excellence.committee.causes.${cause}`)).join(' · ')
                    : capacity === 'secretary'
                      ? t('excellence.committee.records')
                      : tookPart
                        ? t('excellence.dossier.members')
                        : t('excellence.committee.fit')}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
