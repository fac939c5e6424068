export type Closers = {
  /** What to close; the last added is closed first. */
  add(close: () => Promise<unknown>): void
  closeAll(): Promise<void>
  /** True once closing has begun. */
  readonly closing: boolean
}

/**
 * Collects what has been opened and closes it in reverse, once, however often it is asked to. A step that fails does
 * not keep the others from closing.
 */
export function closers(): Closers {
  const steps: (() => Promise<unknown>)[] = []
  let closed: Promise<void> | undefined
  async function close(): Promise<void> {
    for (const step of steps.splice(0).reverse()) {
      await step().catch((error: unknown) => console.error(error))
    }
  }
  return {
    add: (step) => void steps.push(step),
    closeAll: () => (closed ??= close()),
    get closing() {
      return closed !== undefined
    },
  }
}

/** A terminal's Ctrl-C arrives twice under npm, which passes it on; only a later one is a second wish. */
const sameWish = 2_000

/** How often a process that npm started looks whether npm is still there. */
const look = 500

/**
 * Runs `stop` at the first signal; a second, later one ends the process at once. npm does not pass every signal on:
 * when it is gone, that is a wish to stop as well.
 */
export function onStopSignal(stop: () => Promise<void>): void {
  let first: number | undefined
  const handle = () => {
    if (first === undefined) {
      first = Date.now()
      void stop()
    } else if (Date.now() - first > sameWish) {
      process.exit(130)
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, handle)
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent && first === undefined) handle()
  }, look).unref()
}
