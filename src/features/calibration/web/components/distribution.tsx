import { BarRange, Histogram, type HistogramBar } from '../../../../ui/histogram.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Num } from '../../../../ui/num.tsx'
import { Section } from '../../../../ui/section.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import type { Workbench } from '../../schema.ts'
import { points, rankName } from './rank-name.ts'

type Bin = Workbench['histogram'][number]

/** How many stand where, against the normal curve; whom the curve lifted is dark. */
export function Distribution({ workbench }: { readonly workbench: Workbench }) {
  const text = useText()
  const { t } = text
  const { histogram, normal, total } = workbench
  const first = histogram[0]?.from
  const last = histogram.at(-1)?.to
  const head = { title: t('calibration.distribution.title'), note: t('calibration.distribution.note') }
  if (first === undefined || last === undefined) {
    return (
      <Section {...head}>
        <p className="text-sm text-ink-2">{t('calibration.distribution.empty')}</p>
      </Section>
    )
  }
  const people = histogram.reduce((sum, bin) => sum + bin.people, 0)
  const top = total ? total.now.very_good + total.now.excellent : 0
  const words = { people: t('calibration.people', { count: people }), from: first, to: last }
  return (
    <Section {...head}>
      <Histogram
        height={244}
        label={
          normal
            ? t('calibration.distribution.label', { ...words, mean: Math.round(normal.mean * 100) / 100 })
            : t('calibration.distribution.labelPlain', words)
        }
        bars={histogram.map(barOf)}
        zones={zonesOf(workbench, first, last).map((zone) => ({
          id: zone.rank,
          name: rankName(text, zone.rank),
          from: zone.from,
          to: zone.to,
        }))}
        ticks={ticksOf(workbench, first, last)}
        {...(normal && { curve: (value: number) => between(normal.points, value) })}
        legend={[
          ...(total
            ? [
                {
                  id: 'lifted',
                  tone: 'strong' as const,
                  words: (
                    <span>
                      {t('calibration.distribution.lifted', { rank: t('calibration.veryGoodUp'), people: top })}
                    </span>
                  ),
                },
              ]
            : []),
          ...(normal ? [{ id: 'normal', tone: 'curve' as const, words: t('calibration.distribution.normal') }] : []),
        ]}
        table={<BinTable workbench={workbench} />}
      />
    </Section>
  )
}

function barOf({ from, to, bands, lifted }: Bin): HistogramBar {
  const fromGood = Math.min(lifted, bands.good)
  return {
    from,
    to,
    parts: [
      { tone: 'red', count: bands.weak },
      { tone: 'grey', count: bands.average - (lifted - fromGood) },
      { tone: 'mid', count: bands.good - fromGood },
      { tone: 'strong', count: bands.very_good + lifted },
    ],
  }
}

function BinTable({ workbench: { histogram, normal } }: { readonly workbench: Workbench }) {
  const { t } = useText()
  const columns: readonly Column<Bin>[] = [
    { id: 'range', header: t('calibration.distribution.range'), cell: (bin) => <BarRange {...bin} /> },
    {
      id: 'people',
      header: t('calibration.distribution.count'),
      align: 'center',
      cell: (bin) => <Num>{bin.people}</Num>,
    },
    {
      id: 'lifted',
      header: t('calibration.distribution.liftedColumn'),
      align: 'center',
      cell: (bin) => <Num>{bin.lifted}</Num>,
    },
    {
      id: 'lowered',
      header: t('calibration.distribution.loweredColumn'),
      align: 'center',
      cell: (bin) => <Num>{bin.lowered}</Num>,
    },
    ...(normal
      ? [
          {
            id: 'expected',
            header: t('calibration.distribution.expected'),
            align: 'center' as const,
            cell: (bin: Bin) => <Num decimals={1}>{between(normal.points, (bin.from + bin.to) / 2)}</Num>,
          },
        ]
      : []),
  ]
  return (
    <div className="max-h-72 overflow-y-auto">
      <Table
        bare
        keepTable
        density="compact"
        label={t('calibration.distribution.title')}
        columns={columns}
        rows={histogram}
        rowKey={(bin) => String(bin.from)}
      />
    </div>
  )
}

function zonesOf({ bands }: Workbench, first: number, last: number) {
  const edges = [
    { rank: 'weak', from: Number.NEGATIVE_INFINITY, to: points(bands.average) },
    { rank: 'average', from: points(bands.average), to: points(bands.good) },
    { rank: 'good', from: points(bands.good), to: points(bands.veryGood) },
    { rank: 'very_good', from: points(bands.veryGood), to: Number.POSITIVE_INFINITY },
  ] as const
  return edges
    .map((zone) => ({ rank: zone.rank, from: Math.max(zone.from, first), to: Math.min(zone.to, last) }))
    .filter((zone) => zone.to > zone.from)
}

/** The ends, the edges of the bands, and every twentieth that keeps clear of them. */
function ticksOf({ bands }: Workbench, first: number, last: number): number[] {
  const fixed = [first, last, points(bands.average), points(bands.good), points(bands.veryGood)].filter(
    (value) => value >= first && value <= last,
  )
  const room = (last - first) / 14
  const between20 = Array.from({ length: 12 }, (_, at) => at * 20 + 10).filter(
    (value) => value > first && value < last && fixed.every((one) => Math.abs(one - value) >= room),
  )
  const cuts = fixed.filter((value, at) => fixed.findIndex((one) => Math.abs(one - value) < room / 2) === at)
  return [...cuts, ...between20].sort((a, b) => a - b)
}

type Point = { readonly at: number; readonly people: number }

function between(known: readonly Point[], value: number): number {
  const after = known.findIndex((point) => point.at >= value)
  const right = known[after]
  const left = known[after - 1]
  if (!right) return known.at(-1)?.people ?? 0
  if (!left) return right.people
  return left.people + ((right.people - left.people) * (value - left.at)) / (right.at - left.at)
}
