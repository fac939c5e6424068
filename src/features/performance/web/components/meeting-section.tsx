import { CircleCheck, Clock, Info, MessagesSquare, Users } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { useApiMutation } from '../../../../ui/query.ts'
import { Section } from '../../../../ui/section.tsx'
import { Status } from '../../../../ui/status.tsx'
import { notifyDone, notifyProblem } from '../../../../ui/toast.tsx'
import type { DocumentView } from '../../schema.ts'
import { api, keys } from '../api.ts'
import { MeetingDialog } from './meeting-dialog.tsx'
import { type Meeting, meetingsOf } from './meetings.ts'

/** The discussion session: a condition of the agreement, recorded by form or by one press (AMB-28). */
export function MeetingSection({ view }: { readonly view: DocumentView }) {
  const { t } = useText()
  const [writing, setWriting] = useState(false)
  const meetings = meetingsOf(view)
  const last = meetings[0]
  const mayRecord = view.can.recordMeeting?.allowed === true
  const byChat = useApiMutation({
    send: () =>
      api('POST /api/performance/documents/:id/meetings', {
        params: { id: view.id },
        body: { heldAt: new Date().toISOString(), mode: 'chat' },
      }),
    refresh: [keys.document(view.id), keys.approvals, keys.team],
    onDone: () => notifyDone(t('performance.meeting.done')),
    onProblem: notifyProblem,
  })
  return (
    <Section
      ruled
      title={t('performance.meeting.title')}
      aside={
        last ? (
          <Status icon={CircleCheck} tone="green">
            {t('performance.meeting.recorded')}
          </Status>
        ) : (
          <Status icon={Clock} tone={view.status === 'submitted' ? 'amber' : 'neutral'}>
            {t('performance.meeting.missing')}
          </Status>
        )
      }
    >
      {last && <MeetingFacts meeting={last} earlier={meetings.length - 1} />}
      <p className="mt-2 flex items-start gap-1.5 text-xs text-ink-3">
        <Icon icon={Info} size={14} className="mt-0.5" />
        {t('performance.meeting.condition')}
      </p>
      {mayRecord && (
        <div className="mt-2.5 flex flex-wrap gap-2">
          <Button size="sm" look={last ? 'link' : 'secondary'} icon={Users} onPress={() => setWriting(true)}>
            {t(last ? 'performance.meeting.another' : 'performance.meeting.record')}
          </Button>
          {!last && (
            <Button size="sm" icon={MessagesSquare} pending={byChat.isPending} onPress={() => byChat.mutate()}>
              {t('performance.meeting.byChat')}
            </Button>
          )}
        </div>
      )}
      {writing && (
        <MeetingDialog
          title={t('performance.meeting.record')}
          done={t('performance.meeting.done')}
          send={(body) => api('POST /api/performance/documents/:id/meetings', { params: { id: view.id }, body })}
          refresh={[keys.document(view.id), keys.approvals, keys.team]}
          onClose={() => setWriting(false)}
        />
      )}
    </Section>
  )
}

function MeetingFacts({ meeting, earlier }: { readonly meeting: Meeting; readonly earlier: number }) {
  const { t, pick } = useText()
  return (
    <>
      <DescriptionList
        facts={[
          { term: t('performance.meeting.when'), value: <DateTimeText at={meeting.heldAt} /> },
          { term: t('performance.meeting.mode'), value: t(`performance.meeting.modes.${meeting.mode}`) },
          ...(meeting.notes === ''
            ? []
            : [
                {
                  term: t('performance.meeting.notes'),
                  value: <bdi className="whitespace-pre-wrap text-ink-2">{meeting.notes}</bdi>,
                },
              ]),
          { term: t('performance.meeting.by'), value: pick(meeting.recordedBy.name) },
        ]}
      />
      {earlier > 0 && <p className="mt-1 text-xs text-ink-3">{t('performance.meeting.earlier', { count: earlier })}</p>}
    </>
  )
}
