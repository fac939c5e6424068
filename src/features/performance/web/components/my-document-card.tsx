import { ArrowRight, CircleAlert, CircleCheck } from 'lucide-react'
import { sentenceFor } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { type Text, useText } from '../../../../ui/i18n.ts'
import { Section } from '../../../../ui/section.tsx'
import { Status } from '../../../../ui/status.tsx'
import { WeightBar } from '../../../../ui/weight-bar.tsx'
import type { HomeCard } from '../../schema.ts'
import { agoText } from './age.ts'
import { contentCounts } from './content-counts.ts'
import { cycleName } from './cycle-name.ts'
import { DocumentStatus } from './document-status.tsx'

type Document = NonNullable<HomeCard['document']>
const written: readonly string[] = ['draft', 'returned', 'amending']

/** On the home page: my document of the running cycle, what it lacks, and the way to it. */
export function MyDocumentCard({ data }: { readonly data: unknown }) {
  const text = useText()
  const { t } = text
  const { document } = data as HomeCard
  if (!document) return null
  const writing = written.includes(document.status)
  return (
    <Section ruled title={t('performance.home.title')} aside={<DocumentStatus of={document.status} look="pill" />}>
      <div className="flex flex-col gap-3">
        <p className="text-sm text-ink-2">{sentence(document, text)}</p>
        <WeightBar
          compact
          showLabel
          label={t('performance.home.weights')}
          segments={[{ id: document.id, basisPoints: Math.round(Number(document.weightTotal) * 100) }]}
        />
        <ul className="flex flex-col gap-1.5">
          <li>
            <Check good={document.keyResults > 0}>{contentCounts(text, document)}</Check>
          </li>
          {writing && (
            <li>
              <Check good={document.problems.length === 0}>{lacking(document, text)}</Check>
            </li>
          )}
        </ul>
        <Button full iconAfter={ArrowRight} to="/my/document">
          {t(
            document.status === 'returned'
              ? 'performance.home.revise'
              : writing
                ? 'performance.home.complete'
                : 'performance.home.open',
          )}
        </Button>
      </div>
    </Section>
  )
}

function Check({ good, children }: { readonly good: boolean; readonly children: string }) {
  return (
    <span className="flex items-start gap-2 text-sm text-ink-2">
      <Status icon={good ? CircleCheck : CircleAlert} tone={good ? 'green' : 'red'} className="[&>svg]:mt-1">
        <span className="font-regular text-ink-2">{children}</span>
      </Status>
    </span>
  )
}

/** One thing is said in full; several are counted, and the page itself shows where they are. */
function lacking({ problems }: Document, { t }: Text): string {
  const rest = problems.filter((problem) => problem.path !== 'weights')
  const [only] = rest
  if (rest.length === 1 && only) return sentenceFor(only.code, only.params)
  return t('performance.home.toMend', { count: problems.length })
}

function sentence(document: Document, text: Text): string {
  const { t } = text
  const cycle = cycleName(text, document.cycle)
  const ago = agoText(text, document.statusSince)
  switch (document.status) {
    case 'draft':
    case 'agreed':
    case 'amending':
      return t(`performance.home.${document.status}`, { cycle })
    case 'submitted':
    case 'returned':
      return t(`performance.home.${document.status}`, { cycle, ago })
    default:
      return t('performance.home.later', { cycle, status: t(`performance.statuses.${document.status}`) })
  }
}
