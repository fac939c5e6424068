import type { DocumentsRequest } from './documents.ts'
import type { Headwinds } from './standings.ts'
import { licences } from './story-values.ts'

/** Whole documents of which a year before tells, by how many years ago and by seat. */
export const ministryClosings: DocumentsRequest['closings'] = { 2: { 'DIG-SVC-DSN/1': licences } }

/** About which annual result somebody in a story comes to, in percent. */
export const ministryStandings: DocumentsRequest['standings'] = {
  2: { 'DIG-SVC-DSN/6': 118, 'DIG-SVC-DSN/0': 103, 'DIG-SVC-DSN/2': 112, 'DIG-SVC-DSN/3': 109 },
  1: {
    'DIG-SVC-DSN/6': 118,
    'DIG-SVC-DSN/2': 111,
    'DIG-SVC-DSN/3': 109.5,
    'DIG-SVC-DSN/0': 107,
    'DIG-SVC-DSN/1': 99,
  },
}

/** The field work of labour welfare and training comes out lower: what a test of fairness finds. */
export const ministryHeadwinds: Headwinds = { LAB: 0.9, TRN: 0.8, EMP: 0.3 }
