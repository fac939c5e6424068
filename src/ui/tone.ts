/** What a colour says; always together with an icon and a word. */
export type Tone = 'neutral' | 'accent' | 'amber' | 'red' | 'green' | 'blue'

export const toneText: Record<Tone, string> = {
  neutral: 'text-ink-3',
  accent: 'text-accent-text',
  amber: 'text-amber-text',
  red: 'text-red-text',
  green: 'text-green-text',
  blue: 'text-blue-text',
}

export const toneSoft: Record<Tone, string> = {
  neutral: 'bg-sunken border-line-2 text-ink-2',
  accent: 'bg-accent-soft border-accent-line text-accent-text',
  amber: 'bg-amber-soft border-amber-line text-amber-text',
  red: 'bg-red-soft border-red-line text-red-text',
  green: 'bg-green-soft border-green-line text-green-text',
  blue: 'bg-blue-soft border-blue-line text-blue-text',
}

export const toneFill: Record<Tone, string> = {
  neutral: 'bg-line-2',
  accent: 'bg-accent',
  amber: 'bg-amber',
  red: 'bg-red',
  green: 'bg-green',
  blue: 'bg-blue',
}
