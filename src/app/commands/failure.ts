import { EnvironmentProblem } from '../../platform/process/environment-problem.ts'

/** A mistake in how Itqan was called or set up, as one sentence in both languages. */
export function misuse(english: string, arabic: string, cause?: unknown): EnvironmentProblem {
  return new EnvironmentProblem(english, arabic, cause)
}

export const failure = {
  unknownCommand: (name: string) =>
    misuse(
      `There is no command "${name}": "npm run itqan help" lists them.`,
      `لا يوجد أمر باسم "${name}": تُعرض الأوامر بـ npm run itqan help.`,
    ),

  /** What stands in the way becomes a sentence; an error of our own keeps its stack. */
  print(error: unknown): void {
    if (error instanceof EnvironmentProblem) {
      console.error(error.message)
      console.error(error.arabic)
    } else if (isWrongArgument(error)) {
      console.error(`${error.message.split('. ')[0]}: "npm run itqan help" lists the options.`)
    } else {
      console.error(error)
    }
  },
}

function isWrongArgument(error: unknown): error is Error {
  return error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')
}
