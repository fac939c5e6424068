import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'

type ScanNoteProps = { readonly status: 'clean' | 'unscanned' | 'infected'; readonly told?: boolean }

/** What the scanner said of a file: silent beside a clean one in a list, said in full where all is said. */
export function ScanNote({ status, told = false }: ScanNoteProps) {
  const { t } = useText()
  if (status === 'unscanned' && !told) return null
  if (status === 'clean' && !told) return null
  return (
    <span
      className={
        status === 'infected' ? 'inline-flex items-center gap-1 text-red-text' : 'inline-flex items-center gap-1'
      }
    >
      <Icon icon={status === 'clean' ? ShieldCheck : ShieldAlert} size={13} />
      {t(`assessment.evidence.statuses.${status}`)}
    </span>
  )
}
