import type { AssessmentFacts } from './facts.ts'
import { type Asking, mayReview } from './guards.ts'
import { type Ability, type Asker, whyStanding } from './workflow.ts'

/** Acts on one line or one part of an assessment; the moves of the whole stand in `workflow.ts`. */

const yes: Ability = { allowed: true }
const no = (why: string): Ability => ({ allowed: false, why })
const notOpen = 'workflow.not_open'
const notYours = 'workflow.not_yours'

/** Whether the actor records actual values, evidence and difficulties: the employee, or who records for a late one. */
export function mayRecord(facts: AssessmentFacts, { parts, today }: Asker): Ability {
  const writes = facts.recordedBy ? parts.includes('recorder') : parts.includes('employee')
  if (!writes) {
    const taken = facts.recordedBy !== null && parts.includes('employee')
    return no(taken ? 'assessment.recorded_by_supervisor' : 'assessment.only_employee_records')
  }
  // The first entry begins the closing early.
  const open = facts.status === 'assessing' || (facts.status === 'agreed' && parts.includes('employee'))
  if (!open) return no('assessment.not_recordable')
  const why = whyStanding(facts)
  if (why) return no(why)
  return today < facts.startsOn ? no('assessment.not_begun') : yes
}

/** As what the actor reviews: accepts, corrects, writes strengths and improvements. */
export function reviewerOf(
  facts: AssessmentFacts,
  asker: Asker,
): { readonly as: 'supervisor' | 'higher_official' } | { readonly why: string } {
  const mine = (['supervisor', 'higher_official'] as const).filter((part) => asker.parts.includes(part))
  if (mine.length === 0) return { why: notYours }
  if (facts.status !== 'reviewing') return { why: notOpen }
  const standing = whyStanding(facts)
  if (standing) return { why: standing }
  const asking = (part: (typeof mine)[number]): Asking => ({ ...asker, part, acceptsRemaining: false })
  const verdicts = mine.map((part) => ({ part, why: mayReview(facts, asking(part)) }))
  const free = verdicts.find((verdict) => verdict.why === null)
  return free ? { as: free.part } : { why: verdicts[0]?.why ?? notYours }
}

export function mayReviewLines(facts: AssessmentFacts, asker: Asker): Ability {
  const reviewer = reviewerOf(facts, asker)
  return 'as' in reviewer ? yes : no(reviewer.why)
}

/** A meeting is recorded by either side, from the beginning of the closing to its end (AMB-28). */
export function mayMeet(facts: AssessmentFacts, { parts }: Asker): Ability {
  if (!parts.some((part) => part !== 'ejada_team')) return no(notYours)
  if (facts.status !== 'assessing' && facts.status !== 'reviewing') return no(notOpen)
  const why = whyStanding(facts)
  return why ? no(why) : yes
}

export type Correction = {
  readonly correctedBy: string
  readonly correctedAs: 'supervisor' | 'higher_official'
  readonly answerDueOn: string
  readonly answer: 'agreed' | 'reserved' | null
  readonly ruling: 'confirmed' | 'returned' | null
  readonly ended: boolean
}

/** What a correction still waits for; a reservation about a higher official's own correction stands beside it. */
export function awaits(
  correction: Correction,
  { today, higherOfficialId }: { readonly today: string; readonly higherOfficialId: string | null },
): 'answer' | 'ruling' | 'reviewer' | null {
  if (correction.ended) return null
  if (correction.ruling === 'returned') return 'reviewer'
  if (correction.answer === null) return today <= correction.answerDueOn ? 'answer' : null
  if (correction.answer === 'agreed' || correction.ruling !== null) return null
  const above = correction.correctedAs === 'supervisor' && higherOfficialId !== null
  return above && higherOfficialId !== correction.correctedBy ? 'ruling' : null
}

/** The employee answers once, also after the days for it, as long as it is under review (AMB-27). */
export function mayAnswer(facts: AssessmentFacts, correction: Correction, { parts }: Asker): Ability {
  if (!parts.includes('employee')) return no(notYours)
  if (facts.status !== 'reviewing' || correction.ended || correction.answer !== null) return no(notOpen)
  const why = whyStanding(facts)
  return why ? no(why) : yes
}

/** The higher official rules on a reservation, never on an own correction (AMB-27). */
export function mayRule(facts: AssessmentFacts, correction: Correction, { parts, employeeId, today }: Asker): Ability {
  if (!parts.includes('higher_official')) return no(notYours)
  if (correction.correctedBy === employeeId) return no('assessment.own_correction')
  if (facts.status !== 'reviewing' || awaits(correction, { today, ...facts }) !== 'ruling') return no(notOpen)
  const why = whyStanding(facts)
  return why ? no(why) : yes
}

/** The reviewer takes a correction back, until the higher official has confirmed it. */
export function mayTakeBack(facts: AssessmentFacts, correction: Correction, asker: Asker): Ability {
  const reviewer = mayReviewLines(facts, asker)
  if (!reviewer.allowed) return reviewer
  return correction.ended || correction.ruling === 'confirmed' ? no(notOpen) : yes
}
