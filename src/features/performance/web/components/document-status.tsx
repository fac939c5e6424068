import { CircleCheck, CornerUpLeft, FilePenLine, Hourglass, LockKeyhole, Pencil, SearchCheck } from 'lucide-react'
import { useText } from '../../../../ui/i18n.ts'
import type { IconType } from '../../../../ui/icon.tsx'
import { Status } from '../../../../ui/status.tsx'
import type { Tone } from '../../../../ui/tone.ts'
import type { DocumentStatus as StatusName } from '../../domain/document.ts'

const looks: Record<StatusName, { readonly icon: IconType; readonly tone: Tone }> = {
  draft: { icon: Pencil, tone: 'neutral' },
  submitted: { icon: Hourglass, tone: 'amber' },
  returned: { icon: CornerUpLeft, tone: 'amber' },
  agreed: { icon: CircleCheck, tone: 'green' },
  amending: { icon: FilePenLine, tone: 'blue' },
  assessing: { icon: SearchCheck, tone: 'blue' },
  reviewing: { icon: Hourglass, tone: 'amber' },
  closed: { icon: LockKeyhole, tone: 'neutral' },
}

/** The state of a document: icon and word. */
export function DocumentStatus({ of, look }: { readonly of: StatusName; readonly look?: 'quiet' | 'pill' }) {
  const { t } = useText()
  const { icon, tone } = looks[of]
  return (
    <Status icon={icon} tone={tone} {...(look && { look })} mirrorIcon={of === 'returned'}>
      {t(`performance.statuses.${of}`)}
    </Status>
  )
}
