import { z } from 'zod'
import { classText } from '../classify/classes.ts'
import type { Attributes, AttributeValue, Features, Shapes } from '../geometry/shapes.ts'
import { columnsOf, type Column } from './layer-rows.ts'

const valueSchema = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** Some rows of a layer's attributes, sorted and filtered. */
export const attributeRowsSchema = z.strictObject({
  /** How many features the layer has, and how many of them the filter lets stand. */
  features: z.int(),
  matching: z.int(),
  /** The place of the first row among those that stand, from 0. */
  from: z.int(),
  fields: z.array(z.string()),
  rows: z.array(
    z.strictObject({
      /** Number of the feature in its layer, from 1. */
      feature: z.int(),
      /** In the order of the fields. */
      values: z.array(valueSchema),
    }),
  ),
  /** The feature that was asked for. */
  found: z
    .strictObject({
      feature: z.int(),
      /** Its place among the rows that stand, from 0; `null` where the filter leaves it out. */
      place: z.int().nullable(),
      /** West, south, east and north; `null` of a feature without a place. */
      extent: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
      /** As GeoJSON has it; `null` where it has none, or more vertices than a page draws at once. */
      geometry: z.object({ type: z.string(), coordinates: z.array(z.unknown()) }).nullable(),
    })
    .nullable(),
})
export type AttributeRows = z.infer<typeof attributeRowsSchema>

/** What the rows of a layer are taken of, small enough to be kept: plain data that can be written to a file. */
export type AttributeTable = {
  readonly count: number
  readonly columns: readonly Column[]
  /** West, south, east and north of each feature; not finite without a place. */
  readonly boxes: Float64Array
}

export function attributeTable({ shapes, attributes }: Features): AttributeTable {
  const fields = [...new Set(attributes.flatMap((row) => Object.keys(row)))]
  return { count: attributes.length, columns: columnsOf(attributes, fields), boxes: boxesOf(shapes, attributes) }
}

function boxesOf(
  { coordinates, partStart, partPolygon, polygonFeature }: Shapes,
  attributes: readonly Attributes[],
): Float64Array {
  const boxes = new Float64Array(4 * attributes.length)
  for (let i = 0; i < boxes.length; i++) boxes[i] = i % 4 < 2 ? Infinity : -Infinity
  for (let part = 0; part < partPolygon.length; part++) {
    const at = 4 * polygonFeature[partPolygon[part]!]!
    for (let i = partStart[part]!; i < partStart[part + 1]!; i++) {
      const [lon, lat] = [coordinates[2 * i]!, coordinates[2 * i + 1]!]
      boxes[at] = Math.min(boxes[at]!, lon)
      boxes[at + 1] = Math.min(boxes[at + 1]!, lat)
      boxes[at + 2] = Math.max(boxes[at + 2]!, lon)
      boxes[at + 3] = Math.max(boxes[at + 3]!, lat)
    }
  }
  return boxes
}

/** What the rows are sorted by, and the text that stands in one of their fields, whatever its case. */
export type Arranged = {
  readonly sort?: string | undefined
  readonly descending: boolean
  readonly filter?: string | undefined
}

const mostKept = 4
const orders = new WeakMap<AttributeTable, Map<string, Uint32Array>>()

/** Numbers of the features that stand, from 0, in their order; features of one value stay in the order of the layer. */
export function arrangedFeatures(table: AttributeTable, { sort, descending, filter = '' }: Arranged): Uint32Array {
  const known = orders.get(table) ?? new Map<string, Uint32Array>()
  orders.set(table, known)
  const key = JSON.stringify([sort, descending, filter])
  const before = known.get(key)
  const column = table.columns.find(({ name }) => name === sort)
  const made = before ?? matching(table, column ? sorted(column, descending) : inOrder(table.count), filter)
  known.delete(key)
  known.set(key, made)
  for (const oldest of known.keys()) {
    if (known.size <= mostKept) break
    known.delete(oldest)
  }
  return made
}

const inOrder = (count: number): Uint32Array => Uint32Array.from({ length: count }, (_, feature) => feature)

const collator = new Intl.Collator('en', { numeric: true })

/** Numbers before texts, and what is empty last whichever way. */
function sorted({ values, places }: Column, descending: boolean): Uint32Array {
  const byValue = values
    .map((value, place) => ({ value, place }))
    .toSorted((a, b) => compareValues(a.value, b.value, descending))
  const rankOf = new Uint32Array(values.length)
  let rank = 0
  byValue.forEach(({ value, place }, i) => {
    if (i > 0 && compareValues(byValue[i - 1]!.value, value, descending) !== 0) rank++
    rankOf[place] = rank
  })
  const starts = new Uint32Array(rank + 2)
  for (const place of places) starts[rankOf[place]! + 1]!++
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!
  const order = new Uint32Array(places.length)
  places.forEach((place, feature) => {
    order[starts[rankOf[place]!]!++] = feature
  })
  return order
}

function compareValues(a: AttributeValue, b: AttributeValue, descending: boolean): number {
  const [emptyA, emptyB] = [isEmpty(a), isEmpty(b)]
  if (emptyA || emptyB) return Number(emptyA) - Number(emptyB)
  const ascending =
    typeof a === 'number' && typeof b === 'number'
      ? a - b
      : typeof a === 'number' || typeof b === 'number'
        ? Number(typeof b === 'number') - Number(typeof a === 'number')
        : collator.compare(String(a), String(b))
  return descending ? -ascending : ascending
}

const isEmpty = (value: AttributeValue): boolean => value === null || value === ''

function matching({ columns }: AttributeTable, order: Uint32Array, filter: string): Uint32Array {
  const wanted = folded(filter.trim())
  if (wanted === '') return order
  const holds = columns.map(({ values, places }) => ({
    places,
    has: values.map((value) => folded(classText(value) ?? '').includes(wanted)),
  }))
  return order.filter((feature) => holds.some(({ places, has }) => has[places[feature]!]))
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

/** The values of a feature in the order of the columns. */
export const valuesOf = ({ columns }: AttributeTable, feature: number): AttributeValue[] =>
  columns.map(({ values, places }) => values[places[feature]!] ?? null)

/** `null` where the feature has no place. */
export function extentOfFeature({ boxes }: AttributeTable, feature: number): [number, number, number, number] | null {
  const [west, south, east, north] = boxes.subarray(4 * feature, 4 * feature + 4)
  return Number.isFinite(west) ? [west!, south!, east!, north!] : null
}
