import type { MessageParam, MessageParams } from '../../features/inbox/domain/work-item.ts'
import { consequenceOf, type Patch } from '../../features/performance/domain/consequence.ts'
import type { Content, Cycle, DocumentStatus } from '../../features/performance/domain/document.ts'
import type { DocumentFacts, Part } from '../../features/performance/domain/facts.ts'
import { storedTargets } from '../../features/performance/domain/targets.ts'
import { itemKinds, listeners, noticeKind, openings } from '../../features/performance/domain/telling.ts'
import { totalWeight, weightOf } from '../../features/performance/domain/weights.ts'
import { decide, type MoveName } from '../../features/performance/domain/workflow.ts'
import type { AuditEvent } from '../../platform/audit/record.ts'
import type { Clocks } from '../../shared/clocks.ts'
import { localDate } from '../../shared/time-zone.ts'
import type { Calendar } from '../../shared/working-days.ts'
import { addRow, type Row, type Rows } from './copy.ts'
import type { Person } from './people.ts'

/** Where documents of one cycle are written, sent and decided: by the rules of the product, on the days of the story. */
export type Desk = {
  readonly rows: Rows
  readonly audit: AuditEvent[]
  readonly ids: () => string
  readonly cycle: Cycle
  readonly openedAt: Date
  readonly clocks: Clocks
  readonly calendar: Calendar
  /** Work items, notices and what was typed in cycles that are over would only fill the lists. */
  readonly quiet: boolean
  /** Notices from before have been read. */
  readonly readUntil: Date
}

type Act = {
  readonly by: Person
  readonly at: Date
  readonly note?: string
  /** For whom a delegate acts. */
  readonly behalf?: Person
}

type Line = { readonly objective: number; readonly keyResult?: number }

/** One performance document in the making. */
export type Paper = {
  readonly id: string
  readonly write: (content: Content, act: Act) => void
  readonly move: (move: MoveName, act: Act) => void
  readonly comment: (act: Act & { readonly body: string; readonly line?: Line; readonly resolved?: Act }) => void
  readonly meet: (
    act: Act & { readonly mode: 'in_person' | 'video' | 'phone' | 'chat'; readonly notes: string },
  ) => void
  /** The cycle is over and what was reached is agreed. */
  readonly close: (act: Act) => void
  /** Takes the steps of the ladder that lateness has reached (H7). */
  readonly escalate: (reached: { readonly remindedAt: Date; readonly toHigherOfficial?: Date }) => void
  /** Puts everything into the rows. */
  readonly finish: () => void
}

type Item = Row<'work_items'> & { id: string; kind: string; assignee_id: string; closed_at?: Date | null }

/** One of several documents of a cycle, after a transfer (AMB-17). Null days are the cycle's own. */
export type Segment = {
  readonly number: number
  readonly latest: boolean
  readonly startsOn: string | null
  readonly endsOn: string | null
}

const whole: Segment = { number: 1, latest: true, startsOn: null, endsOn: null }

export function openPaper(
  desk: Desk,
  employee: Person,
  { at, dueOn, segment = whole }: { at: Date; dueOn: string; segment?: Segment },
): Paper {
  const { ids, cycle, clocks, calendar, rows } = desk
  const id = ids()
  const subject = { type: 'performance_document', id }
  const supervisor = employee.supervisor
  const higher = supervisor?.supervisor ?? supervisor
  const items: Item[] = []
  const submissions: Row<'document_submissions'>[] = []
  const amendments: Row<'amendment_requests'>[] = []
  let content: Content = { objectives: [] }
  let version = 1
  let meetings = 0
  let updated: { at: Date; by: string | null } = { at, by: null }
  let state: State = {
    status: 'draft',
    statusSince: at,
    dueOn,
    edition: 1,
    submissions: 0,
    returns: 0,
    firstSubmittedAt: null,
    submittedAt: null,
    draftedBy: null,
    objectionUntil: null,
    objectedAt: null,
    higherMayDecide: false,
    decidedBy: null,
    decidedFor: null,
    agreedAt: null,
  }

  const params = (): MessageParams => ({
    employee: { ...employee.name },
    cycle: { period: { kind: cycle.kind, ordinal: cycle.ordinal, year: cycle.year } },
    submission: state.submissions,
    edition: state.edition,
  })

  const notify = (kind: string, when: Date, recipients: readonly string[], more: Record<string, MessageParam> = {}) => {
    if (desk.quiet) return
    for (const recipient of new Set(recipients)) {
      addRow(rows, 'notices', {
        id: ids(),
        recipient_id: recipient,
        kind,
        params: JSON.stringify({ ...params(), ...more }),
        subject_type: subject.type,
        subject_id: id,
        created_at: when,
        read_at: when < desk.readUntil ? new Date(when.getTime() + 5_400_000) : null,
      })
    }
  }

  const openItem = (kind: string, assigneeId: string, due: string | null, when: Date) => {
    if (desk.quiet) return
    items.push({
      id: ids(),
      kind,
      subject_type: subject.type,
      subject_id: id,
      about_id: employee.id,
      assignee_id: assigneeId,
      params: JSON.stringify(params()),
      opened_at: when,
      due_on: due,
      escalation: 0,
      closed_at: null,
      closed_by: null,
      outcome: null,
    })
  }

  const record = (action: string, act: Act, rest: Pick<AuditEvent, 'before' | 'after' | 'reason' | 'onBehalfOf'>) => {
    const actor = { identityId: act.by.identityId, employeeId: act.by.id }
    desk.audit.push({ actor, action, subject, at: act.at, ...rest })
  }

  const facts = (): DocumentFacts => {
    const pending = amendments.find((one) => one.status === 'pending')
    return {
      status: state.status,
      employeeId: employee.id,
      edition: state.edition,
      agreedBefore: state.agreedAt !== null,
      dueOn: state.dueOn,
      submissions: state.submissions,
      draftedBy: state.draftedBy,
      objectionUntil: state.objectionUntil,
      higherMayDecide: state.higherMayDecide,
      supervisorId: supervisor?.id ?? null,
      higherOfficialId: higher?.id ?? null,
      hasMeeting: meetings > 0,
      amendment: pending ? { id: pending.id, side: pending.side, requestedBy: pending.requested_by } : null,
      cycle: { ...cycle, status: 'open' },
      // The story asks for amendments whatever the day; in the closing days of a cycle the product would not.
      amendmentClosesOn: '9999-12-31',
    }
  }

  const partsOf = ({ by, behalf }: Act): Part[] => {
    const who = (behalf ?? by).id
    if (by.id === employee.id) return ['employee']
    const parts: Part[] = []
    if (who === supervisor?.id) parts.push('supervisor')
    if (who === higher?.id) parts.push('higher_official')
    if (by.id === state.draftedBy) parts.push('drafter')
    return parts
  }

  const last = () => submissions.at(-1)
  const outcome = (kind: 'agreed' | 'returned' | 'withdrawn' | 'objected', act: Act) => {
    const sent = last()
    if (!sent) throw new Error('nothing was sent')
    Object.assign(sent, {
      outcome: kind,
      outcome_by: act.by.id,
      outcome_for: act.behalf?.id ?? null,
      outcome_at: act.at,
      outcome_note: act.note ?? null,
    })
  }

  const send = (act: Act) =>
    submissions.push({
      document_id: id,
      number: state.submissions + 1,
      edition: state.edition,
      content: JSON.stringify(content),
      submitted_by: act.by.id,
      submitted_at: act.at,
      outcome: null,
      outcome_by: null,
      outcome_for: null,
      outcome_at: null,
      outcome_note: null,
    })

  const answer = (status: 'accepted' | 'declined', act: Act) => {
    const pending = amendments.find((one) => one.status === 'pending')
    Object.assign(pending ?? {}, {
      status,
      decided_by: act.by.id,
      decided_for: act.behalf?.id ?? null,
      decided_at: act.at,
      decision_note: act.note ?? null,
    })
  }

  const carryOut: Partial<Record<MoveName, (act: Act) => void>> = {
    submit: send,
    submitFor: send,
    withdraw: (act) => outcome('withdrawn', act),
    sendBack: (act) => outcome('returned', act),
    agree: (act) => outcome('agreed', act),
    requestAmendment: (act) =>
      amendments.push({
        id: ids(),
        document_id: id,
        side: act.by.id === employee.id ? 'employee' : 'supervisor',
        requested_by: act.by.id,
        requested_for: act.behalf?.id ?? null,
        requested_at: act.at,
        reason: act.note ?? '',
        status: 'pending',
        decided_by: null,
        decided_for: null,
        decided_at: null,
        decision_note: null,
      }),
    acceptAmendment: (act) => answer('accepted', act),
    declineAmendment: (act) => answer('declined', act),
  }

  const move = (name: MoveName, act: Act) => {
    const before = facts()
    const today = localDate(act.at, 'Asia/Muscat')
    const supplied = act.note ? (['comment', 'reason'] as const) : []
    const ruling = decide(before, { employeeId: act.by.id, parts: partsOf(act), today, move: name, supplied })
    if (ruling.kind === 'refused') throw new Error(`${name} of ${employee.seat} was refused: ${ruling.why}`)
    const patch: Patch = consequenceOf(
      { ...before, returns: state.returns, firstSubmittedAt: state.firstSubmittedAt, highestEdition: state.edition },
      {
        move: name,
        to: ruling.to,
        by: act.by.id,
        behalf: act.behalf?.id ?? null,
        now: act.at,
        today,
        clocks,
        calendar,
        agreedEdition: null,
      },
    )
    carryOut[name]?.(act)
    const standing = { status: state.status, edition: state.edition, version }
    version += 1
    if (patch.edition !== undefined) meetings = 0
    state = { ...state, ...patch }
    updated = { at: act.at, by: act.by.id }
    if (!desk.quiet || name === 'agree')
      record(`performance.${name}`, act, {
        before: standing,
        after: { ...patch, version },
        reason: act.note,
        onBehalfOf: act.behalf?.id,
      })
    for (const item of items.filter((one) => !one.closed_at)) {
      Object.assign(item, {
        closed_at: act.at,
        closed_by: act.by.id,
        outcome: noticeKind(name).slice('performance.'.length),
      })
    }
    const after = facts()
    for (const one of openings(name, after, act.by.id)) openItem(one.kind, one.assigneeId, one.dueOn, act.at)
    const told = [...listeners(name, before), ...listeners(name, after), ...(act.behalf ? [act.behalf.id] : [])]
    const words = { by: { ...act.by.name }, note: act.note ?? '' }
    notify(
      noticeKind(name),
      act.at,
      told.filter((one) => one !== act.by.id),
      words,
    )
    if (patch.higherMayDecide && !before.higherMayDecide && higher && higher.id !== act.by.id)
      notify('performance.higher_may_decide', act.at, [higher.id], words)
  }

  openItem(itemKinds.write, employee.id, dueOn, at)
  notify('performance.cycle_opened', at, [employee.id], { due: { day: dueOn } })

  return {
    id,
    move,
    close: (act) => {
      state = { ...state, status: 'closed', statusSince: act.at, dueOn: null }
      version += 3
      updated = { at: act.at, by: act.by.id }
    },
    write: (next, act) => {
      // Of cycles long over only what was decided is told again.
      if (!desk.quiet) record('performance.edit', act, { before: content, after: next })
      content = next
      version += next.objectives.reduce((count, one) => count + 1 + one.keyResults.length, 0)
      updated = { at: act.at, by: act.by.id }
    },
    comment: ({ body, line, resolved, ...act }) => {
      const objective = line ? content.objectives[line.objective] : undefined
      const keyResult = line?.keyResult === undefined ? undefined : objective?.keyResults[line.keyResult]
      const commentId = ids()
      addRow(rows, 'document_comments', {
        id: commentId,
        document_id: id,
        objective_id: objective?.id ?? null,
        key_result_id: keyResult?.id ?? null,
        submission: state.submissions,
        author_id: act.by.id,
        body,
        created_at: act.at,
        resolved_at: resolved?.at ?? null,
        resolved_by: resolved?.by.id ?? null,
      })
      record('performance.comment', act, {
        after: { commentId, objectiveId: objective?.id ?? null, keyResultId: keyResult?.id ?? null },
      })
      const others = [employee.id, supervisor?.id ?? employee.id].filter((one) => one !== act.by.id)
      notify('performance.comment', act.at, others, { note: body.slice(0, 300), by: { ...act.by.name } })
    },
    meet: ({ mode, notes, ...act }) => {
      const meetingId = ids()
      const heldAt = new Date(act.at.getTime() - 2_700_000)
      meetings += 1
      addRow(rows, 'document_meetings', {
        id: meetingId,
        document_id: id,
        edition: state.edition,
        held_at: heldAt,
        mode,
        notes,
        recorded_by: act.by.id,
        recorded_at: act.at,
      })
      if (!desk.quiet) record('performance.meeting', act, { after: { meetingId, heldAt, mode } })
      const others = [employee.id, supervisor?.id ?? employee.id].filter((one) => one !== act.by.id)
      notify('performance.meeting', act.at, others, { note: '', by: { ...act.by.name } })
    },
    escalate: ({ toHigherOfficial, remindedAt }) => {
      const open = items.filter((one) => !one.closed_at)
      const due = { due: { day: state.dueOn ?? dueOn } }
      for (const item of open) item.escalation = toHigherOfficial ? 2 : 1
      notify(
        lateNotice(state.status),
        remindedAt,
        open.map((item) => item.assignee_id),
        due,
      )
      if (!toHigherOfficial || !higher || !supervisor || higher.id === supervisor.id) return
      notify(lateNotice(state.status), toHigherOfficial, [higher.id], due)
      if (state.status !== 'submitted') return
      state = { ...state, higherMayDecide: true }
      openItem(itemKinds.decide, higher.id, state.dueOn, toHigherOfficial)
      for (const item of items.filter((one) => !one.closed_at)) item.escalation = 2
    },
    finish: () => {
      addDocument(rows, { id, cycle, employee, segment, state, version, updated, createdAt: at, content })
      for (const one of items) addRow(rows, 'work_items', one)
      for (const one of submissions) addRow(rows, 'document_submissions', one)
      for (const one of amendments) addRow(rows, 'amendment_requests', one)
    },
  }
}

function lateNotice(status: DocumentStatus): string {
  return status === 'submitted' ? 'performance.decision_late' : 'performance.plan_late'
}

type State = {
  readonly status: DocumentStatus
  readonly statusSince: Date
  readonly dueOn: string | null
  readonly edition: number
  readonly submissions: number
  readonly returns: number
  readonly firstSubmittedAt: Date | null
  readonly submittedAt: Date | null
  readonly draftedBy: string | null
  readonly objectionUntil: string | null
  readonly objectedAt: Date | null
  readonly higherMayDecide: boolean
  readonly decidedBy: string | null
  readonly decidedFor: string | null
  readonly agreedAt: Date | null
}

type Finished = {
  readonly id: string
  readonly cycle: Cycle
  readonly employee: Person
  readonly segment: Segment
  readonly state: State
  readonly version: number
  readonly updated: { readonly at: Date; readonly by: string | null }
  readonly createdAt: Date
  readonly content: Content
}

function addDocument(
  rows: Rows,
  { id, cycle, employee, segment, state, version, updated, createdAt, content }: Finished,
): void {
  addRow(rows, 'performance_documents', {
    id,
    cycle_id: cycle.id,
    employee_id: employee.id,
    segment: segment.number,
    latest: segment.latest,
    starts_on: segment.startsOn,
    ends_on: segment.endsOn,
    status: state.status,
    status_since: state.statusSince,
    due_on: state.dueOn,
    version,
    edition: state.edition,
    submissions: state.submissions,
    returns: state.returns,
    first_submitted_at: state.firstSubmittedAt,
    submitted_at: state.submittedAt,
    drafted_by: state.draftedBy,
    objection_until: state.objectionUntil,
    objected_at: state.objectedAt,
    higher_may_decide: state.higherMayDecide,
    decided_by: state.decidedBy,
    decided_for: state.decidedFor,
    agreed_at: state.agreedAt,
    weight_total: totalWeight(content),
    updated_at: updated.at,
    updated_by: updated.by,
    created_at: createdAt,
  })
  for (const [place, objective] of content.objectives.entries()) {
    addRow(rows, 'objectives', {
      id: objective.id,
      document_id: id,
      position: place + 1,
      title: objective.title,
      class: objective.class,
      bank_objective_id: objective.bankObjectiveId,
    })
    for (const link of objective.links) {
      addRow(rows, 'objective_plan_links', { objective_id: objective.id, node_id: link.nodeId })
    }
    for (const [line, keyResult] of objective.keyResults.entries()) {
      const targets = storedTargets(keyResult.dataType, keyResult.targets)
      addRow(rows, 'key_results', {
        id: keyResult.id,
        document_id: id,
        objective_id: objective.id,
        position: line + 1,
        statement: keyResult.statement,
        data_type: keyResult.dataType,
        target_below: targets.below,
        target_meets: targets.meets,
        target_exceeds: targets.exceeds,
        weight: keyResult.weight === null ? null : weightOf(keyResult),
      })
    }
  }
}
