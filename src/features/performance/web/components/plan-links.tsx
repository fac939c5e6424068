import { Map as MapIcon } from 'lucide-react'
import { useState } from 'react'
import { isolate, normalizeArabic } from '../../../../shared/text.ts'
import { Button } from '../../../../ui/button.tsx'
import { Checkbox } from '../../../../ui/checkbox.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { SearchField } from '../../../../ui/search-field.tsx'
import { RowsSkeleton } from '../../../../ui/skeleton.tsx'
import { type PlanNode, usePlanNodes } from '../../../annual-plan/web/public.tsx'

type PlanLinksDialogProps = {
  readonly year: number
  readonly chosen: readonly string[]
  readonly onClose: () => void
  readonly onChoose: (nodeIds: readonly string[]) => void
}

/** What in the annual plan an objective serves: one node or several (AMB-61). */
export function PlanLinksDialog({ year, chosen, onClose, onChoose }: PlanLinksDialogProps) {
  const { t } = useText()
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set(chosen))
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('performance.editor.linkTitle')}
      actions={
        <>
          <Button look="primary" onPress={() => onChoose([...picked])}>
            {t('performance.editor.linkSave', { count: picked.size })}
          </Button>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
        </>
      }
    >
      <PlanNodeList year={year} picked={picked} onPick={setPicked} />
    </Dialog>
  )
}

type PlanNodeListProps = {
  readonly year: number
  readonly picked: ReadonlySet<string>
  readonly onPick: (picked: ReadonlySet<string>) => void
}

/** The plan as a list to choose from, found by words or code. */
export function PlanNodeList({ year, picked, onPick }: PlanNodeListProps) {
  const { t } = useText()
  const nodes = usePlanNodes(year)
  const [wanted, setWanted] = useState('')
  return (
    <div className="flex flex-col gap-3">
      <SearchField label={t('performance.editor.linkSearch')} value={wanted} onChange={setWanted} />
      <Loaded query={nodes} waiting={<RowsSkeleton rows={6} />}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState icon={MapIcon}>{t('performance.editor.noPlan')}</EmptyState>
          ) : (
            <ul className="max-h-[46dvh] overflow-y-auto rounded-md border border-line">
              {found(list, wanted).map((node) => (
                <li
                  key={node.id}
                  className="border-line not-first:border-t px-3 py-1.5"
                  style={{ paddingInlineStart: `${12 + node.depth * 18}px` }}
                >
                  <PlanNodeChoice
                    node={node}
                    picked={picked.has(node.id)}
                    onPick={(yes) => onPick(toggled(picked, node.id, yes))}
                  />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  )
}

function PlanNodeChoice({
  node,
  picked,
  onPick,
}: {
  readonly node: PlanNode
  readonly picked: boolean
  readonly onPick: (yes: boolean) => void
}) {
  const { t, pick } = useText()
  const state = node.status === 'preliminary' ? ` · ${t('performance.linkStatus.preliminary')}` : ''
  return (
    <Checkbox
      label={`${pick(node.title)} ${isolate(node.code, 'ltr')}`}
      hint={`${t(`performance.nodeKinds.${node.kind}`)}${node.owner ? ` · ${pick(node.owner)}` : ''}${state}`}
      checked={picked}
      onChange={onPick}
    />
  )
}

function toggled(picked: ReadonlySet<string>, id: string, yes: boolean): ReadonlySet<string> {
  const next = new Set(picked)
  if (yes) next.add(id)
  else next.delete(id)
  return next
}

function found(nodes: readonly PlanNode[], wanted: string): readonly PlanNode[] {
  const words = normalizeArabic(wanted)
  if (words === '') return nodes
  return nodes.filter((node) => normalizeArabic(`${node.title.ar} ${node.title.en} ${node.code}`).includes(words))
}
