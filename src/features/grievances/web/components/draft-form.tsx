import { useEffect, useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { Checkbox } from '../../../../ui/checkbox.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useLeaveGuard } from '../../../../ui/navigation.ts'
import { Section } from '../../../../ui/section.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { type Ground, grounds } from '../../domain/grievance.ts'
import type { Grievance } from '../api.ts'
import { GroundFiles } from './ground-files.tsx'

export type Written = { readonly request: string; readonly statements: Readonly<Partial<Record<Ground, string>>> }

export function writtenIn({ request, grounds: found }: Grievance): Written {
  return { request, statements: Object.fromEntries(found.map(({ ground, statement }) => [ground, statement])) }
}

export function bodyOf({ request, statements }: Written) {
  return {
    request,
    grounds: grounds.flatMap((ground) =>
      ground in statements ? [{ ground, statement: statements[ground] ?? '' }] : [],
    ),
  }
}

type DraftFormProps = {
  readonly grievance: Grievance
  readonly written: Written
  readonly onChange: (written: Written) => void
  readonly onSave: (written: Written) => void
  readonly dirty: boolean
  readonly pending: boolean
}

/** The draft: what is asked for, and each ground with its statement and evidence. It saves itself when typing pauses. */
export function DraftForm({ grievance, written, onChange, onSave, dirty, pending }: DraftFormProps) {
  const { t } = useText()
  const [latest] = useState({ save: onSave })
  latest.save = onSave
  useLeaveGuard(dirty)
  useEffect(() => {
    if (!dirty || pending) return
    const timer = setTimeout(() => latest.save(written), 1200)
    return () => clearTimeout(timer)
  }, [dirty, pending, written, latest])
  const choose = (ground: Ground, on: boolean) => {
    const { [ground]: _, ...others } = written.statements
    onChange({ ...written, statements: on ? { ...others, [ground]: '' } : others })
  }
  return (
    <div className="flex flex-col gap-6">
      <TextArea
        label={t('grievances.record.request')}
        hint={t('grievances.record.requestHint')}
        required={false}
        rows={3}
        maxLength={4000}
        value={written.request}
        onChange={(request) => onChange({ ...written, request })}
      />
      <Section title={t('grievances.record.grounds')} note={t('grievances.record.groundsNote')}>
        <div className="flex flex-col gap-3">
          {grounds.map((ground) => {
            const chosen = ground in written.statements
            const saved = grievance.grounds.find((one) => one.ground === ground)
            return (
              <Card key={ground} tone={chosen ? 'plain' : 'quiet'}>
                <Checkbox
                  label={t(`grievances.grounds.${ground}`)}
                  hint={t(`grievances.groundHints.${ground}`)}
                  checked={chosen}
                  onChange={(on) => choose(ground, on)}
                />
                {chosen && (
                  <div className="mt-3 flex flex-col gap-3">
                    <TextArea
                      label={t('grievances.record.statement')}
                      hint={t('grievances.record.statementHint')}
                      rows={4}
                      maxLength={6000}
                      value={written.statements[ground] ?? ''}
                      onChange={(text) =>
                        onChange({ ...written, statements: { ...written.statements, [ground]: text } })
                      }
                    />
                    {saved && <GroundFiles grievance={grievance} ground={saved} editable />}
                  </div>
                )}
              </Card>
            )
          })}
        </div>
      </Section>
      <div className="flex flex-wrap items-center gap-3">
        <Button onPress={() => onSave(written)} pending={pending} disabled={!dirty}>
          {t('grievances.record.save')}
        </Button>
        <span aria-live="polite" className="text-xs text-ink-3">
          {dirty ? t('grievances.record.unsaved') : t('grievances.record.saved')}
        </span>
      </div>
    </div>
  )
}
