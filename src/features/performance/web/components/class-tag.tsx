import { Lightbulb, Repeat2, Target } from 'lucide-react'
import { useText } from '../../../../ui/i18n.ts'
import type { IconType } from '../../../../ui/icon.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import type { ObjectiveClass } from '../../domain/document.ts'

export const classIcons: Record<ObjectiveClass, IconType> = {
  annual_plan: Target,
  development: Lightbulb,
  routine: Repeat2,
}

/** The class of an objective (E §5): icon and word. */
export function ClassTag({ of }: { readonly of: ObjectiveClass }) {
  const { t } = useText()
  return <Tag icon={classIcons[of]}>{t(`performance.classes.${of}`)}</Tag>
}
