import { EnvironmentProblem, errorCode } from '../process/environment-problem.ts'

/** Which setting the reader has to look at, and what is safe to show of it. */
export type Target = {
  readonly setting: string
  readonly host: string
  readonly user: string
  readonly database: string
}

/** Turns what PostgreSQL or the network answered to a connection into one sentence; other errors come back unchanged. */
export function explainDatabaseError(error: unknown, { setting, host, user, database }: Target): unknown {
  const say = (english: string, arabic: string) => new EnvironmentProblem(english, arabic, error)
  const words = error instanceof Error ? error.message : String(error)
  const code = errorCode(error) ?? errorCode((error as AggregateError | undefined)?.errors?.[0])
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return say(
        `The host ${host} of ${setting} is not known here: check its name.`,
        `الخادم ${host} في ${setting} غير معروف: يلزم التحقق من اسمه.`,
      )
    case 'ECONNREFUSED':
    case 'ENOENT':
      return say(
        `No PostgreSQL answers at ${host} of ${setting}: check the host and port, and that it is running.`,
        `لا يستجيب أي PostgreSQL على ${host} في ${setting}: يلزم التحقق من العنوان والمنفذ ومن تشغيله.`,
      )
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return say(
        `The host ${host} of ${setting} cannot be reached from here.`,
        `يتعذّر الوصول إلى الخادم ${host} في ${setting}.`,
      )
    case '28P01':
    case '28000':
      return say(
        `PostgreSQL at ${host} refuses the user ${user} of ${setting}: check the user, the password and pg_hba.conf.`,
        `يرفض PostgreSQL على ${host} المستخدم ${user} في ${setting}: يلزم التحقق من المستخدم وكلمة المرور وملف pg_hba.conf.`,
      )
    case '3D000':
      return say(
        `PostgreSQL at ${host} has no database ${database}, which ${setting} names: create it first.`,
        `لا توجد على ${host} قاعدة بيانات باسم ${database} كما في ${setting}: يلزم إنشاؤها أولاً.`,
      )
    case '53300':
      return say(
        `PostgreSQL at ${host} has no free connection left: raise its max_connections.`,
        `لا يوجد اتصال متاح في PostgreSQL على ${host}: يلزم رفع قيمة max_connections.`,
      )
    case '53100':
      return say(
        `The disk of PostgreSQL at ${host} is full: free some space.`,
        `قرص PostgreSQL على ${host} ممتلئ: يلزم تفريغ مساحة.`,
      )
    case '57P03':
      return say(
        `PostgreSQL at ${host} is starting or stopping: try again shortly.`,
        `خادم PostgreSQL على ${host} قيد البدء أو الإيقاف: تُعاد المحاولة بعد قليل.`,
      )
    case '25006':
      return say(
        `PostgreSQL at ${host} is read-only, perhaps a standby: name the primary in ${setting}.`,
        `خادم PostgreSQL على ${host} للقراءة فقط: يلزم تحديد الخادم الرئيسي في ${setting}.`,
      )
  }
  if (/timeout expired|timeout exceeded when trying to connect/.test(words)) {
    return say(
      `The host ${host} of ${setting} does not answer in time.`,
      `لا يستجيب الخادم ${host} في ${setting} في الوقت المحدد.`,
    )
  }
  if (/SSL|certificate|self.signed/i.test(words)) {
    return say(
      `The encrypted connection to ${host} of ${setting} fails (${words}): check its sslmode.`,
      `تعذّر الاتصال المشفّر بالخادم ${host} في ${setting} (${words}): يلزم التحقق من قيمة sslmode.`,
    )
  }
  if (/password must be a string/.test(words)) {
    return say(
      `PostgreSQL at ${host} asks for a password and ${setting} holds none.`,
      `يطلب PostgreSQL على ${host} كلمة مرور ولا توجد في ${setting}.`,
    )
  }
  return error
}
