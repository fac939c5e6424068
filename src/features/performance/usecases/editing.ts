import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { weightText } from '../../../shared/decimal.ts'
import type { DataType } from '../../../shared/measure.ts'
import { type FieldProblem, refuse } from '../../../shared/refusal.ts'
import { nodesByIds } from '../../annual-plan/public.ts'
import { hardLimits, type ObjectiveClass } from '../domain/document.ts'
import { keepsTargets, readTargets, storedTargets, type TypedTargets } from '../domain/targets.ts'
import { mayEdit } from '../domain/workflow.ts'
import { errors, problemOf } from '../errors.ts'
import * as lines from '../repository/lines.ts'
import { bankObjectiveFor, objectiveOfMine } from '../views/bank.ts'
import { contentOf } from '../views/content.ts'
import { lockVisible, refuseStale } from './access.ts'
import { presentContent } from './content.ts'
import { endEditing } from './editing-session.ts'
import { settingsOf } from './settings.ts'

type Request = {
  readonly id: string
  readonly version: number
  readonly actor: EntityActor
  readonly newId: NewId
  readonly now: Date
  readonly tx: Tx
}

export type KeyResultInput = {
  readonly statement: string
  readonly dataType: DataType
  readonly targets: TypedTargets
  readonly weight: number | null
}

/** A title with its class, or one of the bank, or one of an earlier document: the schema lets through exactly one. */
export type ObjectiveInput = {
  readonly title?: string | undefined
  readonly class?: ObjectiveClass | undefined
  readonly bankObjectiveId?: string | undefined
  readonly fromObjectiveId?: string | undefined
  readonly nodeIds: readonly string[]
}

type Saved = { version: number; weightTotal: string; savedAt: Date }

/** Adds an objective: a new one, one of the bank, or one of an earlier document of the employee. */
export async function addObjective(request: Request & { objective: ObjectiveInput }) {
  const { objective, newId, tx } = request
  const { document, at } = await writable(request, {})
  if (document.objectives >= hardLimits.objectives) throw tooMany(hardLimits.objectives)
  const source = await sourceOf(request, objective, document.employeeId)
  const id = newId()
  // What a plan of an earlier year held is not offered in this one; what the employee names must be in it.
  const known = await nodesInPlan(tx, { ids: [...objective.nodeIds, ...source.nodeIds], year: document.cycle.year })
  if (objective.nodeIds.some((node) => !known.has(node))) throw refuse(errors.nodeNotInPlan)
  const edited = await lines.addObjective(tx, at, {
    ...source,
    id,
    nodeIds: [...new Set([...objective.nodeIds, ...source.nodeIds.filter((node) => known.has(node))])],
    keyResults: source.keyResults.map((one) => ({ ...one, id: newId() })),
  })
  return { id, ...(await savedContent(request, edited)) }
}

type Source = Omit<Parameters<typeof lines.addObjective>[2], 'id'>

async function sourceOf({ tx }: Request, objective: ObjectiveInput, employeeId: string): Promise<Source> {
  const { title, class: ofClass, bankObjectiveId, fromObjectiveId } = objective
  if (title !== undefined && ofClass !== undefined) {
    return { title, class: ofClass, bankObjectiveId: null, nodeIds: [], keyResults: [] }
  }
  const found =
    bankObjectiveId !== undefined
      ? await bankObjectiveFor(tx, { id: bankObjectiveId })
      : fromObjectiveId !== undefined
        ? await objectiveOfMine(tx, { id: fromObjectiveId, employeeId })
        : null
  if (!found) throw refuse(errors.lineNotFound)
  return found
}

export async function changeObjective(
  request: Request & { objectiveId: string; title?: string | undefined; class?: ObjectiveClass | undefined },
): Promise<Saved> {
  const { objectiveId, title, tx } = request
  const { at } = await writable(request, { objectiveId })
  return saved(request, await lines.changeObjective(tx, at, { objectiveId, title, class: request.class }))
}

export async function removeObjective(request: Request & { objectiveId: string }) {
  const { at } = await writable(request, { objectiveId: request.objectiveId })
  return savedContent(request, await lines.removeObjective(request.tx, at, request))
}

/** Sets what an objective serves in the annual plan: nodes of the plan of the cycle's year, approved or preliminary. */
export async function setLinks(request: Request & { objectiveId: string; nodeIds: readonly string[] }) {
  const { tx, nodeIds } = request
  const { document, at } = await writable(request, { objectiveId: request.objectiveId })
  const known = await nodesInPlan(tx, { ids: nodeIds, year: document.cycle.year })
  if (nodeIds.some((node) => !known.has(node))) throw refuse(errors.nodeNotInPlan)
  return savedContent(request, await lines.setLinks(tx, at, request))
}

export async function reorder(request: Request & { order: lines.Order }) {
  const { tx, id, order } = request
  const { at } = await writable(request, {})
  const { objectives } = await contentOf(tx, { documentId: id })
  const ids = (all: readonly string[]) => all.toSorted().join()
  const same =
    ids(order.map((one) => one.id)) === ids(objectives.map((one) => one.id)) &&
    ids(order.flatMap((one) => one.keyResultIds)) ===
      ids(objectives.flatMap((one) => one.keyResults.map((key) => key.id)))
  if (!same) throw refuse(errors.orderDoesNotMatch)
  return savedContent(request, await lines.reorder(tx, at, { order }))
}

export async function addKeyResult(request: Request & { objectiveId: string; keyResult: KeyResultInput }) {
  const { objectiveId, newId, tx } = request
  const { at } = await roomFor(request, 1)
  const keyResult = { ...read(request.keyResult, ''), id: newId() }
  return {
    id: keyResult.id,
    ...saved(request, await lines.addKeyResults(tx, at, { objectiveId, keyResults: [keyResult] })),
  }
}

/** Rows pasted from a spreadsheet: all of them, or none with every wrong cell named. */
export async function pasteKeyResults(request: Request & { objectiveId: string; rows: readonly KeyResultInput[] }) {
  const { objectiveId, rows, newId, tx } = request
  const { at } = await roomFor(request, rows.length)
  const problems = rows.flatMap((row, index) => targetProblems(row, `rows/${index}/`))
  if (problems.length > 0) throw refuse(errors.invalidTargets, { fields: problems })
  const keyResults = rows.map((row) => ({ ...read(row, ''), id: newId() }))
  return savedContent(request, await lines.addKeyResults(tx, at, { objectiveId, keyResults }))
}

export type KeyResultPatch = {
  readonly statement?: string | undefined
  readonly dataType?: DataType | undefined
  readonly targets?: { readonly [K in keyof TypedTargets]?: string | null | undefined } | undefined
  readonly weight?: number | null | undefined
}

/** The autosave of one row: what is not named stays. Four statements between BEGIN and COMMIT. */
export async function changeKeyResult(
  request: Request & { keyResultId: string; patch: KeyResultPatch },
): Promise<Saved> {
  const { keyResultId, patch, tx } = request
  const { document, at } = await writable(request, { keyResultId })
  const before = document.keyResult
  if (!before) throw refuse(errors.lineNotFound)
  const dataType = patch.dataType ?? before.dataType
  const nothing = { below: null, meets: null, exceeds: null }
  const typed = readTargets(dataType, { ...nothing, ...withoutUndefined(patch.targets ?? {}) })
  if (typed.problems.length > 0) throw refuse(errors.invalidTargets, { fields: fieldsOf(typed.problems, '') })
  const kept = keepsTargets(before.dataType, dataType) ? before.targets : nothing
  const after = {
    id: keyResultId,
    statement: patch.statement ?? before.statement,
    dataType,
    targets: { ...kept, ...only(storedTargets(dataType, typed.targets), Object.keys(patch.targets ?? {})) },
    weight: patch.weight === undefined ? before.weight : patch.weight,
  }
  return saved(request, await lines.changeKeyResult(tx, at, { before, after }))
}

export async function removeKeyResult(request: Request & { keyResultId: string }): Promise<Saved> {
  const { document, at } = await writable(request, { keyResultId: request.keyResultId })
  if (!document.keyResult) throw refuse(errors.lineNotFound)
  return saved(request, await lines.removeKeyResult(request.tx, at, request))
}

// ── The way in: lock, rights, version, state ────────────────────────────────────────────────────────────────

type Writable = {
  readonly document: lines.EditedDocument
  readonly at: { readonly id: string; readonly by: string; readonly now: Date }
}

async function writable(request: Request, line: { objectiveId?: string; keyResultId?: string }): Promise<Writable> {
  const { id, version, actor, now, tx } = request
  const document = await lines.lockForEditing(tx, { id, ...line })
  if (!document) throw refuse(errors.notFound)
  const me = actor.employeeId
  const writer = document.draftedBy ?? document.employeeId
  if (me === null || me !== writer) throw await refusalOfReader(request, document)
  await refuseStale(tx, document, version)
  const ability = mayEdit(document, { parts: document.draftedBy ? ['drafter'] : ['employee'] })
  if (!ability.allowed) throw refuse(problemOf(ability.why))
  if (line.objectiveId && !document.objective) throw refuse(errors.lineNotFound)
  if (document.editorId !== me) {
    if (document.editorId !== null) await endEditing({ documentId: id, now, tx })
    await lines.beginSession(tx, { documentId: id, editorId: me, identityId: actor.identityId, now })
  }
  return { document, at: { id, by: me, now } }
}

/** Who may see the document learns why it is not theirs to write; to all others it does not exist. */
async function refusalOfReader({ id, actor, now, tx }: Request, { draftedBy }: lines.EditedDocument) {
  const { standing } = await lockVisible({ id, actor, settings: await settingsOf(tx, { now }), tx })
  const ability = mayEdit({ draftedBy, status: 'draft', cycle: { status: 'open' } }, standing)
  return refuse(ability.allowed ? errors.notYours : problemOf(ability.why))
}

async function roomFor(request: Request & { objectiveId: string }, count: number): Promise<Writable> {
  const found = await writable(request, { objectiveId: request.objectiveId })
  const limit = hardLimits.keyResultsOfObjective
  if ((found.document.objective?.keyResults ?? 0) + count > limit) throw tooMany(limit)
  return found
}

/** Those of the nodes that the plan in force of a year holds, approved or preliminary (AMB-61, AMB-62). */
async function nodesInPlan(tx: Tx, { ids, year }: { ids: readonly string[]; year: number }): Promise<Set<string>> {
  const found = await nodesByIds(tx, { ids: [...new Set(ids)] })
  return new Set(found.filter((node) => node.year === year).map((node) => node.id))
}

function tooMany(limit: number) {
  return refuse(errors.tooMany, { params: { limit } })
}

function saved({ now }: Request, { version, weightTotal }: lines.Edited): Saved {
  return { version, weightTotal: weightText(weightTotal), savedAt: now }
}

async function savedContent(request: Request, edited: lines.Edited) {
  const content = presentContent(await contentOf(request.tx, { documentId: request.id }))
  return { ...saved(request, edited), content }
}

/** The input as it is stored; throws with a field for each target that is no value of the type. */
function read(input: KeyResultInput, path: string): Omit<lines.StoredKeyResult, 'id'> {
  const { statement, dataType, weight } = input
  const typed = readTargets(dataType, input.targets)
  if (typed.problems.length > 0) throw refuse(errors.invalidTargets, { fields: fieldsOf(typed.problems, path) })
  return { statement, dataType, weight, targets: storedTargets(dataType, typed.targets) }
}

function targetProblems(input: KeyResultInput, path: string): FieldProblem[] {
  return fieldsOf(readTargets(input.dataType, input.targets).problems, path)
}

function fieldsOf(problems: ReturnType<typeof readTargets>['problems'], path: string): FieldProblem[] {
  return problems.map(({ name, why }) => ({ path: `${path}targets/${name}`, code: why }))
}

function withoutUndefined<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never
}

function only<T extends object>(value: T, names: readonly string[]): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([name]) => names.includes(name))) as Partial<T>
}
