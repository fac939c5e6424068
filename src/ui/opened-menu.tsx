import { Check } from 'lucide-react'
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { cx } from './cx.ts'
import { useText } from './i18n.ts'
import { Icon } from './icon.tsx'
import type { MenuGroupOfActions, MenuTriggerLook } from './menu.tsx'
import { optionClass, popoverClass } from './popover-style.ts'

type OpenedMenuProps = { readonly groups: readonly MenuGroupOfActions[]; readonly look: MenuTriggerLook }

/** The part of a menu that is loaded when it is first reached for. */
export function OpenedMenu({ groups, look }: OpenedMenuProps) {
  const { t } = useText()
  return (
    <MenuTrigger defaultOpen>
      <Button aria-label={look.label} className={look.className}>
        {look.content}
      </Button>
      <Popover className={cx(popoverClass, 'min-w-52')} offset={4}>
        <Menu className="max-h-[70dvh] overflow-auto p-1 outline-none" aria-label={look.name}>
          {groups.map((group, at) => (
            <MenuSection key={group.id} aria-label={group.title ?? look.name}>
              {at > 0 && <Separator className="mx-1 my-1 border-t border-line" />}
              {group.title && <Header className="px-2.5 pt-1.5 pb-0.5 text-xs text-ink-3">{group.title}</Header>}
              {group.actions.map((action) => (
                <MenuItem
                  key={action.id}
                  id={action.id}
                  textValue={action.label}
                  isDisabled={action.disabled ?? false}
                  onAction={action.onPress}
                  className={cx(optionClass, action.danger && 'text-red-text')}
                >
                  {action.icon && (
                    <Icon
                      icon={action.icon}
                      mirrored={action.mirrorIcon}
                      className={action.danger ? '' : 'text-ink-3'}
                    />
                  )}
                  <span className="min-w-0 flex-1">
                    {action.label}
                    {action.hint && <span className="block text-xs text-ink-3">{action.hint}</span>}
                  </span>
                  {action.checked && <Icon icon={Check} label={t('ui.chosen')} className="text-accent-text" />}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
