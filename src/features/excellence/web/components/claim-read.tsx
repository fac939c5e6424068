import { CircleCheck, CircleDashed, CircleX } from 'lucide-react'
import type { ReactNode } from 'react'
import { Card } from '../../../../ui/card.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Status } from '../../../../ui/status.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import type { Claim, Dossier } from '../api.ts'
import { EvidenceList } from './evidence-list.tsx'

type ClaimReadProps = {
  readonly dossier: Dossier
  readonly claim: Claim
  /** Beside the claim: the committee's own view of it. */
  readonly children?: ReactNode
  readonly attach?: boolean
}

/** One condition as it was claimed, its evidence, and what the committee found of it. */
export function ClaimRead({ dossier, claim, children, attach = false }: ClaimReadProps) {
  const { t } = useText()
  const { condition, applies, words, project } = claim
  return (
    <Card
      className="bg-surface"
      title={t(`excellence.conditions.${condition}`)}
      aside={applies && <FindingState claim={claim} />}
    >
      {applies ? (
        <div className="grid gap-6 lg:grid-cols-2 lg:data-single:grid-cols-1" data-single={children ? undefined : ''}>
          <div className="flex min-w-0 flex-col gap-3">
            {project && <Tag>{project.title}</Tag>}
            {words ? (
              <p className="whitespace-pre-line text-ink">
                <bdi>{words}</bdi>
              </p>
            ) : (
              !attach && <p className="text-sm text-ink-3">{t('excellence.dossier.noWords')}</p>
            )}
            <EvidenceList dossier={dossier} claim={claim} editable={attach} />
          </div>
          {children}
        </div>
      ) : (
        <p className="text-sm text-ink-2">{t('excellence.dossier.notApplicable')}</p>
      )}
    </Card>
  )
}

function FindingState({ claim: { finding, words } }: { readonly claim: Claim }) {
  const { t } = useText()
  if (finding === null) {
    return words === '' ? null : (
      <Status icon={CircleDashed} tone="neutral">
        {t('excellence.dossier.waits')}
      </Status>
    )
  }
  return finding.met ? (
    <Status icon={CircleCheck} tone="green">
      {t('excellence.dossier.met')}
    </Status>
  ) : (
    <Status icon={CircleX} tone="red">
      {t('excellence.dossier.notMet')}
    </Status>
  )
}

/** The committee's note on one condition. */
export function FindingText({ claim: { finding } }: { readonly claim: Claim }) {
  const { t, pick } = useText()
  if (finding === null) return null
  return (
    <div className="min-w-0 text-sm">
      <h3 className="text-xs font-medium text-ink-3">{t('excellence.dossier.finding')}</h3>
      <p className="mt-1 whitespace-pre-line text-ink-2">
        <bdi>{finding.note}</bdi>
      </p>
      <p className="mt-1 text-xs text-ink-3">{pick(finding.by.name)}</p>
    </div>
  )
}
