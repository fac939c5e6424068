/** The one floating surface: menus, lists, pickers, stories. */
export const popoverClass =
  'appear min-w-(--trigger-width) rounded-lg border border-line-2 bg-surface text-ink shadow-pop outline-none'
export const optionClass =
  'flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-2.5 py-1 text-md outline-none phone:min-h-11 data-disabled:cursor-not-allowed data-disabled:text-ink-3 data-focused:bg-sunken data-selected:text-accent-text data-selected:font-medium'
