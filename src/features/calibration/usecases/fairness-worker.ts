import { answerTasks } from '../../../platform/workers/answer-tasks.ts'
import { assessFairness } from '../domain/fairness/assess.ts'
import type { FairnessTask } from './fairness.ts'

answerTasks(({ rows, rules }: FairnessTask) => assessFairness(rows, rules))
