/** Where jobs tell what happened. They tell names, counts and codes, never what somebody wrote. */
export type JobLog = {
  info(details: Record<string, unknown>, message: string): void
  error(details: Record<string, unknown>, message: string): void
}
