import type { ReactNode } from 'react'
import { cx } from '../../../../ui/cx.ts'
import { useText } from '../../../../ui/i18n.ts'
import { Num } from '../../../../ui/num.tsx'
import { Rich } from '../../../../ui/rich.tsx'
import { NodeTag } from '../../../../ui/tag.tsx'
import type { LinkedNode } from '../../domain/document.ts'

const columns = 'lg:grid-cols-[28px_minmax(0,1fr)_92px_68px_68px_68px_56px_44px]'

/** The head above all cards; on a narrow page each value carries its own name instead. */
export function LineHead() {
  const { t } = useText()
  return (
    <div aria-hidden className={cx('hidden items-end gap-x-2 px-3 text-xs text-ink-3 lg:grid', columns)}>
      <span />
      <span>{t('performance.record.heads.statement')}</span>
      <span>{t('performance.record.heads.dataType')}</span>
      {(['below', 'meets', 'exceeds', 'weight', 'comment'] as const).map((name) => (
        <span key={name} className="text-center">
          {t(`performance.record.heads.${name}`)}
        </span>
      ))}
    </div>
  )
}

type ObjectiveFrameProps = {
  readonly label: string
  readonly title: ReactNode
  /** Class, what it serves, what happened to it. */
  readonly tags: ReactNode
  readonly weight: ReactNode
  readonly children: ReactNode
}

/** One objective to read: title, class, links, weight, then its lines. */
export function ObjectiveFrame({ label, title, tags, weight, children }: ObjectiveFrameProps) {
  return (
    <section
      aria-label={label}
      className="overflow-clip rounded-lg border border-line bg-surface phone:-mx-4 phone:rounded-none phone:border-x-0"
    >
      <header className="flex items-start gap-x-4 px-3 py-2.5 phone:px-4">
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1.5">
          <h2 className="min-w-0 text-md font-semibold">{title}</h2>
          <div className="flex min-w-0 flex-wrap items-center gap-2">{tags}</div>
        </div>
        <span className="pt-0.5 text-sm whitespace-nowrap text-ink-3">{weight}</span>
      </header>
      {children}
    </section>
  )
}

export function ObjectiveWeight({ children }: { readonly children: string | number }) {
  const { t } = useText()
  return <Rich text={t('performance.editor.objectiveWeight', { weight: Number(children) })} />
}

export function LinkTags({ links }: { readonly links: readonly LinkedNode[] }) {
  const { t, pick } = useText()
  return links.map((link) => (
    <NodeTag key={link.nodeId} {...(link.status !== 'missing' && { to: `/plan/annual/nodes/${link.nodeId}` })}>
      {pick(link.title)} <Num code>{link.code}</Num>
      {link.status !== 'approved' && ` · ${t(`performance.linkStatus.${link.status}`)}`}
    </NodeTag>
  ))
}

type LineProps = {
  readonly number: string
  readonly statement: ReactNode
  readonly direction: ReactNode
  readonly dataType: ReactNode
  readonly targets: Readonly<Record<'below' | 'meets' | 'exceeds', ReactNode>>
  readonly weight: ReactNode
  readonly talk?: ReactNode
  /** Remarks and the thread, under the line. */
  readonly under?: ReactNode
}

/** One key result to read. */
export function Line({ number, statement, direction, dataType, targets, weight, talk, under }: LineProps) {
  const { t } = useText()
  return (
    <div className="border-t border-line px-3 py-3 phone:px-4">
      <div className={cx('grid grid-cols-6 items-start gap-x-2 gap-y-2 lg:items-center', columns)}>
        <Num className="hidden self-start pt-0.5 text-sm text-ink-3 lg:block">{number}</Num>
        <div className="col-span-5 min-w-0 lg:col-span-1">
          <p>
            <span className="me-2 text-sm text-ink-3 lg:hidden">
              <Num>{number}</Num>
            </span>
            {statement}
          </p>
          {direction}
        </div>
        <div className="col-span-1 flex justify-end lg:order-last lg:justify-center">{talk}</div>
        <Value
          name={t('performance.record.heads.dataType')}
          className="col-span-4 text-sm text-ink-2 lg:col-span-1 lg:text-start"
        >
          {dataType}
        </Value>
        <Value
          name={t('performance.record.heads.weight')}
          className="col-span-2 font-semibold lg:order-1 lg:col-span-1"
        >
          {weight}
        </Value>
        <div className="col-span-6 grid grid-cols-3 gap-2 lg:contents">
          {(['below', 'meets', 'exceeds'] as const).map((name) => (
            <Value key={name} name={t(`performance.record.heads.${name}`)}>
              {targets[name]}
            </Value>
          ))}
        </div>
      </div>
      {under && <div className="mt-2 flex flex-col gap-2 empty:hidden lg:ms-9 lg:me-1">{under}</div>}
    </div>
  )
}

type ValueProps = { readonly name: string; readonly children: ReactNode; readonly className?: string }

function Value({ name, children, className }: ValueProps) {
  return (
    <div className={cx('min-w-0 text-start lg:text-center', className)}>
      <span className="block text-xs font-regular text-ink-3 lg:sr-only">{name}</span>
      {children}
    </div>
  )
}
