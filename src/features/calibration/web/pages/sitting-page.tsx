import { Banner } from '../../../../ui/banner.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { usePathParams, useSearch } from '../../../../ui/navigation.ts'
import { Page } from '../../../../ui/page.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import type { SittingView } from '../../schema.ts'
import { api, keys } from '../api.ts'
import { Attendance } from '../components/attendance.tsx'
import { CaseDrawer } from '../components/case-drawer.tsx'
import { SittingCases } from '../components/sitting-cases.tsx'
import { SittingHeader } from '../components/sitting-header.tsx'
import { SittingText } from '../components/sitting-text.tsx'

/** One sitting: agenda, attendance and quorum, cases with their votes, minutes. */
export function SittingPage() {
  const { id } = usePathParams<'id'>()
  // Members sit together, each at their own screen: what one does the others see.
  const sitting = useApiQuery({
    key: keys.sitting(id),
    load: (signal) => api('GET /api/calibration/sittings/:id', { params: { id }, signal }),
    every: 10_000,
  })
  return <Loaded query={sitting}>{(data) => <Sitting sitting={data} />}</Loaded>
}

function Sitting({ sitting }: { readonly sitting: SittingView }) {
  const { t } = useText()
  const { get, set } = useSearch()
  const caseId = get('case')
  return (
    <Page
      ground="bg"
      header={<SittingHeader sitting={sitting} />}
      sideWidth="wide"
      sideLabel={t('calibration.minutes')}
      side={
        <>
          <Attendance sitting={sitting} />
          <SittingText key={`agenda ${sitting.id}`} sitting={sitting} part="agenda" />
          <SittingText key={`minutes ${sitting.id}`} sitting={sitting} part="minutes" />
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {sitting.status === 'open' && !sitting.quorum.met && (
          <Banner tone="red" live>
            {t('calibration.sitting.quorumLost')}
          </Banner>
        )}
        <SittingCases sitting={sitting} onCase={(id) => set({ case: id })} />
      </div>
      {caseId && (
        <CaseDrawer caseId={caseId} inSitting={sitting.status === 'open'} onClose={() => set({ case: null })} />
      )}
    </Page>
  )
}
