import { useState } from 'react'
import { useText } from '../../../../ui/i18n.ts'
import { Select } from '../../../../ui/select.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { type JobFamily, jobFamilies } from '../../domain/vocabulary.ts'
import { api, type PostRecord } from '../api.ts'
import { BilingualFields } from './bilingual-fields.tsx'
import { FormDialog } from './form-dialog.tsx'
import { useAct } from './use-act.ts'

const nothing = { ar: '', en: '' }

/** A new post, or a post with its job description to be changed. */
export function PostDialog({ post, onClose }: { readonly post?: PostRecord; readonly onClose: () => void }) {
  const { t } = useText()
  const [code, setCode] = useState(post?.code ?? '')
  const [title, setTitle] = useState(post?.title ?? nothing)
  const [family, setFamily] = useState<JobFamily>(post?.family ?? 'specialist')
  const [purpose, setPurpose] = useState(post?.purpose ?? nothing)
  const [duties, setDuties] = useState({
    ar: post?.duties.ar.join('\n') ?? '',
    en: post?.duties.en.join('\n') ?? '',
  })
  const save = useAct({
    send: () => {
      const body = { title, family, purpose, duties: { ar: linesOf(duties.ar), en: linesOf(duties.en) } }
      return post
        ? api('PATCH /api/organization/posts/:id', { params: { id: post.id }, body, version: post.version })
        : api('POST /api/organization/posts', { body: { code, ...body } })
    },
    done: post ? t('organization.posts.saved') : t('organization.posts.added'),
    onDone: onClose,
  })
  return (
    <FormDialog
      title={post ? t('organization.posts.edit') : t('organization.posts.add')}
      confirm={post ? t('ui.save') : t('ui.add')}
      size="lg"
      onClose={onClose}
      onSubmit={() => save.mutate()}
      problem={save.error}
      pending={save.isPending}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t('organization.code')}
          name="code"
          value={code}
          onChange={setCode}
          direction="code"
          disabled={post !== undefined}
        />
        <Select
          label={t('organization.posts.family')}
          name="family"
          value={family}
          onChange={setFamily}
          options={jobFamilies.map((one) => ({ value: one, label: t(`organization.families.${one}`) }))}
        />
      </div>
      <BilingualFields
        name="title"
        labels={{ ar: t('organization.posts.titleAr'), en: t('organization.posts.titleEn') }}
        value={title}
        onChange={setTitle}
      />
      <BilingualFields
        name="purpose"
        labels={{ ar: t('organization.posts.purposeAr'), en: t('organization.posts.purposeEn') }}
        value={purpose}
        onChange={setPurpose}
        rows={3}
        required={false}
      />
      <BilingualFields
        name="duties"
        labels={{ ar: t('organization.posts.dutiesAr'), en: t('organization.posts.dutiesEn') }}
        value={duties}
        onChange={setDuties}
        rows={6}
        hint={t('organization.posts.dutiesHint')}
        required={false}
      />
    </FormDialog>
  )
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
