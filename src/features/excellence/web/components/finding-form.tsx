import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { RadioGroup } from '../../../../ui/radio-group.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import { api, type Claim, type Dossier, keys } from '../api.ts'

/** What the committee found of one condition, beside the claim. */
export function FindingForm({ dossier, claim }: { readonly dossier: Dossier; readonly claim: Claim }) {
  const { t } = useText()
  const queries = useQueryClient()
  const { id, version } = dossier
  const { condition, finding } = claim
  const [met, setMet] = useState<'yes' | 'no' | null>(finding ? (finding.met ? 'yes' : 'no') : null)
  const [note, setNote] = useState(finding?.note ?? '')
  const save = useApiMutation({
    send: () =>
      api('PUT /api/excellence/:id/findings/:condition', {
        params: { id, condition },
        version,
        body: { met: met === 'yes', note },
      }),
    onDone: (found) => {
      queries.setQueryData(keys.one(id), found)
      notifyDone(t('excellence.examine.saved'))
    },
  })
  return (
    <Form
      label={`${t('excellence.examine.question')} ${t(`excellence.conditions.${condition}`)}`}
      problem={save.error}
      onSubmit={() => save.mutate(undefined)}
    >
      <RadioGroup
        label={t('excellence.examine.question')}
        inline
        value={met}
        onChange={setMet}
        options={[
          { value: 'yes', label: t('excellence.examine.met') },
          { value: 'no', label: t('excellence.examine.notMet') },
        ]}
      />
      <TextArea
        label={t('excellence.examine.note')}
        name="note"
        rows={3}
        maxLength={4000}
        value={note}
        onChange={setNote}
      />
      <div>
        <Button
          type="submit"
          size="sm"
          disabled={met === null || note.trim().length < 3}
          pending={save.isPending}
          label={`${t('excellence.examine.save')}: ${t(`excellence.conditions.${condition}`)}`}
        >
          {t('excellence.examine.save')}
        </Button>
      </div>
    </Form>
  )
}
