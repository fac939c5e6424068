import type { Text } from '../../../../ui/i18n.ts'

/** «3 أهداف و7 نتائج رئيسية». */
export function contentCounts({ t }: Pick<Text, 't'>, counts: { objectives: number; keyResults: number }): string {
  return t('performance.both', {
    first: t('performance.objectivesCount', { count: counts.objectives }),
    second: t('performance.resultsCount', { count: counts.keyResults }),
  })
}
