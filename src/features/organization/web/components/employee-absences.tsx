import { CalendarOff, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { Section } from '../../../../ui/section.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import { notifyProblem } from '../../../../ui/toast.tsx'
import { type Absence, api, type EmployeeRecord } from '../api.ts'
import { AbsenceDialog } from './employee-dialogs.tsx'
import { PeriodText } from './period-text.tsx'
import { useAct } from './use-act.ts'

export function EmployeeAbsences({
  employee,
  onAdd,
}: {
  readonly employee: EmployeeRecord
  readonly onAdd: () => void
}) {
  const { t } = useText()
  const [editing, setEditing] = useState<Absence | null>(null)
  const [removing, setRemoving] = useState<Absence | null>(null)
  const mayChange = employee.can.change?.allowed ?? false
  const remove = useAct<unknown, Absence>({
    send: ({ id, version }) => api('DELETE /api/organization/absences/:id', { params: { id }, version }),
    done: t('organization.employee.absenceRemoved'),
  })
  const kindOf = ({ kind }: Absence) =>
    kind ? t(`organization.absenceKinds.${kind}`) : t('organization.employee.otherKind')
  const columns: Column<Absence>[] = [
    { id: 'kind', header: t('organization.employee.absenceKind'), cell: kindOf },
    {
      id: 'period',
      header: t('organization.delegations.period'),
      cell: ({ startsOn, endsOn }) => <PeriodText from={startsOn} to={endsOn} />,
    },
    { id: 'note', header: t('organization.employee.note'), cell: ({ note }) => note },
    ...(mayChange
      ? [
          {
            id: 'acts',
            header: t('organization.correct'),
            phone: 'bare' as const,
            align: 'end' as const,
            cell: (absence: Absence) => (
              <>
                <IconButton
                  icon={Pencil}
                  size="sm"
                  label={t('organization.employee.correctAbsence')}
                  onPress={() => setEditing(absence)}
                />
                <IconButton
                  icon={Trash2}
                  size="sm"
                  label={t('organization.employee.removeAbsence')}
                  onPress={() => setRemoving(absence)}
                />
              </>
            ),
          },
        ]
      : []),
  ]
  return (
    <Section
      title={t('organization.employee.absences')}
      aside={
        mayChange && (
          <Button size="sm" icon={CalendarOff} onPress={onAdd}>
            {t('organization.employee.recordAbsence')}
          </Button>
        )
      }
    >
      {employee.absences.length === 0 ? (
        <p className="text-sm text-ink-3">{t('organization.employee.noAbsences')}</p>
      ) : (
        <Table
          label={t('organization.employee.absences')}
          columns={columns}
          rows={employee.absences}
          rowKey={({ id }) => id}
          density="compact"
        />
      )}
      {editing && <AbsenceDialog employee={employee} absence={editing} onClose={() => setEditing(null)} />}
      <ConfirmDialog
        open={removing !== null}
        onClose={() => setRemoving(null)}
        onConfirm={() =>
          removing && remove.mutate(removing, { onError: notifyProblem, onSettled: () => setRemoving(null) })
        }
        title={t('organization.employee.removeAbsence')}
        confirm={t('organization.employee.removeAbsence')}
        danger
        pending={remove.isPending}
      >
        {removing && (
          <>
            {kindOf(removing)}: <PeriodText from={removing.startsOn} to={removing.endsOn} />
          </>
        )}
      </ConfirmDialog>
    </Section>
  )
}
