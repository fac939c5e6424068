import { Table2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { formatNumber } from '../shared/locale.ts'
import { Button } from './button.tsx'
import { cx } from './cx.ts'
import { useText } from './i18n.ts'
import { Num } from './num.tsx'
import { usePreferences } from './preferences.ts'
import { useWidth } from './use-width.ts'

/** Fills of bars; `strong` is what the eye should find. */
export type BarTone = 'strong' | 'mid' | 'grey' | 'red'

export type HistogramBar = {
  readonly from: number
  readonly to: number
  /** From the bottom up. */
  readonly parts: readonly { readonly tone: BarTone; readonly count: number }[]
}

export type HistogramProps = {
  /** What is counted and how it lies, in a sentence: read aloud in place of the drawing. */
  readonly label: string
  /** Side by side, from the lowest. */
  readonly bars: readonly HistogramBar[]
  /** Named stretches of the axis, separated by dashed lines; one with an empty name only separates. */
  readonly zones: readonly { readonly id: string; readonly name: string; readonly from: number; readonly to: number }[]
  /** Numbers under the bars. */
  readonly ticks: readonly number[]
  /** A count for any place of the axis, drawn as a dashed line. */
  readonly curve?: (value: number) => number
  readonly legend: readonly { readonly id: string; readonly tone: BarTone | 'curve'; readonly words: ReactNode }[]
  /** The same as a table, shown when asked for. */
  readonly table: ReactNode
  readonly height?: number
}

const fills: Record<BarTone, string> = {
  strong: 'fill-accent',
  mid: 'fill-accent-mid',
  grey: 'fill-line-control opacity-70',
  red: 'fill-red',
}
const grounds: Record<BarTone, string> = {
  strong: 'bg-accent',
  mid: 'bg-accent-mid',
  grey: 'bg-line-control opacity-70',
  red: 'bg-red',
}

const gutter = 30
const edge = 12
const head = 22
const foot = 22

/** How many people stand where, against a curve: runs from the start side as the language is read. */
export function Histogram(props: HistogramProps) {
  const { t } = useText()
  const [asTable, setAsTable] = useState(false)
  return (
    <figure className="min-w-0">
      {asTable ? props.table : <Drawing {...props} />}
      <figcaption className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-ink-3">
        {!asTable &&
          props.legend.map((item) => (
            <span key={item.id} className="inline-flex items-center gap-1.5">
              {item.tone === 'curve' ? (
                <span aria-hidden className="w-5 border-t-2 border-dashed border-amber" />
              ) : (
                <span aria-hidden className={cx('size-2.5 rounded-[3px]', grounds[item.tone])} />
              )}
              {item.words}
            </span>
          ))}
        <Button
          look="link"
          size="sm"
          icon={Table2}
          className="ms-auto text-xs!"
          expanded={asTable}
          onPress={() => setAsTable(!asTable)}
        >
          {t(asTable ? 'ui.chart.drawing' : 'ui.chart.table')}
        </Button>
      </figcaption>
    </figure>
  )
}

function Drawing({ label, bars, zones, ticks, curve, height = 214 }: HistogramProps) {
  const { ref, width } = useWidth<HTMLDivElement>()
  const { language, digits } = usePreferences()
  const first = bars[0]?.from ?? 0
  const last = bars.at(-1)?.to ?? first + 1
  const sums = bars.map((bar) => bar.parts.reduce((sum, part) => sum + part.count, 0))
  const curvePoints = curve ? Array.from({ length: 97 }, (_, at) => first + ((last - first) * at) / 96) : []
  const highest = Math.max(1, ...sums, ...curvePoints.map((value) => curve?.(value) ?? 0))
  const step = niceStep(highest / 4)
  const top = Math.max(step, highest * 1.06)
  const plot = { width: Math.max(0, width - gutter - edge), height: height - head - foot }
  const rtl = language === 'ar'
  const share = (value: number) => (value - first) / (last - first)
  const x = (value: number) => (rtl ? width - gutter - share(value) * plot.width : gutter + share(value) * plot.width)
  const y = (count: number) => head + plot.height - (Math.min(count, top) / top) * plot.height
  const shown = (value: number) => formatNumber(value, { language, digits })
  const lines = Array.from({ length: Math.floor(top / step) }, (_, at) => (at + 1) * step)
  const axis = { near: x(first), far: x(last), text: rtl ? width - gutter / 2 + 4 : gutter / 2 - 4 }
  return (
    <div ref={ref} className="min-w-0" style={{ blockSize: height }}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={label} className="block text-2xs">
          {lines.map((count) => (
            <g key={count}>
              <line x1={axis.near} x2={axis.far} y1={y(count)} y2={y(count)} className="stroke-line" />
              <text x={axis.text} y={y(count) + 4} textAnchor="middle" className="fill-ink-3">
                {shown(count)}
              </text>
            </g>
          ))}
          {zones.slice(1).map((zone) => (
            <line
              key={zone.id}
              x1={x(zone.from)}
              x2={x(zone.from)}
              y1={head - 2}
              y2={head + plot.height}
              strokeDasharray="2 3"
              className="stroke-line-control"
            />
          ))}
          {zones.map((zone) => (
            <ZoneName key={zone.id} name={zone.name} from={x(zone.from)} to={x(zone.to)} width={width} />
          ))}
          {bars.map((bar, at) => (
            <Bar
              key={bar.from}
              bar={bar}
              x={x}
              y={y}
              title={`${shown(bar.from)}–${shown(bar.to)}: ${shown(sums[at] ?? 0)}`}
            />
          ))}
          <line x1={axis.near} x2={axis.far} y1={y(0)} y2={y(0)} className="stroke-line-2" />
          {curve && (
            <path
              d={curvePoints
                .map((value, at) => `${at ? 'L' : 'M'}${x(value).toFixed(1)} ${y(curve(value)).toFixed(1)}`)
                .join('')}
              fill="none"
              strokeWidth={2}
              strokeDasharray="5 4"
              className="stroke-amber"
            />
          )}
          {ticks.map((tick) => (
            <text key={tick} x={x(tick)} y={height - 6} textAnchor="middle" className="fill-ink-3">
              {shown(tick)}
            </text>
          ))}
        </svg>
      )}
    </div>
  )
}

type BarProps = {
  readonly bar: HistogramBar
  readonly x: (value: number) => number
  readonly y: (count: number) => number
  readonly title: string
}

function Bar({ bar, x, y, title }: BarProps) {
  const left = Math.min(x(bar.from), x(bar.to))
  const span = Math.abs(x(bar.to) - x(bar.from))
  const gap = span > 8 ? 2 : 0.5
  let below = 0
  return (
    <g>
      <title>{title}</title>
      {bar.parts
        .filter((part) => part.count > 0)
        .map((part) => {
          const bottom = y(below)
          below += part.count
          return (
            <rect
              key={part.tone}
              x={left + gap / 2}
              y={y(below)}
              width={Math.max(1, span - gap)}
              height={Math.max(1.5, bottom - y(below))}
              rx={span > 8 ? 2 : 0}
              className={fills[part.tone]}
            />
          )
        })}
    </g>
  )
}

/** Over the middle of its stretch, but never over the edge of the drawing. */
function ZoneName({ name, from, to, width }: { name: string; from: number; to: number; width: number }) {
  if (!name) return null
  const half = name.length * 3.1
  const middle = Math.min(Math.max((from + to) / 2, half), width - half)
  return (
    <text x={middle} y={12} textAnchor="middle" className="fill-ink-3">
      {name}
    </text>
  )
}

/** 1, 2 or 5 times a power of ten, at least one whole person. */
function niceStep(about: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, about)))
  const times = [1, 2, 5, 10].find((one) => one * power >= about) ?? 10
  return Math.max(1, times * power)
}

/** Names a stretch of values for the rows of a histogram's table. */
export function BarRange({ from, to }: { readonly from: number; readonly to: number }) {
  return (
    <span className="whitespace-nowrap">
      <Num>{from}</Num>–<Num>{to}</Num>
    </span>
  )
}
