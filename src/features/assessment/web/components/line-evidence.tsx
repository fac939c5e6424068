import { useState } from 'react'
import { keptFilesAccept } from '../../../../shared/kept-files.ts'
import { FileListDrop } from '../../../../ui/file-list-drop.tsx'
import { useText } from '../../../../ui/i18n.ts'
import type { AssessmentView } from '../../schema.ts'
import { type Line, previewOf } from '../api.ts'
import { EvidenceDrawer } from './evidence-drawer.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { ScanNote } from './scan-note.tsx'
import { useEvidence } from './use-evidence.ts'

type LineEvidenceProps = {
  readonly view: AssessmentView
  readonly line: Line
  readonly number: string
  readonly error?: string | undefined
}

/** The files of a line while they are gathered: dropped, pasted or chosen where the line stands. */
export function GatheredEvidence({ view, line, number, error }: LineEvidenceProps) {
  const { t } = useText()
  const { documentId } = view
  const { send, remove } = useEvidence(documentId, line.keyResultId)
  const [open, setOpen] = useState<string | null>(null)
  return (
    <>
      <FileListDrop
        compact
        label={t('assessment.evidence.of', { number })}
        hideLabel
        accept={keptFilesAccept}
        maxBytes={view.evidence.fileBytes}
        error={error}
        send={send}
        readOnly={line.can.addEvidence?.allowed !== true}
        files={line.evidence.map((file) => ({
          id: file.id,
          name: file.name,
          bytes: file.size,
          removable: file.can.remove?.allowed === true,
          note: <ScanNote status={file.status} />,
          ...(file.hasPreview && {
            previewUrl: previewOf({ documentId, keyResultId: line.keyResultId, evidenceId: file.id }),
          }),
        }))}
        onOpen={setOpen}
        onRemove={remove}
      />
      {open && (
        <EvidenceDrawer {...{ documentId, line }} fileId={open} onShow={setOpen} onClose={() => setOpen(null)} />
      )}
    </>
  )
}

/** The files of a line to be looked at. */
export function ShownEvidence({ view, line, number }: LineEvidenceProps) {
  const { t } = useText()
  const { documentId } = view
  const [open, setOpen] = useState<string | null>(null)
  return (
    <>
      <EvidenceList
        label={t('assessment.evidence.of', { number })}
        onOpen={setOpen}
        files={line.evidence.map((file) => ({
          id: file.id,
          name: file.name,
          size: file.size,
          status: file.status,
          ...(file.hasPreview && {
            previewUrl: previewOf({ documentId, keyResultId: line.keyResultId, evidenceId: file.id }),
          }),
        }))}
      />
      {open && (
        <EvidenceDrawer {...{ documentId, line }} fileId={open} onShow={setOpen} onClose={() => setOpen(null)} />
      )}
    </>
  )
}
