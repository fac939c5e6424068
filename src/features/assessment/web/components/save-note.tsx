import { CircleCheck, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react'
import { Ago } from '../../../../ui/date-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'
import type { Patch, SaveState } from './autosave.ts'

type SaveNoteProps<P extends Patch> = {
  readonly state: Pick<SaveState<P>, 'phase' | 'savedAt'>
  readonly updatedAt: string
}

/** Whether what is on the page is safe: saved and when, on its way, or kept here until it can be sent. */
export function SaveNote<P extends Patch>({ state: { phase, savedAt }, updatedAt }: SaveNoteProps<P>) {
  const { t } = useText()
  const quiet = phase === 'saved' || phase === 'typing' || phase === 'saving'
  const icon = phase === 'saved' ? CircleCheck : quiet ? LoaderCircle : phase === 'held' ? TriangleAlert : CloudOff
  return (
    <span role="status" className={`flex items-center gap-1.5 text-sm ${quiet ? 'text-ink-3' : 'text-amber-text'}`}>
      <Icon icon={icon} size={14} />
      <span>
        {phase === 'saved' ? (
          <>
            {t('assessment.save.saved')} <Ago at={savedAt ?? updatedAt} />
          </>
        ) : quiet ? (
          t('ui.saving')
        ) : (
          t(`assessment.save.${phase}`)
        )}
      </span>
    </span>
  )
}
