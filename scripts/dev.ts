// `npm run dev`: the server, started again when its files change, and the pages by Vite with instant updates.
import { type ChildProcess, spawn } from 'node:child_process'

const port = process.env.PORT ?? '3000'
const api = `http://127.0.0.1:${port}`

const children: ChildProcess[] = [
  start('node', ['--watch-path=src', '--watch-path=migrations', '--watch-preserve-output', 'src/main.ts', 'start'], {
    PORT: port,
  }),
  start('vite', ['--clearScreen', 'false'], { ITQAN_API: api }),
]
console.log(`Pages with instant updates at http://localhost:5173, the server at ${api}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal)
  })
}

function start(program: string, args: string[], env: Record<string, string>): ChildProcess {
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  child.on('exit', (status) => {
    process.exitCode = status ?? 1
    for (const other of children) if (other !== child) other.kill('SIGTERM')
  })
  return child
}
