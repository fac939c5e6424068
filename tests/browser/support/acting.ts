import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** The dialog in front, whether it asks, tells or warns. */
export function dialog({ page }: { page: Page }): Locator {
  return page.getByRole('dialog').or(page.getByRole('alertdialog')).last()
}

/** Writes a day part by part, as a person does: day, month, year. */
export async function typeDay(inside: Locator, label: string, day: string): Promise<void> {
  const [year, month, date] = day.split('-')
  const parts = inside.getByRole('group', { name: label }).getByRole('spinbutton')
  await parts.first().click()
  for (const [place, digits] of [date, month, year].entries()) {
    await parts.nth(place).focus()
    await parts.nth(place).pressSequentially(digits ?? '')
  }
}

/** Types into a field that finds things and takes the one that is named. */
export async function find(inside: Locator, label: string, typed: string, taken: string | RegExp): Promise<void> {
  await inside.getByRole('combobox', { name: label }).fill(typed)
  await inside.page().getByRole('option', { name: taken }).first().click()
}

/** A button that is there, but blocked with a reason beside it. */
export async function expectBlocked(button: Locator): Promise<void> {
  await button.waitFor()
  expect(await button.getAttribute('aria-disabled')).toBe('true')
}
