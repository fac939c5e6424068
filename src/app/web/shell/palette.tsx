import {
  ChartNoAxesCombined,
  CircleQuestionMark,
  FileText,
  Languages,
  LogOut,
  Map as MapIcon,
  Moon,
  UserRound,
} from 'lucide-react'
import { useCallback, useMemo } from 'react'
import { type Command, CommandPalette } from '../../../ui/command-palette.tsx'
import { useText } from '../../../ui/i18n.ts'
import type { Bilingual } from '../../../ui/me.ts'
import { useNavigation } from '../../../ui/navigation.ts'
import { setPreferences, usePreferences } from '../../../ui/preferences.ts'
import { signOut } from '../account.ts'
import { groupIcons } from './group-icons.ts'
import { type MenuPart, menuTitle } from './menu-model.ts'

/** One thing that the server found. */
export type SearchHit = {
  readonly id: string
  readonly kind: 'person' | 'document' | 'node' | 'indicator'
  readonly title: Bilingual
  readonly hint?: Bilingual | null
  readonly path: string
}

const kinds = {
  person: { icon: UserRound, group: 'ui.palette.people' },
  document: { icon: FileText, group: 'ui.palette.documents' },
  node: { icon: MapIcon, group: 'ui.palette.plan' },
  indicator: { icon: ChartNoAxesCombined, group: 'ui.palette.indicators' },
} as const

type PaletteProps = { readonly parts: readonly MenuPart[]; readonly onClose: () => void }

/** The command palette with the pages that this person may open, a few actions, and what the server finds. */
export function Palette({ parts, onClose }: PaletteProps) {
  const { t, pick, language } = useText()
  const { theme } = usePreferences()
  const { go } = useNavigation()

  const commands = useMemo<readonly Command[]>(() => {
    const pages = parts.flatMap(({ group, items }) =>
      items.map(({ page }) => ({
        id: page.path,
        label: t(menuTitle(page)),
        ...(group !== 'home' && { hint: t(`shell.group.${group}`) }),
        group: t('ui.palette.pages'),
        icon: page.menu?.icon ?? groupIcons[group],
        onChoose: () => go(page.path),
      })),
    )
    const action = (id: string, label: string, icon: Command['icon'], onChoose: () => void): Command => ({
      id,
      label,
      icon,
      onChoose,
      group: t('ui.palette.actions'),
    })
    const other = language === 'ar' ? 'en' : 'ar'
    return [
      ...pages,
      action('language', t('ui.otherLanguage'), Languages, () => void setPreferences({ language: other })),
      action(
        'theme',
        `${t('shell.theme')}: ${t(theme === 'dark' ? 'shell.themes.light' : 'shell.themes.dark')}`,
        Moon,
        () => void setPreferences({ theme: theme === 'dark' ? 'light' : 'dark' }),
      ),
      action('help', t('help.title'), CircleQuestionMark, () => go('/help')),
      action('signOut', t('shell.signOut'), LogOut, () => void signOut()),
    ]
  }, [parts, t, language, theme, go])

  const search = useCallback(
    async (typed: string, signal: AbortSignal): Promise<readonly Command[]> => {
      const response = await fetch(`/api/search?q=${encodeURIComponent(typed)}`, { credentials: 'same-origin', signal })
      if (!response.ok) return []
      const { hits } = (await response.json()) as { hits: readonly SearchHit[] }
      return hits.map((hit) => ({
        id: `${hit.kind}-${hit.id}`,
        label: pick(hit.title),
        ...(hit.hint && { hint: pick(hit.hint) }),
        group: t(kinds[hit.kind].group),
        icon: kinds[hit.kind].icon,
        onChoose: () => go(hit.path),
      }))
    },
    [t, pick, go],
  )

  return <CommandPalette open onClose={onClose} commands={commands} search={search} />
}
