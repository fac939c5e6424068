import { History } from 'lucide-react'
import { Button } from '../../../../ui/button.tsx'
import { useText } from '../../../../ui/i18n.ts'

/** The way from the running cycle to all of mine. */
export function AllCyclesLink() {
  const { t } = useText()
  return (
    <Button look="ghost" icon={History} to="/my/assessment?all=1">
      {t('assessment.mine.all')}
    </Button>
  )
}
