import { readFileSync } from 'node:fs'
import type { Tx } from '../../../platform/db/database.ts'
import { renderPdf } from '../../../platform/pdf/render.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import type { Language } from '../../../shared/locale.ts'
import { refuse } from '../../../shared/refusal.ts'
import { cycleLabel, letterhead } from '../../performance/public.ts'
import { errors } from '../errors.ts'
import { ar } from '../messages.ar.ts'
import { en } from '../messages.en.ts'
import { printData, verificationCode } from '../print.ts'
import { approvalRecord } from '../views/print.ts'
import { showAssessment } from './present.ts'

const template = readFileSync(new URL('../print.typ', import.meta.url), 'utf8')

type Request = {
  readonly documentId: string
  readonly language: Language
  readonly actor: EntityActor
  readonly now: Date
  readonly tx: Tx
}

/** The assessment on paper, with both records of signature once it is closed. */
export async function printAssessment({ documentId, language, actor, now, tx }: Request) {
  const { view, record, standing, settings } = await showAssessment({ documentId, actor, now, tx })
  if (standing.view !== 'full') throw refuse(errors.notYours)
  const recorded = await approvalRecord(tx, { documentId })
  const head = await letterhead(tx)
  const words = (language === 'ar' ? ar : en).assessmentFiles.print
  const label = cycleLabel(view.cycle, language)
  const { timeZone } = settings.calendar
  const { submittedBy } = record.people
  const bytes = await renderPdf({
    template,
    data: printData({ view, recorded, submittedBy, cycleLabel: label, timeZone, language }),
    frame: {
      language,
      entity: head.name[language],
      title: words.title,
      subtitle: `${view.employee.name[language]} · ${label}`,
      pages: words.pages,
      ...(view.status === 'closed' && {
        verification: { label: words.verification, code: verificationCode({ view }) },
      }),
    },
    ...(head.logo && head.logoType && { logo: { bytes: head.logo, type: head.logoType } }),
    now,
  })
  const { year, ordinal } = view.cycle
  return { filename: `assessment-${year}-${ordinal}-${language}.pdf`, type: 'application/pdf', bytes }
}
