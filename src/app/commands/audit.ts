import { verifyChain } from '../../platform/audit/verify.ts'
import type { Database } from '../../platform/db/database.ts'
import { platformScopeId } from '../../platform/db/ids.ts'
import { withPlatform } from '../../platform/db/with-entity.ts'
import { misuse } from './failure.ts'
import { openDatabase, printStep } from './open-database.ts'

/** `itqan audit verify`: recomputes the chain of every entity and of the platform; fails when one is broken. */
export async function run([action, ...rest]: string[]): Promise<void> {
  if (action !== 'verify' || rest.length > 0) {
    throw misuse('The command is: itqan audit verify.', 'صيغة الأمر: itqan audit verify.')
  }
  const { db, connections } = await openDatabase({ env: process.env, join: true, report: printStep })
  try {
    const broken = await verifyAll(db)
    console.log(broken === 0 ? 'Every chain is whole.' : `${broken} of the chains are broken.`)
    if (broken > 0) process.exitCode = 1
  } finally {
    await connections.close()
  }
}

async function verifyAll(db: Database): Promise<number> {
  const entities = await withPlatform(db, (tx) =>
    tx.selectFrom('entities').select(['id', 'code']).orderBy('code').execute(),
  )
  let broken = 0
  for (const { id, code } of [{ id: platformScopeId, code: 'platform' }, ...entities]) {
    const verdict = await verifyChain(db, { entityId: id })
    if (verdict.broken) broken += 1
    const found = verdict.broken ? `BROKEN at event ${verdict.broken.seq} (${verdict.broken.what})` : 'whole'
    printStep(code, `${verdict.events} events, ${found}`)
  }
  return broken
}
