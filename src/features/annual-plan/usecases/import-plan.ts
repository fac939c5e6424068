import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { UploadedFile } from '../../../platform/http/implement.ts'
import { readTable } from '../../../platform/spreadsheet/read-table.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { refuse } from '../../../shared/refusal.ts'
import { calendarOf } from '../../policies/public.ts'
import { comparePlans } from '../domain/compare-plans.ts'
import { importHeadings, neededColumns } from '../domain/import-columns.ts'
import { type ReadPlan, readPlan as readRows } from '../domain/import-plan.ts'
import type { PlannedNode } from '../domain/node.ts'
import { dayWithin } from '../domain/version.ts'
import { errors } from '../errors.ts'
import * as repository from '../repository.ts'
import type { PlanPreview } from '../schema.ts'
import { readLookups } from '../views/lookups.ts'
import { type PlanRead, readPlan } from '../views/plan.ts'
import { readVersions } from '../views/versions.ts'
import { sheetNames } from './plan-sheet.ts'

type Import = { readonly year: number; readonly file: UploadedFile; readonly now: Date; readonly tx: Tx }

/** A plan of a ministry has some hundred rows; this many are a mistake. */
const mostRows = 5_000
const shownProblems = 200

/** Reads the file and says, row by row, what is wrong and what would change. Writes nothing. */
export async function previewPlan({ year, file, now, tx }: Import): Promise<PlanPreview> {
  const { read, rows, unknownColumns, divisions, on } = await readFile({ year, file, now, tx })
  const current = await readPlan(tx, { chosen: { year }, on })
  const { changes, removed } = comparePlans(plannedOf(current), read.nodes)
  return {
    rows,
    problems: read.problems
      .slice(0, shownProblems)
      .map(({ params, ...problem }) => ({ ...problem, ...(params && { params }) })),
    problemCount: read.problems.length,
    unknownColumns: [...unknownColumns],
    nodes: read.nodes.map((node) => ({
      line: node.line,
      code: node.code,
      kind: node.kind,
      parentCode: node.parentCode,
      title: node.title,
      owner: divisions.find((division) => division.id === node.ownerDivisionId)?.name ?? null,
      indicators: node.indicators.length,
      change: changes.get(node.code) ?? 'added',
    })),
    removed: removed.map(({ code, title }) => ({ code, title })),
  }
}

/** Writes the file as a new draft version, whole or not at all. */
export async function importPlan({ year, file, actor, now, tx, newId }: Import & { actor: EntityActor; newId: NewId }) {
  const { read } = await readFile({ year, file, now, tx })
  if (read.problems.length > 0) {
    throw refuse(errors.importRefused, {
      params: { count: read.problems.length },
      fields: read.problems.slice(0, shownProblems).map(({ line, column, code, params }) => ({
        path: column ? `rows/${line}/${column}` : `rows/${line}`,
        code,
        ...(params && { params }),
      })),
    })
  }
  const id = newId()
  const title = { ar: `الخطة السنوية ${year}`, en: `Annual plan ${year}` }
  const number = await repository.addVersion(tx, { id, year, title, nodes: read.nodes, now, newId })
  audit.record(tx, {
    actor,
    action: 'annual_plan.import',
    subject: { type: 'plan_version', id },
    after: { year, number, file: file.filename, nodes: read.nodes.length },
    at: now,
  })
  const [version] = await readVersions(tx, { id })
  if (!version) throw refuse(errors.versionNotFound)
  return version
}

async function readFile({ year, file, now, tx }: Import) {
  const table = await readTable(file.bytes, { filename: file.filename, headings: importHeadings, sheets: sheetNames })
  const missing = neededColumns.find((column) => table.missing.includes(column))
  if (missing) {
    const names = importHeadings[missing] ?? []
    throw refuse(errors.importColumnMissing, { params: { name: names[0] ?? missing, nameEn: names[1] ?? missing } })
  }
  if (table.rows.length === 0) throw refuse(errors.importEmpty)
  if (table.rows.length > mostRows) throw refuse(errors.importTooLarge, { params: { maximum: mostRows } })
  const on = dayWithin(year, (await calendarOf(tx, { year })).today(now))
  const lookups = await readLookups(tx, { year, on })
  const read: ReadPlan = readRows(table.rows, lookups)
  return { read, rows: table.rows.length, unknownColumns: table.unknown, divisions: lookups.divisions, on }
}

/** A version that was read, in the form of an import. */
function plannedOf({ nodes }: Pick<PlanRead, 'nodes'>): PlannedNode[] {
  const codes = new Map(nodes.map((node) => [node.id, node.code]))
  return nodes.map((node) => ({
    code: node.code,
    kind: node.kind,
    parentCode: node.parentId ? (codes.get(node.parentId) ?? null) : null,
    title: node.title,
    summary: node.summary,
    ownerDivisionId: node.owner?.id ?? null,
    startsOn: node.startsOn,
    endsOn: node.endsOn,
    indicators: node.indicators,
    serves: node.serves.map(({ priority, indicator, programme }) => ({
      priorityId: priority.id,
      indicatorId: indicator?.id ?? null,
      programmeId: programme?.id ?? null,
    })),
  }))
}
