import { readFileSync } from 'node:fs'
import * as audit from '../../../platform/audit/record.ts'
import { renderPdf } from '../../../platform/pdf/render.ts'
import type { Language } from '../../../shared/locale.ts'
import { type MinutedCase, minutesData, writer } from '../print.ts'
import { recusalCounts, votesOf } from '../views/cases.ts'
import { letterhead } from '../views/letterhead.ts'
import { type Asking, enterSitting } from './access.ts'
import { showSitting } from './present-sitting.ts'

const template = readFileSync(new URL('../minutes.typ', import.meta.url), 'utf8')

/** The minutes on paper: what the record gives by itself, and the text of the secretary (AMB-30). */
export async function printMinutes(asking: Asking & { readonly id: string; readonly language: Language }) {
  const { id, language, actor, now, tx } = asking
  const { room } = await enterSitting(asking)
  const sitting = await showSitting(asking)
  const decided = sitting.cases.filter((one) => one.sittingId === id)
  const recused = await recusalCounts(tx, { caseIds: decided.map((one) => one.id) })
  const cases: MinutedCase[] = []
  for (const record of decided) {
    const votes = (await votesOf(tx, { caseId: record.id })).filter((vote) => vote.stage === 'sitting')
    cases.push({ record, votes, recused: recused.get(record.id) ?? 0 })
  }
  const pen = writer(language, room.settings.calendar.timeZone)
  const head = await letterhead(tx)
  const bytes = await renderPdf({
    template,
    data: minutesData(sitting, cases, pen),
    frame: {
      language,
      entity: head.name[language],
      title: pen.fill(pen.words.minutesTitle, { number: pen.count(sitting.number) }),
      subtitle: pen.fill(pen.words.minutesSubtitle, { year: String(sitting.year) }),
      pages: pen.words.pages,
    },
    ...(head.logo && head.logoType && { logo: { bytes: head.logo, type: head.logoType } }),
    now,
  })
  audit.record(tx, {
    actor,
    action: 'calibration.print_minutes',
    subject: { type: 'calibration_sitting', id },
    after: { language },
    at: now,
  })
  return { filename: `minutes-${sitting.year}-${sitting.number}-${language}.pdf`, type: 'application/pdf', bytes }
}
