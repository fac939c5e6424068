import { CircleCheck, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react'
import { Ago } from '../../../../ui/date-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'
import type { DraftState } from './draft.ts'

/** Whether what is on the page is safe: saved and when, on its way, or kept here until it can be sent. */
export function SaveState({ state, updatedAt }: { readonly state: DraftState; readonly updatedAt: string }) {
  const { t } = useText()
  const { phase } = state
  const quiet = phase === 'saved' || phase === 'typing' || phase === 'saving'
  return (
    <span role="status" className={`flex items-center gap-1.5 text-sm ${quiet ? 'text-ink-3' : 'text-amber-text'}`}>
      {phase === 'saved' && (
        <>
          <Icon icon={CircleCheck} size={14} />
          <span>
            {t('performance.editor.saved')} <Ago at={state.savedAt ?? updatedAt} />
          </span>
        </>
      )}
      {(phase === 'typing' || phase === 'saving') && (
        <>
          <Icon icon={LoaderCircle} size={14} />
          {t('ui.saving')}
        </>
      )}
      {phase === 'held' && (
        <>
          <Icon icon={TriangleAlert} size={14} />
          {t('performance.editor.held')}
        </>
      )}
      {(phase === 'offline' || phase === 'conflict') && (
        <>
          <Icon icon={CloudOff} size={14} />
          {t(`performance.editor.${phase}`)}
        </>
      )}
    </span>
  )
}
