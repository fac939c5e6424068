import { Calendar, CircleAlert } from 'lucide-react'
import { DateText } from '../../../../ui/date-text.tsx'
import { type Text, useText } from '../../../../ui/i18n.ts'
import { Status } from '../../../../ui/status.tsx'
import { agoText, cycleName } from '../../../performance/web/public.tsx'
import type { AssessmentView, Person } from '../../schema.ts'

/** Under the title: who it is, which cycle, what is waited for and since when, and the deadline. */
export function StateSentence({ view, own }: { readonly view: AssessmentView; readonly own?: boolean }) {
  const text = useText()
  const facts = [
    own ? null : view.employee.title && text.pick(view.employee.title),
    cycleName(text, view.cycle),
    stateOf(view, text),
  ].filter((fact) => fact !== null)
  return (
    <>
      <span>{facts.join(' · ')}</span>
      <Deadline view={view} />
    </>
  )
}

type DeadlineProps = {
  readonly view: AssessmentView
  /** Nothing stands before it. */
  readonly alone?: boolean
}

/** Until when, and by how much that has passed. */
export function Deadline({ view: { waiting, status }, alone }: DeadlineProps) {
  const { t } = useText()
  if (!waiting?.dueOn) return null
  const decides = status === 'reviewing'
  const dot = !alone && <span aria-hidden className="size-1 rounded-full bg-line-2 phone:hidden" />
  return (
    <>
      {dot}
      {waiting.lateDays > 0 ? (
        <Status icon={CircleAlert} tone="red">
          {t(decides ? 'assessment.lateReview' : 'assessment.lateSending', { count: waiting.lateDays })}
        </Status>
      ) : (
        <Status icon={Calendar}>
          {t(decides ? 'assessment.reviewDue' : 'assessment.sendingDue')}{' '}
          <DateText date={waiting.dueOn} style="deadline" />
        </Status>
      )}
    </>
  )
}

/** Whether this reader, or the one that the reader stands in for, is waited for. */
function isWaitedFor({ waiting, parts }: Pick<AssessmentView, 'waiting' | 'parts'>): boolean {
  return waiting !== null && parts.includes(waiting.for)
}

function personWaitedFor(view: AssessmentView): Person | null {
  switch (view.waiting?.for) {
    case 'employee':
      return view.employee
    case 'supervisor':
      return view.supervisor
    case 'higher_official':
      return view.higherOfficial
    default:
      return null
  }
}

function stateOf(view: AssessmentView, text: Text): string {
  const { t, pick } = text
  const ago = agoText(text, view.statusSince)
  const person = personWaitedFor(view)
  const name = person ? pick(person.name) : t('assessment.nobody')
  const mine = isWaitedFor(view)
  switch (view.status) {
    case 'agreed':
      return t('assessment.state.agreed')
    case 'assessing':
      if (view.recordedBy) return t('assessment.state.recordedFor', { name: pick(view.recordedBy.name) })
      return view.parts.includes('employee') ? t('assessment.state.mine') : t('assessment.state.other', { name })
    case 'reviewing':
      if (mine && view.onBehalfOf) return t('assessment.state.reviewBehalf', { name: pick(view.onBehalfOf.name), ago })
      return mine ? t('assessment.state.reviewMine', { ago }) : t('assessment.state.reviewOther', { name, ago })
    case 'closed':
      return t('assessment.state.closed', { ago })
    default:
      return t('assessment.state.plan')
  }
}
