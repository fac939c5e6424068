import { refuse } from '../../shared/refusal.ts'
import { textOf } from '../spreadsheet/text-encoding.ts'
import { fileErrors } from './errors.ts'

/** What pages, pictures and documents begin with that are written in letters too. */
const otherKinds = /^\s*(<\?xml|<\?php|<!doctype|<!--|<html|<head|<body|<script|<svg|\{\\rtf|%PDF-|%!PS|#!)/i

/** Refuses under the name of a text what is none: bytes that no text holds, or a page, a script, another document. */
export function checkPlainText(bytes: Buffer): void {
  const text = textOf(bytes)
  if (text === null || otherKinds.test(text.replace(/^\ufeff/, ''))) throw refuse(fileErrors.contentMismatch)
}
