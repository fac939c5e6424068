import { useQueryClient } from '@tanstack/react-query'
import { Link2, UserRound, X } from 'lucide-react'
import { keptFileLimits, keptFilesAccept } from '../../../../shared/kept-files.ts'
import { toProblem } from '../../../../ui/api-problem.ts'
import { address, download, upload } from '../../../../ui/client.ts'
import { FileListDrop } from '../../../../ui/file-list-drop.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { Num } from '../../../../ui/num.tsx'
import { Rich } from '../../../../ui/rich.tsx'
import { notifyProblem } from '../../../../ui/toast.tsx'
import { api, type Claim, type Contract, type Dossier, keys } from '../api.ts'

type EvidenceListProps = { readonly dossier: Dossier; readonly claim: Claim; readonly editable: boolean }

/** Files and references of one condition: added while the dossier is written, opened afterwards. */
export function EvidenceList({ dossier, claim, editable }: EvidenceListProps) {
  const { t } = useText()
  const queries = useQueryClient()
  const { id } = dossier
  const { condition, evidence } = claim
  const keep = (found: Dossier) => {
    queries.setQueryData(keys.one(id), found)
    void queries.invalidateQueries({ queryKey: ['excellence', 'mine'] })
  }
  const remove = (evidenceId: string) => {
    api('DELETE /api/excellence/:id/evidence/:evidenceId', { params: { id, evidenceId } })
      .then(keep)
      .catch((thrown: unknown) => notifyProblem(toProblem(thrown)))
  }
  const files = evidence.filter(({ file }) => file !== null)
  const links = evidence.filter(({ keyResult }) => keyResult !== null)
  if (!editable && evidence.length === 0)
    return <p className="text-sm text-ink-3">{t('excellence.dossier.noEvidence')}</p>
  return (
    <div className="flex flex-col gap-2">
      {links.length > 0 && (
        <ul className="flex flex-col divide-y divide-line">
          {links.map(({ id: evidenceId, keyResult, byEmployee, removable }) =>
            keyResult ? (
              <li key={evidenceId} className="flex items-start gap-2 py-2 text-sm">
                <Icon icon={Link2} size={16} className="mt-0.5 text-ink-3" />
                <span className="min-w-0 flex-1">
                  <bdi>{keyResult.statement}</bdi>
                  <span className="block text-xs text-ink-3">
                    <KeyResultFacts of={keyResult} />
                    {byEmployee && ` · ${t('excellence.dossier.byEmployee')}`}
                  </span>
                </span>
                {removable && editable && (
                  <IconButton
                    icon={X}
                    size="sm"
                    label={t('excellence.dossier.remove', { name: keyResult.statement })}
                    onPress={() => remove(evidenceId)}
                  />
                )}
              </li>
            ) : null,
          )}
        </ul>
      )}
      {(editable || files.length > 0) && (
        <FileListDrop
          label={t('excellence.dossier.evidenceOf', { condition: t(`excellence.conditions.${condition}`) })}
          hideLabel
          compact
          readOnly={!editable}
          accept={keptFilesAccept}
          maxBytes={keptFileLimits.fileBytes}
          files={files.flatMap(({ id: evidenceId, file, byEmployee, removable }) =>
            file
              ? [
                  {
                    id: evidenceId,
                    name: file.name,
                    bytes: file.size,
                    removable: editable && removable,
                    ...(file.hasPreview && { previewUrl: previewOf(id, file.id) }),
                    ...(byEmployee && {
                      note: (
                        <span className="inline-flex items-center gap-1">
                          <Icon icon={UserRound} size={12} />
                          {t('excellence.dossier.byEmployee')}
                        </span>
                      ),
                    }),
                  },
                ]
              : [],
          )}
          send={async (file, how) => {
            keep(
              await upload<Contract, 'POST /api/excellence/:id/files'>('POST /api/excellence/:id/files', file, {
                params: { id },
                query: { condition },
                ...how,
              }),
            )
          }}
          onOpen={(evidenceId) => {
            const fileId = files.find((one) => one.id === evidenceId)?.file?.id
            if (!fileId) return
            download('GET /api/excellence/:id/files/:fileId', { params: { id, fileId } }).catch((thrown: unknown) =>
              notifyProblem(toProblem(thrown)),
            )
          }}
          onRemove={remove}
        />
      )}
    </div>
  )
}

type Facts = { readonly cycle: number; readonly achievement: number | null }

function KeyResultFacts({ of: { cycle, achievement } }: { readonly of: Facts }) {
  const { t } = useText()
  return (
    <Rich
      text={t('excellence.dossier.inCycle', { cycle, achievement: '<b>-</b>' })}
      parts={{ b: () => (achievement === null ? '—' : <Num percent>{achievement / 1_000_000}</Num>) }}
    />
  )
}

function previewOf(id: string, fileId: string): string {
  return address('GET /api/excellence/:id/files/:fileId/preview', { params: { id, fileId } }).url
}
