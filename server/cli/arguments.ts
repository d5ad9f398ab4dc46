import { parseArgs, type ParseArgsConfig } from 'node:util'
import { flagOf, schemaOf, type Options, type OptionValues } from '../../core/options/option.ts'
import { schemaFault } from '../../core/result/schema-fault.ts'
import { UsageError } from './usage-error.ts'

/** What a command line says: its words, and the values of its flags by the names of their options. */
export type Arguments<Own extends Options> = {
  readonly words: readonly string[]
  readonly values: OptionValues<Own>
  /** The options that were given, in the order of the registry. */
  readonly given: readonly (keyof Own & string)[]
}

/** Reads a command line by the options that the command takes; a flag or value that it does not know is wrong usage. */
export function readArguments<const Own extends Options>(args: readonly string[], options: Own): Arguments<Own> {
  const { values: texts, positionals: words } = parsed(
    args,
    Object.fromEntries(
      Object.entries(options).map(([name, own]) => [
        flagOf(name, own),
        own.given === 'switch' ? { type: 'boolean' } : { type: 'string', multiple: own.given === 'often' },
      ]),
    ),
  )
  const given = Object.fromEntries(
    Object.entries(options).flatMap(([name, own]) => {
      const text = texts[flagOf(name, own)]
      return text === undefined ? [] : [[name, text === true ? 'true' : text]]
    }),
  )
  const read = schemaOf(options).safeParse(given)
  if (read.success) return { words, values: read.data, given: Object.keys(given) }
  const { where, reason } = schemaFault(read.error, given, '')
  const [name] = where.split('.') as [string]
  const flag = flagOf(name, options[name]!)
  if (given[name] === undefined) throw new UsageError(`This command needs --${flag}.`)
  throw new UsageError(`--${flag} cannot be "${String(given[name])}": ${reason}.`)
}

function parsed(args: readonly string[], options: NonNullable<ParseArgsConfig['options']>) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

/** Exactly one word, such as the study. */
export function onlyWord(words: readonly string[], what: string): string {
  if (words.length !== 1) throw new UsageError(`This command takes exactly one ${what}; it got ${words.length}.`)
  return words[0]!
}
