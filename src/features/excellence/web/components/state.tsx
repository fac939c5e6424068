import { Award, CircleSlash, Clock, FileCheck2, FilePen, MessageSquareX, Users } from 'lucide-react'
import { useText } from '../../../../ui/i18n.ts'
import { Status, type StatusProps } from '../../../../ui/status.tsx'
import type { Dossier } from '../api.ts'

const looks: Readonly<Record<Dossier['status'], Pick<StatusProps, 'icon' | 'tone'>>> = {
  requested: { icon: Clock, tone: 'amber' },
  draft: { icon: FilePen, tone: 'neutral' },
  submitted: { icon: Users, tone: 'blue' },
  verified: { icon: FileCheck2, tone: 'blue' },
  ratified: { icon: Award, tone: 'green' },
  rejected: { icon: CircleSlash, tone: 'red' },
  not_seated: { icon: CircleSlash, tone: 'neutral' },
  refused: { icon: MessageSquareX, tone: 'red' },
}

export function NominationState({ of, pill = false }: { readonly of: Dossier['status']; readonly pill?: boolean }) {
  const { t } = useText()
  return (
    <Status {...looks[of]} look={pill ? 'pill' : 'quiet'}>
      {t(`excellence.statuses.${of}`)}
    </Status>
  )
}
