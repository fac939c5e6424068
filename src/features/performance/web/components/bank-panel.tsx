import { BookOpen, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { SearchField } from '../../../../ui/search-field.tsx'
import { RowsSkeleton } from '../../../../ui/skeleton.tsx'
import { Tabs } from '../../../../ui/tabs.tsx'
import type { ObjectiveClass } from '../../domain/document.ts'
import { api } from '../api.ts'
import { classIcons } from './class-tag.tsx'

export type BankScope = 'division' | 'post' | 'previous'
const scopes = ['division', 'post', 'previous'] as const

type BankPanelProps = {
  readonly pending: boolean
  readonly onAdd: (chosen: {
    readonly id: string
    readonly from: 'bank' | 'previous'
    readonly nodeIds: readonly string[]
  }) => void
  readonly onClose: () => void
}

/** Objectives to start from: of the division, of the post, of one's own earlier documents (O-45). */
export function BankPanel({ pending, onAdd, onClose }: BankPanelProps) {
  const { t } = useText()
  const [scope, setScope] = useState<BankScope>('division')
  const [text, setText] = useState('')
  const bank = useApiQuery({
    key: ['performance', 'bank', scope, text],
    load: (signal) => api('GET /api/performance/bank', { query: { scope, text, limit: 30 }, signal }),
    keepPrevious: true,
  })
  return (
    <section aria-label={t('performance.bank.title')} className="flex flex-col gap-3">
      <header className="flex items-center justify-between gap-2">
        <h2 className="text-sec font-semibold">{t('performance.bank.title')}</h2>
        <IconButton icon={X} size="sm" label={t('performance.bank.close')} onPress={onClose} />
      </header>
      <SearchField
        label={t('performance.bank.search')}
        placeholder={t('performance.bank.searchIn', { count: bank.data?.total ?? 0 })}
        value={text}
        onChange={setText}
      />
      <Tabs
        label={t('performance.bank.title')}
        value={scope}
        onChange={setScope}
        tabs={scopes.map((value) => ({ value, label: t(`performance.bank.scopes.${value}`) }))}
      />
      <Loaded query={bank} waiting={<RowsSkeleton rows={4} />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={BookOpen}>{t(text ? 'ui.nothingFound' : `performance.bank.empty.${scope}`)}</EmptyState>
          ) : (
            <ul>
              {items.map((item) => (
                <li key={item.id} className="border-line py-3 not-first:border-t first:pt-0">
                  <p className="text-md">{item.title}</p>
                  <div className="mt-1 flex items-center justify-between gap-2">
                    <BankFacts of={item.class} count={item.keyResults.length} />
                    <Button
                      size="sm"
                      icon={Plus}
                      disabled={pending}
                      label={t('performance.bank.addNamed', { title: item.title })}
                      onPress={() =>
                        onAdd({
                          id: item.id,
                          from: scope === 'previous' ? 'previous' : 'bank',
                          nodeIds: item.planNode ? [item.planNode.id] : [],
                        })
                      }
                    >
                      {t('ui.add')}
                    </Button>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  )
}

function BankFacts({ of, count }: { readonly of: ObjectiveClass; readonly count: number }) {
  const { t } = useText()
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2 text-xs text-ink-3">
      <span className="flex items-center gap-1">
        <Icon icon={classIcons[of]} size={14} />
        {t(`performance.classes.${of}`)}
      </span>
      <span>{t('performance.bank.keyResults', { count })}</span>
    </span>
  )
}
