import { Calendar, CircleAlert } from 'lucide-react'
import { DateText } from '../../../../ui/date-text.tsx'
import { type Text, useText } from '../../../../ui/i18n.ts'
import { Status } from '../../../../ui/status.tsx'
import type { DocumentView } from '../../schema.ts'
import { agoText } from './age.ts'
import { cycleName } from './cycle-name.ts'
import { isWaitedFor, pendingAmendment, personWaitedFor } from './waiting-for.ts'

/** Under the title: who it is, which cycle, what is waited for and since when, and the deadline. */
export function StateSentence({ view, own }: { readonly view: DocumentView; readonly own?: boolean }) {
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

function Deadline({ view: { waiting, status } }: { readonly view: DocumentView }) {
  const { t } = useText()
  if (!waiting?.dueOn) return null
  const decides = status === 'submitted' || status === 'agreed'
  const dot = <span aria-hidden className="size-1 rounded-full bg-line-2 phone:hidden" />
  if (waiting.lateDays > 0) {
    return (
      <>
        {dot}
        <Status icon={CircleAlert} tone="red">
          {t(decides ? 'performance.lateDecision' : 'performance.lateSending', { count: waiting.lateDays })}
        </Status>
      </>
    )
  }
  return (
    <>
      {dot}
      <Status icon={Calendar}>
        {t(decides ? 'performance.decisionDue' : 'performance.sendingDue')}{' '}
        <DateText date={waiting.dueOn} style="deadline" />
      </Status>
    </>
  )
}

/** The state in one plain sentence, as this reader says it. */
function stateOf(view: DocumentView, text: Text): string {
  const { t, pick } = text
  const ago = agoText(text, view.statusSince)
  const person = personWaitedFor(view)
  const name = person ? pick(person.name) : t('performance.nobody')
  const mine = isWaitedFor(view)
  switch (view.status) {
    case 'draft':
      if (view.draftedBy) {
        return t(view.parts.includes('employee') ? 'performance.state.draftedMine' : 'performance.state.drafted')
      }
      return t(view.parts.includes('employee') ? 'performance.state.draftMine' : 'performance.state.draftOther')
    case 'submitted':
      if (mine && view.onBehalfOf) {
        return t('performance.state.submittedBehalf', { name: pick(view.onBehalfOf.name), ago })
      }
      return mine ? t('performance.state.submittedMine', { ago }) : t('performance.state.submittedOther', { name, ago })
    case 'returned':
      return mine ? t('performance.state.returnedMine', { ago }) : t('performance.state.returnedOther', { name, ago })
    case 'agreed': {
      const asked = pendingAmendment(view)
      if (!asked) return t('performance.state.agreed', { ago })
      const since = agoText(text, asked.requestedAt)
      return mine
        ? t('performance.state.askedMine', { ago: since })
        : t('performance.state.askedOther', { name, ago: since })
    }
    case 'amending':
      return t('performance.state.amending')
    default:
      return t(`performance.state.${view.status}`, { ago })
  }
}
