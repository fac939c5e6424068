import type { IconType } from './icon.tsx'

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
