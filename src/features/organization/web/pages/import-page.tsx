import { FileCheck2, FileDown, Info } from 'lucide-react'
import { useState } from 'react'
import { type ApiProblem, toProblem } from '../../../../ui/api-problem.ts'
import { Banner } from '../../../../ui/banner.tsx'
import { Button } from '../../../../ui/button.tsx'
import { download, upload } from '../../../../ui/client.ts'
import { DateField } from '../../../../ui/date-field.tsx'
import { FileDrop } from '../../../../ui/file-drop.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useSearch } from '../../../../ui/navigation.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiMutation } from '../../../../ui/query.ts'
import { Section } from '../../../../ui/section.tsx'
import { Segmented } from '../../../../ui/segmented.tsx'
import { notifyProblem } from '../../../../ui/toast.tsx'
import { importKinds, importLimits } from '../../domain/import-columns.ts'
import type { Contract, Preview } from '../api.ts'
import { ImportPreview } from '../components/import-preview.tsx'
import { ProblemBanner } from '../components/problem-banner.tsx'
import { useAct } from '../components/use-act.ts'

type Sent = { readonly file: File; readonly on: string | null }

export function ImportPage() {
  const { t } = useText()
  const { get, set } = useSearch()
  const kind = importKinds.find((one) => one === get('kind')) ?? 'divisions'
  const [file, setFile] = useState<File | null>(null)
  const [on, setOn] = useState<string | null>(null)
  const [preview, setPreview] = useState<Preview | null>(null)
  const look = useApiMutation<Preview, Sent>({
    send: ({ file, on }) =>
      upload<Contract, 'POST /api/organization/imports/:kind/preview'>(
        'POST /api/organization/imports/:kind/preview',
        file,
        { params: { kind }, query: on ? { on } : {} },
      ),
    onDone: (seen) => {
      setPreview(seen)
      setOn(seen.on)
    },
  })
  const confirm = useAct<unknown, { file: File; preview: Preview }>({
    send: ({ file, preview: { on, digest } }) =>
      upload<Contract, 'POST /api/organization/imports/:kind'>('POST /api/organization/imports/:kind', file, {
        params: { kind },
        query: { on, digest },
      }),
    done: t('organization.imports.done'),
    onDone: () => start(null),
  })
  const start = (next: File | null, day: string | null = on) => {
    setFile(next)
    setPreview(null)
    look.reset()
    confirm.reset()
    if (next) look.mutate({ file: next, on: day })
  }
  const template = (format: 'xlsx' | 'csv') =>
    download('GET /api/organization/imports/:kind/template', { params: { kind }, query: { format } }).catch(
      (thrown: unknown) => notifyProblem(toProblem(thrown)),
    )
  const blocked = preview && !preview.ready
  const problem: ApiProblem | null = look.error ?? confirm.error
  return (
    <Page
      header={
        <PageHeader
          title={t('organization.imports.title')}
          state={t('organization.imports.intro')}
          mainAction={
            preview &&
            file && (
              <Button
                look="primary"
                icon={FileCheck2}
                pending={confirm.isPending}
                reason={
                  blocked
                    ? preview.problems > 0
                      ? t('organization.imports.fixFirst')
                      : t('organization.imports.nothingToDo')
                    : undefined
                }
                onPress={() => confirm.mutate({ file, preview })}
              >
                {t('organization.imports.confirm')}
              </Button>
            )
          }
        />
      }
      side={
        <Section title={t('organization.imports.template')} note={t('organization.imports.order')}>
          <div className="flex flex-wrap gap-2">
            <Button icon={FileDown} onPress={() => template('xlsx')}>
              {t('organization.imports.template')}
            </Button>
            <Button look="ghost" onPress={() => template('csv')}>
              {t('organization.imports.templateCsv')}
            </Button>
          </div>
        </Section>
      }
      sideLabel={t('organization.imports.template')}
    >
      <div className="flex max-w-5xl flex-col gap-5">
        <Segmented
          className="phone:w-full"
          label={t('organization.imports.kind')}
          value={kind}
          onChange={(value) => {
            start(null)
            set({ kind: value })
          }}
          options={importKinds.map((one) => ({ value: one, label: t(`organization.imports.kinds.${one}`) }))}
        />
        <DateField
          label={t('organization.imports.on')}
          hint={t('organization.imports.onHint')}
          value={on}
          onChange={(day) => {
            setOn(day)
            if (day) start(file, day)
          }}
          className="max-w-sm"
        />
        <FileDrop
          label={t('organization.imports.file')}
          hint={t('organization.imports.fileHint')}
          accept=".xlsx,.csv"
          maxBytes={importLimits.bytes}
          file={file}
          pending={look.isPending}
          onChange={(next) => start(next)}
        />
        {problem && <ProblemBanner problem={problem} />}
        {preview && <ImportPreview preview={preview} />}
        {preview && preview.problems === 0 && preview.ready && (
          <Banner tone="neutral" icon={Info}>
            {t('organization.imports.allOrNothing')}
          </Banner>
        )}
      </div>
    </Page>
  )
}
