import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { z } from 'zod'
import { UsageError } from './usage-error.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** The flags and words of a command line; one that is not known is wrong usage. */
export function readArguments<O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

/** The values of flags by their schema; one that cannot be used is wrong usage. */
export function flagValues<Schema extends z.ZodObject>(
  values: Readonly<Record<string, unknown>>,
  schema: Schema,
): z.infer<Schema> {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
  const read = schema.safeParse(given)
  if (read.success) return read.data
  const { path, message } = read.error.issues[0]!
  throw new UsageError(`--${String(path[0])} cannot be "${String(given[String(path[0])])}": ${message}.`)
}

/** `NAME=VALUE` taken apart at its first equals sign. */
export function namedValue(flag: string, text: string): { name: string; value: string } {
  const place = text.indexOf('=')
  if (place < 1 || place === text.length - 1) throw new UsageError(`--${flag} needs NAME=VALUE, not "${text}".`)
  return { name: text.slice(0, place), value: text.slice(place + 1) }
}

/** Exactly one word, such as the study. */
export function onlyWord(words: readonly string[], what: string): string {
  if (words.length !== 1) throw new UsageError(`This command takes exactly one ${what}; it got ${words.length}.`)
  return words[0]!
}
