import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { httpErrors } from '../../../platform/http/errors.ts'
import { queueSms } from '../../../platform/sms/queue.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { type Refusal, refuse } from '../../../shared/refusal.ts'
import { normalizeArabic } from '../../../shared/text.ts'
import { defaultTimeZone, localDate } from '../../../shared/time-zone.ts'
import { employeeById } from '../../organization/public.ts'
import { errors } from '../errors.ts'
import * as identities from '../repository/identities.ts'
import { lockProfile, type ProfileField, saveProfile } from '../repository/profile.ts'
import { profileChanges } from '../views.ts'
import { confirmPassword } from './sessions.ts'
import { smsText } from './sms-text.ts'
import type { Visit } from './visit.ts'

/** The own record of a person (SC-06): facts that the organization keeps, and the three that the person may edit. */
export async function readProfile({ actor, now, tx }: { actor: EntityActor; now: Date; tx: Tx }) {
  if (!actor.employeeId) throw refuse(errors.notAnEmployee)
  const on = localDate(now, defaultTimeZone)
  const card = await employeeById(tx, { employeeId: actor.employeeId, on })
  const profile = await profileOf(tx, actor.employeeId)
  if (!card || !profile) throw refuse(httpErrors.notFound)
  const supervisor = card.supervisorId ? await employeeById(tx, { employeeId: card.supervisorId, on }) : null
  return {
    employeeId: card.id,
    name: card.name,
    employeeNumber: card.employeeNumber,
    title: card.title,
    division: card.division,
    level: card.level,
    supervisor: supervisor && { id: supervisor.id, name: supervisor.name },
    hiredOn: card.hiredOn,
    displayTitle: card.displayTitle,
    /** Shown to the administrators too: the title in use is not the official one (AMB-39). */
    titleDiffers: differs(card.displayTitle, card.title),
    phone: card.phone,
    email: card.email,
    version: profile.version,
    history: await profileChanges(tx, { employeeId: card.id }),
  }
}

function differs(displayTitle: string | null, official: { ar: string; en: string }): boolean {
  if (displayTitle === null) return false
  return ![official.ar, official.en].map(normalizeArabic).includes(normalizeArabic(displayTitle))
}

async function profileOf(tx: Tx, employeeId: string) {
  return tx.selectFrom('employees').select('version').where('id', '=', employeeId).executeTakeFirst()
}

type Edit = {
  readonly displayTitle?: string | null | undefined
  readonly phone?: string | null | undefined
  readonly email?: string | null | undefined
  /** The present password, needed for another phone: codes go to it. */
  readonly password?: string | undefined
  readonly version: number
  readonly actor: EntityActor
} & Visit

/** Changes title, phone or e-mail, and nothing else (BR-50). The old phone is told of a new one. */
export async function editProfile({ version, actor, password, ...edit }: Edit): Promise<Refusal | null> {
  const { tx, now, newId } = edit
  const { employeeId } = actor
  if (!employeeId) throw refuse(errors.notAnEmployee)
  const before = await lockProfile(tx, employeeId)
  if (!before) throw refuse(httpErrors.notFound)
  if (before.version !== version) throw refuse(httpErrors.changedByOther, { params: await lastChange(tx, employeeId) })
  const changes = (['displayTitle', 'phone', 'email'] as const satisfies readonly ProfileField[])
    .filter((field) => edit[field] !== undefined && (edit[field] || null) !== before[field])
    .map((field) => ({ id: newId(), field, from: before[field], to: edit[field] || null }))
  if (changes.length === 0) return null
  const phone = changes.find(({ field }) => field === 'phone')
  if (phone) {
    const refusal = await confirmPassword({ ...edit, password: password ?? '', path: 'password', actor })
    if (refusal) return refusal
  }
  await saveProfile(tx, { employeeId, changes, now })
  if (phone?.from) await tellOldPhone(edit, { to: phone.from, identityId: actor.identityId })
  audit.record(tx, {
    actor,
    action: 'accounts.profile_changed',
    subject: { type: 'employee', id: employeeId },
    before: Object.fromEntries(changes.map(({ field, from }) => [field, from])),
    after: Object.fromEntries(changes.map(({ field, to }) => [field, to])),
    at: now,
  })
  return null
}

async function tellOldPhone(
  { tx, now, newId, ...visit }: Visit,
  { to, identityId }: { to: string; identityId: string },
) {
  const language = (await identities.languageOf(tx, identityId)) ?? visit.language
  const text = smsText('phone_changed', language)
  await queueSms(tx, { to, text, language, purpose: 'accounts.phone_changed', newId, now })
}

async function lastChange(tx: Tx, employeeId: string): Promise<Record<string, string>> {
  const [last] = await profileChanges(tx, { employeeId })
  return { by: last?.by?.ar ?? '', byEn: last?.by?.en ?? '', at: last?.at.toISOString() ?? '' }
}
