import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { keptFileLimits, keptFilesAccept } from '../../../../shared/kept-files.ts'
import { toProblem } from '../../../../ui/api-problem.ts'
import { address, download, upload } from '../../../../ui/client.ts'
import { FileListDrop } from '../../../../ui/file-list-drop.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { notifyProblem } from '../../../../ui/toast.tsx'
import { api, type Contract, type Grievance, keys } from '../api.ts'

type Ground = Grievance['grounds'][number]

type GroundFilesProps = {
  readonly grievance: Grievance
  readonly ground: Ground
  readonly editable: boolean
}

/** Evidence of one ground: attached while the draft is written, opened afterwards. */
export function GroundFiles({ grievance, ground, editable }: GroundFilesProps) {
  const { t } = useText()
  const queries = useQueryClient()
  // Each file that arrives makes a new version, and the next one must name it.
  const version = useRef(grievance.version)
  version.current = Math.max(version.current, grievance.version)
  const { id } = grievance
  const keep = (found: Grievance) => {
    version.current = found.version
    queries.setQueryData(keys.one(id), found)
  }
  if (!editable && ground.files.length === 0) return null
  return (
    <FileListDrop
      label={`${t('grievances.record.files')}: ${t(`grievances.grounds.${ground.ground}`)}`}
      hideLabel
      compact
      readOnly={!editable}
      accept={keptFilesAccept}
      maxBytes={keptFileLimits.fileBytes}
      files={ground.files.map((file) => ({
        id: file.id,
        name: file.name,
        bytes: file.size,
        removable: editable,
        ...(file.hasPreview && { previewUrl: addressOf('/preview', id, file.id) }),
      }))}
      send={async (file, { signal, onProgress, idempotencyKey }) => {
        const found = await upload<Contract, 'POST /api/grievances/:id/files'>('POST /api/grievances/:id/files', file, {
          params: { id },
          query: { ground: ground.ground },
          version: version.current,
          signal,
          onProgress,
          idempotencyKey,
        })
        keep(found)
      }}
      onOpen={(fileId) => {
        download('GET /api/grievances/:id/files/:fileId', { params: { id, fileId } }).catch((thrown: unknown) =>
          notifyProblem(toProblem(thrown)),
        )
      }}
      onRemove={(fileId) => {
        api('DELETE /api/grievances/:id/files/:fileId', { params: { id, fileId }, version: version.current })
          .then(keep)
          .catch((thrown: unknown) => notifyProblem(toProblem(thrown)))
      }}
    />
  )
}

function addressOf(end: '/preview', id: string, fileId: string): string {
  return address(`GET /api/grievances/:id/files/:fileId${end}`, { params: { id, fileId } }).url
}
