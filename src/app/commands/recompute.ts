import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { canonicalJson } from '../../features/appraisal/domain/canonical.ts'
import { recompute } from '../../features/appraisal/domain/recompute.ts'
import { explanationFile } from '../../features/appraisal/schema/explanation.ts'
import { misuse } from './failure.ts'

/**
 * `itqan recompute FILE`: computes every number of an explanation anew, without a database. Ends with 0 when all are
 * equal, with 1 and the first difference when not, with 2 for a file that is none.
 */
export async function run([path, ...rest]: string[]): Promise<void> {
  if (!path || rest.length > 0) {
    throw misuse('The command is: itqan recompute FILE.', 'صيغة الأمر: itqan recompute FILE.')
  }
  const verdict = verdictOn(path)
  const print = verdict.code === 0 ? console.log : console.error
  print(verdict.english)
  print(verdict.arabic)
  process.exitCode = verdict.code
}

type Said = { readonly code: 0 | 1 | 2; readonly english: string; readonly arabic: string }

function verdictOn(path: string): Said {
  const read = readFile(path)
  if ('code' in read) return read
  const { explanation, fingerprint } = read.file
  const verdict = recompute(explanation)
  if (!verdict.equal) return different(verdict.first)
  // Taken of the file as it is: what the reading would have changed has not been what was signed.
  const found = createHash('sha256').update(canonicalJson(read.raw)).digest('hex')
  if (found !== fingerprint) return different({ path: 'fingerprint', expected: found, found: fingerprint })
  return {
    code: 0,
    english: `Equal: ${verdict.checked} values computed anew, and the fingerprint fits.`,
    arabic: `متطابق: أعيد حساب ${verdict.checked} قيمة، والبصمة مطابقة.`,
  }
}

function different({ path, expected, found }: { path: string; expected: string; found: string }): Said {
  return {
    code: 1,
    english: `Different at ${path}: computed ${expected}, the file says ${found}.`,
    arabic: `غير متطابق عند ${path}: المحسوب ${expected}، وفي الملف ${found}.`,
  }
}

function readFile(path: string): Said | { file: ReturnType<typeof explanationFile.parse>; raw: unknown } {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return {
      code: 2,
      english: `${path} cannot be read as JSON.`,
      arabic: `تعذرت قراءة الملف ${path} بصيغة JSON.`,
    }
  }
  const read = explanationFile.safeParse(content)
  if (read.success) return { file: read.data, raw: (content as { explanation: unknown }).explanation }
  const at = read.error.issues[0]?.path.join('/') ?? ''
  return {
    code: 2,
    english: `${path} is no explanation of Itqan: see ${at || 'its beginning'}.`,
    arabic: `الملف ${path} ليس ملف شرح من إتقان: ينظر ${at || 'أوله'}.`,
  }
}
