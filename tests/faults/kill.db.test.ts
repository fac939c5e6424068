import { test } from 'vitest'
import { killRounds } from './kill-rounds.ts'

test('10 kills of server and database under writes: nothing acknowledged is lost, nothing happens twice', async () => {
  await killRounds(10)
}, 240_000)
