import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { refuse } from '../../../shared/refusal.ts'
import { moveYear } from '../../appraisal/public.ts'
import { type Block, blocksOf, isSigned } from '../domain/signing.ts'
import { errors } from '../errors.ts'
import { isVoter } from '../policy.ts'
import { currentDigest } from '../repository/check-runs.ts'
import * as signatures from '../repository/signatures.ts'
import { committeeOn } from '../views/committee.ts'
import { lastSitters, signingFacts } from '../views/signing.ts'
import { type Acting, enterToAct, requireFrozen, voters } from './access.ts'
import { settingsOf } from './settings.ts'
import { closeSignItems, tellSigners } from './tell.ts'

/** What stands between the committee and its signature. */
export async function blocksNow(tx: Tx, { year }: { year: number }): Promise<{ code: Block; count: number }[]> {
  return blocksOf(await signingFacts(tx, { year }))
}

/**
 * A member who sat signs exactly what was shown. As soon as the signatures reach the quorum, the chair's among them,
 * the year is signed, in the same transaction; of two at once the second finds it done.
 */
export async function signResults({ digest, ...acting }: Acting & { readonly year: number; readonly digest: string }) {
  const { year, actor, newId, now, tx } = acting
  const room = await enterToAct({ ...acting, needs: voters })
  requireFrozen(room)
  const me = room.me.employeeId
  const [block] = await blocksNow(tx, { year })
  if (block) throw refuse(errors.signingBlocked, { params: { code: block.code, count: block.count } })
  if (!(await lastSitters(tx, { year })).includes(me)) throw refuse(errors.notInSitting)
  if ((await currentDigest(tx, { year })) !== digest) throw refuse(errors.resultsChanged)
  const before = await signatures.signers(tx, { year, digest })
  if (before.includes(me)) throw refuse(errors.alreadySigned)
  // An earlier signature under other results has lost its effect.
  await signatures.withdrawSignatures(tx, { year, memberId: me, now })
  await signatures.sign(tx, { year, freeze: room.state.freezes, memberId: me, digest, now })
  audit.record(tx, {
    actor,
    action: 'calibration.sign',
    subject: { type: 'appraisal_year', id: room.state.id },
    after: { year, freeze: room.state.freezes, digest },
    at: now,
  })
  await closeSignItems(tx, { yearId: room.state.id, by: me, only: me, outcome: 'signed', now })
  const signers = [...before, me]
  const committee = await committeeOn(tx, { on: room.settings.today })
  const judges = committee.filter((one) => isVoter(one.capacity) && signers.includes(one.id))
  const complete = isSigned(
    judges.map((one) => ({ isChair: one.capacity === 'chair' })),
    room.settings.quorum,
  )
  const { quorum: needed } = room.settings
  if (!complete) return { yearStatus: room.state.status, signatures: signers.length, needed }
  const moved = await moveYear(tx, { year, move: 'sign', actor: room.me, newId, now })
  await closeSignItems(tx, { yearId: room.state.id, by: me, outcome: 'signed', now })
  return { yearStatus: moved.status, signatures: signers.length, needed }
}

/** A member takes the own signature back, while the year is not signed. */
export async function takeSignatureBack(acting: Acting & { readonly year: number }): Promise<void> {
  const { year, actor, now, tx } = acting
  const room = await enterToAct({ ...acting, needs: voters })
  requireFrozen(room)
  const taken = await signatures.withdrawSignatures(tx, { year, memberId: room.me.employeeId, now })
  if (taken === 0) throw refuse(errors.notFound)
  audit.record(tx, {
    actor,
    action: 'calibration.take_signature_back',
    subject: { type: 'appraisal_year', id: room.state.id },
    after: { year },
    at: now,
  })
}

type Ready = Omit<Acting, 'actor'> & { readonly year: number; readonly yearId: string; readonly by: string }

/** Once nothing stands in the way, whoever sat is asked to sign. */
export async function tellReadyToSign(tx: Tx, { year, yearId, by, newId, now }: Omit<Ready, 'tx'>): Promise<void> {
  if ((await blocksNow(tx, { year })).length > 0) return
  const settings = await settingsOf(tx, { year, now })
  const digest = await currentDigest(tx, { year })
  const signed = digest ? await signatures.signers(tx, { year, digest }) : []
  const waiting = (await lastSitters(tx, { year })).filter((id) => !signed.includes(id))
  await tellSigners(tx, { year, yearId, by, settings, signers: waiting, newId, now })
}

/** Whether a member can sign as far as the person goes: sat, and not signed what stands. */
export async function mayStillSign(
  tx: Tx,
  { year, memberId }: { year: number; memberId: string },
): Promise<'yes' | 'signed' | 'absent'> {
  const digest = await currentDigest(tx, { year })
  if (digest && (await signatures.signers(tx, { year, digest })).includes(memberId)) return 'signed'
  return (await lastSitters(tx, { year })).includes(memberId) ? 'yes' : 'absent'
}
