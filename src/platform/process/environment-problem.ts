/**
 * Something outside the program stands in the way: a busy port, a full disk, a wrong address. It is shown as one
 * sentence in both languages, without a stack; `cause` keeps the original error for the log.
 */
export class EnvironmentProblem extends Error {
  readonly arabic: string

  constructor(english: string, arabic: string, cause?: unknown) {
    super(english, cause === undefined ? undefined : { cause })
    this.name = 'EnvironmentProblem'
    this.arabic = arabic
  }
}

/** The code of a system error (`ENOSPC`) or of a PostgreSQL error (`53100`), when there is one. */
export function errorCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null | undefined)?.code
  return typeof code === 'string' ? code : undefined
}

export function diskFull(folder: string, cause?: unknown): EnvironmentProblem {
  return new EnvironmentProblem(
    `The disk that holds ${folder} is full: free some space and start again.`,
    `القرص الذي يحوي ${folder} ممتلئ: يلزم تفريغ مساحة ثم إعادة التشغيل.`,
    cause,
  )
}

/** Whether these words of a program, PostgreSQL among them, say that the disk is full. */
export function tellsOfFullDisk(words: string): boolean {
  return /No space left on device|Disk quota exceeded|wrote only \d+ of \d+ bytes|ENOSPC|EDQUOT/.test(words)
}

function folderUnusable(folder: string, cause?: unknown): EnvironmentProblem {
  const why = errorCode(cause) ?? 'unknown'
  return new EnvironmentProblem(
    `The data folder ${folder} cannot be created or written to (${why}): choose another with ITQAN_DATA.`,
    `تعذّر إنشاء مجلد البيانات ${folder} أو الكتابة فيه (${why}): يُختار مجلد آخر في ITQAN_DATA.`,
    cause,
  )
}

/** Turns an error from the file system about `folder` into a sentence; other errors come back as they are. */
export function explainFileError(error: unknown, folder: string): unknown {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(folder, error)
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ENOENT':
    case 'ELOOP':
    case 'ENAMETOOLONG':
    case 'EIO':
      return folderUnusable(folder, error)
    default:
      return error
  }
}
