import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useLeaveGuard } from '../../../../ui/navigation.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import { catalogue } from '../../domain/catalogue.ts'
import { api, keys, type PolicyItem } from '../api.ts'
import { draftOf, valueOfDraft } from './policy-draft.ts'
import { PolicyField } from './policy-field.tsx'
import { usePolicyWords } from './policy-words.ts'

type EditPolicyProps = { readonly policy: PolicyItem; readonly year: number; readonly onClose: () => void }

/** Sets a value for a year: the value by its shape, the reason, and the decision it rests on. */
export function EditPolicy({ policy, year, onClose }: EditPolicyProps) {
  const { t } = useText()
  const words = usePolicyWords()
  const { shape, decidesGrades = false, everyYear = false, needsSource = false } = catalogue[policy.key]
  const [draft, setDraft] = useState(() => draftOf(shape, policy.proposal ? policy.proposal.value : policy.value))
  const [reason, setReason] = useState('')
  const [source, setSource] = useState('')
  const title = words.title(policy.key)
  const formId = `policy-${policy.key}`

  useLeaveGuard(reason !== '')
  const save = useApiMutation({
    send: () =>
      api('PUT /api/policies/:key', {
        params: { key: policy.key },
        body: { year, value: valueOfDraft(shape, draft), reason, source },
        version: policy.version,
      }),
    refresh: [keys.all],
    onDone: () => {
      notifyDone(t(decidesGrades ? 'policies.proposals.sent' : 'policies.saved'))
      onClose()
    },
  })

  return (
    <Dialog
      open
      onClose={onClose}
      title={t(decidesGrades ? 'policies.proposeTitle' : 'policies.editTitle', { title })}
      actions={
        <>
          <Button look="primary" type="submit" form={formId} pending={save.isPending}>
            {t(decidesGrades ? 'policies.proposals.send' : 'policies.save')}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
          {policy.default !== null && (
            <Button look="link" className="sm:ms-auto" onPress={() => setDraft(draftOf(shape, policy.default))}>
              {t('policies.restoreDefault')}
            </Button>
          )}
        </>
      }
    >
      <Form id={formId} onSubmit={() => save.mutate()} problem={save.error} label={title}>
        <p className="text-sm text-ink-2">
          {t(everyYear ? 'policies.everyYearHint' : 'policies.editHint', { year })}{' '}
          {decidesGrades && t('policies.proposals.hint')} {policy.proposal && t('policies.proposals.replaces')}
        </p>
        <PolicyField
          policyKey={policy.key}
          shape={shape}
          label={t('policies.value')}
          name="value"
          draft={draft}
          onChange={setDraft}
        />
        <TextArea
          label={t('policies.reason')}
          name="reason"
          hint={t('policies.reasonHint')}
          value={reason}
          onChange={setReason}
          maxLength={2000}
          rows={2}
          required
        />
        <TextField
          label={t('policies.source')}
          name="source"
          hint={t(needsSource ? 'policies.sourceNeededHint' : 'policies.sourceHint')}
          value={source}
          onChange={setSource}
          maxLength={500}
          required={needsSource}
        />
      </Form>
    </Dialog>
  )
}
