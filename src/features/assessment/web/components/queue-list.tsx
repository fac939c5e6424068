import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { InboxList } from '../../../../ui/inbox-row.tsx'
import type { QueueItem } from '../api.ts'
import { BulkApproval } from './bulk-approval.tsx'
import { DecideDialog } from './decide-dialog.tsx'
import { QueueRow } from './queue-row.tsx'

type QueueListProps = { readonly items: readonly QueueItem[]; readonly bulk: { readonly approve: boolean } }

/** What of the closing waits for me; where the entity allows it, several are approved in one go. */
export function QueueList({ items, bulk }: QueueListProps) {
  const { t } = useText()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [deciding, setDeciding] = useState<QueueItem | null>(null)
  if (items.length === 0) return <EmptyState icon={CircleCheck}>{t('assessment.queue.empty')}</EmptyState>
  const select = (id: string, on: boolean) => {
    const next = new Set(selected)
    if (on) next.add(id)
    else next.delete(id)
    setSelected(next)
  }
  return (
    <div className="flex flex-col gap-3">
      {bulk.approve && (
        <BulkApproval
          chosen={items.filter(({ documentId, kind }) => kind === 'review' && documentId && selected.has(documentId))}
          onClear={() => setSelected(new Set())}
        />
      )}
      <InboxList label={t('assessment.queue.title')}>
        {items.map((item, at) => (
          <QueueRow
            key={`${item.kind} ${item.cycle.id} ${item.employee.id} ${item.documentId}`}
            item={item}
            first={at === 0}
            selectable={bulk.approve}
            selected={item.documentId !== null && selected.has(item.documentId)}
            onSelect={(on) => item.documentId && select(item.documentId, on)}
            onDecide={() => setDeciding(item)}
          />
        ))}
      </InboxList>
      {deciding && <DecideDialog item={deciding} onClose={() => setDeciding(null)} />}
    </div>
  )
}
