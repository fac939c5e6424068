/** Features in order: each may use the public part of those before it. */
export const featureOrder = [
  'policies',
  'organization',
  'accounts',
  'inbox',
  'vision',
  'indicators',
  'calendar',
  'annual-plan',
  'delivery',
  'challenges',
  'risks',
  'meetings',
  'performance',
  'assessment',
  'appraisal',
  'calibration',
  'excellence',
  'grievances',
  'low-performance',
  'growth',
  'conversations',
  'vision-office',
  'reports',
] as const

export function featureOf(path: string): string | null {
  return path.match(/^src\/features\/([^/]+)\//)?.[1] ?? null
}
