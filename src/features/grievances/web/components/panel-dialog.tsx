import { CircleCheck, CircleSlash } from 'lucide-react'
import { useState } from 'react'
import { Banner } from '../../../../ui/banner.tsx'
import { Checkbox } from '../../../../ui/checkbox.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Select } from '../../../../ui/select.tsx'
import { Status } from '../../../../ui/status.tsx'
import { smallestPanel } from '../../domain/grievance.ts'
import { api, type Grievance } from '../api.ts'
import { AskDialog } from './ask-dialog.tsx'
import { PersonLine } from './pieces.tsx'
import type { DialogProps } from './simple-dialogs.tsx'
import { useCaseAct } from './use-case.ts'

type Seat = NonNullable<Grievance['committee']>[number]

/** The panel chosen among those whom nothing bars; whoever is barred stands there with the cause. */
export function PanelDialog({ grievance, onClose }: DialogProps) {
  const { t, pick } = useText()
  const committee = grievance.committee ?? []
  const fit = committee.filter(isFit)
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    fit.filter(({ onPanel }) => onPanel).map(({ member }) => member.id),
  )
  const [chairId, setChairId] = useState<string | null>(
    () => fit.find(({ chairsPanel }) => chairsPanel)?.member.id ?? null,
  )
  const chair = chairId !== null && chosen.includes(chairId) ? chairId : (chosen[0] ?? null)
  const act = useCaseAct({
    id: grievance.id,
    send: () =>
      api('POST /api/grievances/:id/panel', {
        params: { id: grievance.id },
        version: grievance.version,
        body: { memberIds: [...chosen], chairId: chair ?? '' },
      }),
    done: t('grievances.done.seat'),
    onDone: onClose,
  })
  const tooFew = fit.length < smallestPanel
  return (
    <AskDialog
      size="lg"
      title={t('grievances.choose.title')}
      confirm={t('grievances.moves.seat')}
      note={t('grievances.choose.note')}
      problem={act.error}
      pending={act.isPending}
      reason={chosen.length < smallestPanel ? t('grievances.choose.chosen', { count: chosen.length }) : undefined}
      onClose={onClose}
      onSubmit={() => act.mutate()}
    >
      {tooFew && <Banner tone="amber">{t('grievances.choose.tooFew')}</Banner>}
      <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
        {committee.map((seat) => (
          <li key={seat.member.id} className="flex items-start gap-3 px-3 py-2.5">
            <Checkbox
              label={t('grievances.choose.pick', { name: pick(seat.member.name) })}
              hideLabel
              disabled={!isFit(seat)}
              checked={chosen.includes(seat.member.id)}
              onChange={(on) =>
                setChosen(on ? [...chosen, seat.member.id] : chosen.filter((one) => one !== seat.member.id))
              }
            />
            <div className="flex min-w-0 flex-1 flex-wrap items-start justify-between gap-x-4 gap-y-1">
              <PersonLine person={seat.member} note={t(`grievances.choose.capacities.${seat.capacity}`)} />
              <Barrier seat={seat} />
            </div>
          </li>
        ))}
      </ul>
      {chosen.length > 0 && (
        <Select
          label={t('grievances.choose.chair')}
          name="chairId"
          value={chair}
          onChange={setChairId}
          options={fit
            .filter(({ member }) => chosen.includes(member.id))
            .map(({ member }) => ({ value: member.id, label: pick(member.name) }))}
        />
      )}
    </AskDialog>
  )
}

function isFit({ causes, capacity }: Seat): boolean {
  return causes.length === 0 && capacity !== 'secretary'
}

function Barrier({ seat }: { readonly seat: Seat }) {
  const { t } = useText()
  if (seat.causes.length > 0) {
    return (
      <ul className="flex flex-col gap-0.5">
        {seat.causes.map((cause) => (
          <li key={cause}>
            <Status icon={CircleSlash} tone="red">
              {t(`grievances.causes.${cause}`)}
            </Status>
          </li>
        ))}
      </ul>
    )
  }
  if (seat.capacity === 'secretary')
    return <span className="text-sm text-ink-3">{t('grievances.choose.secretary')}</span>
  return (
    <Status icon={CircleCheck} tone="green">
      {t('grievances.choose.none')}
    </Status>
  )
}
