import { Megaphone, PenLine } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiMutation, useApiQuery } from '../../../../ui/query.ts'
import { notifyDone, notifyProblem } from '../../../../ui/toast.tsx'
import { useYear, YearSelect } from '../../../policies/web/public.tsx'
import type { Direction } from '../../schema.ts'
import { api, keys } from '../api.ts'
import { DirectionCard } from '../components/direction-card.tsx'
import { DirectionDialog } from '../components/direction-dialog.tsx'

/** What leaders make clear when the year begins (D-17). */
export function DirectionsPage() {
  const { t, pick } = useText()
  const [year, setYear] = useYear()
  const [editing, setEditing] = useState<Direction | 'new'>()
  const [publishing, setPublishing] = useState<Direction>()
  const [removing, setRemoving] = useState<Direction>()
  const query = useApiQuery({
    key: keys.directions(year),
    load: (signal) => api('GET /api/plan/directions', { query: { year }, signal }),
    keepPrevious: true,
  })
  const act = { refresh: [keys.directions(year)], onProblem: notifyProblem }
  const publish = useApiMutation({
    ...act,
    send: ({ id, version }: Direction) => api('POST /api/plan/directions/:id/publish', { params: { id }, version }),
    onDone: () => notifyDone(t('annualPlan.directions.publishedDone')),
  })
  const remove = useApiMutation({
    ...act,
    send: ({ id, version }: Direction) => api('DELETE /api/plan/directions/:id', { params: { id }, version }),
    onDone: () => notifyDone(t('annualPlan.directions.removed')),
  })
  const divisions = query.data?.divisions ?? []
  const mayWrite = divisions.length > 0
  return (
    <Page
      ground="bg"
      header={
        <PageHeader
          title={t('annualPlan.directions.title')}
          state={t('annualPlan.directions.intro')}
          actions={<YearSelect value={year} onChange={setYear} />}
          mainAction={
            mayWrite && (
              <Button look="primary" icon={PenLine} onPress={() => setEditing('new')}>
                {t('annualPlan.directions.write')}
              </Button>
            )
          }
        />
      }
    >
      <Loaded query={query}>
        {({ directions }) =>
          directions.length === 0 ? (
            <EmptyState icon={Megaphone}>
              {mayWrite ? t('annualPlan.directions.emptyForLeader') : t('annualPlan.directions.empty')}
            </EmptyState>
          ) : (
            <div className="mx-auto flex max-w-4xl flex-col gap-4">
              {directions.map((direction) => (
                <DirectionCard
                  key={direction.id}
                  direction={direction}
                  onEdit={() => setEditing(direction)}
                  onPublish={() => setPublishing(direction)}
                  onRemove={() => setRemoving(direction)}
                />
              ))}
            </div>
          )
        }
      </Loaded>
      {editing && (
        <DirectionDialog
          year={year}
          direction={editing === 'new' ? null : editing}
          divisions={divisions}
          onClose={() => setEditing(undefined)}
        />
      )}
      <ConfirmDialog
        open={publishing !== undefined}
        onClose={() => setPublishing(undefined)}
        onConfirm={() => {
          if (publishing) publish.mutate(publishing)
          setPublishing(undefined)
        }}
        title={t('annualPlan.directions.publishTitle', {
          division: publishing ? pick(publishing.division.name) : '',
        })}
        confirm={t('annualPlan.directions.publish')}
      >
        {t('annualPlan.directions.publishBody')}
      </ConfirmDialog>
      <ConfirmDialog
        open={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        onConfirm={() => {
          if (removing) remove.mutate(removing)
          setRemoving(undefined)
        }}
        title={t('annualPlan.directions.removeTitle')}
        confirm={t('ui.remove')}
        danger
      >
        {t('annualPlan.directions.removeBody')}
      </ConfirmDialog>
    </Page>
  )
}
