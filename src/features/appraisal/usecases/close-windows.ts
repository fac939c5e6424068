import * as audit from '../../../platform/audit/record.ts'
import type { JobContext } from '../../../platform/jobs/feature-job.ts'
import { notifyEach } from '../../inbox/public.ts'
import { endWindows } from '../repository/results.ts'
import { yearOf } from '../views/years.ts'

/** When the window is over without a grievance, the result is final, and the person is told (N-13, AMB-31). */
export async function closeWindows({ tx, now, newId }: JobContext): Promise<void> {
  const ended = await endWindows(tx, { now })
  for (const year of new Set(ended.map((one) => one.year))) {
    const state = await yearOf(tx, { year })
    if (!state) continue
    const people = ended.filter((one) => one.year === year)
    await notifyEach(tx, {
      kind: 'appraisal.final',
      notices: people.map(({ employeeId }) => ({
        recipientId: employeeId,
        params: { year: String(year) },
        subject: { type: 'appraisal_result', id: state.id },
      })),
      newId,
      now,
    })
    audit.record(tx, {
      actor: null,
      action: 'appraisal.close_windows',
      subject: { type: 'appraisal_windows', id: state.id },
      after: { year, people: people.length },
      at: now,
    })
  }
}
