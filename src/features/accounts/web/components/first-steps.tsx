import { Circle, CircleCheck } from 'lucide-react'
import { Button } from '../../../../ui/button.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { useMe } from '../../../../ui/me-context.ts'
import { Num } from '../../../../ui/num.tsx'
import { Progress } from '../../../../ui/progress.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { loadFirstSteps } from '../api.ts'

/** What an administrator has yet to do before the first cycle; nothing for others, and nothing once it is done. */
export function FirstSteps() {
  const { t, textFor } = useText()
  const me = useMe()
  const { data } = useApiQuery({
    key: ['accounts', 'first-steps'],
    load: loadFirstSteps,
    enabled: me.roles.includes('entity_administrator'),
  })
  const steps = data?.steps ?? []
  if (steps.length === 0) return null
  const done = steps.filter((step) => step.done).length
  const next = steps.find((step) => !step.done)
  return (
    <section aria-labelledby="first-steps" className="mb-8 max-w-[44rem]">
      <header className="mb-2.5 flex flex-wrap items-baseline gap-x-3">
        <h2 id="first-steps" className="text-xl font-semibold">
          {t('firstSteps.title')}
        </h2>
        <span className="text-sm text-ink-3">{t('firstSteps.lead')}</span>
        <span className="ms-auto text-sm text-ink-2">{t('firstSteps.progress', { done, total: steps.length })}</span>
      </header>
      <Progress label={t('firstSteps.title')} value={(done / steps.length) * 100} thin />
      <ol className="mt-3 overflow-clip rounded-lg border border-line">
        {steps.map((step, at) => (
          <li key={step.name} className="flex items-center gap-3 border-b border-line px-4 py-3 last:border-b-0">
            <Icon
              icon={step.done ? CircleCheck : Circle}
              size={18}
              className={step.done ? 'text-green-text' : 'text-ink-3'}
              {...(step.done && { label: t('firstSteps.done') })}
            />
            <div className="min-w-0 flex-1">
              <p className="font-medium">
                <Num>{at + 1}</Num>. {textFor(`firstSteps.${step.name}`)}
              </p>
              <p className="text-sm text-ink-3">{textFor(`firstSteps.${step.name}_hint`)}</p>
            </div>
            <Button to={step.link} size="sm" look={step === next ? 'primary' : 'secondary'}>
              {t('firstSteps.open')}
            </Button>
          </li>
        ))}
      </ol>
    </section>
  )
}
