import { toAsciiDigits } from '../../../shared/digits.ts'
import { normalizeArabic, stripInvisible } from '../../../shared/text.ts'
import type { DivisionKind, Gender, JobFamily } from './vocabulary.ts'

/** What people write in spreadsheets for our closed lists, in both languages. */

/** One shape for words that differ only in hamza, marks, case, spaces or punctuation. */
function wordKey(text: string): string {
  return normalizeArabic(stripInvisible(text))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const gender = table<Gender>({
  female: ['أنثى', 'انثى', 'أنثي', 'امرأة', 'أ', 'female', 'f', 'woman'],
  male: ['ذكر', 'رجل', 'ذ', 'male', 'm', 'man'],
})

const kinds = table<DivisionKind>({
  entity: ['الوحدة', 'وحدة', 'الجهة', 'جهة', 'وزارة', 'هيئة', 'entity', 'unit', 'ministry', 'authority'],
  undersecretariat: ['وكالة', 'قطاع', 'وكيل', 'undersecretariat', 'sector'],
  directorate_general: ['مديرية عامة', 'المديرية العامة', 'directorate general', 'general directorate', 'dg'],
  directorate: ['مديرية', 'directorate'],
  department: ['دائرة', 'إدارة', 'department'],
  section: ['قسم', 'section', 'division'],
  office: ['مكتب', 'office'],
})

const families = table<JobFamily>({
  leadership: ['قيادية', 'قيادي', 'الوظائف القيادية', 'leadership'],
  supervisory: ['إشرافية', 'إشرافي', 'الوظائف الإشرافية', 'supervisory'],
  specialist: ['تخصصية', 'تخصصي', 'اختصاصي', 'أخصائي', 'الوظائف التخصصية', 'specialist', 'professional'],
  administrative: ['إدارية', 'إداري', 'الوظائف الإدارية', 'administrative', 'clerical'],
  technical: ['فنية', 'فني', 'الوظائف الفنية', 'تقنية', 'technical'],
})

const yesNo = table<'yes' | 'no'>({
  yes: ['نعم', 'yes', 'y', 'true', '1', 'رئيس', '✓', 'x'],
  no: ['لا', 'كلا', 'no', 'n', 'false', '0'],
})

const ordinals = [
  ['الأولى', 'أولى', 'first'],
  ['الثانية', 'ثانية', 'second'],
  ['الثالثة', 'ثالثة', 'third'],
  ['الرابعة', 'رابعة', 'fourth'],
  ['الخامسة', 'خامسة', 'fifth'],
  ['السادسة', 'سادسة', 'sixth'],
  ['السابعة', 'سابعة', 'seventh'],
  ['الثامنة', 'ثامنة', 'eighth'],
  ['التاسعة', 'تاسعة', 'ninth'],
  ['العاشرة', 'عاشرة', 'tenth'],
  ['الحادية عشرة', 'حادية عشرة', 'eleventh'],
  ['الثانية عشرة', 'ثانية عشرة', 'twelfth'],
  ['الثالثة عشرة', 'ثالثة عشرة', 'thirteenth'],
  ['الرابعة عشرة', 'رابعة عشرة', 'fourteenth'],
  ['الخامسة عشرة', 'خامسة عشرة', 'fifteenth'],
  ['السادسة عشرة', 'سادسة عشرة', 'sixteenth'],
  ['السابعة عشرة', 'سابعة عشرة', 'seventeenth'],
  ['الثامنة عشرة', 'ثامنة عشرة', 'eighteenth'],
  ['التاسعة عشرة', 'تاسعة عشرة', 'nineteenth'],
  ['العشرون', 'عشرون', 'twentieth'],
]
const levels = new Map(ordinals.flatMap((words, index) => words.map((word) => [wordKey(word), index + 1] as const)))
const levelPrefix = /^(?:الدرجه|درجه|المستوي|مستوي|grade|level)(?: الماليه| الوظيفيه| الوظيفي)? /

export function readGender(text: string): Gender | null {
  return gender.get(wordKey(text)) ?? null
}

export function readDivisionKind(text: string): DivisionKind | null {
  return kinds.get(wordKey(text)) ?? null
}

export function readJobFamily(text: string): JobFamily | null {
  return families.get(wordKey(text)) ?? null
}

export function readYesNo(text: string): boolean | null {
  const word = text.trim() === '✓' ? 'yes' : yesNo.get(wordKey(text))
  return word === undefined ? null : word === 'yes'
}

/** A job level 1 to 20: a number, «الدرجة الخامسة», `Grade 5`. */
export function readLevel(text: string): number | null {
  const word = wordKey(toAsciiDigits(text)).replace(levelPrefix, '')
  const level = /^\d{1,2}$/.test(word) ? Number(word) : levels.get(word)
  return level !== undefined && level >= 1 && level <= 20 ? level : null
}

function table<Value extends string>(words: Readonly<Record<Value, readonly string[]>>): ReadonlyMap<string, Value> {
  const entries = Object.entries(words) as [Value, readonly string[]][]
  return new Map(entries.flatMap(([value, list]) => [value, ...list].map((word) => [wordKey(word), value] as const)))
}
