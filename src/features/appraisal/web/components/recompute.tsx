import { Calculator, CircleAlert, CircleCheck } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Num } from '../../../../ui/num.tsx'
import { Status } from '../../../../ui/status.tsx'
import type { Verdict } from '../../domain/recompute.ts'
import type { Explained } from '../api.ts'

/**
 * Computes every number again, here in the browser, when the page is opened and whenever it is asked for, and says
 * whether it is equal or where it first differs.
 */
export function useRecompute(explanation: Explained) {
  const { t } = useText()
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const compute = useCallback(async () => {
    const { recompute } = await import('../../domain/recompute.ts')
    setVerdict(recompute(explanation))
  }, [explanation])
  useEffect(() => {
    void compute()
  }, [compute])
  return {
    verdict:
      verdict &&
      (verdict.equal ? (
        <Status look="pill" tone="green" icon={CircleCheck}>
          {t('appraisal.why.equal', { count: verdict.checked })}
        </Status>
      ) : (
        <Status look="pill" tone="red" icon={CircleAlert}>
          {t('appraisal.why.different')} <Num code>{verdict.first.path}</Num>: <Num code>{verdict.first.found}</Num> ≠{' '}
          <Num code>{verdict.first.expected}</Num>
        </Status>
      )),
    button: (
      <Button look="primary" icon={Calculator} onPress={() => void compute()}>
        {t('appraisal.why.recompute')}
      </Button>
    ),
  }
}
