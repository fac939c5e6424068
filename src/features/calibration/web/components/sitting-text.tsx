import { Save } from 'lucide-react'
import { useState } from 'react'
import { Banner } from '../../../../ui/banner.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useLeaveGuard } from '../../../../ui/navigation.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { Section } from '../../../../ui/section.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import type { SittingView } from '../../schema.ts'
import { api, shownElsewhere } from '../api.ts'
import { allows } from './may.ts'

type SittingTextProps = { readonly sitting: SittingView; readonly part: 'agenda' | 'minutes' }

const longest = { agenda: 4_000, minutes: 20_000 } as const

type Draft = { readonly words: string; readonly from: string }

/** Agenda or minutes: written until the sitting is closed, and never lost to somebody else's change. */
export function SittingText({ sitting, part }: SittingTextProps) {
  const { t } = useText()
  const [draft, setDraft] = useState<Draft | null>(null)
  const saved = sitting[part]
  const words = draft?.words ?? saved
  const changed = draft !== null && draft.words !== saved
  const overtaken = changed && draft.from !== saved
  useLeaveGuard(changed)
  const save = useApiMutation({
    send: (next: string) =>
      api('PATCH /api/calibration/sittings/:id', {
        params: { id: sitting.id },
        body: part === 'agenda' ? { agenda: next } : { minutes: next },
        version: sitting.version,
      }),
    refresh: shownElsewhere,
    onDone: () => {
      setDraft(null)
      notifyDone(t('calibration.sitting.saved'))
    },
  })
  const title = t(`calibration.sitting.${part}`)
  if (!allows(sitting.can, 'edit')) {
    return (
      <Section ruled id={part} title={title}>
        {saved ? (
          <p className="text-sm whitespace-pre-wrap">{saved}</p>
        ) : (
          <p className="text-sm text-ink-3">{t(`calibration.sitting.${part}Empty`)}</p>
        )}
      </Section>
    )
  }
  return (
    <Section ruled id={part} title={title}>
      <Form id={`sitting-${part}`} problem={save.error} onSubmit={() => changed && save.mutate(words.trim())}>
        {overtaken && (
          <Banner tone="amber">
            {t('calibration.sitting.changed')}
            <span className="mt-1 block whitespace-pre-wrap text-ink-2">{saved}</span>
          </Banner>
        )}
        <TextArea
          name={part}
          hideLabel
          label={title}
          {...(part === 'minutes' && { hint: t('calibration.sitting.minutesHint') })}
          rows={part === 'minutes' ? 6 : 3}
          maxLength={longest[part]}
          value={words}
          onChange={(next) => setDraft({ words: next, from: draft?.from ?? saved })}
        />
        {changed && (
          <div className="flex flex-wrap items-center gap-2">
            <Button type="submit" size="sm" icon={Save} pending={save.isPending}>
              {t('ui.save')}
            </Button>
            <Button size="sm" look="ghost" onPress={() => setDraft(null)}>
              {t('ui.cancel')}
            </Button>
            <span className="text-xs text-ink-3">{t('ui.notSaved')}</span>
          </div>
        )}
      </Form>
    </Section>
  )
}
