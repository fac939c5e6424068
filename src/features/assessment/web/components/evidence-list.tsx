import { FileSize, FileThumb } from '../../../../ui/file-look.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { ScanNote } from './scan-note.tsx'

export type ListedEvidence = {
  readonly id: string
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly status: 'clean' | 'unscanned' | 'infected'
  /** The address of its picture, where it has one. */
  readonly previewUrl?: string | undefined
}

type EvidenceListProps = {
  readonly label: string
  readonly files: readonly ListedEvidence[]
  readonly onOpen?: (id: string) => void
}

/** The files beside a key result: each opens where it stands. */
export function EvidenceList({ label, files, onOpen }: EvidenceListProps) {
  const { t } = useText()
  if (files.length === 0) return <p className="text-xs text-ink-3">{t('assessment.evidence.none')}</p>
  return (
    <ul aria-label={label} className="flex flex-wrap gap-2">
      {files.map((file) => (
        <li key={file.id} className="min-w-0 max-w-full">
          <EvidenceFile file={file} {...(onOpen && { onOpen })} />
        </li>
      ))}
    </ul>
  )
}

function EvidenceFile({ file, onOpen }: { readonly file: ListedEvidence } & Pick<EvidenceListProps, 'onOpen'>) {
  const content = (
    <>
      <FileThumb name={file.name} previewUrl={file.previewUrl} />
      <span className="min-w-0 text-start">
        <bdi className="block text-sm font-medium [overflow-wrap:anywhere]">{file.name}</bdi>
        <span className="flex flex-wrap gap-x-2 text-xs text-ink-3">
          <FileSize bytes={file.size} />
          <ScanNote status={file.status} />
        </span>
      </span>
    </>
  )
  const box = 'flex max-w-full items-center gap-2 rounded-md border border-line-2 bg-surface px-2 py-1.5'
  if (!onOpen) return <span className={box}>{content}</span>
  return (
    <button type="button" className={`${box} hover:bg-surface-2`} onClick={() => onOpen(file.id)}>
      {content}
    </button>
  )
}
