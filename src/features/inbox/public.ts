import type { Tx } from '../../platform/db/database.ts'
import type { NewId } from '../../platform/db/ids.ts'
import type { EmployeeActor, EntityActor } from '../../shared/actor.ts'
import { calendarOf } from '../policies/public.ts'
import type { ItemStep, MessageParams, Subject, WorkItem } from './domain/work-item.ts'
import * as repository from './repository.ts'
import { openCount, unreadCount } from './views.ts'

export type { ItemStep, MessageParams, WorkItem }

type OpenRequest = {
  readonly kind: string
  readonly subject: Subject
  readonly aboutId?: string | null
  readonly assigneeId: string
  readonly dueOn?: string | null
  readonly params?: MessageParams
  readonly newId: NewId
  readonly now: Date
}

/**
 * Puts something on a person's list, in the transaction of the move that causes it. Repeating it while the item is
 * open only renews its due date and words. Answers the item's id.
 */
export async function openWorkItem(tx: Tx, request: OpenRequest): Promise<string> {
  const { kind, subject, aboutId = null, assigneeId, dueOn = null, params = {}, newId, now } = request
  return repository.open(tx, { id: newId(), kind, subject, aboutId, assigneeId, dueOn, params, openedAt: now })
}

type CloseRequest = {
  readonly subject: Subject
  readonly kind?: string
  readonly assigneeId?: string
  /** The end of a message key, such as `agreed`. */
  readonly outcome: string
  /** The employee who acted; null when the program did. */
  readonly closedBy: string | null
  readonly now: Date
}

/** Takes what is open for a subject off the lists; answers how many items that were. */
export async function closeWorkItems(tx: Tx, request: CloseRequest): Promise<number> {
  return repository.close(tx, request)
}

type ReassignRequest = {
  readonly subject: Subject
  readonly kind?: string
  /** Only what waits for this employee. */
  readonly assigneeId?: string
  readonly toId: string
  readonly now: Date
}

/** Gives what is open to another employee; age and due date stay. Answers how many items moved. */
export async function reassignWorkItems(tx: Tx, request: ReassignRequest): Promise<number> {
  return repository.reassign(tx, request)
}

type NotifyRequest = {
  /** Employee ids; repeated ones are told once. */
  readonly recipients: readonly string[]
  /** `feature.kind`: its sentence has the message key `notices.feature_kind`. */
  readonly kind: string
  readonly params?: MessageParams
  readonly subject?: Subject
  /** The employee who acts: nobody is told of the own act. */
  readonly exceptId?: string | null
  readonly newId: NewId
  readonly now: Date
}

/** Tells people something that needs no decision, in the transaction of its cause. */
export async function notify(tx: Tx, request: NotifyRequest): Promise<void> {
  const { recipients, kind, params = {}, subject = null, exceptId = null, newId, now } = request
  const ids = [...new Set(recipients)].filter((id) => id !== exceptId)
  await repository.addNotices(
    tx,
    ids.map((recipientId) => ({ id: newId(), recipientId, kind, params, subject, createdAt: now })),
  )
}

type OpenMany = {
  readonly kind: string
  readonly items: readonly {
    readonly subject: Subject
    readonly aboutId: string | null
    readonly assigneeId: string
    readonly dueOn: string | null
    readonly params: MessageParams
  }[]
  readonly newId: NewId
  readonly now: Date
}

/** Puts one thing on many people's lists, in one statement: a cycle opens for a whole entity. */
export async function openWorkItems(tx: Tx, { kind, items, newId, now }: OpenMany): Promise<void> {
  await repository.openMany(
    tx,
    items.map((item) => ({ ...item, id: newId(), kind, openedAt: now })),
  )
}

type NotifyEach = {
  readonly kind: string
  readonly notices: readonly {
    readonly recipientId: string
    readonly params: MessageParams
    readonly subject: Subject | null
  }[]
  readonly newId: NewId
  readonly now: Date
}

/** Tells many people, each in words of their own, in one statement. */
export async function notifyEach(tx: Tx, { kind, notices, newId, now }: NotifyEach): Promise<void> {
  await repository.addManyNotices(
    tx,
    notices.map((notice) => ({ ...notice, id: newId(), kind, createdAt: now })),
  )
}

/** Pictures that rows of the inbox know; the browser draws them. */
type ItemIcon = 'document' | 'amendment' | 'return' | 'objection' | 'correction' | 'reading' | 'escalation' | 'task'

type Act = {
  readonly item: WorkItem
  readonly move: string
  readonly comment: string | undefined
  readonly actor: EmployeeActor
  readonly newId: NewId
  readonly now: Date
}

/**
 * One kind of work item, described by the feature that opens it. Words: `workItems.feature_kind` (what it is),
 * `workItems.feature_kind_detail` (with the item's params) and `workItems.feature_kind_action` (the button).
 */
export type WorkItemKind = {
  readonly kind: string
  /** Decisions come first on the home page; tasks are one's own work. */
  readonly group: 'decision' | 'task' | 'read'
  readonly icon: ItemIcon
  /** Where the item is dealt with. */
  readonly link: (item: WorkItem) => string
  /** Delegates with this scope see the item of the one they act for (AMB-22). */
  readonly delegable?: 'approve_documents' | 'approve_achievement' | 'escalate'
  /** Moves that may be made for many at once, and whether they need a comment. Asked once per request. */
  readonly bulk?: (tx: Tx, request: { now: Date }) => Promise<readonly BulkMove[]>
  /** Makes one such move; throws the refusal that the record page would show. */
  readonly act?: (tx: Tx, request: Act) => Promise<void>
  /** Does what a rung of the ladder asks for; without it the assignee is reminded and no more. */
  readonly escalate?: (tx: Tx, request: { item: WorkItem; step: ItemStep; newId: NewId; now: Date }) => Promise<void>
}

export type BulkMove = { readonly move: string; readonly needsComment: boolean }

/** A date that the home page announces; its words are `dates.<kind>` with the params. */
export type HomeDate = {
  readonly on: string
  readonly kind: string
  readonly params: MessageParams
  readonly link: string | null
}

/** What a later feature adds to the home page: one card of its own making, and dates. */
export type HomeProvider = {
  /** Names the card for the browser, such as `performance`. */
  readonly name: string
  /** Any JSON; null shows nothing. */
  readonly card?: (tx: Tx, request: { actor: EmployeeActor; now: Date }) => Promise<unknown>
  readonly dates?: (tx: Tx, request: { actor: EmployeeActor; now: Date }) => Promise<readonly HomeDate[]>
}

type Connected = {
  readonly kinds: ReadonlyMap<string, WorkItemKind>
  readonly home: readonly HomeProvider[]
  /** Where a notice about a type of record leads. */
  readonly links: Readonly<Record<string, (id: string) => string>>
}
let connected: Connected = { kinds: new Map(), home: [], links: {} }

type Connecting = Omit<Connected, 'kinds'> & { readonly kinds: readonly WorkItemKind[] }

/** Called once by the application, which alone knows every feature. */
export function connectInbox({ kinds, home, links }: Connecting): void {
  connected = { kinds: new Map(kinds.map((kind) => [kind.kind, kind])), home, links }
}

export function inboxConnections(): Connected {
  return connected
}

/** Numbers beside the menu: what waits, and what has not been read. */
export const inboxMe = {
  counts: async (
    tx: Tx,
    { actor, now }: { readonly actor: EntityActor; readonly now: Date },
  ): Promise<Record<string, number>> => {
    const { employeeId } = actor
    if (!employeeId) return {}
    const on = (await calendarOf(tx)).today(now)
    const delegable = [...connected.kinds.values()].flatMap(({ kind, delegable: scope }) =>
      scope ? [{ kind, scope }] : [],
    )
    return {
      inbox: await openCount(tx, { employeeId, on, delegable }),
      notices: await unreadCount(tx, { employeeId }),
    }
  },
}
