import type { PostPlan } from '../domain/import-posts.ts'
import { addPosts, savePosts } from '../repository/divisions.ts'
import type { Act } from './act.ts'

/** Writes a plan that has no problems. */
export async function importPosts({ plan, now, tx, newId }: Act & { plan: PostPlan }): Promise<void> {
  await addPosts(tx, { posts: plan.added.map((post) => ({ ...post, id: newId() })), now })
  await savePosts(tx, plan.changed)
}
