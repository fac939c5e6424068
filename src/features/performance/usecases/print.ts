import { readFileSync } from 'node:fs'
import type { Tx } from '../../../platform/db/database.ts'
import { renderPdf } from '../../../platform/pdf/render.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import type { Language } from '../../../shared/locale.ts'
import { ar as sharedAr } from '../../../shared/messages.ar.ts'
import { en as sharedEn } from '../../../shared/messages.en.ts'
import { refuse } from '../../../shared/refusal.ts'
import type { Cycle } from '../domain/document.ts'
import { errors } from '../errors.ts'
import { ar } from '../messages.ar.ts'
import { en } from '../messages.en.ts'
import { printData, verificationCode } from '../print.ts'
import { contentOfSubmission } from '../views/content.ts'
import { agreementRecord, letterhead } from '../views/print.ts'
import { showDocument } from './present.ts'

const template = readFileSync(new URL('../print.typ', import.meta.url), 'utf8')

type Request = {
  readonly id: string
  readonly language: Language
  readonly actor: EntityActor
  readonly now: Date
  readonly tx: Tx
}

/** The document on paper (DOC-15, DOC-16): the agreed edition with both signatures' records, else the present draft. */
export async function printDocument({ id, language, actor, now, tx }: Request) {
  const { record, standing, settings } = await showDocument({ id, actor, now, tx })
  if (standing.view !== 'full') throw refuse(errors.notYours)
  // While an amendment is being written, the agreed edition is the one in force.
  const agreed = record.submissionList.find((one) => one.outcome === 'agreed') ?? null
  const inForce = agreed && (await contentOfSubmission(tx, { documentId: id, number: agreed.number }))
  const content = inForce ?? record.content
  const recorded = agreed ? await agreementRecord(tx, { documentId: id }) : null
  const head = await letterhead(tx)
  const words = (language === 'ar' ? ar : en).performanceFiles.print
  const cycleLabel = labelOf(record.cycle, language)
  const { timeZone } = settings.calendar
  const bytes = await renderPdf({
    template,
    data: printData({ record, content, agreed, recorded, cycleLabel, timeZone, language }),
    frame: {
      language,
      entity: head.name[language],
      title: words.title,
      subtitle: `${record.people.employee.name[language]} · ${cycleLabel}`,
      pages: words.pages,
      ...(agreed && {
        verification: { label: words.verification, code: verificationCode({ record, content, agreed }) },
      }),
    },
    ...(head.logo && head.logoType && { logo: { bytes: head.logo, type: head.logoType } }),
    now,
  })
  const { year, ordinal } = record.cycle
  return { filename: `performance-${year}-${ordinal}-${language}.pdf`, type: 'application/pdf', bytes }
}

/** «الربع الأول 2026», from the shared words of periods. */
export function labelOf({ kind, ordinal, year }: Cycle, language: Language): string {
  const names: Readonly<Record<string, string>> = (language === 'ar' ? sharedAr : sharedEn).period[kind]
  return (names[ordinal] ?? '').replace('{{year}}', String(year))
}
