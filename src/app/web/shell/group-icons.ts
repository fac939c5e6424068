import { Activity, FileChartColumn, House, Map as MapIcon, Scale, Settings2, User, Users } from 'lucide-react'
import type { IconType } from '../../../ui/icon.tsx'
import type { MenuGroup } from '../../../ui/navigation.ts'

export const groupIcons: Record<MenuGroup, IconType> = {
  home: House,
  mine: User,
  team: Users,
  plan: MapIcon,
  followUp: Activity,
  reports: FileChartColumn,
  committees: Scale,
  administration: Settings2,
}
