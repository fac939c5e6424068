import { existsSync, readFileSync } from 'node:fs'

/** Clock ticks of processor time that a process has used, all its threads together; null where the system does not say. */
export function ticksOf(pid: number): number | null {
  const path = `/proc/${pid}/stat`
  if (!existsSync(path)) return null
  const fields = readFileSync(path, 'utf8').split(') ')[1]?.split(' ') ?? []
  return Number(fields[11]) + Number(fields[12])
}
