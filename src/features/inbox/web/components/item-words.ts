import { formatDate } from '../../../../shared/locale.ts'
import { ageOf } from '../../../../shared/span.ts'
import type { Text, TextParams } from '../../../../ui/i18n.ts'
import { preferences } from '../../../../ui/preferences.ts'
import type { MessageParam } from '../../domain/work-item.ts'

type Params = Readonly<Record<string, MessageParam>>

/** The values of a sentence in the reader's language. */
export function shownParams(params: Params, text: Pick<Text, 'pick' | 'textFor'>): TextParams {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, shown(value, text)]))
}

function shown(value: MessageParam, { pick, textFor }: Pick<Text, 'pick' | 'textFor'>): string | number {
  if (typeof value !== 'object') return value
  if ('day' in value) {
    const { language, digits } = preferences()
    return formatDate(value.day, { language, digits, style: 'long' })
  }
  if ('period' in value) {
    const { kind, ordinal, year } = value.period
    return textFor(`period.${kind}.${ordinal}`, { year }) ?? String(year)
  }
  return pick(value)
}

type Worded = { readonly kind: string; readonly params: Params }

/** `feature.kind` as it stands in message keys. */
export function keyOf(kind: string): string {
  return kind.replaceAll('.', '_')
}

/** What waits: its kind, what is asked, and the words of its button. */
export function itemWords({ kind, params }: Worded, text: Text) {
  const key = keyOf(kind)
  const values = shownParams(params, text)
  return {
    title: text.textFor(`workItems.${key}`, values) ?? kind,
    detail: text.textFor(`workItems.${key}_detail`, values) ?? '',
    action: text.textFor(`workItems.${key}_action`) ?? text.t('ui.open'),
  }
}

/** The sentence of a notice. */
export function noticeWords({ kind, params }: Worded, text: Text): string {
  return text.textFor(`notices.${keyOf(kind)}`, shownParams(params, text)) ?? kind
}

/** «منذ 10 أيام». */
export function agoWords(since: string, { t }: Pick<Text, 't'>): string {
  const { unit, count } = ageOf(new Date(since), new Date())
  return t(`ago.${unit}`, { count })
}
