import { cx } from '../../../ui/cx.ts'
import { useText } from '../../../ui/i18n.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import { Menu } from '../../../ui/menu.tsx'
import { type PageDefinition, useNavigation } from '../../../ui/navigation.ts'
import { groupIcons } from './group-icons.ts'
import { type MenuPart, menuTitle } from './menu-model.ts'

type RailProps = { readonly parts: readonly MenuPart[]; readonly current: PageDefinition | undefined }

const spot = 'flex h-9 w-10 items-center justify-center rounded-md border'
const here = 'border-line-2 bg-surface text-accent-text'
const elsewhere = 'border-transparent text-ink-3 hover:bg-sunken hover:text-ink'

/** The menu folded to 60 px: a group opens its pages beside it. */
export function Rail({ parts, current }: RailProps) {
  const { t } = useText()
  const { go } = useNavigation()
  return (
    <ul className="flex flex-col items-center gap-1">
      {parts.map(({ group, items }) => {
        const icon = <Icon icon={groupIcons[group]} size={18} />
        const style = cx(spot, current?.menu?.group === group ? here : elsewhere)
        return (
          <li key={group}>
            {group === 'home' ? (
              <Link to={items[0]?.page.path ?? '/'} look="plain" label={t('shell.home')} className={style}>
                {icon}
              </Link>
            ) : (
              <Menu
                label={t(`shell.group.${group}`)}
                trigger={icon}
                triggerClassName={style}
                groups={[
                  {
                    id: group,
                    title: t(`shell.group.${group}`),
                    actions: items.map(({ page }) => ({
                      id: page.path,
                      label: t(menuTitle(page)),
                      checked: page === current,
                      onPress: () => go(page.path),
                    })),
                  },
                ]}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
