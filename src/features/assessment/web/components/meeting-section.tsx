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
import { MeetingDialog } from '../../../performance/web/public.tsx'
import type { AssessmentView } from '../../schema.ts'
import { api, keys } from '../api.ts'

/** The feedback meeting: a condition of the approval, recorded by form or by one press (AMB-28). */
export function MeetingSection({ view }: { readonly view: AssessmentView }) {
  const { t, pick } = useText()
  const [writing, setWriting] = useState(false)
  const last = view.meetings.toSorted((one, other) => other.heldAt.localeCompare(one.heldAt))[0]
  const mayRecord = view.can.recordMeeting?.allowed === true
  const params = { documentId: view.documentId }
  const refresh = [keys.document(view.documentId), keys.queue, keys.team]
  const byChat = useApiMutation({
    send: () =>
      api('POST /api/assessments/:documentId/meetings', {
        params,
        body: { heldAt: new Date().toISOString(), mode: 'chat' },
      }),
    refresh,
    onDone: () => notifyDone(t('assessment.meeting.done')),
    onProblem: notifyProblem,
  })
  return (
    <Section
      ruled
      title={t('assessment.meeting.title')}
      aside={
        last ? (
          <Status icon={CircleCheck} tone="green">
            {t('assessment.meeting.recorded')}
          </Status>
        ) : (
          <Status icon={Clock} tone={view.status === 'reviewing' ? 'amber' : 'neutral'}>
            {t('assessment.meeting.missing')}
          </Status>
        )
      }
    >
      {last && (
        <DescriptionList
          facts={[
            { term: t('assessment.meeting.when'), value: <DateTimeText at={last.heldAt} /> },
            { term: t('assessment.meeting.mode'), value: t(`assessment.meeting.modes.${last.mode}`) },
            ...(last.notes === ''
              ? []
              : [
                  {
                    term: t('assessment.meeting.notes'),
                    value: <bdi className="whitespace-pre-wrap text-ink-2">{last.notes}</bdi>,
                  },
                ]),
            { term: t('assessment.meeting.by'), value: pick(last.recordedBy.name) },
          ]}
        />
      )}
      {view.meetings.length > 1 && (
        <p className="mt-1 text-xs text-ink-3">
          {t('assessment.meeting.earlier', { count: view.meetings.length - 1 })}
        </p>
      )}
      <p className="mt-2 flex items-start gap-1.5 text-xs text-ink-3">
        <Icon icon={Info} size={14} className="mt-0.5" />
        {t('assessment.meeting.condition')}
      </p>
      {mayRecord && (
        <div className="mt-2.5 flex flex-wrap gap-2">
          <Button size="sm" look={last ? 'link' : 'secondary'} icon={Users} onPress={() => setWriting(true)}>
            {t(last ? 'assessment.meeting.another' : 'assessment.meeting.record')}
          </Button>
          {!last && (
            <Button size="sm" icon={MessagesSquare} pending={byChat.isPending} onPress={() => byChat.mutate()}>
              {t('assessment.meeting.byChat')}
            </Button>
          )}
        </div>
      )}
      {writing && (
        <MeetingDialog
          title={t('assessment.meeting.record')}
          done={t('assessment.meeting.done')}
          send={(body) => api('POST /api/assessments/:documentId/meetings', { params, body })}
          refresh={refresh}
          onClose={() => setWriting(false)}
        />
      )}
    </Section>
  )
}
