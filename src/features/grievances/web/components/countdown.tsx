import { Hourglass, Lock } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useText } from '../../../../ui/i18n.ts'
import { Status } from '../../../../ui/status.tsx'

const hour = 3_600_000

/** How much of a window is left: days, then hours on the last day; it counts down while one looks. */
export function Countdown({ until, serverNow }: { readonly until: string; readonly serverNow: string }) {
  const { t } = useText()
  const left = useLeft(until, serverNow)
  if (left < 0) {
    return (
      <Status icon={Lock} look="pill">
        {t('grievances.mine.closed')}
      </Status>
    )
  }
  const words =
    left >= 24 * hour
      ? t('grievances.mine.left', { count: Math.floor(left / (24 * hour)) })
      : t('grievances.mine.hours', { count: Math.floor(left / hour) })
  return (
    <Status icon={Hourglass} tone={left < 72 * hour ? 'amber' : 'blue'} look="pill">
      {words}
    </Status>
  )
}

/** Milliseconds that are left by the server's clock, whatever the reader's says. */
function useLeft(until: string, serverNow: string): number {
  const end = new Date(until).getTime()
  const [ahead] = useState(() => Date.now() - new Date(serverNow).getTime())
  const [now, setNow] = useState(() => Date.now() - ahead)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now() - ahead), 15_000)
    return () => clearInterval(timer)
  }, [ahead])
  return end - now
}
