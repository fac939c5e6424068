import { z } from 'zod'
import type { Contract } from '../../../shared/contract.ts'
import { day } from '../../../shared/fields.ts'
import { importKinds, importLimits } from '../domain/import-columns.ts'
import { findingCodes } from '../domain/import-findings.ts'
import { administrators } from './parts.ts'

const finding = z.object({
  severity: z.enum(['problem', 'notice']),
  line: z.int(),
  column: z.string().nullable(),
  code: z.enum(findingCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

const effect = z.object({ rows: z.int(), added: z.int(), changed: z.int(), unchanged: z.int() })

const preview = effect.extend({
  on: z.string(),
  /** Sent with the confirmation: it stands for exactly these bytes with exactly this effect. */
  digest: z.string(),
  ready: z.boolean(),
  problems: z.int(),
  notices: z.int(),
  /** The first 500, problems first. */
  findings: z.array(finding),
  ignoredColumns: z.array(z.string()),
  /** The first 100 rows that would change something. */
  effects: z.array(z.object({ line: z.int(), change: z.enum(['add', 'change']), key: z.string(), label: z.string() })),
})

const kind = z.object({ kind: z.enum(importKinds) })

export const importContract = {
  'GET /api/organization/imports/:kind/template': {
    summary: 'An empty file with the columns that the import knows',
    permission: administrators,
    params: kind,
    query: z.object({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    response: 'download',
  },
  'POST /api/organization/imports/:kind/preview': {
    summary: 'Read a file and tell what it would do, row by row; nothing is written',
    permission: administrators,
    params: kind,
    query: z.object({ on: day.optional() }),
    upload: { maxBytes: importLimits.bytes },
    response: preview,
  },
  'POST /api/organization/imports/:kind': {
    summary: 'Do what the preview told, all of it or nothing',
    permission: administrators,
    params: kind,
    query: z.object({ on: day, digest: z.string().max(100) }),
    upload: { maxBytes: importLimits.bytes },
    response: effect,
  },
} as const satisfies Contract
