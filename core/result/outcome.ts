import type { Problem } from './problem.ts'

/** The result of anything that touches the user's data: a value, or a problem with a stable code. Our own bugs throw. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value })

export const refused = (problem: Problem): { readonly ok: false; readonly problem: Problem } => ({ ok: false, problem })
