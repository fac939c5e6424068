import { useState } from 'react'
import { type Rank, ranks } from '../../../../shared/ranks.ts'
import { reasonsFor } from '../../../../shared/reasons.ts'
import { useText } from '../../../../ui/i18n.ts'
import { NumberField } from '../../../../ui/number-field.tsx'
import { RadioGroup } from '../../../../ui/radio-group.tsx'
import { Segmented } from '../../../../ui/segmented.tsx'
import { Select } from '../../../../ui/select.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { hasMajority, notProven, reasonFits } from '../../domain/decision.ts'
import { type Ground, outcomes } from '../../domain/grievance.ts'
import { api } from '../api.ts'
import { AskDialog } from './ask-dialog.tsx'
import type { DialogProps } from './simple-dialogs.tsx'
import { useCaseAct } from './use-case.ts'

type Answer = { readonly accepted: boolean; readonly finding: string }

/** The reasoned decision: an answer to each ground, the outcome, its reasons and its effect. */
export function DecisionDialog({ grievance, onClose }: DialogProps) {
  const { t, textFor } = useText()
  const judged = grievance.panel
    .filter(({ fit }) => fit)
    .map(({ member, opinion }) => ({ memberId: member.id, opinion }))
  const majority = outcomes.find((one) => hasMajority(judged, one))
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>(majority ?? 'rejected')
  const [answers, setAnswers] = useState<Readonly<Partial<Record<Ground, Answer>>>>({})
  const [chosenCode, setChosenCode] = useState<string | null>(null)
  const [reasoning, setReasoning] = useState('')
  const [rank, setRank] = useState<Rank | 'keep'>(grievance.evaluation?.rank ?? 'keep')
  const [result, setResult] = useState('')
  const changes = outcome !== 'rejected'
  const fitting = reasonsFor('grievance').filter(({ code }) => reasonFits(code, outcome))
  const reasonCode = fitting.find(({ code }) => code === chosenCode)?.code ?? fitting[0]?.code ?? notProven
  const asHead = grievance.can.decide?.allowed !== true
  const answerOf = (ground: Ground): Answer => answers[ground] ?? { accepted: false, finding: '' }
  const act = useCaseAct({
    id: grievance.id,
    send: () =>
      api('POST /api/grievances/:id/decision', {
        params: { id: grievance.id },
        version: grievance.version,
        body: {
          outcome,
          reasonCode,
          reasoning,
          findings: grievance.grounds.map(({ ground }) => ({ ground, ...answerOf(ground) })),
          rank: changes && rank !== 'keep' ? rank : null,
          result: changes && result.trim() !== '' ? result : null,
        },
      }),
    done: t('grievances.done.decide'),
    onDone: onClose,
  })
  return (
    <AskDialog
      size="lg"
      title={asHead ? t('grievances.moves.rule') : t('grievances.moves.decide')}
      confirm={asHead ? t('grievances.moves.rule') : t('grievances.moves.decide')}
      note={t('grievances.ask.decisionNote')}
      problem={act.error}
      pending={act.isPending}
      onClose={onClose}
      onSubmit={() => act.mutate()}
    >
      {!asHead && (
        <p className="text-sm font-medium">
          {majority
            ? t('grievances.ask.majority', { outcome: t(`grievances.outcomes.${majority}`) })
            : t('grievances.ask.noMajority')}
        </p>
      )}
      <RadioGroup
        inline
        label={t('grievances.record.outcome')}
        value={outcome}
        onChange={setOutcome}
        options={outcomes.map((value) => ({ value, label: t(`grievances.outcomes.${value}`) }))}
      />
      <fieldset className="flex flex-col gap-4">
        <legend className="mb-2 text-sm font-medium text-ink-2">{t('grievances.ask.findings')}</legend>
        {grievance.grounds.map(({ ground }, index) => (
          <div key={ground} className="flex flex-col gap-2 rounded-md border border-line p-3">
            <div className="flex flex-wrap items-center justify-between gap-3">
              <span className="font-medium">{t(`grievances.grounds.${ground}`)}</span>
              <Segmented
                label={t(`grievances.grounds.${ground}`)}
                value={answerOf(ground).accepted ? 'yes' : 'no'}
                onChange={(value) =>
                  setAnswers({ ...answers, [ground]: { ...answerOf(ground), accepted: value === 'yes' } })
                }
                options={[
                  { value: 'yes', label: t('grievances.record.accepted') },
                  { value: 'no', label: t('grievances.record.notAccepted') },
                ]}
              />
            </div>
            <TextArea
              label={t('grievances.record.finding')}
              name={`findings/${index}/finding`}
              rows={2}
              maxLength={6000}
              value={answerOf(ground).finding}
              onChange={(finding) => setAnswers({ ...answers, [ground]: { ...answerOf(ground), finding } })}
            />
          </div>
        ))}
      </fieldset>
      <Select
        label={t('grievances.record.reasonCode')}
        name="reasonCode"
        value={reasonCode}
        onChange={setChosenCode}
        options={fitting.map(({ code, name }) => ({
          value: code,
          label: textFor(`reasons.${name}`) ?? code,
          hint: code,
        }))}
      />
      <TextArea
        label={t('grievances.record.reasoning')}
        name="reasoning"
        rows={6}
        maxLength={12000}
        value={reasoning}
        onChange={setReasoning}
      />
      {changes && (
        <div className="grid gap-4 sm:grid-cols-2">
          <Select
            label={t('grievances.record.newRank')}
            name="rank"
            value={rank}
            onChange={setRank}
            options={[
              { value: 'keep' as const, label: t('grievances.record.keepRank') },
              ...ranks.map((value) => ({ value, label: t(`grievances.ranks.${value}`) })),
            ]}
          />
          <NumberField
            label={t('grievances.record.newResult')}
            name="result"
            required={false}
            hint={t('grievances.record.newResultHint')}
            decimals={6}
            suffix="%"
            value={result}
            onChange={setResult}
          />
        </div>
      )}
    </AskDialog>
  )
}
