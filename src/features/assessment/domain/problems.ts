import type { Difficulty } from './difficulties.ts'

export type Problem = {
  readonly path: string
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
  readonly severity: 'blocks' | 'warns'
}

type Line = {
  readonly keyResultId: string
  readonly recorded: boolean
  readonly actual: string | null
  readonly late: boolean
  readonly evidence: number
}

type Content = {
  readonly lines: readonly Line[]
  readonly noDifficulties: boolean
  readonly difficulties: readonly Pick<Difficulty, 'status'>[]
  readonly evidenceRequired: boolean
}

/** What stands in the way of sending: every line recorded, evidence for what was delivered, difficulties answered (BR-35, E 12.5). */
export function problemsOf({ lines, noDifficulties, difficulties, evidenceRequired }: Content): Problem[] {
  const found = lines.flatMap((line): Problem[] => {
    const path = `lines/${line.keyResultId}`
    if (!line.recorded) return [{ path: `${path}/actual`, code: 'assessment.not_recorded', severity: 'blocks' }]
    const unproven = line.actual !== null && line.evidence === 0
    return [
      ...(unproven
        ? [
            {
              path: `${path}/evidence`,
              code: evidenceRequired ? 'assessment.evidence_missing' : 'assessment.evidence_advised',
              severity: evidenceRequired ? 'blocks' : 'warns',
            } as const,
          ]
        : []),
      ...(line.late ? [{ path: `${path}/actual`, code: 'assessment.late_delivery', severity: 'warns' } as const] : []),
    ]
  })
  const answered = noDifficulties || difficulties.length > 0
  return answered
    ? found
    : [...found, { path: 'difficulties', code: 'assessment.difficulties_unanswered', severity: 'blocks' }]
}

export function blocking(problems: readonly Problem[]): Problem[] {
  return problems.filter((one) => one.severity === 'blocks')
}
