import type { Tx } from '../../../platform/db/database.ts'
import { refuse } from '../../../shared/refusal.ts'
import { errors } from '../errors.ts'
import { serviceOf } from '../views/service.ts'

type Asked = { readonly employeeId: string; readonly on: string; readonly path: string }

/** Refuses unless the person is in service on the day. */
export async function mustBeInService(tx: Tx, { employeeId, on, path }: Asked): Promise<void> {
  const service = await serviceOf(tx, { employeeId })
  if (!service) throw refuse(errors.employeeNotFound, { fields: [{ path, code: errors.employeeNotFound.code }] })
  mustCover(service, { on, path })
}

/** Refuses a day before the hire or after the exit. */
export function mustCover(
  service: { readonly hiredOn: string; readonly exitedOn: string | null },
  { on, path }: { on: string; path: string },
): void {
  if (on < service.hiredOn) {
    const params = { day: service.hiredOn }
    throw refuse(errors.beforeHire, { params, fields: [{ path, code: errors.beforeHire.code, params }] })
  }
  if (service.exitedOn !== null && on > service.exitedOn) {
    const params = { day: service.exitedOn }
    throw refuse(errors.afterExit, { params, fields: [{ path, code: errors.afterExit.code, params }] })
  }
}
