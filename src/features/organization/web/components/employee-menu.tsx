import { CalendarOff, LogOut, MoveRight, Pencil, Undo2, UserRoundCog } from 'lucide-react'
import { useText } from '../../../../ui/i18n.ts'
import { Menu } from '../../../../ui/menu.tsx'
import type { EmployeeRecord } from '../api.ts'

export type EmployeeDialog = 'correct' | 'transfer' | 'supervisor' | 'absence' | 'exit' | 'undoExit'

type MenuProps = { readonly employee: EmployeeRecord; readonly onOpen: (dialog: EmployeeDialog) => void }

/** What the server allows to be done to the record. */
export function EmployeeMenu({ employee: { can }, onOpen }: MenuProps) {
  const { t } = useText()
  if (!can.change?.allowed) return null
  const exits = can.exit?.allowed
    ? [
        {
          id: 'exit',
          label: t('organization.employee.exit'),
          icon: LogOut,
          mirrorIcon: true,
          danger: true,
          onPress: () => onOpen('exit'),
        },
      ]
    : [
        {
          id: 'undoExit',
          label: t('organization.employee.undoExit'),
          icon: Undo2,
          mirrorIcon: true,
          onPress: () => onOpen('undoExit'),
        },
      ]
  return (
    <Menu
      label={t('organization.employee.actions')}
      size="md"
      groups={[
        {
          id: 'record',
          actions: [
            {
              id: 'transfer',
              label: t('organization.employee.transfer'),
              icon: MoveRight,
              mirrorIcon: true,
              onPress: () => onOpen('transfer'),
            },
            {
              id: 'supervisor',
              label: t('organization.employee.changeSupervisor'),
              icon: UserRoundCog,
              onPress: () => onOpen('supervisor'),
            },
            {
              id: 'absence',
              label: t('organization.employee.recordAbsence'),
              icon: CalendarOff,
              onPress: () => onOpen('absence'),
            },
            {
              id: 'correct',
              label: t('organization.employee.correct'),
              icon: Pencil,
              onPress: () => onOpen('correct'),
            },
          ],
        },
        { id: 'service', actions: exits },
      ]}
    />
  )
}
