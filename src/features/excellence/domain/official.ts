type Line = {
  readonly employeeId: string
  readonly nominatedBy: string | null
  /** Who approves the person's result, as frozen. */
  readonly approverId: string | null
  /** From the direct supervisor up. */
  readonly above: readonly string[]
  readonly serving: ReadonlySet<string>
  readonly headId: string | null
}

/**
 * Who ratifies: the approver of the result, else the next above who serves; never the person, never the nominator, and
 * never anybody below them (AMB-22). Where the head nominates there is nobody above: the head fills both roles, and the
 * committee has verified in between (AMB-23).
 */
export function officialFor({ employeeId, nominatedBy, approverId, above, serving, headId }: Line): string | null {
  const nominator = nominatedBy ?? above[0] ?? null
  const from =
    approverId === null ? above.slice(1) : [approverId, ...above.slice(Math.max(above.indexOf(approverId), 0) + 1)]
  const found = from.find((id) => id !== employeeId && id !== nominator && serving.has(id))
  if (found) return found
  return headId !== null && headId !== employeeId && serving.has(headId) && above.includes(headId) ? headId : null
}
