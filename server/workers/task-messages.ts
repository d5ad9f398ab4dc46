import type { Outcome } from '../../core/result/outcome.ts'
import type { TaskInput, TaskName } from './tasks.ts'

/** What the server sends to a worker. */
export type TaskOrder = { readonly name: TaskName; readonly input: TaskInput<TaskName> }

/** What a worker sends back: how far it is, what came out, or the bug that stopped it. */
export type TaskReport =
  | { readonly kind: 'progress'; readonly fraction: number; readonly doing: string }
  | { readonly kind: 'outcome'; readonly outcome: Outcome<unknown> }
  | { readonly kind: 'failure'; readonly error: Error }
