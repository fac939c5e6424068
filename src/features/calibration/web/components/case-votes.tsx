import { Check, Lock } from 'lucide-react'
import { useState } from 'react'
import type { Band } from '../../../../shared/ranks.ts'
import { Banner } from '../../../../ui/banner.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { RadioGroup } from '../../../../ui/radio-group.tsx'
import { Section } from '../../../../ui/section.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import type { CaseView } from '../../schema.ts'
import { api, shownElsewhere } from '../api.ts'
import { whyNot } from './may.ts'
import { rankName } from './rank-name.ts'

const bands = ['very_good', 'good', 'average', 'weak'] as const satisfies readonly Band[]

type CaseVotesProps = { readonly view: CaseView; readonly inSitting: boolean }

/** Judgements before the sitting, hidden until one's own is given; then the votes of those who sit. */
export function CaseVotes({ view, inSitting }: CaseVotesProps) {
  const text = useText()
  const { t } = text
  const given = ({ votes, voters }: CaseView['before']) => t('calibration.case.given', { votes, voters })
  const vote = view.can.vote
  return (
    <>
      <Section ruled level={3} title={t('calibration.case.before')} note={given(view.before)}>
        {view.votesBefore === null ? (
          <p className="text-sm text-ink-3">{t('calibration.case.beforeHidden')}</p>
        ) : (
          <Votes votes={view.votesBefore} empty={t('calibration.case.noBefore')} />
        )}
      </Section>
      {(inSitting || view.votes.length > 0) && (
        <Section ruled level={3} title={t('calibration.case.votes')} note={given(view.sitting)}>
          <Votes votes={view.votes} empty={t('calibration.case.noVotes')} />
          {view.status === 'open' && (
            <p className="mt-2 text-sm font-medium">
              {view.majority
                ? t('calibration.case.majority', { rank: rankName(text, view.majority) })
                : t('calibration.case.noMajority')}
            </p>
          )}
        </Section>
      )}
      {view.recused && (
        <Banner tone="neutral" icon={Lock}>
          {t('calibration.case.recusedMe', { cause: t(`calibration.case.causes.${view.recused}`) })}
        </Banner>
      )}
      {vote?.allowed && <VoteForm view={view} stage={inSitting ? 'sitting' : 'before'} />}
      {vote && !vote.allowed && !view.recused && view.status === 'open' && (
        <Banner tone="neutral" icon={Lock}>
          {whyNot(vote.why)}
        </Banner>
      )}
    </>
  )
}

function Votes({ votes, empty }: { readonly votes: CaseView['votes']; readonly empty: string }) {
  const text = useText()
  if (votes.length === 0) return <p className="text-sm text-ink-3">{empty}</p>
  return (
    <ul className="flex flex-col gap-2 text-sm">
      {votes.map((vote) => (
        <li key={vote.member.id}>
          <span className="flex items-baseline justify-between gap-3">
            <span className="text-ink-2">{text.pick(vote.member.name)}</span>
            <b className="whitespace-nowrap">{rankName(text, vote.rank)}</b>
          </span>
          {vote.note && <span className="block text-xs whitespace-pre-wrap text-ink-3">{vote.note}</span>}
        </li>
      ))}
    </ul>
  )
}

type VoteFormProps = { readonly view: CaseView; readonly stage: 'before' | 'sitting' }

function VoteForm({ view, stage }: VoteFormProps) {
  const text = useText()
  const { t } = text
  const [rank, setRank] = useState<Band | null>(view[stage].mine)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const save = useApiMutation({
    send: (chosen: Band) =>
      api('PUT /api/calibration/cases/:id/vote', {
        params: { id: view.id },
        body: { rank: chosen, ...(note.trim() && { note: note.trim() }) },
      }),
    refresh: shownElsewhere,
    onDone: () => notifyDone(t(`calibration.case.voted.${stage}`)),
  })
  return (
    <Section ruled level={3} title={t(`calibration.case.mine.${stage}`)}>
      <Form
        id="vote"
        problem={save.error}
        onSubmit={() => {
          setTried(true)
          if (rank) save.mutate(rank)
        }}
      >
        <RadioGroup
          name="rank"
          inline
          hideLabel
          required
          label={t('calibration.case.rank')}
          value={rank}
          onChange={setRank}
          options={bands.map((value) => ({ value, label: rankName(text, value) }))}
          error={tried && rank === null ? t('calibration.case.rankNeeded') : undefined}
        />
        <TextArea
          name="note"
          label={t('calibration.case.note')}
          required={false}
          rows={2}
          maxLength={2000}
          value={note}
          onChange={setNote}
        />
        <div>
          <Button type="submit" icon={Check} pending={save.isPending}>
            {t(`calibration.case.vote.${stage}`)}
          </Button>
        </div>
      </Form>
    </Section>
  )
}
