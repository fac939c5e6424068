import { Ellipsis, EllipsisVertical } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { type ButtonLook, type ButtonSize, buttonClass } from './button-style.ts'
import { cx } from './cx.ts'
import { useText } from './i18n.ts'
import { Icon, type IconType } from './icon.tsx'
import { iconButtonClass } from './icon-button.tsx'

const loadOpened = () => import('./opened-menu.tsx')
const OpenedMenu = lazy(() => loadOpened().then((module) => ({ default: module.OpenedMenu })))

type MenuAction = {
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
  /** What the button does, in words. */
  readonly label: string
  readonly groups: readonly MenuGroupOfActions[]
  /** What stands in the button; three dots by default. */
  readonly trigger?: ReactNode
  readonly triggerClassName?: string
  /** The trigger holds words that name the button; else it is named by `label`. */
  readonly worded?: boolean
  /** With a look, the button is drawn like others and `trigger` holds its words. */
  readonly look?: ButtonLook
  readonly size?: ButtonSize
  readonly vertical?: boolean
}

export type MenuTriggerLook = {
  readonly name: string
  readonly label: string | undefined
  readonly className: string
  readonly content: ReactNode
}

/** More actions behind one button. Its code comes when the pointer or the keyboard nears it. */
export function Menu({ label, groups, trigger, triggerClassName, worded, look, size = 'sm', vertical }: MenuProps) {
  const { t } = useText()
  const [reached, setReached] = useState(false)
  const square = cx(iconButtonClass, size === 'sm' ? 'size-7 phone:size-10' : 'size-9 phone:size-11')
  const shown: MenuTriggerLook = {
    name: label || t('ui.more'),
    label: worded || (trigger && look) ? undefined : label || t('ui.more'),
    className: triggerClassName ?? (look ? buttonClass({ look, size }) : square),
    content: trigger ?? <Icon icon={vertical ? EllipsisVertical : Ellipsis} />,
  }
  const closed = (
    <button
      type="button"
      aria-label={shown.label}
      aria-haspopup="menu"
      aria-expanded={false}
      className={shown.className}
      onPointerEnter={loadOpened}
      onFocus={loadOpened}
      onClick={() => setReached(true)}
    >
      {shown.content}
    </button>
  )
  if (!reached) return closed
  return (
    <Suspense fallback={closed}>
      <OpenedMenu groups={groups} look={shown} />
    </Suspense>
  )
}
