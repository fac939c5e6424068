import { randomFrom } from '../../../../shared/random.ts'
import { bySubject, type Question } from './question.ts'

/**
 * People whose evidence is verified, by the policy's share in basis points: rounded up, so that a share above zero
 * takes at least one of any group. The same seed and people give the same sample, whatever their order.
 */
export function verificationSample(employeeIds: readonly string[], share: number, seed: string): Question[] {
  const people = [...new Set(employeeIds)].sort()
  const size = Math.min(people.length, Math.ceil((people.length * share) / 10_000))
  const drawn = randomFrom(seed).shuffled(people).slice(0, size)
  return bySubject(
    drawn.map((employeeId) => ({
      kind: 'sample',
      personIds: [employeeId],
      subject: `sample/${employeeId}`,
      params: { size, people: people.length, share: share / 100 },
    })),
  )
}
