import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { upload } from '../../../../ui/client.ts'
import { FileDrop } from '../../../../ui/file-drop.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useLeaveGuard } from '../../../../ui/navigation.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { Section } from '../../../../ui/section.tsx'
import { notifyProblem } from '../../../../ui/toast.tsx'
import { api, type Contract, type Profile } from '../api.ts'
import { BilingualFields } from '../components/bilingual-fields.tsx'
import { useAct } from '../components/use-act.ts'

const key = ['organization', 'profile']

export function EntityPage() {
  const query = useApiQuery({ key, load: (signal) => api('GET /api/organization/profile', { signal }) })
  return <Loaded query={query}>{(profile) => <EntityForm profile={profile} />}</Loaded>
}

function EntityForm({ profile }: { readonly profile: Profile }) {
  const { t } = useText()
  const { name, vision, mission, version, can } = profile
  const [draft, setDraft] = useState({ name, vision, mission })
  const dirty = JSON.stringify(draft) !== JSON.stringify({ name, vision, mission })
  useLeaveGuard(dirty)
  const save = useAct({
    send: () => api('PATCH /api/organization/profile', { body: draft, version }),
    done: t('organization.entity.saved'),
    onDone: (saved) => setDraft({ name: saved.name, vision: saved.vision, mission: saved.mission }),
  })
  const labels = (ar: string, en: string) => ({ ar, en })
  return (
    <Page
      header={
        <PageHeader
          title={t('organization.entity.title')}
          state={t('organization.entity.intro')}
          mainAction={
            <Button
              look="primary"
              type="submit"
              form="entity"
              pending={save.isPending}
              disabled={!dirty || !can.change?.allowed}
            >
              {t('ui.save')}
            </Button>
          }
        />
      }
      side={<LogoPanel profile={profile} />}
      sideLabel={t('organization.entity.logo')}
    >
      <Form
        id="entity"
        onSubmit={() => save.mutate()}
        problem={save.error}
        label={t('organization.entity.title')}
        className="max-w-3xl"
      >
        <BilingualFields
          name="name"
          labels={labels(t('organization.nameAr'), t('organization.nameEn'))}
          value={draft.name}
          onChange={(value) => setDraft({ ...draft, name: value })}
        />
        <BilingualFields
          name="vision"
          labels={labels(t('organization.entity.visionAr'), t('organization.entity.visionEn'))}
          value={draft.vision}
          onChange={(value) => setDraft({ ...draft, vision: value })}
          rows={4}
        />
        <BilingualFields
          name="mission"
          labels={labels(t('organization.entity.missionAr'), t('organization.entity.missionEn'))}
          value={draft.mission}
          onChange={(value) => setDraft({ ...draft, mission: value })}
          rows={6}
        />
      </Form>
    </Page>
  )
}

function LogoPanel({ profile: { logoUrl, version, can } }: { readonly profile: Profile }) {
  const { t } = useText()
  const set = useAct<unknown, File>({
    send: (file) => upload<Contract, 'PUT /api/organization/logo'>('PUT /api/organization/logo', file, { version }),
    done: t('organization.entity.logoSaved'),
  })
  const remove = useAct({
    send: () => api('DELETE /api/organization/logo', { version }),
    done: t('organization.entity.logoRemoved'),
  })
  return (
    <Section title={t('organization.entity.logo')}>
      <div className="flex flex-col gap-4">
        {logoUrl && (
          <img
            src={logoUrl}
            alt={t('organization.entity.logo')}
            className="max-h-32 max-w-full self-start rounded-md border border-line bg-surface p-2"
          />
        )}
        {can.change?.allowed && (
          <FileDrop
            label={t('organization.entity.chooseLogo')}
            hint={t('organization.entity.logoHint')}
            accept=".png,.jpg,.jpeg"
            maxBytes={524_288}
            file={null}
            pending={set.isPending}
            onChange={(file) => file && set.mutate(file, { onError: notifyProblem })}
          />
        )}
        {logoUrl && can.change?.allowed && (
          <Button
            look="ghost"
            pending={remove.isPending}
            onPress={() => remove.mutate(undefined, { onError: notifyProblem })}
          >
            {t('organization.entity.removeLogo')}
          </Button>
        )}
      </div>
    </Section>
  )
}
