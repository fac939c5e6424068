import { Check, Download, Gavel, LifeBuoy, Mic, Scale, Send, Undo2, UserMinus, Users } from 'lucide-react'
import { useState } from 'react'
import { localDate } from '../../../../shared/time-zone.ts'
import { sentenceFor, toProblem } from '../../../../ui/api-problem.ts'
import { Banner } from '../../../../ui/banner.tsx'
import { Button } from '../../../../ui/button.tsx'
import { download } from '../../../../ui/client.ts'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { usePathParams } from '../../../../ui/navigation.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { useApiQuery } from '../../../../ui/query.ts'
import { notifyProblem } from '../../../../ui/toast.tsx'
import { api, type Grievance, keys } from '../api.ts'
import { CaseContent } from '../components/case-content.tsx'
import { CaseSide } from '../components/case-side.tsx'
import { DecisionDialog } from '../components/decision-dialog.tsx'
import { bodyOf, DraftForm, writtenIn } from '../components/draft-form.tsx'
import { PanelDialog } from '../components/panel-dialog.tsx'
import { CaseStatus } from '../components/pieces.tsx'
import {
  AskEvaluationDialog,
  DiscardDialog,
  EvaluateDialog,
  ExtendDialog,
  HearingDialog,
  MoveDialog,
  OpinionDialog,
  StepDownDialog,
} from '../components/simple-dialogs.tsx'
import { useCaseAct } from '../components/use-case.ts'

/** One grievance, as its reader may see it: the employee, the committee's chair, the panel, the head. */
export function GrievancePage() {
  const { id } = usePathParams<'id'>()
  const query = useApiQuery({
    key: keys.one(id),
    load: (signal) => api('GET /api/grievances/:id', { params: { id }, signal }),
  })
  const [openedAt] = useState(() => new Date().toISOString())
  return (
    <Loaded query={query}>
      {(grievance) =>
        grievance.status === 'draft' ? (
          <DraftPage key={grievance.id} grievance={grievance} openedAt={openedAt} />
        ) : (
          <RecordPage key={grievance.id} grievance={grievance} openedAt={openedAt} />
        )
      }
    </Loaded>
  )
}

type Shown = { readonly grievance: Grievance; readonly openedAt: string }
type Ask =
  | 'file'
  | 'discard'
  | 'acknowledge'
  | 'admit'
  | 'dismiss'
  | 'withdraw'
  | 'receive'
  | 'seat'
  | 'hear'
  | 'opine'
  | 'stepDown'
  | 'extend'
  | 'askEvaluation'
  | 'evaluate'
  | 'decide'

function useCrumbs(grievance: Grievance) {
  const { t } = useText()
  return grievance.parts.includes('employee')
    ? [{ label: t('grievances.mine.title'), to: '/my/grievances' }]
    : [{ label: t('grievances.list.title'), to: '/committees/grievances' }]
}

function DraftPage({ grievance, openedAt }: Shown) {
  const { t } = useText()
  const { timeZone } = usePreferences()
  const crumbs = useCrumbs(grievance)
  const [written, setWritten] = useState(() => writtenIn(grievance))
  const [ask, setAsk] = useState<Ask | null>(null)
  const dirty = JSON.stringify(bodyOf(written)) !== JSON.stringify(bodyOf(writtenIn(grievance)))
  const save = useCaseAct<ReturnType<typeof bodyOf>>({
    id: grievance.id,
    send: (body) => api('PUT /api/grievances/:id', { params: { id: grievance.id }, version: grievance.version, body }),
  })
  const { file } = grievance.can
  const close = () => setAsk(null)
  return (
    <Page
      header={
        <PageHeader
          title={t('grievances.record.draft', { year: grievance.year })}
          pill={<CaseStatus status="draft" look="pill" />}
          state={t('grievances.states.draft')}
          crumbs={crumbs}
          actions={
            <>
              <WhyButton grievance={grievance} />
              <Button look="ghost" onPress={() => setAsk('discard')}>
                {t('grievances.moves.discard')}
              </Button>
            </>
          }
          mainAction={
            <Button
              look="primary"
              icon={Send}
              mirrorIcon
              reason={
                dirty ? t('grievances.record.unsaved') : file && !file.allowed ? sentenceFor(file.why) : undefined
              }
              onPress={() => setAsk('file')}
            >
              {t('grievances.moves.file')}
            </Button>
          }
        />
      }
      side={<CaseSide grievance={grievance} serverNow={openedAt} today={localDate(new Date(openedAt), timeZone)} />}
      sideLabel={t('grievances.record.clock')}
    >
      {save.error && (
        <Banner tone="red" live className="mb-4">
          {sentenceFor(save.error.code, save.error.params)}
        </Banner>
      )}
      <DraftForm
        grievance={grievance}
        written={written}
        onChange={setWritten}
        onSave={(typed) => save.mutate(bodyOf(typed))}
        dirty={dirty}
        pending={save.isPending}
      />
      {ask === 'file' && <MoveDialog grievance={grievance} move="file" onClose={close} />}
      {ask === 'discard' && <DiscardDialog grievance={grievance} onClose={close} />}
    </Page>
  )
}

function WhyButton({ grievance }: { readonly grievance: Grievance }) {
  const { t } = useText()
  if (!grievance.can.explanation) return null
  const own = grievance.parts.includes('employee')
  const to = own ? `/my/results/${grievance.year}` : `/results/${grievance.employee.id}/${grievance.year}`
  return (
    <Button to={to} icon={LifeBuoy}>
      {t('grievances.record.explanation')}
    </Button>
  )
}

function RecordPage({ grievance, openedAt }: Shown) {
  const { t, pick, language } = useText()
  const { timeZone } = usePreferences()
  const crumbs = useCrumbs(grievance)
  const [ask, setAsk] = useState<Ask | null>(null)
  const { can } = grievance
  const may = (name: keyof Grievance['can']) => can[name]?.allowed === true
  const main = mainOf(grievance)
  const print = () =>
    download('GET /api/grievances/:id/letter', { params: { id: grievance.id }, query: { language } }).catch(
      (thrown: unknown) => notifyProblem(toProblem(thrown)),
    )
  const own = grievance.parts.includes('employee')
  const secondary = (
    [
      ['admit', Check, t('grievances.moves.admit')],
      ['dismiss', null, t('grievances.moves.dismiss')],
      ['seat', Users, grievance.panel.length > 0 ? t('grievances.moves.reseat') : t('grievances.moves.seat')],
      ['askEvaluation', null, t('grievances.moves.askEvaluation')],
      ['stepDown', UserMinus, t('grievances.moves.stepDown')],
      ['extend', null, t('grievances.moves.extend')],
      ['withdraw', Undo2, t('grievances.moves.withdraw')],
    ] as const
  ).filter(([name]) => may(name) && name !== main)
  return (
    <Page
      header={
        <PageHeader
          title={t('grievances.record.title', { number: grievance.number ?? 0, year: grievance.year })}
          context={own ? undefined : t('grievances.record.from', { name: pick(grievance.employee.name) })}
          pill={<CaseStatus status={grievance.status} look="pill" />}
          state={t(`grievances.states.${grievance.status}`)}
          crumbs={crumbs}
          actions={
            <>
              <WhyButton grievance={grievance} />
              {may('print') && (
                <Button icon={Download} onPress={print}>
                  {t('grievances.moves.print')}
                </Button>
              )}
              {secondary.map(([name, icon, label]) => (
                <Button
                  key={name}
                  look={name === 'withdraw' || name === 'dismiss' ? 'ghost' : 'secondary'}
                  {...(icon && { icon })}
                  onPress={() => setAsk(name)}
                >
                  {label}
                </Button>
              ))}
            </>
          }
          mainAction={main && <MainButton grievance={grievance} main={main} onPress={() => setAsk(main)} />}
        />
      }
      side={<CaseSide grievance={grievance} serverNow={openedAt} today={localDate(new Date(openedAt), timeZone)} />}
      sideLabel={t('grievances.record.clock')}
    >
      <CaseContent
        grievance={grievance}
        actions={{
          hear: may('hear') && (
            <Button size="sm" icon={Mic} onPress={() => setAsk('hear')}>
              {t('grievances.moves.hear')}
            </Button>
          ),
          opine: may('opine') && main !== 'opine' && (
            <Button size="sm" icon={Scale} onPress={() => setAsk('opine')}>
              {t('grievances.moves.changeOpinion')}
            </Button>
          ),
        }}
      />
      <Asked ask={ask} grievance={grievance} onClose={() => setAsk(null)} />
    </Page>
  )
}

/** The one move that the reader is waited for. */
function mainOf({ can, panel, status }: Grievance): Ask | null {
  const own = panel.find((one) => one.own)
  if (can.receive?.allowed) return 'receive'
  if (can.evaluate?.allowed) return 'evaluate'
  if (can.acknowledge?.allowed) return 'acknowledge'
  if (can.admit?.allowed) return 'admit'
  if (can.rule?.allowed) return 'decide'
  if (can.opine?.allowed && own && !own.hasOpinion) return 'opine'
  if (can.decide) return 'decide'
  return can.seat?.allowed && status === 'admitted' ? 'seat' : null
}

function MainButton({
  grievance,
  main,
  onPress,
}: {
  readonly grievance: Grievance
  readonly main: Ask
  readonly onPress: () => void
}) {
  const { t } = useText()
  const { decide, rule } = grievance.can
  const blocked = main === 'decide' && !rule?.allowed && decide && !decide.allowed ? sentenceFor(decide.why) : undefined
  const asHead = main === 'decide' && rule?.allowed && !decide?.allowed
  return (
    <Button look="primary" {...(main === 'decide' && { icon: Gavel })} reason={blocked} onPress={onPress}>
      {asHead ? t('grievances.moves.rule') : t(`grievances.moves.${main}`)}
    </Button>
  )
}

function Asked({
  ask,
  grievance,
  onClose,
}: {
  readonly ask: Ask | null
  readonly grievance: Grievance
  readonly onClose: () => void
}) {
  const shared = { grievance, onClose }
  switch (ask) {
    case 'acknowledge':
    case 'admit':
    case 'dismiss':
    case 'withdraw':
    case 'receive':
      return <MoveDialog {...shared} move={ask} />
    case 'seat':
      return <PanelDialog {...shared} />
    case 'hear':
      return <HearingDialog {...shared} />
    case 'opine':
      return <OpinionDialog {...shared} />
    case 'stepDown':
      return <StepDownDialog {...shared} />
    case 'extend':
      return <ExtendDialog {...shared} />
    case 'askEvaluation':
      return <AskEvaluationDialog {...shared} />
    case 'evaluate':
      return <EvaluateDialog {...shared} />
    case 'decide':
      return <DecisionDialog {...shared} />
    default:
      return null
  }
}
