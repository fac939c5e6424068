import { Refusal } from '../../../shared/refusal.ts'
import { answerTasks } from '../answer-tasks.ts'

answerTasks(async (task: { do: string; parts?: number }, { send, received }) => {
  switch (task.do) {
    case 'refuse':
      throw new Refusal({ code: 'things.too_many', status: 413 }, { params: { most: 3 } })
    case 'fail':
      throw new TypeError('broken')
    case 'exit':
      return process.exit(1)
    case 'hang':
      for (;;) Math.random()
    case 'send':
      for (let part = 0; part < (task.parts ?? 0); part += 1) await send(part)
      return 'sent'
    case 'sum': {
      let sum = 0
      for await (const part of received()) sum += part as number
      return sum
    }
    default:
      return task.do
  }
})
