import { X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { useApiMutation } from '../../../../ui/query.ts'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { notifyDone, notifyProblem } from '../../../../ui/toast.tsx'
import { api, type Cases, keys } from '../api.ts'

type ProjectsCardProps = { readonly year: number; readonly cases: Cases }

/** Condition six: what the head designated for the year; the head adds and takes back here. */
export function ProjectsCard({ year, cases }: ProjectsCardProps) {
  const { t } = useText()
  const { projects, designate, yearStatus } = cases
  const open = yearStatus === 'frozen' || yearStatus === 'signed' || yearStatus === 'open'
  const end = useApiMutation({
    send: (id: string) => api('POST /api/excellence/projects/:id/end', { params: { id } }),
    refresh: [keys.all],
    onDone: () => notifyDone(t('excellence.projects.ended')),
    onProblem: notifyProblem,
  })
  return (
    <Card className="bg-surface" title={t('excellence.projects.title')} note={t('excellence.projects.note')}>
      <div className="flex flex-col gap-4">
        {projects.length === 0 ? (
          <p className="text-sm text-ink-3">{t('excellence.projects.empty')}</p>
        ) : (
          <ul className="flex flex-col divide-y divide-line">
            {projects.map(({ id, title, note }) => (
              <li key={id} className="flex items-start gap-2 py-2">
                <span className="min-w-0 flex-1">
                  <bdi className="font-medium">{title}</bdi>
                  {note && (
                    <span className="block text-sm text-ink-2">
                      <bdi>{note}</bdi>
                    </span>
                  )}
                </span>
                {designate && open && (
                  <IconButton
                    icon={X}
                    size="sm"
                    label={t('excellence.projects.end', { title })}
                    disabled={end.isPending}
                    onPress={() => end.mutate(id)}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
        {designate && open && <AddProject year={year} />}
      </div>
    </Card>
  )
}

function AddProject({ year }: { readonly year: number }) {
  const { t } = useText()
  const [title, setTitle] = useState('')
  const [note, setNote] = useState('')
  const add = useApiMutation({
    send: () => api('POST /api/excellence/projects', { body: { year, title, note } }),
    refresh: [keys.all],
    onDone: () => {
      setTitle('')
      setNote('')
      notifyDone(t('excellence.projects.added'))
    },
  })
  return (
    <Form
      label={t('excellence.projects.add')}
      problem={add.error}
      onSubmit={() => add.mutate(undefined)}
      className="max-w-xl"
    >
      <TextField label={t('excellence.projects.name')} name="title" value={title} onChange={setTitle} maxLength={300} />
      <TextArea
        label={t('excellence.projects.details')}
        name="note"
        required={false}
        rows={2}
        value={note}
        onChange={setNote}
        maxLength={2000}
      />
      <div>
        <Button type="submit" disabled={title.trim().length < 3} pending={add.isPending}>
          {t('excellence.projects.add')}
        </Button>
      </div>
    </Form>
  )
}
