import {
  Activity,
  ArrowLeft,
  ArrowRight,
  Calendar,
  CircleAlert,
  CircleCheck,
  ClipboardPaste,
  Clock,
  Eye,
  FileCheck,
  GitPullRequestArrow,
  Hourglass,
  Lightbulb,
  Pencil,
  Plus,
  Repeat,
  Send,
  Target,
  Trash2,
  Undo2,
  Users,
} from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { ApiProblem } from '../../../ui/api-problem.ts'
import { Avatar } from '../../../ui/avatar.tsx'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { ColumnChooser, useColumns } from '../../../ui/column-chooser.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Ago, DateText, DateTimeText, HijriText } from '../../../ui/date-text.tsx'
import { DateTile } from '../../../ui/date-tile.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { DiffText, DiffValue } from '../../../ui/diff-text.tsx'
import { Drawer } from '../../../ui/drawer.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FileDrop } from '../../../ui/file-drop.tsx'
import { FileListDrop, type ListedFile } from '../../../ui/file-list-drop.tsx'
import { Form } from '../../../ui/form.tsx'
import { useText } from '../../../ui/i18n.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { InboxList, InboxRow } from '../../../ui/inbox-row.tsx'
import { Link } from '../../../ui/link.tsx'
import type { Sort } from '../../../ui/list-state.ts'
import { Menu } from '../../../ui/menu.tsx'
import { Num } from '../../../ui/num.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { NumberWithStory } from '../../../ui/number-with-story.tsx'
import { Page } from '../../../ui/page.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { Progress, ShareBar } from '../../../ui/progress.tsx'
import { RadioGroup } from '../../../ui/radio-group.tsx'
import { SearchField } from '../../../ui/search-field.tsx'
import { Section } from '../../../ui/section.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { Select } from '../../../ui/select.tsx'
import { RowsSkeleton } from '../../../ui/skeleton.tsx'
import { Status } from '../../../ui/status.tsx'
import { Switch } from '../../../ui/switch.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { NodeTag, Tag } from '../../../ui/tag.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { notifyDone, notifyProblem } from '../../../ui/toast.tsx'
import { Tooltip } from '../../../ui/tooltip.tsx'
import { WeightBar, WeightSentence } from '../../../ui/weight-bar.tsx'

const segments = [
  { id: '1.1', basisPoints: 2500 },
  { id: '1.2', basisPoints: 2000 },
  { id: '2.1', basisPoints: 1500 },
  { id: '2.2', basisPoints: 1500 },
  { id: '3.1', basisPoints: 1000 },
]

/** Says one thing in the language of the reader; the words of this page stay out of the dictionaries. */
function useSay() {
  const { language } = useText()
  return (ar: string, en: string) => (language === 'ar' ? ar : en)
}

/** Every component, for looking at and for the checks of accessibility. */
export function DesignPage() {
  const say = useSay()
  return (
    <Page
      header={
        <PageHeader
          title={say('وثيقة أدائي', 'My performance document')}
          context={say('الربع الأول 2026', 'First quarter 2026')}
          pill={
            <Status look="pill" icon={Pencil}>
              {say('مسودة', 'Draft')}
            </Status>
          }
          state={<Status icon={CircleCheck}>{say('حُفظت تلقائيًا قبل دقيقة', 'Saved by itself a minute ago')}</Status>}
          actions={
            <>
              <Button look="ghost" icon={ClipboardPaste}>
                {say('لصق من Excel', 'Paste from Excel')}
              </Button>
              <Button icon={Eye}>{say('معاينة', 'Preview')}</Button>
            </>
          }
          mainAction={
            <Button look="primary" icon={Send} mirrorIcon reasonId="why-not">
              {say('إرسال للاعتماد', 'Send for approval')}
            </Button>
          }
          mainNote={<WeightSentence total={8500} compact />}
        >
          <div className="grid items-start gap-5 md:grid-cols-[minmax(0,1fr)_380px]">
            <WeightBar segments={segments} label={say('الأوزان', 'Weights')} />
            <Banner tone="amber" id="why-not">
              <strong>{say('لا يمكن الإرسال بعد:', 'Cannot be sent yet:')}</strong>{' '}
              {say(
                'بقي من الأوزان 15، ومستهدفات نتيجة واحدة غير متدرّجة.',
                '15 of the weights are missing, and the targets of one result do not rise.',
              )}{' '}
              <Link to="#fields" className="underline">
                {say('الانتقال إلى الخطأ', 'Go to the problem')}
              </Link>
            </Banner>
          </div>
        </PageHeader>
      }
      side={<Side />}
      sideLabel={say('تفاصيل', 'Details')}
    >
      <div className="flex flex-col gap-8">
        <InboxDemo />
        <Buttons />
        <Fields />
        <TableDemo />
        <Numbers />
        <Overlays />
        <States />
      </div>
    </Page>
  )
}

function InboxDemo() {
  const say = useSay()
  const [tab, setTab] = useState('all')
  const [selected, setSelected] = useState<string | null>(null)
  const rows = [
    {
      id: 'a',
      person: say('سالم بن ناصر الحراصي', 'Salim Al Harrasi'),
      kind: say('وثيقة أداء للاعتماد', 'Document to approve'),
      kindIcon: FileCheck,
      ask: say('وثيقة الربع الأول 2026، النسخة الثانية بعد الإعادة', 'Q1 2026 document, second version after return'),
      deadline: { text: say('متأخر يوم عمل', '1 working day late'), icon: CircleAlert, tone: 'red' as const },
      age: say('ورد منذ 10 أيام', 'Received 10 days ago'),
    },
    {
      id: 'b',
      person: say('ريم بنت عبدالله الكندية', 'Reem Al Kindi'),
      kind: say('وثيقة أداء للاعتماد', 'Document to approve'),
      kindIcon: FileCheck,
      ask: say('وثيقة الربع الأول 2026: 3 أهداف و7 نتائج رئيسية', 'Q1 2026 document: 3 objectives, 7 key results'),
      deadline: { text: say('يستحق اليوم', 'Due today'), icon: Clock, tone: 'amber' as const },
      age: say('ورد منذ أسبوع', 'Received a week ago'),
    },
    {
      id: 'c',
      person: say('هدى بنت سيف الغافرية', 'Huda Al Ghafri'),
      kind: say('قراءة مؤشر', 'Indicator reading'),
      kindIcon: Activity,
      ask: say('رضا المتعاملين، ديسمبر 2025: القراءة 84.6%', 'Customer satisfaction, Dec 2025: reading 84.6%'),
      deadline: { text: say('الثلاثاء 20 يناير', 'Tue 20 Jan'), icon: Calendar, tone: 'neutral' as const },
      age: say('ورد منذ 3 أيام', 'Received 3 days ago'),
    },
  ]
  return (
    <Section
      title={say('قرارات تنتظرني', 'Decisions waiting for me')}
      note={say('6 قرارات، واحد منها متأخر', '6 decisions, one overdue')}
    >
      <div className="mb-2">
        <Tabs
          label={say('تصفية القرارات', 'Filter decisions')}
          value={tab}
          onChange={setTab}
          tabs={[
            { value: 'all', label: say('الكل', 'All'), count: 6 },
            { value: 'late', label: say('متأخر', 'Overdue'), count: 1 },
            { value: 'today', label: say('يستحق اليوم', 'Due today'), count: 2 },
            { value: 'week', label: say('هذا الأسبوع', 'This week'), count: 3 },
          ]}
        />
      </div>
      <InboxList label={say('قرارات تنتظرني', 'Decisions waiting for me')}>
        {rows.map((row, at) => (
          <InboxRow
            key={row.id}
            {...row}
            highlighted={at === 0}
            selected={selected === row.id}
            onSelect={(on) => setSelected(on ? row.id : null)}
            action={
              <Button size="sm" look={at === 0 ? 'primary' : 'secondary'} className="min-w-[68px]">
                {at === 2 ? say('اعتماد', 'Approve') : say('مراجعة', 'Review')}
              </Button>
            }
            quiet={
              <Button size="sm" look="ghost" icon={Undo2} mirrorIcon>
                {say('إعادة', 'Return')}
              </Button>
            }
          />
        ))}
      </InboxList>
    </Section>
  )
}

function Row({ children }: { readonly children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-2">{children}</div>
}

function Buttons() {
  const say = useSay()
  const [part, setPart] = useState<'now' | 'before'>('before')
  return (
    <Section title={say('الأزرار والوسوم والحالات', 'Buttons, tags, states')}>
      <div className="flex flex-col gap-3">
        <Row>
          <Button look="primary" icon={Plus}>
            {say('إضافة هدف', 'Add an objective')}
          </Button>
          <Button>{say('معاينة', 'Preview')}</Button>
          <Button look="ghost">{say('تحديد الكل', 'Select all')}</Button>
          <Button look="link">{say('عرض المنجز', 'Show completed')}</Button>
          <Button look="danger" icon={Trash2}>
            {say('حذف', 'Delete')}
          </Button>
          <Button iconAfter={say('rtl', 'ltr') === 'rtl' ? ArrowRight : ArrowRight}>
            {say('إكمال الوثيقة', 'Continue')}
          </Button>
        </Row>
        <Row>
          <Button reason={say('بقي من الأوزان 15', '15 of the weights are missing')} look="primary">
            {say('إرسال', 'Send')}
          </Button>
          <Button pending look="primary">
            {say('حفظ', 'Save')}
          </Button>
          <Button disabled>{say('معطل', 'Disabled')}</Button>
          <Button size="sm">{say('فتح', 'Open')}</Button>
          <Button size="lg" look="primary">
            {say('كبير', 'Large')}
          </Button>
          <IconButton icon={Pencil} label={say('تعديل', 'Edit')} />
          <IconButton icon={ArrowLeft} mirrored bordered label={say('السابق', 'Previous')} />
          <Menu
            label={say('إجراءات أخرى', 'More actions')}
            groups={[
              {
                id: 'a',
                actions: [
                  { id: 'e', label: say('تعديل', 'Edit'), icon: Pencil, onPress: () => {} },
                  { id: 'r', label: say('إعادة', 'Return'), icon: Undo2, mirrorIcon: true, onPress: () => {} },
                ],
              },
              {
                id: 'b',
                actions: [{ id: 'd', label: say('حذف', 'Delete'), icon: Trash2, danger: true, onPress: () => {} }],
              },
            ]}
          />
          <Tooltip text={say('كلمات قليلة', 'A few words')}>
            <button type="button" className="rounded-md border border-line-2 px-3 py-1 text-sm">
              {say('تلميح', 'Tooltip')}
            </button>
          </Tooltip>
        </Row>
        <Row>
          <Segmented
            label={say('النسخة', 'Version')}
            value={part}
            onChange={setPart}
            options={[
              { value: 'now', label: say('النسخة الحالية', 'Current version') },
              { value: 'before', label: say('مقارنة بالنسخة 1', 'Compared with version 1') },
            ]}
          />
          <Tag icon={Target}>{say('الخطة السنوية', 'Annual plan')}</Tag>
          <Tag icon={Lightbulb}>{say('تطوير العمل', 'Work improvement')}</Tag>
          <Tag icon={Repeat}>{say('أعمال روتينية', 'Routine work')}</Tag>
          <NodeTag to="/design">{say('برنامج تحوّل الخدمات P-03', 'Service transformation P-03')}</NodeTag>
        </Row>
        <Row>
          <Status look="pill" icon={Pencil}>
            {say('مسودة', 'Draft')}
          </Status>
          <Status look="pill" icon={Hourglass} tone="amber">
            {say('قيد الاعتماد', 'Waiting for approval')}
          </Status>
          <Status look="pill" icon={CircleCheck} tone="green">
            {say('معتمدة', 'Agreed')}
          </Status>
          <Status look="pill" icon={Undo2} tone="red" mirrorIcon>
            {say('معادة', 'Returned')}
          </Status>
          <Status look="pill" icon={GitPullRequestArrow} tone="blue">
            {say('قيد التعديل', 'Being amended')}
          </Status>
          <Status look="pill" icon={Target} tone="accent">
            {say('مختار', 'Chosen')}
          </Status>
          <Status icon={CircleCheck} tone="green">
            {say('على المسار', 'On track')}
          </Status>
          <Status icon={CircleAlert} tone="red">
            {say('متأخر', 'Late')}
          </Status>
          <Avatar name={say('سالم بن ناصر الحراصي', 'Salim Al Harrasi')} />
          <Avatar name={say('بدرية الهنائية', 'Badriya Al Hinai')} tone="accent" size={28} />
          <Avatar name={say('هدى الغافرية', 'Huda Al Ghafri')} size={44} />
        </Row>
      </div>
    </Section>
  )
}

const problem = new ApiProblem({
  status: 422,
  code: 'http.invalid_input',
  fields: [
    { path: 'title', code: 'required' },
    { path: 'weight', code: 'too_many_decimals' },
  ],
  reference: 'a41f-9c07',
})

function Fields() {
  const say = useSay()
  const [text, setText] = useState('')
  const [notes, setNotes] = useState('')
  const [weight, setWeight] = useState('99.999')
  const [date, setDate] = useState<string | null>('2026-01-18')
  const [kind, setKind] = useState<'number' | 'percentage' | 'date' | null>('percentage')
  const [person, setPerson] = useState<string | null>(null)
  const [choice, setChoice] = useState<'a' | 'b' | null>('a')
  const [on, setOn] = useState(true)
  const [file, setFile] = useState<File | null>(null)
  const [kept, setKept] = useState<readonly ListedFile[]>([
    { id: 'report', name: say('محضر جلسة البحث الميداني.pdf', 'Minutes of the field session.pdf'), bytes: 245_000 },
  ])
  const [q, setQ] = useState('')
  const people = [
    {
      value: '1',
      label: say('سالم بن ناصر الحراصي', 'Salim Al Harrasi'),
      hint: say('أخصائي تصميم خدمات', 'Service designer'),
    },
    { value: '2', label: say('أحمد بن علي الشحي', 'Ahmed Al Shehhi'), hint: say('مدير دائرة', 'Head of department') },
    { value: '3', label: say('هدى بنت سيف الغافرية', 'Huda Al Ghafri'), hint: say('رئيسة قسم', 'Head of section') },
  ]
  return (
    <Section title={say('النماذج', 'Forms')} id="fields">
      <Form onSubmit={() => {}} problem={problem} label={say('نموذج', 'A form')} className="max-w-3xl">
        <div className="grid gap-4 md:grid-cols-2">
          <TextField
            name="title"
            label={say('عنوان الهدف', 'Title of the objective')}
            required
            value={text}
            onChange={setText}
          />
          <NumberField
            name="weight"
            label={say('الوزن', 'Weight')}
            value={weight}
            onChange={setWeight}
            decimals={2}
            min={0}
            step={5}
            suffix="%"
            hint={say('مجموع الأوزان 100', 'Weights add up to 100')}
          />
          <TextField
            label={say('الرقم المدني', 'Civil number')}
            value="01234567"
            onChange={() => {}}
            direction="code"
            inputMode="numeric"
          />
          <TextField
            label={say('البريد الإلكتروني', 'E-mail')}
            value="s.alharrasi@example.om"
            onChange={() => {}}
            direction="code"
            required={false}
          />
          <Select
            label={say('نوع المؤشر', 'Kind of indicator')}
            value={kind}
            onChange={setKind}
            options={[
              { value: 'number', label: say('عدد', 'Number') },
              { value: 'percentage', label: say('نسبة مئوية', 'Percentage') },
              { value: 'date', label: say('تاريخ', 'Date') },
            ]}
          />
          <Combobox label={say('الموظف', 'Employee')} value={person} onChange={setPerson} options={people} />
          <DateField label={say('تاريخ الاستحقاق', 'Due date')} value={date} onChange={setDate} />
          <TextField
            label={say('حقل معطل', 'A disabled field')}
            value={say('لا يُعدّل', 'Not editable')}
            onChange={() => {}}
            disabled
          />
          <TextArea
            className="md:col-span-2"
            label={say('ملاحظة', 'Note')}
            value={notes}
            onChange={setNotes}
            maxLength={500}
            required={false}
            placeholder={say('كتابة رد…', 'Write an answer…')}
          />
          <RadioGroup
            label={say('نمط الموازنة', 'Mode of calibration')}
            value={choice}
            onChange={setChoice}
            options={[
              { value: 'a', label: say('الرفع فقط', 'Raise only'), hint: say('لا يُخفَّض أحد', 'Nobody is lowered') },
              { value: 'b', label: say('المنحنى الكامل', 'Full curve') },
            ]}
            inline
          />
          <div className="flex flex-col gap-3">
            <Checkbox label={say('تطبيق على الفريق كله', 'Apply to the whole team')} checked={on} onChange={setOn} />
            <Checkbox label={say('بعضها محدد', 'Some are chosen')} checked={false} partly onChange={() => {}} />
            <Switch label={say('التنبيه بالبريد', 'Notify by e-mail')} checked={on} onChange={setOn} />
          </div>
          <SearchField label={say('ابحث في 126 هدفًا', 'Search 126 objectives')} value={q} onChange={setQ} />
          <FileDrop
            className="md:col-span-2"
            label={say('ملف الموظفين', 'File of employees')}
            file={file}
            onChange={setFile}
            accept=".xlsx,.csv"
            maxBytes={10_485_760}
          />
          <FileListDrop
            className="md:col-span-2"
            label={say('ما يثبت الإنجاز', 'Evidence of achievement')}
            accept=".pdf,.docx,.xlsx,.png,.jpg,.csv,.txt"
            maxBytes={20_971_520}
            files={kept}
            send={async (sent, { onProgress, signal }) => {
              for (let part = 1; part <= 20 && !signal.aborted; part++) {
                await new Promise((resume) => setTimeout(resume, 150))
                onProgress(part / 20)
              }
              if (!signal.aborted) setKept((all) => [...all, { id: sent.name, name: sent.name, bytes: sent.size }])
            }}
            onRemove={(id) => setKept((all) => all.filter((one) => one.id !== id))}
          />
        </div>
        <Row>
          <Button type="submit">{say('حفظ', 'Save')}</Button>
        </Row>
      </Form>
    </Section>
  )
}

type Person = {
  readonly id: string
  readonly rank: number
  readonly name: string
  readonly division: string
  readonly score: number
  readonly level: string
  readonly move: 'up' | 'none' | 'asked'
}

function TableDemo() {
  const say = useSay()
  const [sort, setSort] = useState<Sort>({ column: 'rank', direction: 'ascending' })
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const rows: readonly Person[] = [
    {
      id: '1',
      rank: 69,
      name: say('أنور بن سعيد الجابري', 'Anwar Al Jabri'),
      division: say('فرع صحار', 'Sohar branch'),
      score: 108.55,
      level: say('جيد جدًا', 'Very good'),
      move: 'up',
    },
    {
      id: '2',
      rank: 70,
      name: say('عائشة بنت حمد السيابية', 'Aisha Al Siyabi'),
      division: say('المتابعة', 'Follow-up'),
      score: 108.4,
      level: say('جيد جدًا', 'Very good'),
      move: 'up',
    },
    {
      id: '3',
      rank: 71,
      name: say('مازن بن علي الشحي', 'Mazin Al Shehhi'),
      division: say('رحلات المتعاملين', 'Customer journeys'),
      score: 108.3,
      level: say('جيد', 'Good'),
      move: 'asked',
    },
    {
      id: '4',
      rank: 143,
      name: say('سالم بن ناصر الحراصي', 'Salim Al Harrasi'),
      division: say('رحلات المتعاملين', 'Customer journeys'),
      score: 98.63,
      level: say('جيد', 'Good'),
      move: 'none',
    },
  ]
  const columns: readonly Column<Person>[] = [
    {
      id: 'rank',
      header: say('الترتيب', 'Rank'),
      cell: (row) => <Num className="text-ink-3">{row.rank}</Num>,
      align: 'center',
      sortable: true,
      width: '5rem',
      phone: 'fact',
    },
    {
      id: 'name',
      header: say('الموظف', 'Employee'),
      cell: (row) => (
        <Link to="/design" look="plain" className="hover:underline">
          {row.name}
        </Link>
      ),
      rowHeader: true,
      sortable: true,
      fixed: true,
    },
    {
      id: 'division',
      header: say('التقسيم', 'Division'),
      cell: (row) => <span className="text-ink-2">{row.division}</span>,
    },
    {
      id: 'score',
      header: say('المحتسبة', 'Computed'),
      cell: (row) => <Num decimals={2}>{row.score}</Num>,
      align: 'center',
      sortable: true,
    },
    { id: 'level', header: say('القرار', 'Decision'), cell: (row) => <strong>{row.level}</strong>, align: 'center' },
    {
      id: 'move',
      header: say('الحركة', 'Movement'),
      cell: (row) =>
        row.move === 'asked' ? (
          <Status icon={CircleAlert} tone="red">
            {say('السبب مطلوب', 'A reason is needed')}
          </Status>
        ) : row.move === 'up' ? (
          <Status icon={CircleCheck} tone="accent">
            {say('رفع', 'Raised')}
          </Status>
        ) : (
          <span className="text-ink-3">{say('بلا تغيير', 'Unchanged')}</span>
        ),
    },
    { id: 'note', header: say('ملاحظة', 'Note'), cell: () => '—', optional: true },
  ]
  const chooser = useColumns('design', columns)
  return (
    <Section
      title={say('القائمة المرتبة', 'Ranked list')}
      note={say('233 موظفًا', '233 employees')}
      aside={<ColumnChooser columns={columns} state={chooser} />}
    >
      <Table
        label={say('القائمة المرتبة', 'Ranked list')}
        columns={columns}
        shown={chooser.shown}
        rows={rows}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        sort={sort}
        onSort={setSort}
        selected={selected}
        onSelect={setSelected}
        tone={(row) => (row.move === 'asked' ? 'amber' : undefined)}
        ruleAbove={(row) => row.id === '3'}
        density="compact"
        footer={{ name: say('المتوسط', 'Average'), score: <Num decimals={2}>{105.97}</Num> }}
      />
      <Pagination from={1} to={50} total={4812} onNext={() => {}} />
    </Section>
  )
}

function Numbers() {
  const say = useSay()
  return (
    <Section title={say('الأرقام والمقارنة', 'Numbers and comparison')}>
      <div className="grid gap-5 md:grid-cols-2">
        <div className="flex flex-col gap-3">
          <WeightBar
            segments={[...segments, { id: 'x', basisPoints: 1500 }]}
            label={say('الأوزان مكتملة', 'Weights complete')}
            compact
            showLabel
          />
          <WeightBar
            segments={[...segments, { id: 'x', basisPoints: 2050 }]}
            label={say('الأوزان زائدة', 'Weights above')}
            compact
            showLabel
          />
          <Progress label={say('التقدم', 'Progress')} value={64} />
          <ShareBar
            label={say('وثائق معتمدة', 'Approved documents')}
            parts={[
              { id: 'a', label: say('معتمدة', 'Done'), count: 5, tone: 'accent' },
              { id: 'b', label: say('قيد الاعتماد', 'Pending'), count: 2, tone: 'soft' },
              { id: 'c', label: say('لم تبدأ', 'To start'), count: 2, tone: 'rest' },
            ]}
          />
        </div>
        <div className="flex flex-col gap-3 text-sm">
          <p>
            {say('نتيجة الدورة', 'Result of the cycle')}{' '}
            <NumberWithStory
              label={say('نتيجة الدورة', 'Result of the cycle')}
              inputs={[
                { id: '1', name: say('الربع الأول', 'First quarter'), value: '92.50' },
                { id: '2', name: say('الربع الثاني', 'Second quarter'), value: '104.00' },
              ]}
              formula="(92.50 + 104.00) ÷ 2 = 98.25"
              policy={say('نسخة السياسة 2025.2', 'Policy version 2025.2')}
            >
              98.25
            </NumberWithStory>{' '}
            {say('والوزن', 'and weight')} <Num percent>{87.5}</Num> {say('في البرنامج', 'in programme')}{' '}
            <Num code>P-03</Num>.
          </p>
          <p>
            <DiffText
              before={say('خفض متوسط زمن إنجاز الخدمات بالأيام', 'Shorten the time of services in days')}
              after={say(
                'خفض متوسط زمن إنجاز خدمات التراخيص العشر بالأيام',
                'Shorten the time of the ten licence services in days',
              )}
            />
          </p>
          <Row>
            <DiffValue before="18" after="20" />
            <DiffValue before="80%" after="85%" />
            <DiffValue before="" after="10" />
          </Row>
          <p className="text-ink-3">
            <DateText date="2026-01-18" style="weekday" /> · <HijriText date="2026-01-18" /> ·{' '}
            <DateTimeText at="2026-01-18T05:12:00Z" /> ·{' '}
            <Ago at={new Date(Date.now() - 3 * 86_400_000).toISOString()} />
          </p>
        </div>
      </div>
    </Section>
  )
}

function Overlays() {
  const say = useSay()
  const [open, setOpen] = useState<'dialog' | 'confirm' | 'drawer' | null>(null)
  const close = () => setOpen(null)
  return (
    <Section title={say('النوافذ والتنبيهات', 'Overlays and notices')}>
      <Row>
        <Button onPress={() => setOpen('dialog')}>{say('نافذة', 'Dialog')}</Button>
        <Button onPress={() => setOpen('confirm')}>{say('تأكيد', 'Confirmation')}</Button>
        <Button onPress={() => setOpen('drawer')}>{say('لوحة جانبية', 'Drawer')}</Button>
        <Button onPress={() => notifyDone(say('حُفظت الوثيقة.', 'The document was saved.'))}>
          {say('تنبيه إنجاز', 'Notice')}
        </Button>
        <Button onPress={() => notifyProblem(new ApiProblem({ status: 0, code: 'http.offline' }))}>
          {say('تنبيه خلل', 'Problem notice')}
        </Button>
      </Row>
      <Dialog
        open={open === 'dialog'}
        onClose={close}
        title={say('إعادة للمراجعة', 'Return for review')}
        actions={
          <>
            <Button look="primary">{say('إعادة', 'Return')}</Button>
            <Button look="ghost" onPress={close}>
              {say('إلغاء', 'Cancel')}
            </Button>
          </>
        }
      >
        <TextArea label={say('السبب', 'Reason')} value="" onChange={() => {}} required />
      </Dialog>
      <ConfirmDialog
        open={open === 'confirm'}
        onClose={close}
        onConfirm={close}
        danger
        title={say('حذف الهدف؟', 'Delete the objective?')}
        confirm={say('حذف', 'Delete')}
      >
        {say('تُحذف معه نتيجتاه الرئيسيتان.', 'Its two key results are deleted with it.')}
      </ConfirmDialog>
      <Drawer open={open === 'drawer'} onClose={close} title={say('بنك الأهداف', 'Objectives bank')}>
        <EmptyState>{say('لا أهداف مطابقة.', 'No objective matches.')}</EmptyState>
      </Drawer>
    </Section>
  )
}

function States() {
  const say = useSay()
  return (
    <Section title={say('حالات الصفحة', 'States of a page')}>
      <div className="grid gap-4 md:grid-cols-2">
        <Card
          title={say('جلسة النقاش', 'Discussion')}
          aside={
            <Status icon={CircleCheck} tone="green">
              {say('مسجّلة', 'Recorded')}
            </Status>
          }
        >
          <DescriptionList
            facts={[
              { term: say('الموعد', 'When'), value: <DateText date="2026-01-07" style="deadline" /> },
              { term: say('الطريقة', 'How'), value: say('حضوريًا', 'In person') },
              {
                term: say('الخلاصة', 'Outcome'),
                value: say(
                  'اتُّفق على حصر الخدمات في عشر، وعلى نتيجة لمكتبة الأنماط.',
                  'Agreed to limit services to ten, with a result for the pattern library.',
                ),
              },
            ]}
          />
        </Card>
        <Card tone="quiet">
          <EmptyState icon={Users} action={<Button icon={Plus}>{say('إضافة موظف', 'Add an employee')}</Button>}>
            {say(
              'هنا وثائق الفريق. تظهر عند إرسال أول وثيقة.',
              'Documents of the team stand here once the first is sent.',
            )}
          </EmptyState>
        </Card>
        <Card>
          <ErrorState
            problem={new ApiProblem({ status: 500, code: 'http.internal', reference: 'a41f-9c07-e2d8' })}
            onRetry={() => {}}
          />
        </Card>
        <RowsSkeleton rows={3} />
        <Banner tone="red">{say('مستهدفات النتيجة 3.1 غير متدرّجة.', 'The targets of result 3.1 do not rise.')}</Banner>
        <Banner tone="green">{say('الأوزان 100 من 100.', 'The weights are 100 of 100.')}</Banner>
        <Banner tone="blue">{say('صدرت نسخة جديدة من السياسة.', 'A new version of the policy is out.')}</Banner>
        <Banner tone="neutral">{say('للاطّلاع فقط.', 'For reading only.')}</Banner>
      </div>
    </Section>
  )
}

function Side() {
  const say = useSay()
  return (
    <>
      <Section ruled title={say('مواعيدي القادمة', 'My next dates')}>
        <div className="flex flex-col gap-4">
          <DateTile
            date="2026-01-21"
            title={say('آخر يوم لإرسال وثائق الأداء', 'Last day to send performance documents')}
            note={say('بقيت 3 أيام', '3 days left')}
            urgent
          />
          <DateTile
            date="2026-01-25"
            title={say('جلسة النقاش مع المسؤول المباشر', 'Discussion session with your supervisor')}
            note={say('الأحد 10:00', 'Sunday 10:00')}
          />
        </div>
      </Section>
      <Section ruled title={say('سجل الوثيقة', 'History')}>
        <Timeline
          label={say('سجل الوثيقة', 'History')}
          items={[
            {
              id: '1',
              icon: Hourglass,
              title: say('تنتظر قرار المسؤول المباشر', 'Waiting for the supervisor'),
              meta: say('منذ الخميس 8 يناير، 14:05', 'since Thu 8 Jan, 14:05'),
              waiting: true,
            },
            {
              id: '2',
              icon: Send,
              mirrorIcon: true,
              title: say('سالم الحراصي أرسل النسخة 2', 'Salim Al Harrasi sent version 2'),
              meta: say('الخميس 8 يناير، 14:05', 'Thu 8 Jan, 14:05'),
            },
            {
              id: '3',
              icon: Undo2,
              mirrorIcon: true,
              title: say('بدرية الهنائية أعادت النسخة 1', 'Badriya Al Hinai returned version 1'),
              body: say('السبب: نتيجة واسعة ومستهدف بلا مبرر.', 'Reason: a broad result and a target without grounds.'),
              meta: say('الثلاثاء 6 يناير، 09:40', 'Tue 6 Jan, 09:40'),
            },
          ]}
        />
      </Section>
    </>
  )
}
