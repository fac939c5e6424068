import { CircleAlert, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { Loaded } from '../../../../ui/loaded.tsx'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { Status } from '../../../../ui/status.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import { api, type GuideActor } from '../api.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { DivisionPicker } from '../components/pickers.tsx'
import { useAct } from '../components/use-act.ts'

export function ActorsPage() {
  const { t } = useText()
  const query = useApiQuery({
    key: ['organization', 'actors'],
    load: (signal) => api('GET /api/organization/actors', { signal }),
  })
  const missing = query.data?.actors.filter(isMissing).length
  return (
    <Page
      header={
        <PageHeader
          title={t('organization.actors.title')}
          context={missing !== undefined && t('organization.actors.missingCount', { count: missing })}
          state={t('organization.actors.intro')}
        />
      }
    >
      <Loaded query={query}>
        {({ actors, can }) => <Actors actors={actors} mayChange={can.change?.allowed ?? false} />}
      </Loaded>
    </Page>
  )
}

function isMissing({ needsDivision, divisions }: GuideActor): boolean {
  return needsDivision && divisions.length === 0
}

function Actors({ actors, mayChange }: { readonly actors: readonly GuideActor[]; readonly mayChange: boolean }) {
  const { t, pick, language } = useText()
  const [editing, setEditing] = useState<GuideActor | null>(null)
  const columns: Column<GuideActor>[] = [
    { id: 'actor', header: t('organization.actors.actor'), width: '30%', cell: ({ name }) => pick(name) },
    {
      id: 'scope',
      header: t('organization.actors.scope'),
      width: '7rem',
      cell: ({ scope }) => t(`organization.actors.scopes.${scope}`),
    },
    {
      id: 'divisions',
      header: t('organization.actors.divisions'),
      cell: (actor) =>
        actor.divisions.length > 0 ? (
          actor.divisions.map(({ name }) => pick(name)).join(language === 'ar' ? '، ' : ', ')
        ) : isMissing(actor) ? (
          <Status icon={CircleAlert} tone="amber">
            {t('organization.actors.missing')}
          </Status>
        ) : (
          <span className="text-ink-3">
            {actor.scope === 'external' ? t('organization.actors.outside') : t('organization.actors.derived')}
          </span>
        ),
    },
    {
      id: 'set',
      header: t('organization.actors.set'),
      align: 'end',
      phone: 'bare',
      width: '10rem',
      cell: (actor) =>
        mayChange &&
        actor.needsDivision && (
          <Button size="sm" onPress={() => setEditing(actor)}>
            {t('organization.actors.set')}
          </Button>
        ),
    },
  ]
  return (
    <>
      <Table label={t('organization.actors.title')} columns={columns} rows={actors} rowKey={({ id }) => id} />
      {editing && <ActorDialog actor={editing} onClose={() => setEditing(null)} />}
    </>
  )
}

function ActorDialog({ actor, onClose }: { readonly actor: GuideActor; readonly onClose: () => void }) {
  const { t, pick } = useText()
  const [chosen, setChosen] = useState(actor.divisions)
  const query = useApiQuery({
    key: ['organization', 'divisions', ''],
    load: (signal) => api('GET /api/organization/divisions', { query: {}, signal }),
  })
  const add = (id: string | null) => {
    const found = query.data?.divisions.find((one) => one.id === id)
    if (found && !chosen.some((one) => one.id === id)) setChosen([...chosen, { id: found.id, name: found.name }])
  }
  const save = useAct({
    send: () =>
      api('PUT /api/organization/actors/:actor', {
        params: { actor: actor.id },
        body: { divisionIds: chosen.map(({ id }) => id) },
      }),
    done: t('organization.actors.saved'),
    onDone: onClose,
  })
  return (
    <FormDialog
      title={pick(actor.name)}
      confirm={t('ui.save')}
      onClose={onClose}
      onSubmit={() => save.mutate()}
      problem={save.error}
      pending={save.isPending}
    >
      {chosen.length > 0 && (
        <ul className="flex flex-col gap-1">
          {chosen.map((one) => (
            <li key={one.id} className="flex items-center justify-between gap-2 rounded-md bg-surface-2 ps-3 text-sm">
              {pick(one.name)}
              <IconButton
                icon={X}
                size="sm"
                label={t('organization.actors.remove', { name: pick(one.name) })}
                onPress={() => setChosen(chosen.filter(({ id }) => id !== one.id))}
              />
            </li>
          ))}
        </ul>
      )}
      <DivisionPicker key={chosen.length} label={t('organization.actors.add')} value={null} onChange={add} />
    </FormDialog>
  )
}
