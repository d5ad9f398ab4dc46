import type { Outcome } from '../../core/result/outcome.ts'
import type { TaskInput, TaskName } from './tasks.ts'

/** What the server sends to a process that does tasks. */
export type TaskOrder = { readonly name: TaskName; readonly input: TaskInput<TaskName> }

/** What a process sends back: how far it is, what came out, or the bug that stopped it. */
export type TaskReport =
  | { readonly kind: 'progress'; readonly fraction: number; readonly doing: string }
  | { readonly kind: 'outcome'; readonly outcome: Outcome<unknown> }
  | { readonly kind: 'failure'; readonly error: Error }

/** What the thread that watches over a process is started with. */
export type WatchStart = { readonly parent: number; readonly mostBytes: number }
