/**
 * Who the higher official is, given the line of supervisors from the direct one up: the supervisor's supervisor, and
 * for direct reports of the head the head (AMB-23). Null for the head, who has nobody above.
 */
export function higherOfficial(lineAbove: readonly string[]): string | null {
  return lineAbove[1] ?? lineAbove[0] ?? null
}
