import { Building2, CircleCheck, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useMe } from '../../../../ui/me-context.ts'
import { Num } from '../../../../ui/num.tsx'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { Status } from '../../../../ui/status.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { type EntityRow, loadEntities } from '../api.ts'
import { EntityDialog } from '../components/entity-dialog.tsx'
import { useEnterEntity } from '../components/use-enter-entity.ts'

/** The registry of entities, for the administrators of the platform. */
export function EntitiesPage() {
  const { t } = useText()
  const query = useApiQuery({ key: ['accounts', 'entities'], load: loadEntities })
  const [creating, setCreating] = useState(false)
  const columns = useColumns()
  return (
    <Page
      header={
        <PageHeader
          title={t('accounts.entities.title')}
          state={t('accounts.entities.lead')}
          mainAction={
            <Button look="primary" icon={Plus} onPress={() => setCreating(true)}>
              {t('accounts.entities.create')}
            </Button>
          }
        />
      }
    >
      <Loaded query={query}>
        {({ items }) => (
          <Table<EntityRow>
            label={t('accounts.entities.title')}
            columns={columns}
            rows={items}
            rowKey={(row) => row.id}
            empty={<EmptyState icon={Building2}>{t('accounts.entities.empty')}</EmptyState>}
          />
        )}
      </Loaded>
      {creating && <EntityDialog onClose={() => setCreating(false)} />}
    </Page>
  )
}

function useColumns(): Column<EntityRow>[] {
  const { t, pick } = useText()
  const { entity } = useMe()
  const { enter, entering } = useEnterEntity()
  return [
    {
      id: 'name',
      header: t('accounts.entities.name'),
      rowHeader: true,
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-2 font-medium">
          {pick(row.name)}
          {row.sample && <Tag>{t('accounts.entities.sample')}</Tag>}
        </span>
      ),
    },
    { id: 'code', header: t('accounts.entities.code'), cell: (row) => <Num code>{row.code}</Num> },
    { id: 'createdAt', header: t('accounts.entities.createdAt'), cell: (row) => <DateTimeText at={row.createdAt} /> },
    {
      id: 'enter',
      header: t('accounts.entities.enter'),
      phone: 'bare',
      cell: (row) => {
        if (!row.mine) return null
        if (entity && pick(entity.name) === pick(row.name)) {
          return (
            <Status icon={CircleCheck} tone="accent">
              {t('accounts.entities.current')}
            </Status>
          )
        }
        return (
          <Button
            size="sm"
            label={t('accounts.entities.enterName', { name: pick(row.name) })}
            pending={entering === row.id}
            onPress={() => enter(row.id)}
          >
            {t('accounts.entities.enter')}
          </Button>
        )
      },
    },
  ]
}
