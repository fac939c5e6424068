import { useState } from 'react'
import { type Rank, ranks } from '../../../../shared/ranks.ts'
import { reasonsFor } from '../../../../shared/reasons.ts'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { RadioGroup } from '../../../../ui/radio-group.tsx'
import { Select } from '../../../../ui/select.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import { api, shownElsewhere, type TeamRow } from '../api.ts'
import { reasonName } from './change-text.ts'

type ViewDialogProps = { readonly row: TeamRow; readonly year: number; readonly onClose: () => void }

/** The direct supervisor's view of a rank: beside what was computed, never in its place; the employee reads the words. */
export function ViewDialog({ row, year, onClose }: ViewDialogProps) {
  const text = useText()
  const { t, pick } = text
  const [rank, setRank] = useState<Rank | null>(row.view?.rank ?? null)
  const [code, setCode] = useState<string | null>(row.view?.reasonCode ?? null)
  const [words, setWords] = useState(row.view?.reasonText ?? '')
  const [tried, setTried] = useState(false)
  const params = { employeeId: row.employee.id, year }
  const done = (sentence: string) => {
    notifyDone(sentence)
    onClose()
  }
  const record = useApiMutation({
    send: (body: { rank: Rank; reasonCode: string; reasonText: string }) =>
      api('PUT /api/appraisal/results/:employeeId/:year/view', { params, body, version: row.version }),
    refresh: shownElsewhere,
    onDone: () => done(t('appraisal.team.recorded')),
  })
  const takeBack = useApiMutation({
    send: () => api('DELETE /api/appraisal/results/:employeeId/:year/view', { params, version: row.version }),
    refresh: shownElsewhere,
    onDone: () => done(t('appraisal.team.takenBack')),
  })
  const save = () => {
    setTried(true)
    if (rank && code && words.trim().length >= 3) record.mutate({ rank, reasonCode: code, reasonText: words.trim() })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('appraisal.team.viewOf', { name: pick(row.employee.name) })}
      actions={
        <>
          <Button look="primary" type="submit" form="view" pending={record.isPending}>
            {t('ui.save')}
          </Button>
          {row.view && (
            <Button look="danger" pending={takeBack.isPending} onPress={() => takeBack.mutate()}>
              {t('appraisal.team.takeBack')}
            </Button>
          )}
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <Form id="view" onSubmit={save} problem={record.error ?? takeBack.error}>
        <p className="text-sm text-ink-2">{t('appraisal.team.viewIntro')}</p>
        <RadioGroup
          inline
          name="rank"
          label={t('appraisal.why.view')}
          value={rank}
          onChange={(value) => setRank(value as Rank)}
          options={ranks
            .filter((one) => one !== 'excellent')
            .map((one) => ({ value: one, label: t(`appraisalFiles.ranks.${one}`) }))}
          error={tried && !rank ? t('validation.required') : undefined}
        />
        <Select
          name="reasonCode"
          label={t('appraisal.team.reason')}
          value={code}
          onChange={setCode}
          options={reasonsFor('supervisor_view').map((reason) => ({
            value: reason.code,
            label: reasonName(text, reason.code) ?? reason.code,
            hint: reason.code,
          }))}
          error={tried && !code ? t('validation.required') : undefined}
        />
        <TextArea
          name="reasonText"
          label={t('appraisal.team.words')}
          hint={t('appraisal.team.wordsHint')}
          rows={4}
          maxLength={4000}
          value={words}
          onChange={setWords}
          error={tried && words.trim().length < 3 ? t('validation.required') : undefined}
        />
      </Form>
    </Dialog>
  )
}
