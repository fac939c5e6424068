import { readFileSync } from 'node:fs'
import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { renderPdf } from '../../../platform/pdf/render.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import type { Language } from '../../../shared/locale.ts'
import { calendarOf } from '../../policies/public.ts'
import { canonicalJson, spoken } from '../domain/canonical.ts'
import { recordData, whyData, writer } from '../print.ts'
import { letterhead } from '../views/letterhead.ts'
import { seeResult } from './access.ts'
import { performanceRecord } from './record.ts'
import { explained } from './results.ts'

const whyTemplate = readFileSync(new URL('../print.typ', import.meta.url), 'utf8')
const recordTemplate = readFileSync(new URL('../print-record.typ', import.meta.url), 'utf8')

type Request = { readonly actor: EntityActor; readonly now: Date; readonly tx: Tx }
type OfResult = Request & { readonly employeeId: string; readonly year: number }

/** «Why this grade» on paper: its fingerprint is the code by which it is held against the record. */
export async function printResult(request: OfResult & { readonly language: Language }) {
  const { employeeId, year, language, now, tx } = request
  await seeResult(request)
  const found = await explained(request)
  const { explanation, fingerprint } = found
  const head = await letterhead(tx)
  const pen = writer(language, explanation.year.timeZone)
  const words = pen.words.why
  const bytes = await renderPdf({
    template: whyTemplate,
    data: whyData(found, pen),
    frame: {
      language,
      entity: head.name[language],
      title: words.title,
      subtitle: `${explanation.person.name[language]} · ${pen.fill(words.subtitle, { year: String(year) })}`,
      pages: words.pages,
      verification: { label: words.verification, code: spoken(fingerprint) },
    },
    ...(head.logo && head.logoType && { logo: { bytes: head.logo, type: head.logoType } }),
    now,
  })
  remember(request, 'appraisal.print', employeeId, { year, language, fingerprint })
  return { filename: `appraisal-${year}-${language}.pdf`, type: 'application/pdf', bytes }
}

/** The file that anybody can recompute: the explanation and its fingerprint. */
export async function downloadResult(request: OfResult) {
  const { employeeId, year } = request
  await seeResult(request)
  const { explanation, fingerprint } = await explained(request)
  remember(request, 'appraisal.download', employeeId, { year, fingerprint })
  return jsonFile(`appraisal-${year}.json`, { explanation, fingerprint })
}

/** The own performance record on paper (O-57, RP-15). */
export async function printRecord(request: Request & { readonly language: Language }) {
  const { actor, language, now, tx } = request
  const record = await performanceRecord(request)
  const { timeZone } = await calendarOf(tx)
  const head = await letterhead(tx)
  const pen = writer(language, timeZone)
  const words = pen.words.record
  const bytes = await renderPdf({
    template: recordTemplate,
    data: recordData(record, pen),
    frame: {
      language,
      entity: head.name[language],
      title: words.title,
      subtitle: record.person.name[language],
      pages: words.pages,
    },
    ...(head.logo && head.logoType && { logo: { bytes: head.logo, type: head.logoType } }),
    now,
  })
  remember(request, 'appraisal.print_record', actor.employeeId ?? '', { language })
  return { filename: `performance-record-${language}.pdf`, type: 'application/pdf', bytes }
}

export async function downloadRecord(request: Request) {
  const record = await performanceRecord(request)
  remember(request, 'appraisal.download_record', request.actor.employeeId ?? '', {})
  return jsonFile('performance-record.json', record)
}

function jsonFile(filename: string, content: object) {
  return { filename, type: 'application/json', bytes: new TextEncoder().encode(`${canonicalJson(content)}\n`) }
}

/** What left the system about a person is remembered. Its own subject: the result itself has not changed by it. */
function remember({ actor, now, tx }: Request, action: string, employeeId: string, after: object): void {
  audit.record(tx, { actor, action, subject: { type: 'appraisal_export', id: employeeId }, after, at: now })
}
