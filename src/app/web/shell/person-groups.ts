import { Building2, Laptop, LogOut, Monitor, Moon, Sun, UserRound } from 'lucide-react'
import type { Text } from '../../../ui/i18n.ts'
import type { Me } from '../../../ui/me.ts'
import type { MenuGroupOfActions } from '../../../ui/menu.tsx'
import type { Preferences } from '../../../ui/preferences.ts'
import { setPreferences } from '../../../ui/preferences.ts'
import { signOut, workIn } from '../account.ts'

const themes = [
  { value: 'light', icon: Sun },
  { value: 'dark', icon: Moon },
  { value: 'system', icon: Monitor },
] as const
const digitShapes = ['latn', 'arab'] as const

/** What the person menu offers, in the top bar and in the drawer of a phone. */
export function personGroups(
  { entity, entities = [] }: Me,

  { t, language, pick }: Text,
  { theme, digits }: Preferences,
  go: (to: string) => void,
): readonly MenuGroupOfActions[] {
  return [
    {
      id: 'account',
      actions: [
        { id: 'profile', label: t('shell.profile'), icon: UserRound, onPress: () => go('/profile') },
        { id: 'sessions', label: t('shell.sessions'), icon: Laptop, onPress: () => go('/profile/sessions') },
      ],
    },
    ...(entities.length > 1
      ? [
          {
            id: 'entities',
            title: t('shell.entities'),
            actions: entities.map(({ id, name }) => ({
              id,
              label: pick(name),
              icon: Building2,
              checked: id === entity?.id,
              onPress: () => void workIn(id),
            })),
          },
        ]
      : []),
    {
      id: 'theme',
      title: t('shell.theme'),
      actions: themes.map(({ value, icon }) => ({
        id: value,
        label: t(`shell.themes.${value}`),
        icon,
        checked: theme === value,
        onPress: () => void setPreferences({ theme: value }),
      })),
    },
    ...(language === 'ar'
      ? [
          {
            id: 'digits',
            title: t('shell.digits'),
            actions: digitShapes.map((shape) => ({
              id: shape,
              label: t(`shell.digitShapes.${shape}`),
              checked: digits === shape,
              onPress: () => void setPreferences({ digits: shape }),
            })),
          },
        ]
      : []),
    {
      id: 'leave',
      actions: [
        { id: 'signOut', label: t('shell.signOut'), icon: LogOut, mirrorIcon: true, onPress: () => void signOut() },
      ],
    },
  ]
}
