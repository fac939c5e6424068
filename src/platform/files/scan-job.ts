import type { FeatureJob } from '../jobs/feature-job.ts'
import { scannerInUse } from './scanner.ts'
import { openFile, setVerdict, unscannedFiles } from './stored-files.ts'

const atOnce = 25

/** Scans what came while no scanner was set; a file with a finding can no longer be downloaded. */
export const scanJob: FeatureJob = {
  name: 'platform.scan_files',
  schedule: { everySeconds: 300 },
  async run({ tx }) {
    const scanner = scannerInUse()
    if (!scanner) return
    for (const id of await unscannedFiles(tx, atOnce)) {
      const { chunks } = await openFile(tx, { id })
      const parts: Buffer[] = []
      for await (const part of chunks) parts.push(part)
      await setVerdict(tx, { id, verdict: await scanner.scan(Buffer.concat(parts)) })
    }
  },
}
