import * as fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { Schema } from './description.ts'

const deepest = 4

/** Texts that programs have stumbled over. */
export const strangeTexts: Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '-1',
    '1e309',
    'NaN',
    'null',
    'true',
    '0x10',
    '٣',
    '\u0000',
    '\ud800',
    '𝕏',
    '\u202e',
    '../..',
    'constructor',
    '__proto__',
    'toString',
    '<script>alert(1)</script>',
    "' OR 1=1 --",
    '=1+1',
    '2018-02-30',
    '9999999999999999999',
    'a'.repeat(3000),
  ),
  fc.string(),
  fc.string({ unit: 'binary', maxLength: 20 }),
)

const strangeValues: Arbitrary<unknown> = fc.oneof(
  strangeTexts,
  fc.constantFrom(null, true, 0, -1, 1e300, [], {}, [[[[]]]], [null], { __proto__: 1 }),
  fc.jsonValue({ maxDepth: 2 }),
)

/** Values that a JSON Schema allows. */
export function valuesOf(schema: Schema, depth = 0): Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const several = schema.anyOf ?? schema.oneOf
  if (several) return fc.oneof(...several.map((own) => valuesOf(own, depth)))
  if (schema.allOf) {
    return fc
      .tuple(...schema.allOf.map((own) => valuesOf(own, depth)))
      .map((parts) => Object.assign({}, ...(parts as object[])) as unknown)
  }
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['object'])
  return fc.oneof(...types.map((type) => valuesOfType(type, schema, depth)))
}

function valuesOfType(type: string, schema: Schema, depth: number): Arbitrary<unknown> {
  const least = schema.minimum ?? schema.exclusiveMinimum ?? -1000
  const most = schema.maximum ?? Math.max(least, 100_000)
  switch (type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return fc.integer({ min: Math.ceil(least), max: Math.min(most, 2 ** 31 - 1) })
    case 'number':
      return fc.double({ min: least, max: most, noNaN: true, minExcluded: schema.exclusiveMinimum !== undefined })
    case 'string':
      return textsOf(schema)
    case 'array': {
      if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map((own) => valuesOf(own, depth + 1)))
      const { minItems = 0, maxItems = 3, items = {} } = schema
      const length = depth >= deepest ? minItems : Math.max(minItems, Math.min(maxItems, 3))
      return fc.array(valuesOf(items, depth + 1), { minLength: minItems, maxLength: length })
    }
    default: {
      const { properties = {}, required = [] } = schema
      const shown = Object.entries(properties).filter(([name]) => depth < deepest || required.includes(name))
      const record = Object.fromEntries(
        shown.map(([name, own]) => [
          name,
          required.includes(name)
            ? valuesOf(own, depth + 1)
            : fc.option(valuesOf(own, depth + 1), { nil: undefined, freq: 1 }),
        ]),
      )
      return fc.record(record)
    }
  }
}

function textsOf({ format, pattern, minLength = 0, maxLength = 40 }: Schema): Arbitrary<string> {
  if (format === 'date') return fc.constantFrom('2018-03-26', '2018-04-21', '2018-04-28', '2024-02-29')
  if (format === 'uuid') return fc.uuid()
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern.replaceAll(/\\p\{\w+\}/g, 'a')))
  return fc
    .oneof(fc.constantFrom('control', 'class', 'ISIS'), fc.string({ minLength, maxLength: Math.min(maxLength, 40) }))
    .filter((text) => text.length >= minLength)
}

/** The value with one thing in it made strange. */
export const damaged = (values: Arbitrary<unknown>): Arbitrary<unknown> =>
  fc.oneof(
    strangeValues,
    fc.tuple(values, strangeValues, fc.nat()).map(([value, strange, at]) => {
      if (typeof value !== 'object' || value === null) return strange
      const copy = structuredClone(value) as Record<string, unknown>
      const names = Object.keys(copy)
      const name = names[at % Math.max(1, names.length)] ?? 'unknown'
      if (at % 3 === 0) delete copy[name]
      else if (at % 3 === 1) copy[name] = strange
      else Object.defineProperty(copy, `${name}x`, { value: strange, enumerable: true })
      return copy
    }),
  )
