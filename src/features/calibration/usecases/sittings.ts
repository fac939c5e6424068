import { changedByOther } from '../../../platform/audit/changed-by-other.ts'
import * as audit from '../../../platform/audit/record.ts'
import { refuse } from '../../../shared/refusal.ts'
import { hasQuorum } from '../domain/voting.ts'
import { decideSitting, type SittingMove } from '../domain/workflow.ts'
import { errors, problemOf } from '../errors.ts'
import { isVoter } from '../policy.ts'
import * as sittings from '../repository/sittings.ts'
import { withoutCurve } from '../views/cases.ts'
import { committeeOn } from '../views/committee.ts'
import { type Acting, enterSittingToAct, enterToAct, keepers, requireFrozen } from './access.ts'
import { quorumLost } from './judge.ts'
import { tellReadyToSign } from './sign.ts'
import { closeSittingItems, tellSitting } from './tell.ts'

type Call = Acting & { readonly year: number; readonly heldOn: string; readonly agenda: string }

/** The chair or the secretary calls the committee; possible once everybody has a rank of the curve. */
export async function callSitting({ heldOn, agenda, ...acting }: Call): Promise<{ id: string }> {
  const { year, now, newId, tx, actor } = acting
  const room = await enterToAct({ ...acting, needs: keepers })
  requireFrozen(room)
  if ((await withoutCurve(tx, { year })) > 0) throw refuse(errors.curveMissing)
  const id = newId()
  const number = await sittings.add(tx, { id, year, heldOn, agenda, by: room.me.employeeId, now })
  await sittings.seatMembers(tx, { id, members: await committeeOn(tx, { on: heldOn }) })
  audit.record(tx, {
    actor,
    action: 'calibration.call_sitting',
    subject: { type: 'calibration_sitting', id },
    after: { year, number, heldOn, agenda },
    at: now,
  })
  const { employeeId: by } = room.me
  await tellSitting(tx, { year, yearId: room.state.id, by, sittingId: id, number, heldOn, newId, now })
  return { id }
}

type OfSitting = Acting & { readonly id: string }
type Change = {
  readonly heldOn?: string | undefined
  readonly agenda?: string | undefined
  readonly minutes?: string | undefined
}

/** The day and the agenda until it opens; the minutes until it closes. */
export async function changeSitting({ version, change, ...acting }: OfSitting & { version: number; change: Change }) {
  const { now, tx, actor } = acting
  const { sitting } = await enterSittingToAct({ ...acting, needs: keepers })
  if (sitting.status === 'closed') throw refuse(errors.notOpen)
  if (change.heldOn !== undefined && sitting.status !== 'called') throw refuse(errors.notOpen)
  if (sitting.version !== version) throw await changedByOther(tx, { type: 'calibration_sitting', id: sitting.id })
  await sittings.save(tx, { id: sitting.id, patch: change })
  if (change.heldOn !== undefined) {
    await sittings.seatMembers(tx, { id: sitting.id, members: await committeeOn(tx, { on: change.heldOn }) })
  }
  audit.record(tx, {
    actor,
    action: 'calibration.change_sitting',
    subject: { type: 'calibration_sitting', id: sitting.id },
    before: { heldOn: sitting.heldOn, agenda: sitting.agenda },
    after: { ...change },
    at: now,
  })
}

/** Who has come, or has left: every later vote and decision counts the quorum from it. */
export async function attend({ memberId, present, ...acting }: OfSitting & { memberId: string; present: boolean }) {
  const { now, tx, actor } = acting
  const { sitting } = await enterSittingToAct({ ...acting, needs: keepers })
  if (sitting.status === 'closed') throw refuse(errors.notOpen)
  const known = await sittings.attend(tx, { id: sitting.id, memberId, present, now })
  if (!known) throw refuse(errors.notFound)
  audit.record(tx, {
    actor,
    action: 'calibration.attend',
    subject: { type: 'calibration_sitting', id: sitting.id },
    after: { memberId, present },
    at: now,
  })
}

/** Opens with the quorum; closes with minutes, whose text is kept as it stands. */
export async function moveSitting({ version, move, ...acting }: OfSitting & { version: number; move: SittingMove }) {
  const { now, newId, tx, actor } = acting
  const { room, sitting } = await enterSittingToAct({ ...acting, needs: ['chair', 'secretary', 'member'] })
  const ruling = decideSitting({ status: sitting.status, move, parts: room.parts })
  if (ruling.kind === 'refused') throw refuse(problemOf(ruling.why))
  if (sitting.version !== version) throw await changedByOther(tx, { type: 'calibration_sitting', id: sitting.id })
  if (move === 'open') {
    requireFrozen(room)
    if (await sittings.openSittingOf(tx, { year: sitting.year })) throw refuse(errors.sittingOpen)
    const present = (await sittings.attendants(tx, { id: sitting.id })).filter(
      (one) => one.present && isVoter(one.capacity),
    )
    if (!hasQuorum(present.length, room.settings.quorum)) throw quorumLost(present.length, room.settings.quorum)
    await sittings.save(tx, { id: sitting.id, patch: { status: 'open', openedAt: now } })
  } else {
    if (sitting.minutes.trim() === '') throw refuse(errors.noMinutes)
    await sittings.save(tx, {
      id: sitting.id,
      patch: { status: 'closed', closedAt: now, closedBy: room.me.employeeId },
    })
  }
  audit.record(tx, {
    actor,
    action: `calibration.${move}_sitting`,
    subject: { type: 'calibration_sitting', id: sitting.id },
    before: { status: sitting.status },
    after: { status: ruling.to },
    at: now,
  })
  const by = room.me.employeeId
  await closeSittingItems(tx, { sittingId: sitting.id, outcome: move === 'open' ? 'opened' : 'closed', by, now })
  if (move === 'close') await tellReadyToSign(tx, { year: sitting.year, yearId: room.state.id, by, newId, now })
}
