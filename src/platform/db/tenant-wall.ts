import type pg from 'pg'
import { EnvironmentProblem } from '../process/environment-problem.ts'

/** Tables outside the wall that name an entity without holding its content (decisions H14). */
const platformTables = ['identity_entities', 'sessions']

const tenantTables = `
  SELECT c.oid, c.relname, c.relowner, c.relrowsecurity AND c.relforcerowsecurity AS walled
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND n.nspname = 'public' AND c.relname <> ALL ($1::text[])
    AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'entity_id' AND NOT a.attisdropped)`

const question = `
  WITH tenant AS (${tenantTables}),
  -- Every role whose rights the serving role has or could take, itself among them.
  mine AS (SELECT r.* FROM pg_roles r WHERE pg_has_role(current_user, r.oid, 'MEMBER'))
  SELECT current_user AS role,
    (SELECT rolname FROM mine WHERE rolsuper LIMIT 1) AS superuser,
    (SELECT rolname FROM mine WHERE rolbypassrls LIMIT 1) AS bypasses,
    (SELECT rolname FROM mine WHERE rolcreaterole LIMIT 1) AS creates_roles,
    (SELECT rolname FROM mine
      WHERE rolname IN ('pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program') LIMIT 1) AS reads_files,
    (SELECT t.relname FROM tenant t JOIN mine m ON m.oid = t.relowner ORDER BY 1 LIMIT 1) AS owned,
    (SELECT relname FROM tenant WHERE NOT walled ORDER BY 1 LIMIT 1) AS open_table,
    (SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND has_table_privilege(c.oid, 'SELECT')
        AND (c.relkind = 'm' OR c.relkind = 'v' AND NOT coalesce(c.reloptions::text[] && ARRAY['security_invoker=true', 'security_invoker=on'], false))
        AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'entity_id')
      ORDER BY 1 LIMIT 1) AS open_view`

/**
 * Why the role of this pool could see another entity's rows, as a sentence; null when it cannot. Asked before serving
 * and by the readiness check.
 */
export async function gapInTenantWall(pool: pg.Pool): Promise<EnvironmentProblem | null> {
  const { rows } = await pool.query(question, [platformTables])
  const facts = rows[0]
  const role: string = facts.role
  const refuse = (english: string, arabic: string) =>
    new EnvironmentProblem(
      `Itqan does not serve with the database role ${role}: ${english}.`,
      `لا يعمل إتقان بدور قاعدة البيانات ${role}: ${arabic}.`,
    )
  if (facts.superuser)
    return refuse('it is a superuser or may become one', 'لأنه مدير عام للخادم أو يمكنه أن يصبح كذلك')
  if (facts.bypasses) return refuse('it may bypass row-level security', 'لأنه يستطيع تجاوز حماية الصفوف')
  if (facts.creates_roles) return refuse('it may create roles (CREATEROLE)', 'لأنه يستطيع إنشاء الأدوار')
  if (facts.reads_files) return refuse(`it is a member of ${facts.reads_files}`, `لأنه عضو في ${facts.reads_files}`)
  if (facts.owned)
    return refuse(`it owns the table ${facts.owned} or is a member of its owner`, `لأنه يملك الجدول ${facts.owned}`)
  if (facts.open_table)
    return refuse(
      `the table ${facts.open_table} has no forced row-level security`,
      `لأن الجدول ${facts.open_table} بلا حماية صفوف ملزمة`,
    )
  if (facts.open_view)
    return refuse(
      `the view ${facts.open_view} runs with its owner's rights`,
      `لأن العرض ${facts.open_view} يعمل بصلاحيات مالكه`,
    )
  return null
}

/** Refuses to go on with a role that could bypass the tenant wall. */
export async function requireTenantWall(...pools: pg.Pool[]): Promise<void> {
  for (const pool of pools) {
    const gap = await gapInTenantWall(pool)
    if (gap) throw gap
  }
}
