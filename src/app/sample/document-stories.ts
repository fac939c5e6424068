import type { Content, Objective } from '../../features/performance/domain/document.ts'
import type { Random } from '../../shared/random.ts'
import { addWorkingDays } from '../../shared/working-days.ts'
import type { Paper } from './desk.ts'
import type { Person } from './people.ts'
import { at, type SampleDays } from './working-calendar.ts'

/** What a story about one document may use. */
export type Stage = {
  readonly paper: Paper
  readonly person: Person
  readonly supervisor: Person
  readonly higher: Person
  readonly days: SampleDays
  readonly random: Random
  readonly content: Content
  readonly openedOn: string
  readonly inSeat: (seat: string) => Person
}

export type Story = (stage: Stage) => void

/** Words that people say about documents; illustrative. */
const notes = [
  'النتيجة الثانية واسعة، والمطلوب تحديد نطاقها ومصدر بياناتها.',
  'المستهدف الأدنى أقل من المتحقق في الدورة السابقة، ولا مبرر لخفضه.',
  'المطلوب ربط الهدف الأول بالبرنامج المناسب في الخطة السنوية.',
  'حصة الأعمال الروتينية مرتفعة مقارنة ببقية الفريق.',
]
const meetings = [
  'نوقشت الأهداف والأوزان، واتُّفق على المستهدفات ومصادر البيانات.',
  'اتُّفق على حصر النتيجة الأولى في الخدمات العشر الأكثر طلبًا.',
  'رُوجعت المستهدفات في ضوء نتائج الدورة السابقة، واتُّفق على مواعيد المتابعة.',
]
const modes = ['in_person', 'in_person', 'video', 'chat'] as const

const pad = (value: number) => String(value).padStart(2, '0')

/** A time of the working day. */
function clock(random: Random, from: number, to: number): string {
  return `${pad(random.between(from, to))}:${pad(random.between(0, 59))}`
}

/** So many working days before another day. */
export function before(day: string, count: number, { calendar }: SampleDays): string {
  return addWorkingDays(day, -count, calendar)
}

function write({ paper, person, content, random }: Stage, day: string, what: Content = content): void {
  paper.write(what, { by: person, at: at(day, clock(random, 8, 11)) })
}

function submit({ paper, person, random }: Stage, day: string): void {
  paper.move('submit', { by: person, at: at(day, clock(random, 12, 13)) })
}

function meet({ paper, supervisor, random }: Stage, day: string, by: Person = supervisor): void {
  paper.meet({ by, at: at(day, clock(random, 10, 10)), mode: random.pick(modes), notes: random.pick(meetings) })
}

function agree({ paper, supervisor, random }: Stage, day: string, by: Person = supervisor): void {
  const act = { by, at: at(day, clock(random, 11, 13)) }
  paper.move('agree', by === supervisor ? act : { ...act, behalf: supervisor })
}

function sendBack({ paper, supervisor, random }: Stage, day: string, note: string = random.pick(notes)): void {
  paper.comment({ by: supervisor, at: at(day, '11:20'), body: note, line: { objective: 0, keyResult: 0 } })
  paper.move('sendBack', { by: supervisor, at: at(day, '11:45'), note })
}

/** The same content after a discussion: some weights moved, one statement narrower, one target higher. */
function revised(content: Content, { more }: { more: string }): Content {
  const objectives = content.objectives.map((objective, place): Objective => {
    if (place > 0) return objective
    const [first, second, ...rest] = objective.keyResults
    if (!first) return objective
    const narrower = { ...first, statement: `${first.statement} ${more}`, targets: raised(first) }
    return { ...objective, keyResults: [narrower, ...(second ? [second] : []), ...rest] }
  })
  const all = objectives.flatMap((objective) => objective.keyResults)
  const [giver] = all.filter((one) => Number(one.weight) >= 15).toSorted((a, b) => Number(b.weight) - Number(a.weight))
  const taker = all.find((one) => one.id !== giver?.id && Number(one.weight) <= 20)
  if (!giver || !taker) return { objectives }
  const moved = (id: string, weight: string | null) =>
    id === giver.id ? String(Number(weight) - 5) : id === taker.id ? String(Number(weight) + 5) : weight
  return {
    objectives: objectives.map((objective) => ({
      ...objective,
      keyResults: objective.keyResults.map((one) => ({ ...one, weight: moved(one.id, one.weight) })),
    })),
  }
}

/** The first target closer to the second: nobody aims lower than before. */
function raised({ dataType, targets }: Content['objectives'][number]['keyResults'][number]) {
  if (dataType === 'date' || targets.below === null || targets.meets === null) return targets
  const closer = Number(targets.below) + (Number(targets.meets) - Number(targets.below)) / 4
  return { ...targets, below: String(Math.round(closer * 10) / 10) }
}

/** A draft on which somebody still works: the last lines have no weight, and one has targets that do not rise. */
function unfinished(content: Content): Content {
  const last = content.objectives.at(-1)
  const lastLine = last?.keyResults.at(-1)
  return {
    objectives: content.objectives.map((objective) => ({
      ...objective,
      keyResults: objective.keyResults.map((line) =>
        line.id === lastLine?.id
          ? { ...line, weight: null, targets: { ...line.targets, meets: line.targets.below } }
          : line,
      ),
    })),
  }
}

export const stories = {
  empty: () => undefined,

  half: (stage) => write(stage, stage.days.ago(stage.random.between(1, 4)), unfinished(stage.content)),

  /** A draft whose gaps were written by hand. */
  asWritten: (stage) => write(stage, stage.days.ago(1)),

  /** All lines are there; only sending is left. */
  ready: (stage) => write(stage, stage.days.ago(stage.random.between(1, 3))),

  fresh: (stage) => {
    write(stage, stage.days.ago(2))
    submit(stage, stage.days.ago(1))
  },

  waiting: (stage) => {
    const sent = stage.days.ago(stage.random.between(2, 4))
    write(stage, before(sent, 1, stage.days))
    submit(stage, sent)
    if (stage.random.chance(0.5)) meet(stage, stage.days.ago(1))
  },

  dueToday: (stage) => {
    const sent = before(stage.days.late(0), 5, stage.days)
    write(stage, before(sent, 2, stage.days))
    submit(stage, sent)
    meet(stage, stage.days.ago(1))
  },

  returned: (stage) => {
    const back = stage.days.ago(stage.random.between(1, 2))
    write(stage, before(back, 4, stage.days))
    submit(stage, before(back, 3, stage.days))
    sendBack(stage, back)
  },

  /** Came back once with remarks, was discussed and sent again; the decision is late by one working day. */
  resubmitted: (stage) => {
    const { paper, person, supervisor, days } = stage
    const sent = before(days.late(1), 5, days)
    const back = before(sent, 2, days)
    write(stage, before(back, 3, days))
    submit(stage, before(back, 2, days))
    paper.comment({
      by: supervisor,
      at: at(back, '09:10'),
      body: 'العبارة واسعة؛ أيُّ الخدمات تُقاس؟ ولا أرى مبررًا لهذا الحد الأدنى مع نتيجة الدورة السابقة.',
      line: { objective: 0, keyResult: 0 },
      resolved: { by: supervisor, at: at(days.ago(1), '12:30') },
    })
    paper.move('sendBack', {
      by: supervisor,
      at: at(back, '09:40'),
      note: 'النتيجة الأولى واسعة، ومستهدفها الأدنى بلا مبرر.',
    })
    meet(stage, before(sent, 1, days))
    paper.comment({
      by: person,
      at: at(sent, '10:05'),
      body: 'حُصرت النتيجة في عشر خدمات، ورُفع الحد الأدنى بناءً على قراءات آخر ربعين.',
      line: { objective: 0, keyResult: 0 },
    })
    write(stage, sent, revised(stage.content, { more: 'في الخدمات العشر الأكثر طلبًا' }))
    submit(stage, sent)
  },

  /** Nobody has decided for eight working days: the higher official may (H7). */
  overdue: (stage) => {
    const { days, paper } = stage
    const due = days.late(8)
    write(stage, before(due, 6, days))
    submit(stage, before(due, 5, days))
    paper.escalate({
      remindedAt: at(addWorkingDays(due, 3, days.calendar), '07:10'),
      toHigherOfficial: at(addWorkingDays(due, 7, days.calendar), '07:10'),
    })
  },

  /** After the second return the higher official may decide (AMB-24). */
  returnedTwice: (stage) => {
    const { days } = stage
    write(stage, days.ago(15))
    submit(stage, days.ago(14))
    sendBack(stage, days.ago(12), notes[0])
    write(stage, days.ago(10), revised(stage.content, { more: 'خلال الدورة' }))
    submit(stage, days.ago(10))
    sendBack(stage, days.ago(7), notes[1])
    meet(stage, days.ago(5))
    write(stage, days.ago(4), revised(stage.content, { more: 'خلال الدورة وفق السجل المعتمد' }))
    submit(stage, days.ago(4))
  },

  agreed: (stage) => {
    const { days, random, paper, supervisor } = stage
    const day = random.between(3, 11)
    const sent = days.ago(day + random.between(1, 4))
    write(stage, before(sent, 1, days))
    submit(stage, sent)
    if (random.chance(0.25)) {
      const body = 'أهداف واضحة ومستهدفات مناسبة، والمطلوب إرفاق مصدر البيانات عند التقييم.'
      paper.comment({ by: supervisor, at: at(days.ago(day), '09:15'), body })
    }
    meet(stage, days.ago(day))
    agree(stage, days.ago(day))
  },

  agreedYesterday: (stage) => {
    const { days, paper, person, supervisor } = stage
    write(stage, days.ago(5))
    submit(stage, days.ago(4))
    paper.comment({
      by: supervisor,
      at: at(days.ago(3), '12:10'),
      body: 'هل يشمل المستهدف طلبات المحافظات؟',
      line: { objective: 0, keyResult: 0 },
      resolved: { by: supervisor, at: at(days.ago(2), '09:00') },
    })
    paper.comment({
      by: person,
      at: at(days.ago(3), '13:05'),
      body: 'نعم، يشمل جميع المحافظات.',
      line: { objective: 0, keyResult: 0 },
    })
    meet(stage, days.ago(2))
    agree(stage, days.ago(1))
  },

  /** Came back once, and was agreed in its second version. */
  agreedAfterReturn: (stage) => {
    const { days } = stage
    write(stage, days.ago(14))
    submit(stage, days.ago(13))
    sendBack(stage, days.ago(11))
    write(stage, days.ago(9), revised(stage.content, { more: 'وفق السجل المعتمد' }))
    submit(stage, days.ago(9))
    meet(stage, days.ago(7))
    agree(stage, days.ago(7))
  },

  /** Agreed by a delegate in the name of the supervisor who is away (AMB-22). */
  agreedByDelegate: (stage) => {
    const { days, inSeat } = stage
    const delegate = inSeat('DIG-SVC-DEV/head')
    write(stage, days.ago(6))
    submit(stage, days.ago(5))
    meet(stage, days.ago(3), delegate)
    agree(stage, days.ago(3), delegate)
  },

  amendmentAskedByEmployee: (stage) => {
    agreedOn(stage, 8)
    stage.paper.move('requestAmendment', {
      by: stage.person,
      at: at(stage.days.ago(1), '10:35'),
      note: 'خفض وزن نتيجة رئيسية من 30 إلى 20 لانتداب جزئي إلى فريق عمل خارج القسم.',
    })
  },

  amendmentAskedBySupervisor: (stage) => {
    agreedOn(stage, 9)
    stage.paper.move('requestAmendment', {
      by: stage.supervisor,
      at: at(stage.days.ago(2), '12:50'),
      note: 'تغيّر مستهدف البرنامج في الخطة، والمطلوب مواءمة النتيجة الأولى معه.',
    })
  },

  amending: (stage) => {
    agreedOn(stage, 10)
    requestAndAccept(stage, 5, 3)
    write(stage, stage.days.ago(1), revised(stage.content, { more: 'بعد التعديل' }))
  },

  secondEdition: (stage) => {
    agreedOn(stage, 12)
    requestAndAccept(stage, 9, 8)
    write(stage, stage.days.ago(6), revised(stage.content, { more: 'بعد التعديل' }))
    submit(stage, stage.days.ago(6))
    meet(stage, stage.days.ago(4))
    agree(stage, stage.days.ago(3))
  },

  amendmentDeclined: (stage) => {
    agreedOn(stage, 11)
    const { paper, person, supervisor, days } = stage
    paper.move('requestAmendment', {
      by: person,
      at: at(days.ago(6), '09:30'),
      note: 'تأخر وصول بيانات الجهة الشريكة.',
    })
    paper.move('declineAmendment', {
      by: supervisor,
      at: at(days.ago(4), '11:15'),
      note: 'وصلت البيانات في موعدها بعد مخاطبة الجهة، ولا حاجة إلى التعديل.',
    })
  },

  /** The supervisor drafted for a late employee, who has days to object; the higher official agrees it (H8). */
  draftedForEmployee: (stage) => {
    const { paper, supervisor, days, content } = stage
    paper.move('draftFor', { by: supervisor, at: at(days.ago(4), '09:20') })
    paper.write(content, { by: supervisor, at: at(days.ago(2), '10:40') })
    paper.move('submitFor', { by: supervisor, at: at(days.ago(1), '12:15') })
  },

  beingDraftedForEmployee: (stage) => {
    const { paper, supervisor, days, content } = stage
    paper.move('draftFor', { by: supervisor, at: at(days.ago(2), '09:20') })
    paper.write(unfinished(content), { by: supervisor, at: at(days.ago(1), '10:40') })
  },

  withdrawn: (stage) => {
    const { paper, person, days } = stage
    write(stage, days.ago(5))
    submit(stage, days.ago(4))
    paper.move('withdraw', { by: person, at: at(days.ago(3), '08:50') })
    write(stage, days.ago(1), unfinished(stage.content))
  },
} as const satisfies Record<string, Story>

export type StoryName = keyof typeof stories

function agreedOn(stage: Stage, daysAgo: number): void {
  const { days } = stage
  write(stage, days.ago(daysAgo + 3))
  submit(stage, days.ago(daysAgo + 2))
  meet(stage, days.ago(daysAgo))
  agree(stage, days.ago(daysAgo))
}

function requestAndAccept({ paper, person, supervisor, days }: Stage, asked: number, answered: number): void {
  const note = 'كُلّف الموظف بمبادرة جديدة من الخطة، والمطلوب إعادة توزيع الأوزان.'
  paper.move('requestAmendment', { by: person, at: at(days.ago(asked), '09:30'), note })
  paper.move('acceptAmendment', { by: supervisor, at: at(days.ago(answered), '11:15') })
}

/** A cycle that is over: sent and agreed in its first weeks. */
export function agreedInTime(stage: Stage): void {
  const { days, random, openedOn } = stage
  const sent = addWorkingDays(openedOn, random.between(3, 9), days.calendar)
  write(stage, before(sent, 1, days))
  submit(stage, sent)
  const decided = addWorkingDays(sent, random.between(1, 4), days.calendar)
  meet(stage, decided)
  agree(stage, decided)
}

/** Shares of a hundred among those of whom nothing particular is told. */
const usual: readonly (readonly [number, StoryName])[] = [
  [50, 'agreed'],
  [8, 'agreedAfterReturn'],
  [9, 'waiting'],
  [4, 'fresh'],
  [3, 'dueToday'],
  [5, 'returned'],
  [8, 'half'],
  [3, 'ready'],
  [5, 'empty'],
  [2, 'secondEdition'],
  [1, 'amending'],
  [1, 'amendmentDeclined'],
  [1, 'withdrawn'],
]

export function usualStory(random: Random): StoryName {
  let left = random.between(1, 100)
  for (const [share, name] of usual) {
    left -= share
    if (left <= 0) return name
  }
  return 'agreed'
}
