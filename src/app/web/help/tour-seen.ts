const place = 'itqan.tour'

/** Whether the first tour was seen or skipped in this browser. One that keeps nothing is not asked again and again. */
export function tourSeen(): boolean {
  try {
    return localStorage.getItem(place) !== null
  } catch {
    return true
  }
}

export function rememberTour(): void {
  try {
    localStorage.setItem(place, 'seen')
  } catch {
    // Nothing to keep it in.
  }
}

export function forgetTour(): void {
  try {
    localStorage.removeItem(place)
  } catch {
    // Nothing was kept.
  }
}
