import { flagOf, type Option, type Options } from '../../core/options/option.ts'
import type { Outcome } from '../../core/result/outcome.ts'
import { readArguments, type Arguments } from './arguments.ts'

/** One command: what `--help` prints, and what it does. Wrong usage throws a `UsageError`. */
export type Command = {
  readonly help: string
  readonly options: Options
  readonly run: (args: readonly string[]) => Promise<Outcome<unknown>>
}

/** A command by the options that it takes, of which its help is made; `about` and `after` stand before and after them. */
export const commandOf = <const Own extends Options>(
  { about, options, after = '' }: { readonly about: string; readonly options: Own; readonly after?: string },
  run: (requested: Arguments<Own>) => Promise<Outcome<unknown>>,
): Command => ({
  help: `${about}\n${Object.entries(options).map(helpLines).join('')}${after}`,
  options,
  run: async (args) => run(readArguments(args, options)),
})

const column = 30
const width = 120

/** An option with what it does, wrapped beside its flag or, where that is long, under it. */
function helpLines([name, own]: readonly [string, Option]): string {
  const flag = flagOf(name, own)
  const { words, usual } = choicesOf(own)
  const value = own.given === 'switch' ? '' : ` ${own.value ?? words.join('|')}`
  const lines: string[] = [`  --${flag}${value}`.padEnd(column - 2) + '  ']
  if (lines[0]!.length > column) lines.push(' '.repeat(column))
  for (const word of `${own.describe}${usual === undefined ? '' : `; default ${usual}`}`.split(' ')) {
    const line = lines.at(-1)!
    if (line.length + word.length > width) lines.push(`${' '.repeat(column)}${word} `)
    else lines[lines.length - 1] = `${line}${word} `
  }
  return lines.map((line) => `${line.trimEnd()}\n`).join('')
}

/** The words that an option chooses from, and its value where none is given, as its schema has them. */
function choicesOf({ schema, given }: Option): {
  readonly words: readonly string[]
  readonly usual: string | undefined
} {
  const usual: unknown = schema.safeParse(undefined).data
  const inner = 'unwrap' in schema ? (schema as { unwrap(): unknown }).unwrap() : schema
  const words = inner !== null && typeof inner === 'object' && 'options' in inner ? (inner.options as string[]) : []
  const isReported = given === undefined && (typeof usual === 'string' || typeof usual === 'number')
  return { words, usual: isReported ? String(usual) : undefined }
}
