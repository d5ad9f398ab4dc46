import { z } from 'zod'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import { idSchema } from './layer-schema.ts'
import { freeId, slug } from './slug.ts'
import { givenTextSchema, textSchema } from './text-schema.ts'
import type { Text } from './text.ts'
import { because } from '../result/schema-fault.ts'

/** Where a figure, a shape or a statement comes from, and on whose side its publisher stands. */
export const sourceSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  publisher: textSchema.optional(),
  url: z.string().max(2_000).optional(),
  date: z.string().max(40).optional(),
  /** The day on which the address was read. */
  accessed: z.string().max(40).optional(),
  /** A word of the study's own, such as `government`, `opposition` or `independent`. */
  side: z.string().max(200).optional(),
  licence: z.string().max(2_000).optional(),
  redistribute: z.boolean().optional(),
})
export type Source = z.infer<typeof sourceSchema>

/** A source as a user gives it where it is used: without an id it gets one. */
export const givenSourceSchema = sourceSchema.extend({
  id: idSchema.optional(),
  title: givenTextSchema,
  publisher: givenTextSchema.optional(),
})
type GivenSource = z.infer<typeof givenSourceSchema>

/** The id of one of the study's sources, or a source that is to become one. */
export const sourceReferenceSchema = z.union([idSchema, givenSourceSchema], because('why.not-source'))
export type SourceReference = z.infer<typeof sourceReferenceSchema>

/** The source of an optional reference. */
export const sourceOf = (sources: readonly Source[], id: string | undefined): Source | undefined =>
  id === undefined ? undefined : sources.find((source) => source.id === id)

/** The source of a reference, which a study that was read has in its list. */
export function namedSource(sources: readonly Source[], id: string): Source {
  const source = sourceOf(sources, id)
  if (!source) throw new Error(`the study names the source ${id} and does not list it`)
  return source
}

/** Who publishes a source, or else its title. */
export function sourceName(sources: readonly Source[], id: string): Text {
  const { publisher, title } = namedSource(sources, id)
  return publisher ?? title
}

/** A list of sources that one more reference was looked up in, and the id that the reference comes to. */
export type ListedSource = { readonly sources: readonly Source[]; readonly id: string }

/**
 * The list with what `reference` names: a source given whole joins it, one that stands there already does not. The
 * study's `id` and `where` in it say what refers to it. Refuses an id that no source has, and an id that two different sources have.
 */
export function listSource(
  sources: readonly Source[],
  reference: SourceReference,
  { id: study, where }: { readonly id: string; readonly where: string },
): Outcome<ListedSource> {
  if (typeof reference === 'string') {
    return sources.some(({ id }) => id === reference)
      ? done({ sources, id: reference })
      : refused(problem('source-unknown', { id: study, where, source: reference }))
  }
  const { id: wanted, ...content } = reference
  const known = sources.find((source) => (wanted === undefined || source.id === wanted) && isSame(source, content))
  if (known) return done({ sources, id: known.id })
  const taken = new Set(sources.map(({ id }) => id))
  if (wanted !== undefined && taken.has(wanted))
    return refused(problem('source-id-twice', { id: study, where, source: wanted }))
  const id = wanted ?? freeId(nameOf(reference), taken)
  return done({ sources: [...sources, { id, ...content }], id })
}

const members = ['url', 'date', 'accessed', 'side', 'licence', 'redistribute'] as const

const isSame = (a: Omit<GivenSource, 'id'>, b: Omit<GivenSource, 'id'>): boolean =>
  isSameText(a.title, b.title) &&
  isSameText(a.publisher, b.publisher) &&
  members.every((member) => a[member] === b[member])

const isSameText = (a: Text | undefined, b: Text | undefined): boolean => a?.en === b?.en && a?.ar === b?.ar

/** What a source is called by: its publisher and its day, or else the beginning of its title. */
const nameOf = ({ title, publisher, date }: GivenSource): string =>
  slug(publisher === undefined ? title.en : `${publisher.en} ${date ?? ''}`, 'source')
