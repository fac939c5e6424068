import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { entityRoles } from '../../../../shared/roles.ts'
import { Avatar } from '../../../../ui/avatar.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { type Grant, loadGrants } from '../api.ts'
import { GrantDialog } from '../components/grant-dialog.tsx'
import { RevokeDialog } from '../components/revoke-dialog.tsx'

/** Who holds which sign-in role (H12), role by role. */
export function RolesPage() {
  const { t, pick } = useText()
  const query = useApiQuery({ key: ['accounts', 'grants'], load: loadGrants })
  const [granting, setGranting] = useState(false)
  const [revoking, setRevoking] = useState<Grant | null>(null)
  const mayChange = query.data?.can.change ?? false
  const nameOf = (grant: Grant) => (grant.holder ? pick(grant.holder.name) : t('accounts.roles.notEmployee'))
  return (
    <Page
      header={
        <PageHeader
          title={t('accounts.roles.title')}
          state={t('accounts.roles.lead')}
          mainAction={
            mayChange && (
              <Button look="primary" icon={UserPlus} onPress={() => setGranting(true)}>
                {t('accounts.roles.grant')}
              </Button>
            )
          }
        />
      }
      ground="bg"
    >
      <Loaded query={query}>
        {({ items }) => (
          <div className="grid gap-4 xl:grid-cols-2">
            {entityRoles.map((role) => {
              const held = items.filter((grant) => grant.role === role)
              return (
                <Card
                  key={role}
                  title={t(`accounts.roles.names.${role}`)}
                  note={t('accounts.roles.holders', { count: held.length })}
                  flush
                >
                  <p className="px-4 pt-2.5 text-xs text-ink-3">{t(`accounts.roles.does.${role}`)}</p>
                  {held.length === 0 ? (
                    <p className="px-4 pt-1 pb-3 text-sm text-ink-3">{t('accounts.roles.nobody')}</p>
                  ) : (
                    <ul className="pt-1 pb-1.5">
                      {held.map((grant) => (
                        <GrantRow
                          key={grant.id}
                          grant={grant}
                          name={nameOf(grant)}
                          onRevoke={mayChange ? () => setRevoking(grant) : undefined}
                        />
                      ))}
                    </ul>
                  )}
                </Card>
              )
            })}
          </div>
        )}
      </Loaded>
      {granting && <GrantDialog onClose={() => setGranting(false)} />}
      {revoking && <RevokeDialog grant={revoking} name={nameOf(revoking)} onClose={() => setRevoking(null)} />}
    </Page>
  )
}

type GrantRowProps = { readonly grant: Grant; readonly name: string; readonly onRevoke: (() => void) | undefined }

function GrantRow({ grant, name, onRevoke }: GrantRowProps) {
  const { t, pick } = useText()
  const by = grant.grantedBy ? pick(grant.grantedBy) : t('accounts.roles.system')
  const reason = grant.reason === 'founder' ? t('accounts.roles.founder') : grant.reason
  return (
    <li className="flex items-start gap-3 px-4 py-2">
      <Avatar name={name} size={28} />
      <div className="min-w-0 flex-1 text-sm">
        <p className="font-medium">{name}</p>
        <p className="text-xs text-ink-2">
          <bdi>{reason}</bdi>
        </p>
        <p className="text-xs text-ink-3">
          {t('accounts.roles.grantedBy')} {by} · <DateTimeText at={grant.grantedAt} />
        </p>
      </div>
      {grant.own ? (
        <span className="text-xs text-ink-3">{t('accounts.roles.own')}</span>
      ) : (
        onRevoke && (
          <Button
            size="sm"
            look="ghost"
            label={t('accounts.roles.revokeName', { role: t(`accounts.roles.names.${grant.role}`), name })}
            onPress={onRevoke}
          >
            {t('accounts.roles.revoke')}
          </Button>
        )
      )}
    </li>
  )
}
