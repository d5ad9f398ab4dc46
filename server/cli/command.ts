import type { Outcome } from '../../core/result/outcome.ts'

/** One command: what `--help` prints, and what it does. Wrong usage throws a `UsageError`. */
export type Command = {
  readonly help: string
  readonly run: (args: readonly string[]) => Promise<Outcome<unknown>>
}
