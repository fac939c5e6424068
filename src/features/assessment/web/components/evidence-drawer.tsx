import { ChevronLeft, ChevronRight, Download } from 'lucide-react'
import { toProblem } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { download } from '../../../../ui/client.ts'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { Drawer } from '../../../../ui/drawer.tsx'
import { FileSize, FileThumb } from '../../../../ui/file-look.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { Num } from '../../../../ui/num.tsx'
import { notifyProblem } from '../../../../ui/toast.tsx'
import { type Evidence, evidenceFile, type Line, previewOf } from '../api.ts'
import { ScanNote } from './scan-note.tsx'

type EvidenceDrawerProps = {
  readonly documentId: string
  readonly line: Line
  readonly fileId: string
  readonly onShow: (fileId: string) => void
  readonly onClose: () => void
}

/** A file of evidence beside the line that it proves: its picture where it has one, who gave it, and the file itself. */
export function EvidenceDrawer({ documentId, line, fileId, onShow, onClose }: EvidenceDrawerProps) {
  const { t } = useText()
  const at = line.evidence.findIndex(({ id }) => id === fileId)
  const file = line.evidence[at]
  if (!file) return null
  const params = { documentId, keyResultId: line.keyResultId, evidenceId: file.id }
  const before = line.evidence[at - 1]
  const after = line.evidence[at + 1]
  return (
    <Drawer
      open
      onClose={onClose}
      title={t('assessment.evidence.title')}
      actions={
        <>
          <Button
            icon={Download}
            onPress={() =>
              void download(evidenceFile, { params }).catch((thrown: unknown) => notifyProblem(toProblem(thrown)))
            }
          >
            {t('assessment.evidence.download')}
          </Button>
          {line.evidence.length > 1 && (
            <span className="ms-auto flex items-center gap-1 text-sm text-ink-3">
              <IconButton
                icon={ChevronLeft}
                mirrored
                size="sm"
                label={t('assessment.evidence.previous')}
                disabled={!before}
                onPress={() => before && onShow(before.id)}
              />
              {t('assessment.evidence.at', { at: at + 1, of: line.evidence.length })}
              <IconButton
                icon={ChevronRight}
                mirrored
                size="sm"
                label={t('assessment.evidence.next')}
                disabled={!after}
                onPress={() => after && onShow(after.id)}
              />
            </span>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-sm text-ink-2">
          <bdi>{line.statement}</bdi>
        </p>
        {file.hasPreview ? (
          <img
            src={previewOf(params)}
            alt={t('assessment.evidence.picture', { name: file.name })}
            className="max-h-[60dvh] w-full rounded-md border border-line bg-surface-2 object-contain"
          />
        ) : (
          <div className="flex items-center gap-3 rounded-md border border-line bg-surface-2 p-4 text-sm text-ink-2">
            <FileThumb name={file.name} size={40} />
            {t('assessment.evidence.noPicture')}
          </div>
        )}
        <Facts file={file} />
      </div>
    </Drawer>
  )
}

function Facts({ file }: { readonly file: Evidence }) {
  const { t, pick } = useText()
  return (
    <DescriptionList
      facts={[
        { term: t('assessment.evidence.name'), value: <bdi className="[overflow-wrap:anywhere]">{file.name}</bdi> },
        { term: t('assessment.evidence.size'), value: <FileSize bytes={file.size} /> },
        { term: t('assessment.evidence.by'), value: pick(file.addedBy.name) },
        { term: t('assessment.evidence.when'), value: <DateTimeText at={file.addedAt} /> },
        ...(file.note === '' ? [] : [{ term: t('assessment.evidence.note'), value: <bdi>{file.note}</bdi> }]),
        { term: t('assessment.evidence.scan'), value: <ScanNote status={file.status} told /> },
        {
          term: t('assessment.evidence.fingerprint'),
          value: (
            <Num code className="[overflow-wrap:anywhere] text-xs text-ink-2">
              {file.digest.slice(0, 16)}
            </Num>
          ),
        },
      ]}
    />
  )
}
