import { Avatar } from '../../../ui/avatar.tsx'
import { Drawer } from '../../../ui/drawer.tsx'
import { useText } from '../../../ui/i18n.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useMe } from '../../../ui/me-context.ts'
import { type PageDefinition, useNavigation } from '../../../ui/navigation.ts'
import { usePreferences } from '../../../ui/preferences.ts'
import { CycleCard } from './cycle-card.tsx'
import { MainMenu } from './main-menu.tsx'
import type { MenuPart } from './menu-model.ts'
import { personGroups } from './person-groups.ts'
import { LanguageButton } from './top-bar.tsx'

type PhoneMenuProps = {
  readonly parts: readonly MenuPart[]
  readonly current: PageDefinition | undefined
  readonly onClose: () => void
}

/** Menu and account in one drawer, below 768 px. */
export function PhoneMenu({ parts, current, onClose }: PhoneMenuProps) {
  const text = useText()
  const me = useMe()
  const { person } = me
  const { go } = useNavigation()
  const name = text.pick(person.name)
  const leaveTo = (to: string) => {
    onClose()
    go(to)
  }
  return (
    <Drawer open onClose={onClose} title={text.t('shell.menu')} side="start" hideTitle>
      <nav aria-label={text.t('shell.menu')}>
        <MainMenu parts={parts} current={current} onFollow={onClose} />
      </nav>
      <div className="mt-5 border-t border-line pt-4">
        <p className="mb-2 flex items-center gap-3 font-semibold">
          <Avatar name={name} initials={text.language === 'ar' ? person.initials : null} tone="accent" />
          {name}
        </p>
        <LanguageButton />
        {personGroups(me, text, usePreferences(), leaveTo).map((group) => (
          <ul key={group.id} aria-label={group.title} className="flex flex-wrap gap-x-1">
            {group.actions.map((action) => (
              <li key={action.id}>
                <button
                  type="button"
                  aria-pressed={action.checked}
                  onClick={action.onPress}
                  className="flex h-11 items-center gap-2 rounded-md px-2 text-sm font-medium text-ink-2 aria-pressed:bg-accent-soft aria-pressed:text-accent-text"
                >
                  {action.icon && <Icon icon={action.icon} {...(action.mirrorIcon && { mirrored: true })} />}
                  {action.label}
                </button>
              </li>
            ))}
          </ul>
        ))}
      </div>
      <div className="mt-5">
        <CycleCard />
      </div>
    </Drawer>
  )
}
