import { CircleAlert, Info, Pencil, Plus } from 'lucide-react'
import { Banner } from '../../../../ui/banner.tsx'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Num } from '../../../../ui/num.tsx'
import { Section } from '../../../../ui/section.tsx'
import { Status } from '../../../../ui/status.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import type { Preview } from '../api.ts'

type Finding = Preview['findings'][number]
type Effect = Preview['effects'][number]

/** What a file would do: counts, then each problem with its row and remedy, then the first rows to be written. */
export function ImportPreview({ preview }: { readonly preview: Preview }) {
  const { t, language } = useText()
  const { rows, added, changed, unchanged, problems, ignoredColumns, effects, findings } = preview
  const total = problems + preview.notices
  return (
    <>
      <Section title={t('organization.imports.result')} note={t('organization.imports.rows', { count: rows })}>
        <Banner tone={problems > 0 ? 'red' : preview.ready ? 'green' : 'neutral'} live className="mb-4">
          {problems > 0
            ? t('organization.imports.problemCount', { count: problems })
            : preview.ready
              ? t('organization.imports.ready')
              : t('organization.imports.nothing')}
        </Banner>
        <DescriptionList
          look="columns"
          facts={[
            { term: t('organization.imports.added'), value: <Count value={added} /> },
            { term: t('organization.imports.changed'), value: <Count value={changed} /> },
            { term: t('organization.imports.unchanged'), value: <Count value={unchanged} /> },
          ]}
        />
        {ignoredColumns.length > 0 && (
          <p className="mt-3 text-sm text-ink-3">
            {t('organization.imports.ignored', { columns: ignoredColumns.join(language === 'ar' ? '، ' : ', ') })}
          </p>
        )}
      </Section>
      {findings.length > 0 && (
        <Section
          title={problems > 0 ? t('organization.imports.problems') : t('organization.imports.notices')}
          note={findings.length < total && t('organization.imports.firstOf', { shown: findings.length, total })}
        >
          <Findings findings={findings} />
        </Section>
      )}
      {effects.length > 0 && (
        <Section
          title={t('organization.imports.effects')}
          note={
            effects.length < added + changed &&
            t('organization.imports.firstOf', { shown: effects.length, total: added + changed })
          }
        >
          <Effects effects={effects} />
        </Section>
      )}
    </>
  )
}

function Count({ value }: { readonly value: number }) {
  return <Num className="text-xl font-semibold">{value}</Num>
}

function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const { t, textFor } = useText()
  const columns: Column<Finding>[] = [
    {
      id: 'row',
      header: t('organization.imports.row'),
      align: 'center',
      width: '4.5rem',
      cell: ({ line }) => <Num>{line}</Num>,
    },
    {
      id: 'column',
      header: t('organization.imports.column'),
      width: '10rem',
      cell: ({ column }) => column && textFor(`organization.columns.${column}`),
    },
    {
      id: 'problem',
      header: t('organization.imports.problem'),
      rowHeader: true,
      cell: ({ severity, code, params }) => (
        <Status icon={severity === 'problem' ? CircleAlert : Info} tone={severity === 'problem' ? 'red' : 'neutral'}>
          {textFor(`organization.findings.${code}`, params)}
        </Status>
      ),
    },
    {
      id: 'remedy',
      header: t('organization.imports.remedy'),
      cell: ({ code }) => textFor(`organization.remedies.${code}`),
    },
  ]
  return (
    <Table
      label={t('organization.imports.problems')}
      columns={columns}
      rows={findings}
      rowKey={({ line, column, code }) => `${line} ${column} ${code}`}
      density="compact"
    />
  )
}

function Effects({ effects }: { readonly effects: readonly Effect[] }) {
  const { t } = useText()
  const columns: Column<Effect>[] = [
    {
      id: 'row',
      header: t('organization.imports.row'),
      align: 'center',
      width: '4.5rem',
      cell: ({ line }) => <Num>{line}</Num>,
    },
    {
      id: 'what',
      header: t('organization.imports.what'),
      width: '8rem',
      cell: ({ change }) => (
        <Status icon={change === 'add' ? Plus : Pencil} tone={change === 'add' ? 'green' : 'blue'}>
          {change === 'add' ? t('organization.imports.add') : t('organization.imports.change')}
        </Status>
      ),
    },
    { id: 'key', header: t('organization.imports.key'), width: '10rem', cell: ({ key }) => <Num code>{key}</Num> },
    { id: 'label', header: t('organization.imports.label'), rowHeader: true, cell: ({ label }) => <bdi>{label}</bdi> },
  ]
  return (
    <Table
      label={t('organization.imports.effects')}
      columns={columns}
      rows={effects}
      rowKey={({ line }) => String(line)}
      density="compact"
    />
  )
}
