import { Check, CircleCheck, CircleDashed, CircleX } from 'lucide-react'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { DateText, DateTimeText } from '../../../../ui/date-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Section } from '../../../../ui/section.tsx'
import { Status } from '../../../../ui/status.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { notifyProblem } from '../../../../ui/toast.tsx'
import { api, type SupportCase } from '../api.ts'
import { Words } from './pieces.tsx'
import { useCaseAct } from './use-case.ts'

/** The case from its end to its beginning: outcome, plan with reviews, causes, what both sides say, answers. */
export function CaseContent({ found }: { readonly found: SupportCase }) {
  const { t, pick } = useText()
  const { plan, study, causes, closing, answers } = found
  return (
    <div className="flex flex-col gap-7">
      {closing && (
        <Card
          tone="accent"
          title={t('lowPerformance.record.closing')}
          note={t(`lowPerformance.outcomes.${closing.outcome}`)}
        >
          <Words text={closing.reason} />
        </Card>
      )}
      <Section title={t('lowPerformance.record.words')}>
        <div className="grid gap-3 sm:grid-cols-2">
          <Said title={t('lowPerformance.record.employeeWords')} said={found.employeeWords} />
          <Said title={t('lowPerformance.record.supervisorWords')} said={found.supervisorWords} />
        </div>
      </Section>
      <Section title={t('lowPerformance.record.study')}>
        {study ? (
          <div className="flex flex-col gap-3">
            <ul className="flex flex-wrap gap-2">
              {causes.map(({ cause, note }) => (
                <li key={cause}>
                  <Tag>{[t(`lowPerformance.causes.${cause}`), note].filter(Boolean).join(': ')}</Tag>
                </li>
              ))}
            </ul>
            <Words text={study.text} />
            <Signed by={pick(study.by.name)} at={study.at} />
          </div>
        ) : (
          <p className="text-sm text-ink-3">{t('lowPerformance.record.noStudy')}</p>
        )}
      </Section>
      <Section title={t('lowPerformance.record.plan')}>
        {plan ? (
          <div className="flex flex-col gap-4">
            <p className="text-sm font-medium">
              {t('lowPerformance.record.startsOn')} <DateText date={plan.startsOn} />{' '}
              {t('lowPerformance.record.endsOn')} <DateText date={plan.endsOn} />
            </p>
            <Words text={plan.aim} />
            <Measures found={found} />
            <Signed by={pick(plan.by.name)} at={plan.at} />
          </div>
        ) : (
          <p className="text-sm text-ink-3">{t('lowPerformance.record.noPlan')}</p>
        )}
      </Section>
      {plan && (
        <Section title={t('lowPerformance.record.reviews')}>
          <Reviews found={found} />
        </Section>
      )}
      <Section title={t('lowPerformance.record.answers')}>
        {answers.length === 0 ? (
          <p className="text-sm text-ink-3">{t('lowPerformance.record.noAnswers')}</p>
        ) : (
          <ul className="flex flex-col gap-3">
            {answers.map(({ id, body, at }) => (
              <li key={id} className="rounded-md border border-line p-3">
                <Words text={body} />
                <Signed by={pick(found.employee.name)} at={at} />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  )
}

function Said({ title, said }: { readonly title: string; readonly said: SupportCase['employeeWords'] }) {
  const { t, pick } = useText()
  return (
    <Card level={3} tone="quiet" title={title}>
      {said ? (
        <>
          <Words text={said.words} />
          <Signed by={pick(said.by.name)} at={said.at} />
        </>
      ) : (
        <p className="text-sm text-ink-3">{t('lowPerformance.record.noWords')}</p>
      )}
    </Card>
  )
}

function Signed({ by, at }: { readonly by: string; readonly at: string }) {
  return (
    <p className="mt-2 text-xs text-ink-3">
      {by} · <DateTimeText at={at} />
    </p>
  )
}

const measureLooks = {
  open: { icon: CircleDashed, tone: 'blue' },
  done: { icon: CircleCheck, tone: 'green' },
  dropped: { icon: CircleX, tone: 'neutral' },
} as const

type Measure = SupportCase['measures'][number]

function Measures({ found }: { readonly found: SupportCase }) {
  const { t, pick } = useText()
  const settle = useCaseAct<Measure>({
    id: found.id,
    send: ({ id: measureId }) =>
      api('POST /api/low-performance/:id/measures/:measureId', {
        params: { id: found.id, measureId },
        version: found.version,
        body: { status: 'done', note: '' },
      }),
    done: t('lowPerformance.saved.settle'),
  })
  const columns: Column<Measure>[] = [
    {
      id: 'measure',
      header: t('lowPerformance.record.measure'),
      cell: ({ kind, measure }) => (
        <>
          <bdi className="whitespace-pre-line">{measure}</bdi>
          <span className="block text-xs font-regular text-ink-3">{t(`lowPerformance.measureKinds.${kind}`)}</span>
        </>
      ),
    },
    { id: 'owner', header: t('lowPerformance.record.owner'), cell: ({ owner }) => pick(owner.name) },
    {
      id: 'due',
      header: t('lowPerformance.record.dueOn'),
      cell: ({ dueOn }) => <DateText date={dueOn} style="medium" />,
    },
    {
      id: 'status',
      header: t('lowPerformance.list.state'),
      cell: (one) =>
        one.can.settle?.allowed ? (
          <Button size="sm" icon={Check} onPress={() => settle.mutate(one, { onError: notifyProblem })}>
            {t('lowPerformance.record.markDone')}
          </Button>
        ) : (
          <Status {...measureLooks[one.status]}>{t(`lowPerformance.record.${one.status}`)}</Status>
        ),
    },
  ]
  return (
    <Table
      label={t('lowPerformance.record.measures')}
      columns={columns}
      rows={found.measures}
      rowKey={({ id }) => id}
    />
  )
}

const progressTones = { on_track: 'green', slow: 'amber', stuck: 'red' } as const

function Reviews({ found: { reviews } }: { readonly found: SupportCase }) {
  const { t, pick } = useText()
  if (reviews.length === 0) return <p className="text-sm text-ink-3">{t('lowPerformance.record.noReviews')}</p>
  return (
    <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
      {reviews.map(({ id, dueOn, progress, record, by, at }) => (
        <li key={id} className="px-3 py-2.5">
          <p className="flex flex-wrap items-center justify-between gap-3 text-sm">
            <DateText date={dueOn} />
            {progress ? (
              <Status icon={progress === 'on_track' ? CircleCheck : CircleDashed} tone={progressTones[progress]}>
                {t(`lowPerformance.progresses.${progress}`)}
              </Status>
            ) : (
              <span className="text-ink-3">—</span>
            )}
          </p>
          {record && <Words text={record} />}
          {by && at && <Signed by={pick(by.name)} at={at} />}
        </li>
      ))}
    </ul>
  )
}
