import { CircleAlert, CircleCheck } from 'lucide-react'
import { formatNumber } from '../../../../shared/locale.ts'
import { useText } from '../../../../ui/i18n.ts'
import { Menu } from '../../../../ui/menu.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { Segmented } from '../../../../ui/segmented.tsx'
import { Status } from '../../../../ui/status.tsx'
import type { DocumentView } from '../../schema.ts'
import type { useComparison } from './use-comparison.ts'

type RecordToolbarProps = { readonly view: DocumentView; readonly compared: ReturnType<typeof useComparison> }

/** The present version or what changed in it, and the two checks that a sent document has passed. */
export function RecordToolbar({ view, compared }: RecordToolbarProps) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <VersionSwitch compared={compared} />
      <Checks view={view} />
    </div>
  )
}

function VersionSwitch({ compared }: Pick<RecordToolbarProps, 'compared'>) {
  const { t } = useText()
  const { versions, from, query, compareWith, showPresent } = compared
  const last = versions.at(-1)
  if (last === undefined) return <span />
  const other = from ?? last
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Segmented
        className="phone:w-full"
        label={t('performance.record.seen')}
        value={from === undefined ? 'present' : 'compared'}
        onChange={(value) => (value === 'present' ? showPresent() : compareWith(other))}
        options={[
          { value: 'present', label: t('performance.record.current') },
          { value: 'compared', label: t('performance.record.compared', { number: other }) },
        ]}
      />
      {versions.length > 1 && (
        <Menu
          look="link"
          label={t('performance.record.otherVersion')}
          trigger={t('performance.record.otherVersion')}
          groups={[
            {
              id: 'versions',
              actions: versions.toReversed().map((number) => ({
                id: String(number),
                label: t('performance.version', { number }),
                checked: number === from,
                onPress: () => compareWith(number),
              })),
            },
          ]}
        />
      )}
      {from !== undefined && query.data && <Legend count={query.data.count} />}
    </div>
  )
}

function Legend({ count }: { readonly count: number }) {
  const { t } = useText()
  return (
    <span className="flex items-center gap-1.5 text-sm text-ink-2" role="status">
      {t('performance.record.changes', { count })}
      {count > 0 && (
        <>
          <span className="rounded-[4px] bg-diff-add px-1 font-medium text-ink">{t('performance.record.added')}</span>
          <span className="rounded-[4px] bg-diff-del px-1 text-red-text line-through decoration-1">
            {t('performance.record.removed')}
          </span>
        </>
      )}
    </span>
  )
}

function Checks({ view }: { readonly view: DocumentView }) {
  const { t } = useText()
  const { language, digits } = usePreferences()
  if (!view.content || view.view !== 'full') return null
  const whole = Number(view.weightTotal) === 100
  const wrong = new Set(
    view.problems
      .filter((problem) => problem.severity === 'blocks' && /^keyResults\/[^/]+\/targets/.test(problem.path))
      .map((problem) => problem.path.split('/')[1]),
  ).size
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <Status icon={whole ? CircleCheck : CircleAlert} tone={whole ? 'green' : 'amber'}>
        {t('performance.record.weights', { total: formatNumber(view.weightTotal, { language, digits }) })}
      </Status>
      {view.content.objectives.length > 0 && (
        <Status icon={wrong === 0 ? CircleCheck : CircleAlert} tone={wrong === 0 ? 'green' : 'amber'}>
          {wrong === 0 ? t('performance.record.targetsGood') : t('performance.record.targetsWrong', { count: wrong })}
        </Status>
      )}
    </div>
  )
}
