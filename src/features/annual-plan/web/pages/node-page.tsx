import { ArrowRight, Info } from 'lucide-react'
import { Banner } from '../../../../ui/banner.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { Link } from '../../../../ui/link.tsx'
import { Loaded } from '../../../../ui/loaded.tsx'
import { usePathParams } from '../../../../ui/navigation.ts'
import { Num } from '../../../../ui/num.tsx'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { type Column, Table } from '../../../../ui/table.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { api, keys, type Node, type NodePageData } from '../api.ts'
import { NodeCode } from '../components/node-code.tsx'
import { ContributionLine, NodeDates, useQuantity } from '../components/node-facts.tsx'
import { kindIcons } from '../components/node-kind.ts'
import { ContributionPanel, HistoryPanel, ServesPanel } from '../components/node-panels.tsx'
import { PlanStatus } from '../components/plan-status.tsx'

/** One node of the plan: what it is for, what is measured, what serves it. */
export function NodePage() {
  const { id } = usePathParams<'id'>()
  const query = useApiQuery({
    key: keys.node(id),
    load: (signal) => api('GET /api/plan/nodes/:id', { params: { id }, signal }),
  })
  return <Loaded query={query}>{(data) => <Content data={data} />}</Loaded>
}

function Content({ data }: { readonly data: NodePageData }) {
  const { t, pick } = useText()
  const { node, version, current } = data
  const planAddress = `/plan/annual?year=${version.year}`
  return (
    <Page
      ground="bg"
      header={
        <PageHeader
          title={pick(node.title)}
          context={<Num code>{node.code}</Num>}
          pill={<PlanStatus status={version.status} />}
          crumbs={[{ label: t('annualPlan.title'), to: planAddress }]}
          state={
            <>
              <Tag icon={kindIcons[node.kind]}>{t(`annualPlan.kinds.${node.kind}`)}</Tag>
              <span>{node.owner ? pick(node.owner.name) : t('annualPlan.noOwner')}</span>
              <span aria-hidden>·</span>
              <NodeDates node={node} />
            </>
          }
          actions={
            <Button icon={ArrowRight} mirrorIcon to={planAddress}>
              {t('annualPlan.title')}
            </Button>
          }
        >
          {!current && (
            <Banner tone="neutral" icon={Info}>
              {t('annualPlan.node.formerly')}
            </Banner>
          )}
        </PageHeader>
      }
      sideLabel={t('annualPlan.node.about')}
      side={
        <>
          <ServesPanel serves={node.serves} />
          {node.contribution && <ContributionPanel contribution={node.contribution} />}
          <HistoryPanel history={data.history} />
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {pick(node.summary) && (
          <Card title={t('annualPlan.node.summary')}>
            <p className="max-w-prose whitespace-pre-line text-ink-2">{pick(node.summary)}</p>
          </Card>
        )}
        <Card title={t('annualPlan.indicators')} flush={node.indicators.length > 0}>
          {node.indicators.length === 0 ? (
            <p className="text-sm text-ink-3">{t('annualPlan.noIndicators')}</p>
          ) : (
            <Indicators indicators={node.indicators} />
          )}
        </Card>
        {data.ancestors.length > 0 && (
          <Card title={t('annualPlan.node.place')}>
            <ol className="flex flex-col gap-2 text-sm">
              {data.ancestors.map((above, depth) => (
                <li key={above.id} className="flex items-start gap-2" style={{ paddingInlineStart: depth * 20 }}>
                  <Icon
                    icon={kindIcons[above.kind]}
                    className="mt-1 text-ink-3"
                    label={t(`annualPlan.kinds.${above.kind}`)}
                  />
                  <span>
                    <Link to={`/plan/annual/nodes/${above.id}`}>{pick(above.title)}</Link>
                    <NodeCode code={above.code} />
                  </span>
                </li>
              ))}
            </ol>
          </Card>
        )}
        {node.kind !== 'project' && (
          <Card title={t('annualPlan.node.below')} flush={data.children.length > 0}>
            {data.children.length === 0 ? (
              <p className="text-sm text-ink-3">{t('annualPlan.node.belowNothing')}</p>
            ) : (
              <Below nodes={data.children} />
            )}
          </Card>
        )}
      </div>
    </Page>
  )
}

function Indicators({ indicators }: Pick<Node, 'indicators'>) {
  const { t, pick } = useText()
  const quantity = useQuantity()
  type Indicator = Node['indicators'][number]
  const columns: Column<Indicator>[] = [
    { id: 'name', header: t('annualPlan.indicator'), cell: (one) => pick(one.name) },
    {
      id: 'baseline',
      header: t('annualPlan.baseline'),
      align: 'center',
      width: '9rem',
      cell: (one) => (one.baseline === null ? '—' : <bdi>{quantity(one.dataType, one.baseline)}</bdi>),
    },
    {
      id: 'target',
      header: t('annualPlan.target'),
      align: 'center',
      width: '9rem',
      cell: (one) => (
        <strong>
          <bdi>{quantity(one.dataType, one.target)}</bdi>
        </strong>
      ),
    },
  ]
  return <Table label={t('annualPlan.indicators')} columns={columns} rows={indicators} rowKey={(one) => one.id} bare />
}

function Below({ nodes }: { readonly nodes: readonly Node[] }) {
  const { t, pick } = useText()
  const columns: Column<Node>[] = [
    {
      id: 'title',
      header: t('annualPlan.versions.contents'),
      cell: (node) => (
        <span className="flex items-start gap-2">
          <Icon icon={kindIcons[node.kind]} className="mt-1 text-ink-3" label={t(`annualPlan.kinds.${node.kind}`)} />
          <span>
            <Link to={`/plan/annual/nodes/${node.id}`}>{pick(node.title)}</Link>
            <NodeCode code={node.code} />
          </span>
        </span>
      ),
    },
    {
      id: 'owner',
      header: t('annualPlan.owner'),
      width: '12rem',
      cell: (node) => (node.owner ? pick(node.owner.name) : t('annualPlan.noOwner')),
    },
    { id: 'dates', header: t('annualPlan.dates'), width: '10rem', cell: (node) => <NodeDates node={node} /> },
    {
      id: 'contribution',
      header: t('annualPlan.contributes'),
      width: '10rem',
      cell: (node) => <ContributionLine contribution={node.contribution} />,
    },
  ]
  return <Table label={t('annualPlan.node.below')} columns={columns} rows={nodes} rowKey={(node) => node.id} bare />
}
