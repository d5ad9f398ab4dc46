import { z } from 'zod'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import { sourcesKey } from '../model/feature-sources.ts'
import type { GivenClass } from '../model/layer-options.ts'
import { classSchema, roleSchema, type Layer } from '../model/layer.ts'
import { textSchema } from '../model/text.ts'
import type { ValueCount } from './value-counts.ts'

const classMappingVersion = 'basilia-classes/1'

/** What the values of a field mean, as a file of its own: for the next snapshot, another study, the command line. */
export const classMappingSchema = z.strictObject({
  schema: z.literal(classMappingVersion),
  /** Of the layer that it was written from. */
  title: textSchema.optional(),
  role: roleSchema.optional(),
  field: z.string().min(1).max(500),
  classes: z.array(classSchema).min(1).max(1_000),
})
export type ClassMapping = z.infer<typeof classMappingSchema>

/** The classes of a layer as a mapping; `null` where it has none. */
export function mappingOf({
  title,
  role,
  classField,
  classes,
}: Pick<Layer, 'title' | 'role' | 'classField' | 'classes'>): ClassMapping | null {
  if (classField === undefined || classes.length === 0) return null
  return { schema: classMappingVersion, title, role, field: classField, classes }
}

/** Reads the text of a mapping file; refuses in words what is none, and a value that two classes claim. */
export function readMapping(file: string, text: string): Outcome<ClassMapping> {
  let content: unknown
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return refused(problem('classes-file-not-json', { file, reason: (error as Error).message.slice(0, 200) }))
  }
  const schema =
    typeof content === 'object' && content !== null ? (content as Record<string, unknown>)['schema'] : undefined
  if (schema !== classMappingVersion) {
    const found = typeof schema === 'string' ? schema.slice(0, 60) : '–'
    return refused(problem('classes-file-other', { file, found, expected: classMappingVersion }))
  }
  const read = classMappingSchema.safeParse(content)
  if (!read.success) {
    const { path, message } = read.error.issues[0]!
    return refused(problem('classes-file-invalid', { file, where: path.join('.') || '–', reason: message }))
  }
  const twice = valueInTwo(read.data.classes)
  if (twice) return refused(problem('classes-value-twice', { layer: file, ...twice }))
  return done(read.data)
}

/** A value that two classes of the same sources claim, with their names; `null` where there is none. */
export function valueInTwo(classes: readonly GivenClass[]): { value: string; first: string; second: string } | null {
  const owner = new Map<string, string>()
  for (const { class: name, values, label, sources = [] } of classes) {
    const own = name ?? label?.en ?? values[0] ?? '∅'
    for (const value of values) {
      const key = `${sourcesKey(sources)}\n${value}`
      const first = owner.get(key)
      if (first !== undefined && first !== own) return { value, first, second: own }
      owner.set(key, own)
    }
  }
  return null
}

/** How classes meet the values of a field. */
export type MappingFit = {
  /** Each class with the number of features that have one of its values. */
  readonly counts: readonly number[]
  /** Values that belong to no class, most frequent first; the empty one is left out. */
  readonly unmapped: readonly { readonly value: string; readonly count: number }[]
  /** Values of the classes that do not occur. */
  readonly missing: readonly string[]
  /** Features without a value, where no class stands for them. */
  readonly empty: number
}

export function fitOf(classes: readonly Pick<GivenClass, 'values'>[], values: readonly ValueCount[]): MappingFit {
  const countOf = new Map(values.map(({ value, count }) => [value ?? '', count]))
  const mapped = new Set(classes.flatMap((each) => each.values))
  return {
    counts: classes.map((each) => each.values.reduce((sum, value) => sum + (countOf.get(value) ?? 0), 0)),
    unmapped: values.flatMap(({ value, count }) => (value === null || mapped.has(value) ? [] : [{ value, count }])),
    missing: [...mapped].filter((value) => value !== '' && !countOf.has(value)),
    empty: mapped.has('') ? 0 : (countOf.get('') ?? 0),
  }
}
