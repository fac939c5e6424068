import type { AssessmentView } from '../../schema.ts'

/** The recorded lines with their numbers, for the story of the result. */
export function scoredLines({ objectives }: Pick<AssessmentView, 'objectives'>) {
  return objectives.flatMap((objective, at) =>
    objective.lines.map((line, place) => ({
      id: line.keyResultId,
      number: `${at + 1}.${place + 1}`,
      score: line.recorded ? line.score : null,
      level: line.recorded ? line.level : null,
    })),
  )
}
