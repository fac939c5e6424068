import { FileSpreadsheet, FileUp } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { download } from '../../../../ui/client.ts'
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiMutation, useApiQuery } from '../../../../ui/query.ts'
import { notifyDone, notifyProblem } from '../../../../ui/toast.tsx'
import { useYear, YearSelect } from '../../../policies/web/public.tsx'
import type { VersionMove } from '../../domain/version.ts'
import type { ManagedVersion } from '../../schema.ts'
import { api, keys } from '../api.ts'
import { ApproveDialog } from '../components/approve-dialog.tsx'
import { ImportDialog } from '../components/import-dialog.tsx'
import { VersionsTable } from '../components/versions-table.tsx'

type Moving = { readonly move: VersionMove; readonly version: ManagedVersion }

/** Versions of the plan: import, show as preliminary, record the approval. */
export function VersionsPage() {
  const { t } = useText()
  const [year, setYear] = useYear()
  const [importing, setImporting] = useState(false)
  const [moving, setMoving] = useState<Moving>()
  const query = useApiQuery({
    key: keys.versions(year),
    load: (signal) => api('GET /api/plan/versions', { query: { year }, signal }),
    keepPrevious: true,
  })
  const act = { refresh: [keys.all], onProblem: notifyProblem }
  const markPreliminary = useApiMutation({
    ...act,
    send: ({ id, version }: ManagedVersion) =>
      api('POST /api/plan/versions/:id/preliminary', { params: { id }, version }),
    onDone: () => notifyDone(t('annualPlan.versions.preliminaryDone')),
  })
  const discard = useApiMutation({
    ...act,
    send: ({ id, version }: ManagedVersion) => api('DELETE /api/plan/versions/:id', { params: { id }, version }),
    onDone: () => notifyDone(t('annualPlan.versions.discarded')),
  })
  const close = () => setMoving(undefined)
  const number = moving?.version.number ?? 0
  return (
    <Page
      header={
        <PageHeader
          title={t('annualPlan.versions.title')}
          state={t('annualPlan.versions.intro')}
          actions={
            <>
              <YearSelect value={year} onChange={setYear} />
              <Button
                icon={FileSpreadsheet}
                onPress={() => void download('GET /api/plan/template', { query: { year } })}
              >
                {t('annualPlan.versions.template')}
              </Button>
            </>
          }
          mainAction={
            <Button look="primary" icon={FileUp} onPress={() => setImporting(true)}>
              {t('annualPlan.versions.import')}
            </Button>
          }
        />
      }
    >
      <Loaded query={query}>
        {({ versions }) =>
          versions.length === 0 ? (
            <EmptyState icon={FileSpreadsheet}>{t('annualPlan.versions.empty')}</EmptyState>
          ) : (
            <VersionsTable versions={versions} onMove={(move, version) => setMoving({ move, version })} />
          )
        }
      </Loaded>
      {importing && <ImportDialog year={year} onClose={() => setImporting(false)} />}
      {moving?.move === 'approve' && <ApproveDialog version={moving.version} onClose={close} />}
      <ConfirmDialog
        open={moving?.move === 'markPreliminary'}
        onClose={close}
        onConfirm={() => {
          if (moving) markPreliminary.mutate(moving.version)
          close()
        }}
        title={t('annualPlan.versions.preliminaryTitle', { number })}
        confirm={t('annualPlan.versions.markPreliminary')}
      >
        {t('annualPlan.versions.preliminaryBody')}
      </ConfirmDialog>
      <ConfirmDialog
        open={moving?.move === 'discard'}
        onClose={close}
        onConfirm={() => {
          if (moving) discard.mutate(moving.version)
          close()
        }}
        title={t('annualPlan.versions.discardTitle', { number })}
        confirm={t('annualPlan.versions.discard')}
        danger
      >
        {t('annualPlan.versions.discardBody')}
      </ConfirmDialog>
    </Page>
  )
}
