import type pg from 'pg'
import { bossSchema, ownerBoss } from './boss.ts'
import type { FeatureJob } from './feature-job.ts'

/** One run at a time in the whole installation; a run whose server died is taken up again after half a minute. */
const queue = {
  policy: 'exclusive',
  heartbeatSeconds: 30,
  expireInSeconds: 3600,
  retryLimit: 3,
  retryDelay: 20,
  retryBackoff: true,
  deleteAfterSeconds: 86_400,
} as const

/**
 * Brings the job tables, queues and schedules up to what the program knows, as the owner of the database, and lets the
 * jobs' role work with them. Safe to repeat, also by several servers at once.
 */
export async function installJobs({ owner, jobs }: { owner: pg.Pool; jobs: readonly FeatureJob[] }): Promise<void> {
  const boss = ownerBoss(owner)
  const problems: Error[] = []
  boss.on('error', (error) => problems.push(error))
  await boss.start()
  try {
    for (const { name, schedule } of jobs) {
      await boss.createQueue(name, queue)
      if ('cron' in schedule) await boss.schedule(name, schedule.cron, null, { tz: schedule.timeZone ?? 'UTC' })
    }
    const scheduled = new Set(jobs.filter(({ schedule }) => 'cron' in schedule).map(({ name }) => name))
    for (const { name } of await boss.getSchedules()) if (!scheduled.has(name)) await boss.unschedule(name)
  } finally {
    await boss.stop({ graceful: false })
  }
  if (problems[0]) throw problems[0]
  await grant(owner)
}

async function grant(owner: pg.Pool): Promise<void> {
  // Together they travel as one transaction; the lock keeps two servers from granting the same at the same time.
  await owner.query(`
    SELECT pg_advisory_xact_lock(hashtext('itqan jobs'));
    GRANT USAGE ON SCHEMA ${bossSchema} TO itqan_jobs;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${bossSchema} TO itqan_jobs;
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${bossSchema} TO itqan_jobs;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${bossSchema} TO itqan_jobs;
  `)
}
