import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { readTable } from '../../../src/platform/spreadsheet/read-table.ts'
import { writeXlsx } from '../../../src/platform/spreadsheet/write-xlsx.ts'

type Row = Readonly<Record<string, string>>
type Workbook = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

/** An Excel file as somebody makes it: these headings, these rows, everything typed as text. */
export async function workbook(name: string, headings: readonly string[], rows: readonly Row[]): Promise<Workbook> {
  const unknown = rows.flatMap((row) => Object.keys(row)).find((heading) => !headings.includes(heading))
  if (unknown) throw new Error(`${name} has no column “${unknown}”: ${headings.join(', ')}`)
  const buffer = await writeXlsx({
    sheets: [
      {
        name: 'Sheet1',
        rightToLeft: false,
        columns: headings.map((heading) => ({ heading })),
        rows: rows.map((row) => headings.map((heading) => row[heading] ?? null)),
      },
    ],
  })
  return { name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer }
}

/** The headings of the template that a button of the page downloads. */
export async function headingsOfTemplate(page: Page, button: string): Promise<readonly string[]> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: button, exact: true }).click()
  const download = await coming
  const { columns } = await readTable(await readFile(await download.path()), { filename: download.suggestedFilename() })
  return columns.map(({ heading }) => heading)
}
