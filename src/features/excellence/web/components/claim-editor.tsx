import { useQueryClient } from '@tanstack/react-query'
import { CircleCheck, CircleDashed } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useLeaveGuard } from '../../../../ui/navigation.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { Select } from '../../../../ui/select.tsx'
import { Status } from '../../../../ui/status.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { notifyDone, notifyProblem } from '../../../../ui/toast.tsx'
import { api, type Claim, type Dossier, keys } from '../api.ts'
import { EvidenceList } from './evidence-list.tsx'

type ClaimProps = { readonly dossier: Dossier; readonly claim: Claim }

/** One condition of the dossier while its supervisor writes: words, evidence, references. */
export function ClaimEditor({ dossier, claim }: ClaimProps) {
  const { t } = useText()
  const { condition, complete } = claim
  return (
    <Card
      className="bg-surface"
      title={t(`excellence.conditions.${condition}`)}
      aside={
        claim.applies && (
          <Status icon={complete ? CircleCheck : CircleDashed} tone={complete ? 'green' : 'neutral'}>
            {t(complete ? 'excellence.dossier.complete' : 'excellence.dossier.incomplete')}
          </Status>
        )
      }
    >
      {claim.applies ? (
        <div className="flex flex-col gap-4">
          <Words dossier={dossier} claim={claim} />
          <EvidenceList dossier={dossier} claim={claim} editable />
          <KeyResultLink dossier={dossier} claim={claim} />
        </div>
      ) : (
        <p className="text-sm text-ink-2">{t('excellence.dossier.notApplicable')}</p>
      )}
    </Card>
  )
}

function Words({ dossier, claim }: ClaimProps) {
  const { t } = useText()
  const queries = useQueryClient()
  const { id, version, projects } = dossier
  const { condition } = claim
  const [words, setWords] = useState(claim.words)
  const [projectId, setProjectId] = useState(claim.project?.id ?? null)
  const dirty = words !== claim.words || projectId !== (claim.project?.id ?? null)
  useLeaveGuard(dirty)
  const save = useApiMutation({
    send: () =>
      api('PUT /api/excellence/:id/claims/:condition', {
        params: { id, condition },
        version,
        body: { words, projectId },
      }),
    onDone: (found) => {
      queries.setQueryData(keys.one(id), found)
      setWords(found.claims.find((one) => one.condition === condition)?.words ?? words)
      notifyDone(t('excellence.dossier.saved'))
    },
  })
  return (
    <Form problem={save.error} label={t(`excellence.conditions.${condition}`)} onSubmit={() => save.mutate(undefined)}>
      {condition === 'designated' && (
        <Select
          label={t('excellence.dossier.project')}
          placeholder={t('excellence.dossier.chooseProject')}
          name="projectId"
          value={projectId}
          onChange={setProjectId}
          options={projects.map((one) => ({ value: one.id, label: one.title }))}
        />
      )}
      <TextArea
        label={t('excellence.dossier.words')}
        hint={t('excellence.dossier.wordsHint')}
        name="words"
        rows={3}
        maxLength={4000}
        value={words}
        onChange={setWords}
      />
      <div>
        <Button type="submit" size="sm" disabled={!dirty} pending={save.isPending}>
          {t('excellence.dossier.save')}
        </Button>
      </div>
    </Form>
  )
}

function KeyResultLink({ dossier, claim }: ClaimProps) {
  const { t } = useText()
  const queries = useQueryClient()
  const { id, keyResults } = dossier
  const linked = new Set(claim.evidence.flatMap(({ keyResult }) => (keyResult ? [keyResult.id] : [])))
  const add = useApiMutation({
    send: (keyResultId: string) =>
      api('POST /api/excellence/:id/links', { params: { id }, body: { condition: claim.condition, keyResultId } }),
    onDone: (found) => {
      queries.setQueryData(keys.one(id), found)
      notifyDone(t('excellence.dossier.linked'))
    },
    onProblem: notifyProblem,
  })
  const free = keyResults.filter((one) => !linked.has(one.id))
  if (free.length === 0) return null
  return (
    <Combobox
      label={t('excellence.dossier.link')}
      hint={t('excellence.dossier.linkHint')}
      required={false}
      value={null}
      onChange={(chosen) => chosen && add.mutate(chosen)}
      options={free.map((one) => ({
        value: one.id,
        label: one.statement,
        hint: one.objective,
      }))}
    />
  )
}
