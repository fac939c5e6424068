import { UserCheck, UserX } from 'lucide-react'
import { formatTime } from '../../../../shared/locale.ts'
import { Avatar } from '../../../../ui/avatar.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { usePreferences } from '../../../../ui/preferences.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { Section } from '../../../../ui/section.tsx'
import { Status } from '../../../../ui/status.tsx'
import { Switch } from '../../../../ui/switch.tsx'
import { notifyProblem } from '../../../../ui/toast.tsx'
import type { SittingView } from '../../schema.ts'
import { api, shownElsewhere } from '../api.ts'
import { allows } from './may.ts'

/** Who is there, with the hours; the quorum is counted at every change. */
export function Attendance({ sitting }: { readonly sitting: SittingView }) {
  const { t, pick } = useText()
  const mayMark = allows(sitting.can, 'attend')
  const mark = useApiMutation({
    send: ({ memberId, present }: { memberId: string; present: boolean }) =>
      api('PUT /api/calibration/sittings/:id/attendance/:memberId', {
        params: { id: sitting.id, memberId },
        body: { present },
      }),
    refresh: shownElsewhere,
    onProblem: notifyProblem,
  })
  const there = sitting.attendance.filter((one) => one.present).length
  return (
    <Section
      ruled
      title={t('calibration.sitting.attendance')}
      note={t('calibration.sitting.attendanceNote', { present: there, members: sitting.attendance.length })}
    >
      <ul className="flex flex-col">
        {sitting.attendance.map((one) => {
          const name = pick(one.member.name)
          const pending = mark.isPending && mark.variables.memberId === one.member.id
          return (
            <li
              key={one.member.id}
              className="flex items-center gap-2.5 border-t border-line py-2 text-sm first:border-t-0"
            >
              <Avatar name={name} size={28} />
              <span className="min-w-0 flex-1">
                {name}
                <span className="block text-xs text-ink-3">
                  {t(`calibration.sitting.capacities.${one.capacity}`)}
                  {one.capacity === 'secretary' && ` (${t('calibration.sitting.noVote')})`}
                  <Hours of={one} />
                </span>
              </span>
              {mayMark ? (
                <Switch
                  className="[&>span:first-child]:sr-only"
                  label={t('calibration.sitting.presentName', { name })}
                  checked={pending ? mark.variables.present : one.present}
                  disabled={pending}
                  onChange={(present) => mark.mutate({ memberId: one.member.id, present })}
                />
              ) : (
                <Status icon={one.present ? UserCheck : UserX} tone={one.present ? 'green' : 'neutral'}>
                  {t(one.present ? 'calibration.sitting.present' : 'calibration.sitting.absent')}
                </Status>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

function Hours({ of }: { readonly of: SittingView['attendance'][number] }) {
  const { t } = useText()
  const reader = usePreferences()
  const clock = (at: string) => formatTime(new Date(at), reader)
  if (of.leftAt && !of.present) {
    return t('calibration.between') + t('calibration.sitting.left', { at: clock(of.leftAt) })
  }
  return of.arrivedAt && of.present
    ? t('calibration.between') + t('calibration.sitting.arrived', { at: clock(of.arrivedAt) })
    : null
}
