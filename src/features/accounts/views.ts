import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { Language } from '../../shared/locale.ts'

type Name = { readonly ar: string; readonly en: string }

/** Whether the employee's last day of service lies before the day, or there is no such employee. */
export async function hasLeft(tx: Tx, { employeeId, on }: { employeeId: string; on: string }): Promise<boolean> {
  const { rows } = await sql<{ works: boolean }>`
    SELECT exited_on IS NULL OR exited_on >= ${on}::date AS works FROM employees WHERE id = ${employeeId}::uuid`.execute(
    tx,
  )
  return !rows[0]?.works
}

export type PhoneOwner = { readonly employeeId: string; readonly phone: string | null }

/** The employee, when the given number is the employee number or, where there is none, the civil number (H13). */
export async function employeeForCode(
  tx: Tx,
  { employeeId, employeeNumber, on }: { employeeId: string; employeeNumber: string | null; on: string },
): Promise<PhoneOwner | null> {
  const { rows } = await sql<PhoneOwner>`
    SELECT id AS "employeeId", phone FROM employees
     WHERE id = ${employeeId}::uuid AND (exited_on IS NULL OR exited_on >= ${on}::date)
       AND (${employeeNumber}::text IS NULL OR upper(coalesce(employee_number, civil_number)) = upper(${employeeNumber}))`.execute(
    tx,
  )
  return rows[0] ?? null
}

export type Frame = {
  readonly name: Name | null
  readonly phone: boolean
  readonly entity: {
    readonly id: string
    readonly name: Name
    readonly vision: Name
    readonly mission: Name
    readonly logoDigest: string | null
    readonly sample: boolean
  }
}

/** What the frame of a page says about the person and the entity. One statement, inside the entity. */
export async function frameOf(tx: Tx, { employeeId }: { employeeId: string | null }): Promise<Frame> {
  const { rows } = await sql<Frame>`
    SELECT CASE WHEN p.id IS NOT NULL THEN json_build_object('ar', p.name_ar, 'en', p.name_en) END AS name,
           p.phone IS NOT NULL AS phone,
           json_build_object('id', e.id, 'name', json_build_object('ar', e.name_ar, 'en', e.name_en),
             'vision', json_build_object('ar', coalesce(f.vision_ar, ''), 'en', coalesce(f.vision_en, '')),
             'mission', json_build_object('ar', coalesce(f.mission_ar, ''), 'en', coalesce(f.mission_en, '')),
             'logoDigest', f.logo_digest, 'sample', e.sample) AS entity
      FROM entities e
      LEFT JOIN entity_profiles f ON f.entity_id = e.id
      LEFT JOIN employees p ON p.entity_id = e.id AND p.id = ${employeeId}::uuid
     WHERE e.id = itqan_entity()`.execute(tx)
  const [frame] = rows
  if (!frame) throw new Error('The entity of a session exists')
  return frame
}

export type Preferences = {
  readonly language: Language
  readonly digits: 'latn' | 'arab'
  readonly theme: 'system' | 'light' | 'dark'
  readonly hijri: boolean
}

/** Whoever has not said anything reads on in the language in which this device asks. */
export async function preferencesOf(
  tx: Tx,
  { identityId, language }: { identityId: string; language: Language },
): Promise<Preferences> {
  const { rows } = await sql<Preferences>`
    SELECT language, digits, theme, hijri FROM identity_preferences WHERE identity_id = ${identityId}::uuid`.execute(tx)
  return rows[0] ?? { language, digits: 'latn', theme: 'system', hijri: true }
}

export type EntityChoice = { readonly id: string; readonly name: Name }

export async function entityNames(tx: Tx, ids: readonly string[]): Promise<EntityChoice[]> {
  const { rows } = await sql<EntityChoice>`
    SELECT id, json_build_object('ar', name_ar, 'en', name_en) AS name FROM entities
     WHERE id = ANY (${ids}::uuid[]) ORDER BY name_ar COLLATE itqan_ar`.execute(tx)
  return rows
}

export type SessionRow = {
  readonly id: string
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly ip: string | null
  readonly userAgent: string | null
  readonly entity: Name | null
}

export async function livingSessions(
  tx: Tx,
  { identityId, now }: { identityId: string; now: Date },
): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    SELECT s.id, s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt", s.ip, s.user_agent AS "userAgent",
           CASE WHEN e.id IS NOT NULL THEN json_build_object('ar', e.name_ar, 'en', e.name_en) END AS entity
      FROM sessions s LEFT JOIN entities e ON e.id = s.entity_id
     WHERE s.identity_id = ${identityId}::uuid AND s.revoked_at IS NULL AND s.expires_at > ${now}
       AND s.last_seen_at > ${new Date(now.getTime() - 3_600_000)}
     ORDER BY s.last_seen_at DESC, s.id`.execute(tx)
  return rows
}

export type ProfileChange = {
  readonly id: string
  readonly field: 'display_title' | 'phone' | 'email'
  readonly from: string | null
  readonly to: string | null
  readonly by: Name | null
  readonly at: Date
}

/** What was changed in a profile, newest first (BR-50). `by` is null when the program or a platform administrator did. */
export async function profileChanges(tx: Tx, { employeeId }: { employeeId: string }): Promise<ProfileChange[]> {
  const { rows } = await sql<ProfileChange>`
    SELECT c.id, c.field, c.old_value AS "from", c.new_value AS "to", c.changed_at AS at,
           CASE WHEN b.id IS NOT NULL THEN json_build_object('ar', b.name_ar, 'en', b.name_en) END AS by
      FROM employee_profile_changes c
      LEFT JOIN employees b ON b.entity_id = c.entity_id AND b.id = c.changed_by
     WHERE c.employee_id = ${employeeId}::uuid ORDER BY c.changed_at DESC, c.id DESC LIMIT 100`.execute(tx)
  return rows
}

type AccountState = 'waiting' | 'code_handed_out' | 'active' | 'exited'

export type AccountRow = {
  readonly employeeId: string
  readonly name: Name
  readonly employeeNumber: string | null
  readonly title: Name | null
  readonly displayTitle: string | null
  readonly division: Name | null
  readonly phone: string | null
  readonly state: AccountState
  readonly codeExpiresAt: Date | null
  readonly lastSeenAt: Date | null
  readonly sessions: number
}

type AccountsAsked = {
  readonly text: string | undefined
  readonly filter: 'waiting' | 'no_phone' | 'title_differs' | undefined
  readonly after: { readonly name: string; readonly id: string } | null
  readonly limit: number
  readonly on: string
  readonly now: Date
}

/** People of the entity and whether they can sign in, by name. */
export async function accounts(tx: Tx, { text, filter, after, limit, on, now }: AccountsAsked): Promise<AccountRow[]> {
  const { rows } = await sql<AccountRow>`
    SELECT * FROM (
      SELECT e.id AS "employeeId", json_build_object('ar', e.name_ar, 'en', e.name_en) AS name, e.name_ar,
             e.employee_number AS "employeeNumber", e.display_title AS "displayTitle", e.phone,
             CASE WHEN t.id IS NOT NULL THEN json_build_object('ar', t.title_ar, 'en', t.title_en) END AS title,
             (SELECT json_build_object('ar', d.name_ar, 'en', d.name_en) FROM division_periods d
               WHERE d.entity_id = a.entity_id AND d.division_id = a.division_id
                 AND itqan_holds(d.valid_from, d.valid_to, ${on}::date)) AS division,
             CASE WHEN e.exited_on < ${on}::date THEN 'exited' WHEN i.password_hash IS NOT NULL THEN 'active'
                  WHEN c.expires_at IS NOT NULL THEN 'code_handed_out' ELSE 'waiting' END AS state,
             c.expires_at AS "codeExpiresAt", s.last_seen_at AS "lastSeenAt", coalesce(s.living, 0)::int AS sessions,
             e.display_title IS NOT NULL AND itqan_normalize(e.display_title) NOT IN
               (itqan_normalize(coalesce(t.title_ar, '')), itqan_normalize(coalesce(t.title_en, ''))) AS differs
        FROM employees e
        LEFT JOIN identity_entities l ON l.entity_id = e.entity_id AND l.employee_id = e.id
        LEFT JOIN sign_in_identities i ON i.id = l.identity_id
        LEFT JOIN assignments a ON a.entity_id = e.entity_id AND a.employee_id = e.id
              AND itqan_holds(a.valid_from, a.valid_to, ${on}::date)
        LEFT JOIN posts t ON t.entity_id = a.entity_id AND t.id = a.post_id
        LEFT JOIN LATERAL (SELECT max(expires_at) AS expires_at FROM one_time_codes o
               WHERE o.identity_id = i.id AND o.purpose = 'handed_out' AND o.used_at IS NULL AND o.expires_at > ${now}) c ON true
        LEFT JOIN LATERAL (SELECT max(last_seen_at) AS last_seen_at,
                                  count(*) FILTER (WHERE revoked_at IS NULL AND expires_at > ${now}
                                                     AND last_seen_at > ${new Date(now.getTime() - 3_600_000)}) AS living
                             FROM sessions s WHERE s.identity_id = i.id AND s.entity_id = e.entity_id) s ON true
       WHERE (${text ?? null}::text IS NULL OR e.search LIKE '%' || itqan_normalize(${text ?? ''}) || '%')) people
     WHERE CASE ${filter ?? ''} WHEN 'waiting' THEN state IN ('waiting', 'code_handed_out')
                WHEN 'no_phone' THEN phone IS NULL AND state <> 'exited' WHEN 'title_differs' THEN differs ELSE true END
       AND (${after?.name ?? null}::text IS NULL
            OR (name_ar COLLATE itqan_ar, "employeeId") > (${after?.name ?? ''} COLLATE itqan_ar, ${after?.id ?? null}::uuid))
     ORDER BY name_ar COLLATE itqan_ar, "employeeId" LIMIT ${limit + 1}`.execute(tx)
  return rows
}

export type GrantRow = {
  readonly id: string
  readonly role: string
  readonly reason: string
  readonly grantedAt: Date
  readonly grantedBy: Name | null
  /** The employee who holds it; null for an administrator who is no employee here. */
  readonly holder: { readonly employeeId: string; readonly name: Name; readonly title: Name | null } | null
  readonly own: boolean
}

/** Roles that are held now, with who gave them and why. */
export async function grants(tx: Tx, { identityId, on }: { identityId: string; on: string }): Promise<GrantRow[]> {
  const { rows } = await sql<GrantRow>`
    SELECT g.id, g.role, g.reason, g.granted_at AS "grantedAt", g.identity_id = ${identityId}::uuid AS own,
           CASE WHEN b.id IS NOT NULL THEN json_build_object('ar', b.name_ar, 'en', b.name_en) END AS "grantedBy",
           CASE WHEN e.id IS NOT NULL THEN json_build_object('employeeId', e.id,
             'name', json_build_object('ar', e.name_ar, 'en', e.name_en),
             'title', CASE WHEN t.id IS NOT NULL THEN json_build_object('ar', t.title_ar, 'en', t.title_en) END) END AS holder
      FROM role_grants g
      LEFT JOIN identity_entities l ON l.entity_id = g.entity_id AND l.identity_id = g.identity_id
      LEFT JOIN employees e ON e.entity_id = l.entity_id AND e.id = l.employee_id
      LEFT JOIN assignments a ON a.entity_id = e.entity_id AND a.employee_id = e.id
            AND itqan_holds(a.valid_from, a.valid_to, ${on}::date)
      LEFT JOIN posts t ON t.entity_id = a.entity_id AND t.id = a.post_id
      LEFT JOIN identity_entities lb ON lb.entity_id = g.entity_id AND lb.identity_id = g.granted_by
      LEFT JOIN employees b ON b.entity_id = lb.entity_id AND b.id = lb.employee_id
     WHERE g.revoked_at IS NULL ORDER BY g.role, g.granted_at, g.id`.execute(tx)
  return rows
}

export type EntityRow = {
  readonly id: string
  readonly code: string
  readonly name: Name
  readonly sample: boolean
  readonly createdAt: Date
}

export async function entities(tx: Tx): Promise<EntityRow[]> {
  const { rows } = await sql<EntityRow>`
    SELECT id, code, json_build_object('ar', name_ar, 'en', name_en) AS name, sample, created_at AS "createdAt"
      FROM entities ORDER BY created_at, code`.execute(tx)
  return rows
}

export async function isCodeTaken(tx: Tx, code: string): Promise<boolean> {
  return (await tx.selectFrom('entities').select('id').where('code', '=', code).executeTakeFirst()) !== undefined
}

/** Entities of invented people, whose messages may be read by anyone. */
export async function sampleEntities(tx: Tx): Promise<EntityRow[]> {
  return (await entities(tx)).filter((entity) => entity.sample)
}

export type VisibleMessage = {
  readonly id: string
  readonly to: string
  readonly text: string
  readonly purpose: string
  readonly at: Date
}

/** The last text messages of the running entity that have not been erased. */
export async function visibleMessages(tx: Tx): Promise<VisibleMessage[]> {
  const { rows } = await sql<VisibleMessage>`
    SELECT id, recipient AS "to", body AS text, purpose, created_at AS at FROM sms_messages
     WHERE body IS NOT NULL AND status IN ('visible', 'waiting') ORDER BY created_at DESC, id LIMIT 50`.execute(tx)
  return rows
}
