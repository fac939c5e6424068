import type pg from 'pg'

type Options = {
  readonly pool: pg.Pool
  readonly channel: string
  readonly wake: (payload: string) => void
  readonly retryMs: number
}

/**
 * Listens on a channel of PostgreSQL over a connection of its own and connects again when that is lost. Notifications
 * that fall in between are lost too, so whoever listens must also look by itself now and then.
 */
export function listen({ pool, channel, wake, retryMs }: Options): { close(): Promise<void> } {
  let closed = false
  let client: pg.PoolClient | undefined
  let timer: NodeJS.Timeout | undefined

  async function connect(): Promise<void> {
    const connection = await pool.connect()
    const lost = (error?: Error) => {
      if (client !== connection) return
      client = undefined
      connection.release(error ?? true)
      again()
    }
    client = connection
    connection.on('error', lost)
    connection.on('end', () => lost())
    connection.on('notification', ({ payload }) => wake(payload ?? ''))
    await connection.query(`LISTEN ${channel}`).catch(lost)
  }

  function again() {
    if (!closed) timer = setTimeout(attempt, retryMs)
  }

  let attempted = Promise.resolve()
  function attempt() {
    attempted = connect().catch(again)
  }
  attempt()

  return {
    async close() {
      closed = true
      clearTimeout(timer)
      await attempted
      const connection = client
      client = undefined
      connection?.release(true)
    },
  }
}
