/** The place of a value's words under `policies.values` in the message files. */
export function policyWords(key: string): string {
  return key.replaceAll('.', '_')
}
