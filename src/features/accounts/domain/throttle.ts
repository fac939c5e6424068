/** How many tries a key has in a window; who tries more waits until the window ends. */
export type Limit = { readonly tries: number; readonly minutes: number }

/** Tries of a key since the first in its window, the present one included. */
export type Counter = { readonly tries: number; readonly windowStart: Date }

export const limits = {
  /** Guesses at one account from devices that it does not know. */
  account: { tries: 10, minutes: 15 },
  /** Guesses at one account from a device that has signed in to it before: the owner's own, so it has its own count. */
  device: { tries: 10, minutes: 15 },
  /** Failed guesses at any accounts from one address; many people of one ministry share one. */
  address: { tries: 100, minutes: 15 },
  /** One-time codes asked for by one account. */
  codes: { tries: 5, minutes: 60 },
  codesOfAddress: { tries: 60, minutes: 60 },
} as const satisfies Record<string, Limit>

/** Seconds to wait, or null when this try may go on. */
export function secondsToWait(counter: Counter, limit: Limit, now: Date): number | null {
  if (counter.tries <= limit.tries) return null
  return Math.max(1, Math.ceil((counter.windowStart.getTime() - windowsFloor(limit, now).getTime()) / 1000))
}

/** A window that began at or before this instant is over. */
export function windowsFloor({ minutes }: Limit, now: Date): Date {
  return new Date(now.getTime() - minutes * 60_000)
}

/** One address of IPv4, or the network that one customer of IPv6 has. */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1]
  if (mapped) return mapped
  if (!ip.includes(':')) return ip
  const [head = '', tail = ''] = ip.toLowerCase().split('::')
  const first = head ? head.split(':') : []
  const last = tail ? tail.split(':') : []
  const filled = ip.includes('::') ? [...first, ...Array(8 - first.length - last.length).fill('0'), ...last] : first
  return `${filled
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
