import { EnvironmentProblem, errorCode } from '../../platform/process/environment-problem.ts'

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
  print(thrown: unknown): void {
    const error = isFullDisk(thrown) ? databaseDiskFull(thrown) : thrown
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

function databaseDiskFull(cause: unknown): EnvironmentProblem {
  return misuse(
    'The disk that holds the database is full: free some space and start again.',
    'القرص الذي يحوي قاعدة البيانات ممتلئ: يلزم تفريغ مساحة ثم إعادة التشغيل.',
    cause,
  )
}

/** The database says so with a code of its own, at whatever statement it happens. */
function isFullDisk(error: unknown): boolean {
  return errorCode(error) === '53100' || errorCode((error as Error | null)?.cause) === '53100'
}

function isWrongArgument(error: unknown): error is Error {
  return error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')
}
