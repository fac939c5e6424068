import { createHash } from 'node:crypto'
import { genesis, linkHash } from '../../platform/audit/chain.ts'
import { dateToDay } from '../../shared/dates.ts'
import { weightText } from '../../shared/decimal.ts'
import { type Random, randomFrom } from '../../shared/random.ts'
import { linesOf } from './achieved.ts'
import { dayAt } from './content.ts'
import type { Field } from './copy.ts'
import { type ClosedLine, closingDays, closingWriter, type Reached, reachedOf, standingOf } from './country-closings.ts'
import { supervisorOf } from './country-people.ts'
import type { CountryDivision } from './country-shape.ts'
import {
  type CountryCycle,
  daily,
  developing,
  nodeCode,
  nodeId,
  nodeKind,
  nodesOfPlan,
  nodeTitle,
  type Own,
  openingOf,
  planned,
  slice,
  type World,
} from './country-world.ts'
import { kinds } from './stable-ids.ts'
import type { PoolObjective, PoolResult } from './work-pool.ts'
import { at } from './working-calendar.ts'

const keyResultsOfDocument = 6

/** Six weights that make a whole. */
const weightings = [
  [2500, 2000, 1500, 1500, 1500, 1000],
  [3000, 2000, 1500, 1500, 1000, 1000],
  [2000, 2000, 2000, 1500, 1500, 1000],
  [2250, 2250, 1750, 1250, 1250, 1250],
  [3500, 1500, 1500, 1500, 1000, 1000],
] as const

export type Chain = {
  readonly append: (event: {
    at: Date
    actor: string
    employee: string
    action: string
    subject: string
    payload: string
  }) => readonly Field[]
  readonly seq: () => string
  readonly hash: () => Buffer
}

/** The entity's audit chain, computed as the database would (0001_platform.sql), without a statement an event. */
export function newChain(entityId: string): Chain {
  let seq = 0n
  let hash: Buffer = genesis(entityId)
  return {
    append: ({ at: when, actor, employee, action, subject, payload }) => {
      seq += 1n
      const digest = createHash('sha256').update(payload, 'utf8').digest()
      const row = {
        seq: seq.toString(),
        at: when,
        actor_id: actor,
        employee_id: employee,
        on_behalf_of: null,
        action,
        subject_type: 'performance_document',
        subject_id: subject,
        payload_digest: digest,
      }
      hash = linkHash(hash, row)
      return [row.seq, when, actor, employee, action, row.subject_type, subject, payload, digest, hash]
    },
    seq: () => seq.toString(),
    hash: () => hash,
  }
}

const documentColumns = [
  'id',
  'cycle_id',
  'employee_id',
  'status',
  'status_since',
  'due_on',
  'version',
  'submissions',
  'first_submitted_at',
  'submitted_at',
  'decided_by',
  'agreed_at',
  'weight_total',
  'updated_at',
  'updated_by',
  'created_at',
] as const
const objectiveColumns = ['id', 'document_id', 'position', 'title', 'class'] as const
const keyResultColumns = [
  'id',
  'document_id',
  'objective_id',
  'position',
  'statement',
  'data_type',
  'target_below',
  'target_meets',
  'target_exceeds',
  'weight',
] as const
const submissionColumns = [
  'document_id',
  'number',
  'edition',
  'content',
  'submitted_by',
  'submitted_at',
  'outcome',
  'outcome_by',
  'outcome_at',
] as const
const auditColumns = [
  'seq',
  'at',
  'actor_id',
  'employee_id',
  'action',
  'subject_type',
  'subject_id',
  'payload',
  'payload_digest',
  'hash',
] as const

type Part = { readonly first: number; readonly place: number; readonly chain: Chain }

/** A batch of documents of one cycle with all that hangs on them. */
export function addDocuments(
  world: World,
  own: Own,
  tree: readonly CountryDivision[],
  { first, place, chain }: Part,
): void {
  const { writer, idOf, cycles, days, seed } = world
  const { entity, people } = own
  const cycle = cycles[place]
  if (!cycle) return
  const random = randomFrom(`${seed}/documents/${entity}/${place}/${first}`)
  const last = Math.min(first + slice, people)
  const documents = writer.open('performance_documents', documentColumns)
  const objectives = writer.open('objectives', objectiveColumns)
  const links = writer.open('objective_plan_links', ['objective_id', 'node_id'])
  const keyResults = writer.open('key_results', keyResultColumns)
  const submissions = writer.open('document_submissions', submissionColumns)
  const meetings = writer.open('document_meetings', [
    'id',
    'document_id',
    'edition',
    'held_at',
    'mode',
    'recorded_by',
    'recorded_at',
  ])
  const audit = writer.open('audit_events', auditColumns)
  const items = writer.open('work_items', [
    'id',
    'kind',
    'subject_type',
    'subject_id',
    'about_id',
    'assignee_id',
    'params',
    'opened_at',
    'due_on',
  ])
  const closing = cycle.open ? null : closingFor(world, { entity, place, cycle, random })
  const openedAt = openingOf(cycle, days)
  const due = cycle.planDueOn < days.date ? at(cycle.planDueOn, '14:00') : at(days.date, '00:00')
  const window = due.getTime() - openedAt.getTime()
  for (let person = first; person < last; person += 1) {
    const supervisor = supervisorOf(tree, person)
    if (supervisor === null) continue
    const employee = idOf(kinds.employee, entity, person)
    const decider = idOf(kinds.employee, entity, supervisor)
    const number = place * people + person
    const id = idOf(kinds.document, entity, number)
    const status = !cycle.open || random.chance(0.7) ? 'agreed' : random.chance(0.5) ? 'submitted' : 'draft'
    // In the order of the people, so that the chain tells them in the order of time.
    const agreedAt = new Date(openedAt.getTime() + Math.floor((window * (person + 1)) / (people + 1)))
    const sentAt = new Date(Math.max(openedAt.getTime(), agreedAt.getTime() - 86_400_000))
    const sent = status !== 'draft'
    const agreed = status === 'agreed'
    const standing = closing ? standingOf(randomFrom(`${seed}/standing/${entity}/${person}`)) : 0
    const closed: ClosedLine[] = []
    const dueOn = agreed ? null : sent ? days.ahead(3) : cycle.planDueOn
    documents([
      id,
      idOf(kinds.cycle, entity, place),
      employee,
      closing ? 'closed' : status,
      closing ? closing.days.approvedAt : agreed ? agreedAt : sent ? sentAt : openedAt,
      dueOn,
      12,
      sent ? 1 : 0,
      sent ? sentAt : null,
      sent ? sentAt : null,
      agreed ? decider : null,
      agreed ? agreedAt : null,
      10_000,
      agreed ? agreedAt : sentAt,
      agreed ? decider : employee,
      openedAt,
    ])
    const weights = random.pick(weightings)
    const chosen = [random.pick(planned), random.pick(developing), random.pick(daily)]
    const content: object[] = []
    for (const [index, one] of chosen.entries()) {
      const objective = idOf(kinds.objective, entity, number * 3 + index)
      objectives([objective, id, index + 1, one.title, one.class])
      const node = random.between(0, nodesOfPlan - 1)
      const linked = one.class === 'annual_plan'
      if (linked) links([objective, nodeId(idOf, entity, cycle.year, node)])
      const lines = [0, 1].map((line) => {
        const keyResult = idOf(kinds.keyResult, entity, number * keyResultsOfDocument + index * 2 + line)
        const weight = weights[index * 2 + line] ?? 0
        const result = resultOf(one, line, cycle)
        keyResults([keyResult, id, objective, line + 1, result.statement, result.dataType, ...result.stored, weight])
        if (closing) {
          const { dataType, stored: targets, reached } = result
          closed.push({ keyResultId: keyResult, dataType, targets, weight, reached })
        }
        const [below, meets, exceeds] = result.shown
        const targets = { below, meets, exceeds }
        return {
          id: keyResult,
          statement: result.statement,
          dataType: result.dataType,
          targets,
          weight: weightText(weight),
        }
      })
      if (sent) {
        const link = {
          nodeId: nodeId(idOf, entity, cycle.year, node),
          code: nodeCode(node),
          title: nodeTitle(node),
          kind: nodeKind(node),
          status: 'approved',
        }
        content.push({
          id: objective,
          title: one.title,
          class: one.class,
          bankObjectiveId: null,
          links: linked ? [link] : [],
          keyResults: lines,
        })
      }
    }
    closing?.add({ number, documentId: id, employeeId: employee, supervisorId: decider, standing, lines: closed })
    if (!sent) continue
    submissions([
      id,
      1,
      1,
      JSON.stringify({ objectives: content }),
      employee,
      sentAt,
      agreed ? 'agreed' : null,
      agreed ? decider : null,
      agreed ? agreedAt : null,
    ])
    if (agreed) {
      meetings([idOf(kinds.meeting, entity, number), id, 1, sentAt, 'in_person', decider, sentAt])
      const actor = idOf(kinds.identity, entity, supervisor)
      const payload = '{"before":{"status":"submitted"},"after":{"status":"agreed"}}'
      audit(chain.append({ at: agreedAt, actor, employee: decider, action: 'performance.agree', subject: id, payload }))
    } else {
      const params = JSON.stringify({
        cycle: { period: { kind: 'quarter', ordinal: cycle.ordinal, year: cycle.year } },
      })
      items([
        idOf(kinds.item, entity, number),
        'performance.decide',
        'performance_document',
        id,
        employee,
        decider,
        params,
        sentAt,
        dueOn,
      ])
    }
  }
}

function closingFor(
  world: World,
  { entity, place, cycle, random }: { entity: number; place: number; cycle: CountryCycle; random: Random },
) {
  const days = closingDays(cycle, world.days.date, world.days.calendar)
  return { days, add: closingWriter(world, { entity, place, days, random: random.fork('closing') }) }
}

type ShownResult = {
  readonly statement: string
  readonly dataType: string
  readonly stored: readonly Field[]
  readonly shown: readonly string[]
  /** What may have been reached of it by the end of the cycle. */
  readonly reached: readonly Reached[]
}

const results = new Map<string, ShownResult>()

/** A line of the pool for a cycle; made once, used a million times. */
function resultOf(one: PoolObjective, line: number, cycle: CountryCycle): ShownResult {
  const key = `${cycle.startsOn} ${line} ${one.title}`
  const known = results.get(key)
  if (known) return known
  const result = one.results[line]
  if (!result) throw new Error(`no line ${line} in ${one.title}`)
  const shown =
    result.dataType === 'date' ? result.targets.map((share) => dayAt(share, cycle)) : result.targets.map(String)
  const stored = result.dataType === 'date' ? shown.map((day) => dateToDay(day)) : shown
  const made = {
    statement: result.statement,
    dataType: result.dataType,
    stored,
    shown,
    reached: reach(one, result, shown, cycle),
  }
  results.set(key, made)
  return made
}

function reach(
  one: PoolObjective,
  result: PoolResult,
  shown: readonly string[],
  cycle: CountryCycle,
): readonly Reached[] {
  const [below = null, meets = null, exceeds = null] = shown
  const { statement, dataType } = result
  const keyResult = { id: '', statement, dataType, targets: { below, meets, exceeds }, weight: null }
  const objective = {
    id: '',
    title: one.title,
    class: one.class,
    bankObjectiveId: null,
    links: [],
    keyResults: [keyResult],
  }
  const random = randomFrom(`${cycle.startsOn}/${statement}`)
  return linesOf({ objectives: [objective] }).flatMap((line) => reachedOf(line, cycle, random))
}
