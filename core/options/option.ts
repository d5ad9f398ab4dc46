import { z } from 'zod'
import { because } from '../result/schema-fault.ts'

/**
 * One option: what its text means, wherever it is given, and what it does. The command line's flags and help, the queries of
 * addresses, their description as OpenAPI and the page's types are made of it.
 */
export type Option<Schema extends z.ZodType = z.ZodType> = {
  readonly schema: Schema
  /** For `--help` and OpenAPI. */
  readonly describe: string
  /** What `--help` puts for its value; where it is missing, the words to choose from. */
  readonly value?: string
  /** Its flag, where that is not its name. */
  readonly flag?: string
  /** On the command line `often` is given again for each value, and a `switch` has none. */
  readonly given?: 'often' | 'switch'
}

export type Options = Readonly<Record<string, Option>>

export const option = <Schema extends z.ZodType>(
  schema: Schema,
  describe: string,
  more: Omit<Option, 'schema' | 'describe'> = {},
): Option<Schema> => ({ schema, describe, ...more })

/** The same option where somebody else says what it does, or what it is without a value. */
export const insteadOf = <Schema extends z.ZodType>(
  own: Option,
  changed: { readonly schema: Schema; readonly describe?: string; readonly value?: string },
): Option<Schema> => ({ ...own, ...changed })

type Shape<Own extends Options> = { [Name in keyof Own]: Own[Name]['schema'] }
export type OptionsSchema<Own extends Options> = z.ZodObject<Shape<Own>>
export type OptionValues<Own extends Options> = z.output<OptionsSchema<Own>>

/** Options as one schema of their texts, each with its description; what is not among them is refused. */
export const schemaOf = <const Own extends Options>(options: Own): OptionsSchema<Own> =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(options).map(([name, { schema, describe }]) => [name, schema.meta({ description: describe })]),
    ) as Shape<Own>,
  ) as OptionsSchema<Own>

/** The name of an option on the command line, without its two hyphens: `byFeature` is `by-feature`. */
export const flagOf = (name: string, { flag }: Option): string =>
  flag ?? name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Something that is or is not asked for: a flag without a value, or `true` and `false` in an address. */
export const switchOption = (describe: string, more: Omit<Option, 'schema' | 'describe' | 'given'> = {}) =>
  option(
    z
      .enum(['true', 'false'])
      .optional()
      .transform((text) => text === 'true'),
    describe,
    { ...more, given: 'switch' },
  )

/** A whole number from text, without the leniency of Number(): no "", no "1e3", no "0x10". */
export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,10}$/, because('why.not-whole-number'))
    .transform(Number)
    .refine((value) => value >= least && value <= most, because('why.not-between', { least, most }))

/** A number from text as people write it: no "", no "0x10", which Number() takes. */
export const numberText = z
  .string()
  .regex(/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i, because('why.not-number'))
  .transform(Number)

/** Words between commas; empty ones are passed over. */
export const wordsBetweenCommas = z.string().transform((text) => text.split(',').filter((word) => word !== ''))
