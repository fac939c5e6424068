import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { SetCookie, Visitor } from '../../../platform/http/implement.ts'
import type { Language } from '../../../shared/locale.ts'
import { newToken, tokenDigest } from './secrets.ts'

/** A request of somebody who is not signed in yet. */
export type Visit = {
  readonly visitor: Visitor
  readonly setCookie: SetCookie
  readonly language: Language
  readonly now: Date
  readonly newId: NewId
  readonly tx: Tx
}

const deviceDays = 400

/** The digest of this browser's cookie, which is made when there is none yet. It names a browser, never a person. */
export function deviceOf({ visitor, setCookie, now }: Visit): Buffer {
  const known = visitor.cookies.device
  const token = known && known.length >= 40 && known.length <= 100 ? known : newToken()
  setCookie('device', token, { expiresAt: new Date(now.getTime() + deviceDays * 86_400_000) })
  return tokenDigest(token)
}
