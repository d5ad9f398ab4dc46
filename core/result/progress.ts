import type { Memo } from './memo.ts'

/** What long work takes from its caller: a way to stop it and a place to say how far it is. */
export type TaskContextOf<Pool = never> = {
  readonly signal?: AbortSignal | undefined
  /** `fraction` runs from 0 to 1; `doing` is a key of the word catalogue. */
  readonly progress?: ((fraction: number, doing: string) => void) | undefined
  /** Told before long work begins: about how many seconds it takes. */
  readonly expected?: ((seconds: number) => void) | undefined
  /** Threads that take parts of the work; without them it is done in this one. */
  readonly pool?: Pool | undefined
  /** What was measured before; without it everything is measured anew. */
  readonly memo?: Memo | undefined
}

/** The work without its progress, for a step that says by itself how far the whole is. */
export const quietly = <Pool>({ signal, pool, memo }: TaskContextOf<Pool>): TaskContextOf<Pool> => ({
  signal,
  pool,
  memo,
})

/** The work as one step of it sees it, which takes the whole from `from` to `to`. */
export const stepOf = <Pool>(work: TaskContextOf<Pool>, from: number, to: number): TaskContextOf<Pool> => ({
  ...work,
  progress: (fraction, doing) => work.progress?.(from + fraction * (to - from), doing),
})
