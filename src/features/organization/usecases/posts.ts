import * as audit from '../../../platform/audit/record.ts'
import { refuse } from '../../../shared/refusal.ts'
import type { PostFacts } from '../domain/import-posts.ts'
import { errors } from '../errors.ts'
import { addPosts, codeTaken, removePost, savePosts } from '../repository/divisions.ts'
import { lockRow } from '../repository/roots.ts'
import { postRecord, wasHeld } from '../views/posts.ts'
import { type Act, todayOf } from './act.ts'

export async function createPost({ code, facts, ...act }: Act & { code: string; facts: PostFacts }): Promise<string> {
  const { actor, now, tx, newId } = act
  if (await codeTaken(tx, { table: 'posts', code })) {
    throw refuse(errors.codeTaken, { fields: [{ path: 'code', code: errors.codeTaken.code }] })
  }
  const id = newId()
  await addPosts(tx, { posts: [{ id, code, ...facts }], now })
  const subject = { type: 'post', id }
  audit.record(tx, { actor, action: 'organization.create_post', subject, after: { code, ...facts }, at: now })
  return id
}

type OfPost = Act & { readonly id: string; readonly version: number }

export async function changePost({ facts, ...request }: OfPost & { facts: PostFacts }): Promise<void> {
  const { id, actor, now, tx } = request
  const before = await locked(request)
  await savePosts(tx, [{ id, ...facts }])
  audit.record(tx, {
    actor,
    action: 'organization.change_post',
    subject: { type: 'post', id },
    before,
    after: facts,
    at: now,
  })
}

/** Only a post that nobody ever held: the history of people names the others. */
export async function deletePost(request: OfPost): Promise<void> {
  const { id, actor, now, tx } = request
  const before = await locked(request)
  if (await wasHeld(tx, id)) throw refuse(errors.postInUse)
  await removePost(tx, id)
  audit.record(tx, { actor, action: 'organization.delete_post', subject: { type: 'post', id }, before, at: now })
}

async function locked(request: OfPost) {
  const { id, version, tx } = request
  if (!(await lockRow(tx, 'posts', { id, version, subject: 'post' }))) throw refuse(errors.postNotFound)
  return postRecord(tx, { id, on: await todayOf(request) })
}
