import { useText } from '../../../../ui/i18n.ts'
import { Select } from '../../../../ui/select.tsx'
import type { GroupView, Workbench } from '../../schema.ts'

type GroupChooserProps = {
  readonly workbench: Workbench
  readonly chosen: GroupView | null
  readonly onChoose: (groupId: string | null) => void
}

/** Whose seats are looked at, where people are compared in more than one group. */
export function GroupChooser({ workbench, chosen, onChoose }: GroupChooserProps) {
  const text = useText()
  const { t } = text
  const { groups, ranked, policy } = workbench
  const named = (name: string, people: number) =>
    t('calibration.group.named', { name, people: t('calibration.people', { count: people }) })
  const pooled = chosen?.pooled ?? []
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <Select
        className="w-80 max-w-full"
        hideLabel
        label={t('calibration.group.choose')}
        value={chosen?.id ?? 'all'}
        onChange={(id) => onChoose(id === 'all' ? null : id)}
        options={[
          { value: 'all', label: named(t('calibration.group.all'), ranked) },
          ...groups.map((group) => ({ value: group.id, label: named(groupName(text, group), group.people) })),
        ]}
      />
      {pooled.length > 0 && (
        <p className="text-xs text-ink-3">
          {t('calibration.group.pooled', {
            minimum: policy.minimumGroup,
            names: pooled.map((one) => named(groupName(text, one), one.people)).join(t('calibration.comma')),
          })}
        </p>
      )}
      {chosen && !chosen.hasQuotas && (
        <p className="text-xs text-ink-3">{t('calibration.group.noQuotas', { minimum: policy.minimumGroup })}</p>
      )}
    </div>
  )
}

type Named = Pick<GroupView, 'division' | 'jobFamily'>

function groupName({ t, textFor, pick }: ReturnType<typeof useText>, { division, jobFamily }: Named): string {
  const family = jobFamily && (textFor(`organization.families.${jobFamily}`) ?? jobFamily)
  return [division ? pick(division) : family ? '' : t('calibration.group.entity'), family ?? '']
    .filter((part) => part !== '')
    .join(t('calibration.comma'))
}
