import type { SampleNode } from '../../features/annual-plan/sample/ministry-of-labour.ts'
import type { LinkedNode } from '../../features/performance/domain/document.ts'
import { idOf } from '../../features/vision/sample.ts'
import type { AuditEvent } from '../../platform/audit/record.ts'
import { dateToDay } from '../../shared/dates.ts'
import { addRow, type Rows } from './copy.ts'
import type { Person } from './people.ts'
import { at } from './working-calendar.ts'

/** A node of the loaded plan with the division that owns it. */
export type OwnedNode = LinkedNode & { readonly ownerCode: string; readonly parentCode: string | null }

type Request = {
  readonly year: number
  readonly nodes: readonly SampleNode[]
  readonly divisionIds: ReadonlyMap<string, string>
  /** Who prepared the plan, and who approved it. */
  readonly planner: Person
  readonly approver: Person
  readonly ids: () => string
}

/** The approved annual plan of a year with its indicators and what it serves above. */
export function addPlan(rows: Rows, audit: AuditEvent[], request: Request): OwnedNode[] {
  const { year, nodes, divisionIds, planner, approver, ids } = request
  const versionId = ids()
  const preparedAt = at(`${year - 1}-12-10`, '10:15')
  const approvedOn = `${year - 1}-12-22`
  const reference = `قرار رقم ${year % 100}/${year - 1}`
  addRow(rows, 'plan_versions', {
    id: versionId,
    year,
    number: 1,
    status: 'approved',
    title_ar: `الخطة السنوية ${year}`,
    title_en: `Annual plan ${year}`,
    approved_on: approvedOn,
    approved_by: approver.id,
    approval_reference: reference,
    version: 2,
    created_at: preparedAt,
  })
  const nodeIds = new Map(nodes.map((node) => [node.code, ids()]))
  const nodeId = (code: string) => nodeIds.get(code) ?? ''
  for (const [place, node] of nodes.entries()) {
    addRow(rows, 'plan_nodes', { id: nodeId(node.code), year, code: node.code, created_at: preparedAt })
    addRow(rows, 'plan_version_nodes', {
      version_id: versionId,
      node_id: nodeId(node.code),
      parent_id: node.parentCode === null ? null : nodeId(node.parentCode),
      kind: node.kind,
      title_ar: node.titleAr,
      title_en: node.titleEn,
      summary_ar: node.summaryAr,
      summary_en: node.summaryEn,
      owner_division_id: divisionIds.get(node.ownerCode) ?? null,
      starts_on: node.startsOn,
      ends_on: node.endsOn,
      position: place + 1,
    })
    for (const [index, indicator] of node.indicators.entries()) {
      const value = (text: string) => (indicator.dataType === 'date' ? String(dateToDay(text)) : text)
      addRow(rows, 'plan_indicators', {
        id: ids(),
        version_id: versionId,
        node_id: nodeId(node.code),
        name_ar: indicator.nameAr,
        name_en: indicator.nameEn,
        data_type: indicator.dataType,
        baseline: indicator.baseline === null ? null : value(indicator.baseline),
        target: value(indicator.target),
        position: index + 1,
      })
    }
    for (const link of node.serves) {
      addRow(rows, 'plan_node_vision_links', {
        version_id: versionId,
        node_id: nodeId(node.code),
        id: ids(),
        priority_id: idOf('priority', link.priority),
        indicator_id: link.indicator === null ? null : idOf('indicator', link.indicator),
        programme_id: link.programme === null ? null : idOf('programme', link.programme),
      })
    }
  }
  const subject = { type: 'plan_version', id: versionId }
  const actor = { identityId: planner.identityId, employeeId: planner.id }
  audit.push(
    { actor, action: 'annual_plan.import', subject, after: { year, number: 1, nodes: nodes.length }, at: preparedAt },
    {
      actor,
      action: 'annual_plan.approve',
      subject,
      after: { status: 'approved', approvedOn, reference },
      at: at(approvedOn, '12:30'),
    },
  )
  return nodes.map((node) => ({
    nodeId: nodeId(node.code),
    code: node.code,
    title: { ar: node.titleAr, en: node.titleEn },
    kind: node.kind,
    status: 'approved',
    ownerCode: node.ownerCode,
    parentCode: node.parentCode,
  }))
}

type Direction = {
  readonly year: number
  readonly divisionId: string
  readonly author: Person
  readonly body: string
  readonly publishedAt: Date
  readonly ids: () => string
}

/** What a higher official expects of a division this year (D-17). */
export function addDirection(rows: Rows, audit: AuditEvent[], direction: Direction): void {
  const { year, divisionId, author, body, publishedAt, ids } = direction
  const id = ids()
  addRow(rows, 'plan_directions', {
    id,
    year,
    division_id: divisionId,
    author_id: author.id,
    body,
    published_at: publishedAt,
    version: 2,
    created_at: publishedAt,
    updated_at: publishedAt,
  })
  audit.push({
    actor: { identityId: author.identityId, employeeId: author.id },
    action: 'annual_plan.publish_direction',
    subject: { type: 'plan_direction', id },
    after: { year, divisionId },
    at: publishedAt,
  })
}
