import { File as FileIcon, FileSpreadsheet, FileText, Image, Presentation } from 'lucide-react'
import { cx } from './cx.ts'
import { useText } from './i18n.ts'
import { Icon, type IconType } from './icon.tsx'

const icons: Readonly<Record<string, IconType>> = {
  pdf: FileText,
  docx: FileText,
  txt: FileText,
  xlsx: FileSpreadsheet,
  csv: FileSpreadsheet,
  pptx: Presentation,
  png: Image,
  jpg: Image,
  jpeg: Image,
}

type FileThumbProps = { readonly name: string; readonly previewUrl?: string | undefined; readonly size?: 32 | 40 }

/** A file in small: its picture, or a sign for its kind. */
export function FileThumb({ name, previewUrl, size = 32 }: FileThumbProps) {
  const box = cx('shrink-0 overflow-hidden rounded-sm border border-line', size === 40 ? 'size-10' : 'size-8')
  if (previewUrl) return <img src={previewUrl} alt="" className={cx(box, 'bg-surface object-cover')} />
  return (
    <span className={cx(box, 'flex items-center justify-center bg-surface-2 text-ink-3')}>
      <Icon icon={icons[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? FileIcon} />
    </span>
  )
}

/** «240 ك.ب», «3.4 م.ب». */
export function FileSize({ bytes }: { readonly bytes: number }) {
  const { t } = useText()
  const megabyte = 1_048_576
  return bytes < megabyte
    ? t('ui.files.kilobytes', { size: Math.ceil(bytes / 1024) })
    : t('ui.files.megabytes', { size: Math.round((bytes / megabyte) * 10) / 10 })
}
