import {
  Ban,
  CalendarClock,
  CircleCheck,
  CircleSlash,
  FileText,
  Gavel,
  Inbox,
  MailCheck,
  Mic,
  RefreshCw,
  TriangleAlert,
  Undo2,
  Users,
} from 'lucide-react'
import { Banner } from '../../../../ui/banner.tsx'
import { Card } from '../../../../ui/card.tsx'
import { DateText, DateTimeText } from '../../../../ui/date-text.tsx'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Section } from '../../../../ui/section.tsx'
import { Status } from '../../../../ui/status.tsx'
import { Timeline, type TimelineItem } from '../../../../ui/timeline.tsx'
import type { Grievance } from '../api.ts'
import { Countdown } from './countdown.tsx'
import { PersonLine } from './pieces.tsx'

type SideProps = { readonly grievance: Grievance; readonly serverNow: string; readonly today: string }

/** Deadlines, who judges, and what happened. */
export function CaseSide({ grievance, serverNow, today }: SideProps) {
  const { t } = useText()
  return (
    <div className="flex flex-col gap-5">
      <Clock grievance={grievance} serverNow={serverNow} today={today} />
      {grievance.status !== 'draft' && <Panel grievance={grievance} />}
      {grievance.filedAt && (
        <Section title={t('grievances.record.timeline')} ruled>
          <Happened grievance={grievance} />
        </Section>
      )}
    </div>
  )
}

function Clock({ grievance, serverNow, today }: SideProps) {
  const { t } = useText()
  const { status, filesUntil, filedAt, acknowledgeBy, decideBy, raisedAt, extension } = grievance
  if (status === 'draft') {
    return filesUntil ? (
      <Card title={t('grievances.record.window')} aside={<Countdown until={filesUntil} serverNow={serverNow} />}>
        <p className="text-sm text-ink-2">
          {new Date(filesUntil) < new Date(serverNow) ? (
            <>
              {t('grievances.mine.closedBefore')} <DateTimeText at={filesUntil} />
            </>
          ) : (
            <>
              {t('grievances.mine.lastMoment')} <DateTimeText at={filesUntil} />
            </>
          )}
        </p>
        <p className="mt-2 text-xs text-ink-3">{t('grievances.mine.court')}</p>
      </Card>
    ) : null
  }
  const open = !['decided', 'notified', 'inadmissible', 'withdrawn'].includes(status)
  const late = (day: string | null) => open && day !== null && day < today
  const due = (day: string, waits: boolean) => (
    <span className="flex flex-wrap items-center gap-x-2">
      <DateText date={day} />
      {waits && late(day) && (
        <Status icon={TriangleAlert} tone="red">
          {t('grievances.record.late')}
        </Status>
      )}
    </span>
  )
  return (
    <Card title={t('grievances.record.clock')}>
      <DescriptionList
        facts={[
          ...(filedAt ? [{ term: t('grievances.record.filed'), value: <DateTimeText at={filedAt} /> }] : []),
          ...(acknowledgeBy
            ? [{ term: t('grievances.record.acknowledgeBy'), value: due(acknowledgeBy, status === 'filed') }]
            : []),
          ...(decideBy ? [{ term: t('grievances.record.decideBy'), value: due(decideBy, true) }] : []),
        ]}
      />
      {raisedAt && open && (
        <Banner tone="amber" className="mt-3">
          {t('grievances.record.raisedNote')}
        </Banner>
      )}
      {extension && (
        <p className="mt-3 text-sm text-ink-2">
          <span className="font-medium">{t('grievances.record.extended')}: </span>
          {extension.reason}
        </p>
      )}
    </Card>
  )
}

function Panel({ grievance }: { readonly grievance: Grievance }) {
  const { t } = useText()
  return (
    <Section title={t('grievances.record.panel')} ruled>
      {grievance.panel.length === 0 ? (
        <p className="text-sm text-ink-3">{t('grievances.record.panelNone')}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {grievance.panel.map(({ member, chairs, fit }) => (
            <li key={member.id} className="text-sm">
              <PersonLine
                person={member}
                note={
                  fit ? (
                    <span className="text-ink-3">
                      {chairs ? t('grievances.record.panelChair') : t('grievances.record.panelMember')}
                    </span>
                  ) : (
                    <Status icon={CircleSlash} tone="red" className="text-xs">
                      {t('grievances.record.unfit')}
                    </Status>
                  )
                }
              />
            </li>
          ))}
          {grievance.left.map(({ member, cause, note }) => (
            <li key={`${member.id}-${cause}`} className="text-sm opacity-80">
              <PersonLine
                person={member}
                note={
                  <span className="text-ink-3">
                    {[t(`grievances.record.left.${cause}`), note].filter(Boolean).join(': ')}
                  </span>
                }
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Happened({ grievance }: { readonly grievance: Grievance }) {
  const { t, pick } = useText()
  const { acknowledged, admission, hearings, evaluation, decision, withdrawal, extension, raisedAt } = grievance
  const item = (id: string, at: string | null, icon: TimelineItem['icon'], title: string, by?: string | null) =>
    at === null
      ? []
      : [
          {
            at,
            item: {
              id,
              icon,
              title,
              meta: (
                <>
                  {by && <>{by} · </>}
                  <DateTimeText at={at} />
                </>
              ),
            } satisfies TimelineItem,
          },
        ]
  const name = (person: { name: { ar: string; en: string } } | null) => person && pick(person.name)
  const [seated] = grievance.panel.map(({ seatedAt }) => seatedAt).toSorted()
  const events = [
    ...item('filed', grievance.filedAt, Inbox, t('grievances.statuses.filed'), pick(grievance.employee.name)),
    ...item(
      'acknowledged',
      acknowledged?.at ?? null,
      MailCheck,
      t('grievances.statuses.acknowledged'),
      name(acknowledged?.by ?? null),
    ),
    ...item(
      'admission',
      admission?.at ?? null,
      grievance.status === 'inadmissible' ? Ban : CircleCheck,
      grievance.status === 'inadmissible' ? t('grievances.record.inadmissible') : t('grievances.record.admission'),
      name(admission?.by ?? null),
    ),
    ...item('seated', seated ?? null, Users, t('grievances.done.seat')),
    ...hearings.flatMap((hearing) =>
      item(hearing.id, hearing.recordedAt, Mic, t('grievances.done.hear'), name(hearing.recordedBy)),
    ),
    ...item(
      'asked',
      evaluation?.askedAt ?? null,
      RefreshCw,
      t('grievances.done.askEvaluation'),
      name(evaluation?.evaluator ?? null),
    ),
    ...item(
      'evaluated',
      evaluation?.at ?? null,
      FileText,
      t('grievances.done.evaluate'),
      name(evaluation?.evaluator ?? null),
    ),
    ...item('raised', raisedAt, TriangleAlert, t('grievances.list.raised')),
    ...item(
      'extended',
      extension?.at ?? null,
      CalendarClock,
      t('grievances.record.extended'),
      name(extension?.by ?? null),
    ),
    ...item('decided', decision?.at ?? null, Gavel, t('grievances.statuses.decided'), name(decision?.by ?? null)),
    ...item('received', grievance.receivedAt, MailCheck, t('grievances.record.received')),
    ...item(
      'withdrawn',
      withdrawal?.at ?? null,
      Undo2,
      t('grievances.record.withdrawn'),
      pick(grievance.employee.name),
    ),
  ]
  // What happened in the same instant stands in the order of the case, the last first.
  const newestFirst = events.toReversed().toSorted((a, b) => new Date(b.at).getTime() - new Date(a.at).getTime())
  return <Timeline label={t('grievances.record.timeline')} items={newestFirst.map(({ item: shown }) => shown)} />
}
