import { BadgeCheck, Eye, FileDown, Hourglass, Trash2 } from 'lucide-react'
import { formatDate } from '../../../../shared/locale.ts'
import { sentenceFor } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { download } from '../../../../ui/client.ts'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Link } from '../../../../ui/link.tsx'
import { Menu } from '../../../../ui/menu.tsx'
import { useNavigation } from '../../../../ui/navigation.ts'
import { usePreferences } from '../../../../ui/preferences.ts'
import { type Column, Table } from '../../../../ui/table.tsx'
import type { VersionMove } from '../../domain/version.ts'
import type { ManagedVersion } from '../../schema.ts'
import { PlanStatus } from './plan-status.tsx'

type VersionsTableProps = {
  readonly versions: readonly ManagedVersion[]
  readonly onMove: (move: VersionMove, version: ManagedVersion) => void
}

export function VersionsTable({ versions, onMove }: VersionsTableProps) {
  const { t, pick, language } = useText()
  const { digits } = usePreferences()
  const columns: Column<ManagedVersion>[] = [
    {
      id: 'version',
      header: t('annualPlan.versions.version'),
      cell: (version) => (
        <>
          <Link to={addressOf(version)}>{t('annualPlan.versionNumber', { number: version.number })}</Link>
          <span className="block text-xs font-regular text-ink-3">{pick(version.title)}</span>
        </>
      ),
    },
    {
      id: 'state',
      header: t('annualPlan.versions.state'),
      cell: (version) => (
        <>
          <PlanStatus status={version.status} look="quiet" />
          {version.status === 'draft' && (
            <span className="block text-xs text-ink-3">{t('annualPlan.versions.draftHint')}</span>
          )}
        </>
      ),
    },
    {
      id: 'contents',
      header: t('annualPlan.versions.contents'),
      cell: ({ counts }) =>
        (['objective', 'programme', 'initiative', 'project', 'indicators'] as const)
          .filter((kind) => counts[kind] > 0)
          .map((kind) => t(`annualPlan.counts.${kind}`, { count: counts[kind] }))
          .join(language === 'ar' ? '، ' : ', '),
    },
    {
      id: 'approval',
      header: t('annualPlan.versions.approval'),
      cell: (version) =>
        version.approvedOn ? (
          <>
            {formatDate(version.approvedOn, { language, digits, style: 'long' })}
            <span className="block text-xs text-ink-3">
              <bdi>{version.approvalReference}</bdi>
              {version.approvedBy && ` · ${t('annualPlan.versions.approvedBy', { name: pick(version.approvedBy) })}`}
            </span>
          </>
        ) : (
          <span className="text-xs text-ink-3">
            <DateTimeText at={version.createdAt} />
          </span>
        ),
    },
    {
      id: 'actions',
      header: t('annualPlan.versions.actions'),
      align: 'end',
      phone: 'bare',
      cell: (version) => <Actions version={version} onMove={(move) => onMove(move, version)} />,
    },
  ]
  return <Table label={t('annualPlan.versions.title')} columns={columns} rows={versions} rowKey={(one) => one.id} />
}

type ActionsProps = { readonly version: ManagedVersion; readonly onMove: (move: VersionMove) => void }

function Actions({ version, onMove }: ActionsProps) {
  const { t } = useText()
  const { go } = useNavigation()
  const { can } = version
  const reason = can.markPreliminary.allowed ? undefined : sentenceFor(can.markPreliminary.why)
  return (
    <span className="inline-flex items-center gap-1.5">
      {can.approve.allowed && (
        <Button size="sm" icon={BadgeCheck} onPress={() => onMove('approve')}>
          {t('annualPlan.versions.approve')}
        </Button>
      )}
      <Menu
        label={`${t('ui.more')}: ${t('annualPlan.versionNumber', { number: version.number })}`}
        groups={[
          {
            id: 'look',
            actions: [
              { id: 'show', label: t('annualPlan.versions.show'), icon: Eye, onPress: () => go(addressOf(version)) },
              {
                id: 'sheet',
                label: t('annualPlan.versions.sheet'),
                icon: FileDown,
                onPress: () => void download('GET /api/plan/versions/:id/sheet', { params: { id: version.id } }),
              },
            ],
          },
          ...(version.status === 'draft'
            ? [
                {
                  id: 'move',
                  actions: [
                    {
                      id: 'preliminary',
                      label: t('annualPlan.versions.markPreliminary'),
                      icon: Hourglass,
                      disabled: !can.markPreliminary.allowed,
                      ...(reason && { hint: reason }),
                      onPress: () => onMove('markPreliminary'),
                    },
                    {
                      id: 'discard',
                      label: t('annualPlan.versions.discard'),
                      icon: Trash2,
                      danger: true,
                      disabled: !can.discard.allowed,
                      onPress: () => onMove('discard'),
                    },
                  ],
                },
              ]
            : []),
        ]}
      />
    </span>
  )
}

function addressOf({ year, id }: ManagedVersion): string {
  return `/plan/annual?year=${year}&version=${id}`
}
