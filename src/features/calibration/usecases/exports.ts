import * as audit from '../../../platform/audit/record.ts'
import type { SheetToWrite } from '../../../platform/spreadsheet/sheet-to-write.ts'
import { writeXlsx } from '../../../platform/spreadsheet/write-xlsx.ts'
import { decimalText } from '../../../shared/decimal.ts'
import type { Language } from '../../../shared/locale.ts'
import { ranks } from '../../../shared/ranks.ts'
import { curveSentence } from '../../appraisal/public.ts'
import { type Writer, writer } from '../print.ts'
import type { GroupView, PersonRow, WorkbenchAnswer } from '../schema.ts'
import { type DistributionRow, divisionDistribution, personRecords } from '../views/people.ts'
import { type Asking, enter, type Room } from './access.ts'
import { rowOf } from './lists.ts'
import { showWorkbench } from './workbench.ts'

type Request = Asking & { readonly year: number; readonly language: Language }

const everybody = 1_000_000
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The ranked list as a workbook (F-14): results, ranks and reasons, nothing of anybody's goals. */
export async function exportPeople(request: Request) {
  const { year, language, tx } = request
  const room = await enter(request)
  const { settings } = room
  const rows = await personRecords(tx, { year, filter: 'all', after: null, today: settings.today, limit: everybody })
  const pen = writer(language, settings.calendar.timeZone)
  const bytes = await writeXlsx({ sheets: [peopleSheet(rows.map(rowOf), pen)] })
  remember(request, room, 'calibration.export_people', rows.length)
  return { filename: `calibration-${year}-list.xlsx`, type: xlsx, bytes }
}

/** The distribution against the shares: by group with the arithmetic of the seats, and by division (RP-14). */
export async function exportDistribution(request: Request) {
  const { year, language, tx } = request
  const room = await enter(request)
  const workbench = await showWorkbench(request)
  const divisions = await divisionDistribution(tx, { year })
  const pen = writer(language, room.settings.calendar.timeZone)
  const bytes = await writeXlsx({
    sheets: [groupsSheet(workbench.groups, pen), divisionsSheet(divisions, workbench, pen)],
  })
  remember(request, room, 'calibration.export_distribution', workbench.ranked)
  return { filename: `calibration-${year}-distribution.xlsx`, type: xlsx, bytes }
}

function remember({ year, actor, now, tx }: Request, { state }: Room, action: string, people: number): void {
  audit.record(tx, {
    actor,
    action,
    subject: { type: 'appraisal_year', id: state.id },
    after: { year, people },
    at: now,
  })
}

const number = { type: 'number' } as const

function peopleSheet(people: readonly PersonRow[], pen: Writer): SheetToWrite {
  const { words } = pen
  return {
    name: words.listSheet,
    rightToLeft: pen.language === 'ar',
    columns: [
      { heading: words.position, ...number },
      { heading: words.employee, width: 34 },
      { heading: words.division, width: 34 },
      { heading: words.supervisor, width: 30 },
      { heading: words.result, ...number },
      { heading: words.band },
      { heading: words.curve },
      { heading: words.view },
      { heading: words.now },
      { heading: words.reason, width: 70 },
    ],
    rows: people.map((row) => [
      row.position,
      pen.name(row.employee.name),
      pen.name(row.division),
      pen.name(row.supervisor?.name),
      Number(decimalText(BigInt(row.result), 6)),
      pen.rank(row.band),
      pen.rank(row.curve),
      pen.rank(row.view?.rank ?? null),
      pen.rank(row.now),
      reasonText(row, pen),
    ]),
  }
}

function reasonText({ reason, curveReason }: PersonRow, pen: Writer): string {
  if (reason) return `${pen.reason(reason.code)}: ${reason.text}`
  return curveReason ? curveSentence(curveReason, pen.language) : ''
}

function groupsSheet(groups: readonly GroupView[], pen: Writer): SheetToWrite {
  const { words } = pen
  return {
    name: words.groupsSheet,
    rightToLeft: pen.language === 'ar',
    columns: [
      { heading: words.group, width: 34 },
      { heading: words.rank },
      { heading: words.share, ...number },
      { heading: words.product },
      { heading: words.seats, ...number },
      { heading: words.people, ...number },
    ],
    rows: groups.flatMap((group) =>
      group.quotas.map((quota) => [
        group.division ? pen.name(group.division) : words.wholeEntity,
        pen.rank(quota.rank),
        quota.share / 100,
        quota.product,
        group.hasQuotas ? quota.seats : null,
        group.now[quota.rank],
      ]),
    ),
  }
}

function divisionsSheet(rows: readonly DistributionRow[], { policy }: WorkbenchAnswer, pen: Writer): SheetToWrite {
  const { words } = pen
  const share = (count: number, people: number) => (people === 0 ? 0 : Math.round((count * 10_000) / people) / 100)
  return {
    name: words.divisionsSheet,
    rightToLeft: pen.language === 'ar',
    columns: [
      { heading: words.division, width: 40 },
      { heading: words.people, ...number },
      ...ranks.flatMap((rank) => [
        { heading: pen.rank(rank), ...number },
        { heading: `${pen.rank(rank)} %`, ...number },
      ]),
    ],
    rows: [
      ...(policy.shares
        ? [[words.policyShares, null, ...policy.shares.flatMap((one) => [null, one.share / 100])]]
        : []),
      ...rows.map(({ division, people, now }) => [
        pen.name(division),
        people,
        ...ranks.flatMap((rank) => [now[rank] ?? 0, share(now[rank] ?? 0, people)]),
      ]),
    ],
  }
}
