import { readFileSync } from 'node:fs'

/** The browser that setup found for the journeys, or the one that ITQAN_CHROMIUM names. */
export function recordedBrowser(): string | undefined {
  if (process.env.ITQAN_CHROMIUM) return process.env.ITQAN_CHROMIUM
  try {
    return readFileSync(new URL('../node_modules/.cache/itqan/browser', import.meta.url), 'utf8').trim()
  } catch {
    return undefined
  }
}
