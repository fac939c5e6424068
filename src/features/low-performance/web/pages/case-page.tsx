import { MessageSquare } from 'lucide-react'
import { useState } from 'react'
import { Banner } from '../../../../ui/banner.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { DateText, DateTimeText } from '../../../../ui/date-text.tsx'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { usePathParams } from '../../../../ui/navigation.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { Section } from '../../../../ui/section.tsx'
import { PersonLine } from '../../../grievances/web/public.tsx'
import { api, oneKey, type SupportCase } from '../api.ts'
import { CaseContent } from '../components/case-content.tsx'
import {
  AnswerDialog,
  BeginDialog,
  CloseDialog,
  PlanDialog,
  ReviewDialog,
  SayDialog,
  StudyDialog,
} from '../components/dialogs.tsx'
import { CaseStatus } from '../components/pieces.tsx'

/** One case of support, for the employee, the supervisor and the committee. */
export function CasePage() {
  const { id } = usePathParams<'id'>()
  const query = useApiQuery({
    key: oneKey(id),
    load: (signal) => api('GET /api/low-performance/:id', { params: { id }, signal }),
  })
  return <Loaded query={query}>{(found) => <Shown key={found.id} found={found} />}</Loaded>
}

const dialogs = {
  say: SayDialog,
  answer: AnswerDialog,
  study: StudyDialog,
  plan: PlanDialog,
  begin: BeginDialog,
  review: ReviewDialog,
  close: CloseDialog,
}
type Ask = keyof typeof dialogs

function Shown({ found }: { readonly found: SupportCase }) {
  const { t, pick } = useText()
  const [ask, setAsk] = useState<Ask | null>(null)
  const own = found.parts.includes('employee')
  const may = (name: Ask) => (name === 'say' ? found.can.speak : found.can[name])?.allowed === true
  const spoken = own ? found.employeeWords : found.supervisorWords
  const order: Ask[] = [
    ...(spoken ? [] : (['say'] as const)),
    'begin',
    ...(found.study ? [] : (['study'] as const)),
    ...(found.plan ? (['review'] as const) : (['plan'] as const)),
  ]
  const main = order.find(may) ?? null
  const rest = (['say', 'answer', 'study', 'plan', 'review', 'close'] as const).filter(
    (name) => name !== main && may(name),
  )
  const label = (name: Ask) =>
    name === 'plan' && found.plan ? t('lowPerformance.moves.replan') : t(`lowPerformance.moves.${name}`)
  const Dialog = ask && dialogs[ask]
  return (
    <Page
      header={
        <PageHeader
          title={t('lowPerformance.record.title', { number: found.number, year: found.year })}
          context={own ? undefined : pick(found.employee.name)}
          pill={<CaseStatus status={found.status} look="pill" />}
          state={t(`lowPerformance.states.${found.status}`)}
          crumbs={[
            own
              ? { label: t('lowPerformance.mine.title'), to: '/my/support' }
              : { label: t('lowPerformance.title'), to: '/committees/low-performance' },
          ]}
          actions={rest.map((name) => (
            <Button
              key={name}
              look={name === 'close' ? 'ghost' : 'secondary'}
              {...(name === 'answer' && { icon: MessageSquare })}
              onPress={() => setAsk(name)}
            >
              {label(name)}
            </Button>
          ))}
          mainAction={
            main && (
              <Button look="primary" onPress={() => setAsk(main)}>
                {label(main)}
              </Button>
            )
          }
        />
      }
      side={<Side found={found} />}
      sideLabel={t('lowPerformance.record.people')}
    >
      <CaseContent found={found} />
      {Dialog && <Dialog found={found} onClose={() => setAsk(null)} />}
    </Page>
  )
}

function Side({ found }: { readonly found: SupportCase }) {
  const { t } = useText()
  const { employee, supervisor, openedAt, dueOn, raisedAt, status } = found
  return (
    <div className="flex flex-col gap-5">
      <Card>
        <DescriptionList
          facts={[
            { term: t('lowPerformance.record.opened'), value: <DateTimeText at={openedAt} /> },
            ...(dueOn && status !== 'closed'
              ? [{ term: t('lowPerformance.record.due'), value: <DateText date={dueOn} /> }]
              : []),
          ]}
        />
        {raisedAt && status !== 'closed' && (
          <Banner tone="amber" className="mt-3">
            {t('lowPerformance.list.raised')} <DateTimeText at={raisedAt} />
          </Banner>
        )}
        <p className="mt-3 text-xs text-ink-3">{t('lowPerformance.record.noPay')}</p>
      </Card>
      <Section title={t('lowPerformance.record.people')} ruled>
        <div className="flex flex-col gap-3 text-sm">
          <PersonLine
            person={employee}
            note={<span className="text-ink-3">{t('lowPerformance.record.employeeWords')}</span>}
          />
          {supervisor && (
            <PersonLine
              person={supervisor}
              note={<span className="text-ink-3">{t('lowPerformance.record.supervisorWords')}</span>}
            />
          )}
        </div>
      </Section>
    </div>
  )
}
