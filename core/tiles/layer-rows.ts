import { z } from 'zod'
import type { Attributes, AttributeValue } from '../geometry/shapes.ts'
import { classText } from '../classify/classes.ts'
import type { Layer } from '../model/layer.ts'

const valueSchema = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** What the attributes of a layer are, without all of its rows. */
export const layerFieldsSchema = z.strictObject({
  features: z.int(),
  fields: z.array(
    z.strictObject({
      name: z.string(),
      /** How many values it has, of which the most frequent ones stand in `values`. */
      distinct: z.int(),
      /** As text, most frequent first, with the number of features that have them; `null` is no value. */
      values: z.array(z.strictObject({ value: z.string().nullable(), count: z.int() })),
    }),
  ),
  /** The attributes of the first features. */
  rows: z.array(z.record(z.string(), valueSchema)),
})
export type LayerFields = z.infer<typeof layerFieldsSchema>

const mostValues = 1_000
const mostRows = 1_000

/** Counts the values of every field. */
export function layerFields(attributes: readonly Attributes[]): LayerFields {
  const counts = new Map<string, Map<string | null, number>>()
  for (const row of attributes) {
    for (const name in row) {
      let ofField = counts.get(name)
      if (!ofField) counts.set(name, (ofField = new Map()))
      const text = classText(row[name])
      ofField.set(text, (ofField.get(text) ?? 0) + 1)
    }
  }
  const fields = [...counts].map(([name, ofField]) => ({
    name,
    distinct: ofField.size,
    values: [...ofField]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count)
      .slice(0, mostValues),
  }))
  return { features: attributes.length, fields, rows: attributes.slice(0, mostRows).map((row) => ({ ...row })) }
}

/** One field of all features: its values once each, and of each feature the place of its own. */
export type Column = { readonly name: string; readonly values: readonly AttributeValue[]; readonly places: Uint32Array }

/** The fields that decide how a layer is drawn: class, days, sources, id and label. */
export function drawnFields({ classField, dateFields, sourcesField, idField, labelField }: Layer): string[] {
  const all = [classField, dateFields?.from, dateFields?.to, sourcesField, idField, labelField?.en, labelField?.ar]
  return [...new Set(all.filter((field) => field !== undefined))].sort()
}

/** The given fields of all features that have them, small enough to be kept beside a large layer. */
export const columnsOf = (attributes: readonly Attributes[], fields: readonly string[]): Column[] =>
  fields
    .filter((name) => attributes.some((row) => Object.hasOwn(row, name)))
    .map((name) => {
      const placeOf = new Map<AttributeValue, number>()
      const places = Uint32Array.from(attributes, (row) => {
        const value = row[name] ?? null
        const place = placeOf.get(value) ?? placeOf.size
        placeOf.set(value, place)
        return place
      })
      return { name, values: [...placeOf.keys()], places }
    })

/**
 * The different rows that columns were taken of, with their fields alone, and of each feature the place of its own: a
 * million features have few different ones.
 */
export function differentRows(
  columns: readonly Column[],
  count: number,
): { readonly rows: Attributes[]; readonly rowOfFeature: Uint32Array } {
  let rowOfFeature = new Uint32Array(count)
  let firsts = count === 0 ? [] : [0]
  for (const { places, values } of columns) {
    const placeOf = new Map<number, number>()
    firsts = []
    rowOfFeature = rowOfFeature.map((row, feature) => {
      const key = row * values.length + places[feature]!
      const place = placeOf.get(key) ?? placeOf.size
      if (place === placeOf.size) {
        placeOf.set(key, place)
        firsts.push(feature)
      }
      return place
    })
  }
  const rows = firsts.map((feature) =>
    Object.fromEntries(columns.map(({ name, values, places }) => [name, values[places[feature]!]!])),
  )
  return { rows, rowOfFeature }
}

/** The rows that columns were taken of, with their fields alone. */
export const rowsOf = (columns: readonly Column[], count: number): Attributes[] =>
  Array.from({ length: count }, (_, feature) =>
    Object.fromEntries(columns.map(({ name, values, places }) => [name, values[places[feature]!]!])),
  )
