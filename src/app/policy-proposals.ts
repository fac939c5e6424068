import { closeWorkItems, notify, openWorkItem, type WorkItemKind } from '../features/inbox/public.ts'
import {
  calendarOf,
  type connectPolicies,
  type ProposalOutcome,
  policyLinks,
  policyValue,
  proposalItem,
} from '../features/policies/public.ts'

const { kind, subject } = proposalItem

/** A value that decides grades, before the second person who confirms or declines it. */
export const proposalKind: WorkItemKind = {
  kind,
  group: 'decision',
  icon: 'amendment',
  link: (item) => policyLinks.policy_proposal(item.subject.id),
}

const told: Partial<Record<ProposalOutcome, string>> = {
  confirmed: 'policies.confirmed',
  declined: 'policies.declined',
  superseded: 'policies.superseded',
}

/** Puts proposals on the lists of those who may confirm them, and tells the proposer what became of them. */
export const policyProposals: Parameters<typeof connectPolicies>[0] = {
  proposed: async (tx, { proposal, confirmers, newId, now }) => {
    const { id, title, year, proposer } = proposal
    const calendar = await calendarOf(tx)
    const today = calendar.today(now)
    const { value: clocks } = await policyValue(tx, { key: 'clocks', year: Number(today.slice(0, 4)) })
    const dueOn = calendar.addWorkingDays(today, clocks.decision)
    const params = { title, year, by: proposer.name }
    for (const assigneeId of confirmers) {
      await openWorkItem(tx, { kind, subject: { type: subject, id }, assigneeId, dueOn, params, newId, now })
    }
  },
  decided: async (tx, { proposal, outcome, by, note, newId, now }) => {
    const { id, title, year, proposer } = proposal
    await closeWorkItems(tx, { subject: { type: subject, id }, outcome, closedBy: by, now })
    const notice = told[outcome]
    if (!notice) return
    await notify(tx, {
      recipients: [proposer.id],
      kind: notice,
      params: { title, year, note: note ?? '' },
      subject: { type: subject, id },
      exceptId: by,
      newId,
      now,
    })
  },
}
