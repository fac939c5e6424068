import { useState } from 'react'
import { sentenceFor } from '../../../../ui/api-problem.ts'
import { Banner } from '../../../../ui/banner.tsx'
import { Button } from '../../../../ui/button.tsx'
import { upload } from '../../../../ui/client.ts'
import { Dialog } from '../../../../ui/dialog.tsx'
import { FileDrop } from '../../../../ui/file-drop.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { notifyDone } from '../../../../ui/toast.tsx'
import { keys, type PlanContract } from '../api.ts'
import { ImportPreview } from './import-preview.tsx'

const most = 32 * 1024 * 1024

/** Choose a file, see what it would do, then save it: nothing is written before that. */
export function ImportDialog({ year, onClose }: { readonly year: number; readonly onClose: () => void }) {
  const { t } = useText()
  const [file, setFile] = useState<File | null>(null)
  const query = { year }
  const check = useApiMutation({
    send: (chosen: File) =>
      upload<PlanContract, 'POST /api/plan/versions/preview'>('POST /api/plan/versions/preview', chosen, { query }),
  })
  const save = useApiMutation({
    send: (chosen: File) =>
      upload<PlanContract, 'POST /api/plan/versions'>('POST /api/plan/versions', chosen, { query }),
    refresh: [keys.all],
    onDone: ({ number }) => {
      notifyDone(t('annualPlan.versions.imported', { number }))
      onClose()
    },
  })
  const choose = (chosen: File | null) => {
    setFile(chosen)
    check.reset()
    save.reset()
    if (chosen) check.mutate(chosen)
  }
  const sound = check.data?.problemCount === 0
  const problem = check.error ?? save.error
  return (
    <Dialog
      open
      onClose={onClose}
      size="lg"
      title={t('annualPlan.versions.importTitle', { year })}
      actions={
        <>
          <Button
            look="primary"
            disabled={!file || !sound}
            pending={save.isPending}
            onPress={() => file && save.mutate(file)}
          >
            {t('annualPlan.versions.confirm')}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <FileDrop
          label={t('annualPlan.versions.file')}
          hint={t('annualPlan.versions.importHint')}
          file={file}
          onChange={choose}
          accept=".xlsx,.csv"
          maxBytes={most}
          pending={check.isPending}
        />
        {check.isPending && (
          <p role="status" className="text-sm text-ink-3">
            {t('annualPlan.versions.checking')}
          </p>
        )}
        {problem && (
          <Banner tone="red" live>
            {sentenceFor(problem.code, problem.params)}
          </Banner>
        )}
        {check.data && <ImportPreview preview={check.data} />}
      </div>
    </Dialog>
  )
}
