import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { cx } from '../../../ui/cx.ts'
import { useText } from '../../../ui/i18n.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import type { MenuGroup, PageDefinition } from '../../../ui/navigation.ts'
import { Num } from '../../../ui/num.tsx'
import { groupIcons } from './group-icons.ts'
import { type MenuItem, type MenuPart, menuTitle } from './menu-model.ts'

type MainMenuProps = {
  readonly parts: readonly MenuPart[]
  readonly current: PageDefinition | undefined
  readonly onFollow?: () => void
}

const openAtFirst: readonly MenuGroup[] = ['mine', 'team']

/** The menu, grouped by the person's work and open where the person is. */
export function MainMenu({ parts, current, onFollow }: MainMenuProps) {
  const [toggled, setToggled] = useState<Partial<Record<MenuGroup, boolean>>>({})
  return (
    <ul className="flex flex-col gap-0.5">
      {parts.map(({ group, items }) =>
        group === 'home' ? (
          items.map((item) => (
            <li key={item.page.path}>
              <MenuLink item={item} current={current} onFollow={onFollow} top />
            </li>
          ))
        ) : (
          <Group
            key={group}
            group={group}
            items={items}
            current={current}
            onFollow={onFollow}
            open={toggled[group] ?? (openAtFirst.includes(group) || current?.menu?.group === group)}
            onToggle={(open) => setToggled((before) => ({ ...before, [group]: open }))}
          />
        ),
      )}
    </ul>
  )
}

type GroupProps = {
  readonly group: MenuGroup
  readonly items: readonly MenuItem[]
  readonly current: PageDefinition | undefined
  readonly onFollow: (() => void) | undefined
  readonly open: boolean
  readonly onToggle: (open: boolean) => void
}

function Group({ group, items, current, onFollow, open, onToggle }: GroupProps) {
  const { t } = useText()
  return (
    <li>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => onToggle(!open)}
        className="flex h-9 w-full items-center gap-2.5 rounded-md px-2.5 text-md font-medium text-ink-2 hover:bg-sunken hover:text-ink phone:h-11"
      >
        <Icon icon={groupIcons[group]} size={17} className="text-ink-3" />
        <span className="flex-1 text-start">{t(`shell.group.${group}`)}</span>
        <Icon icon={open ? ChevronDown : ChevronRight} size={14} mirrored={!open} className="text-ink-3" />
      </button>
      {open && (
        <ul className="ms-[18px] flex flex-col gap-px border-s border-line-2 py-0.5 ps-2">
          {items.map((item) => (
            <li key={item.page.path}>
              <MenuLink item={item} current={current} onFollow={onFollow} />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

type MenuLinkProps = {
  readonly item: MenuItem
  readonly current: PageDefinition | undefined
  readonly onFollow: (() => void) | undefined
  readonly top?: boolean
}

function MenuLink({ item: { page, count }, current, onFollow, top }: MenuLinkProps) {
  const { t } = useText()
  const here = page === current
  return (
    <Link
      to={page.path}
      look="plain"
      current={here}
      {...(onFollow && { onFollow })}
      className={cx(
        'flex items-center gap-2.5 rounded-md border px-2.5 phone:min-h-11',
        top ? 'min-h-9 text-md font-medium' : 'min-h-[30px] py-1 text-sm leading-snug',
        here
          ? 'border-line-2 bg-surface font-semibold text-accent-text'
          : 'border-transparent text-ink-2 hover:bg-sunken hover:text-ink',
      )}
    >
      {top && page.menu && (
        <Icon icon={page.menu.icon ?? groupIcons[page.menu.group]} size={17} className={here ? '' : 'text-ink-3'} />
      )}
      <span className="min-w-0 flex-1">{t(menuTitle(page))}</span>
      {count > 0 && <Num className="text-xs font-semibold text-accent-text">{count}</Num>}
    </Link>
  )
}
