import { Blocks, Hammer, Lightbulb, type LucideIcon, Target } from 'lucide-react'
import type { NodeKind } from '../../domain/node.ts'

export const kindIcons: Readonly<Record<NodeKind, LucideIcon>> = {
  objective: Target,
  programme: Blocks,
  initiative: Lightbulb,
  project: Hammer,
}
