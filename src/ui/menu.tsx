import { Check, Ellipsis, EllipsisVertical } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Menu as AriaMenu,
  Button,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components'
import { type ButtonLook, type ButtonSize, buttonClass } from './button-style.ts'
import { cx } from './cx.ts'
import { useText } from './i18n.ts'
import { Icon, type IconType } from './icon.tsx'
import { iconButtonClass } from './icon-button.tsx'
import { optionClass, popoverClass } from './popover-style.ts'

export type MenuAction = {
  readonly id: string
  readonly label: string
  readonly icon?: IconType
  readonly mirrorIcon?: boolean
  readonly hint?: string
  readonly danger?: boolean
  readonly checked?: boolean
  readonly disabled?: boolean
  readonly onPress: () => void
}
export type MenuGroupOfActions = {
  readonly id: string
  readonly title?: string
  readonly actions: readonly MenuAction[]
}

export type MenuProps = {
  /** What the button does, in words; shown when there is no `trigger`. */
  readonly label: string
  readonly groups: readonly MenuGroupOfActions[]
  /** What stands in the button; three dots by default. */
  readonly trigger?: ReactNode
  readonly triggerClassName?: string
  readonly look?: ButtonLook
  readonly size?: ButtonSize
  readonly vertical?: boolean
  readonly openAtOnce?: boolean
}

/** More actions behind one button. */
export function Menu({ label, groups, trigger, triggerClassName, look, size = 'sm', vertical, openAtOnce }: MenuProps) {
  const { t } = useText()
  const plain = look === undefined
  return (
    <MenuTrigger defaultOpen={openAtOnce ?? false}>
      <Button
        aria-label={trigger && !plain ? undefined : label || t('ui.more')}
        className={
          triggerClassName ??
          (plain
            ? cx(iconButtonClass, size === 'sm' ? 'size-7 phone:size-10' : 'size-9 phone:size-11')
            : buttonClass({ look, size }))
        }
      >
        {trigger ?? <Icon icon={vertical ? EllipsisVertical : Ellipsis} />}
      </Button>
      <Popover className={cx(popoverClass, 'min-w-52')} offset={4}>
        <AriaMenu className="max-h-[70dvh] overflow-auto p-1 outline-none" aria-label={label}>
          {groups.map((group, at) => (
            <MenuSection key={group.id} aria-label={group.title ?? label}>
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
                      {...(action.mirrorIcon && { mirrored: true })}
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
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
