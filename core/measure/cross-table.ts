import { partyText } from '../model/party-text.ts'
import { z } from 'zod'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import { classLabel } from '../format/class-label.ts'
import { byName } from '../classify/classes.ts'
import type { Layer } from '../model/layer.ts'
import type { Answer } from '../model/answer.ts'
import {
  classNameSchema,
  intervalShape,
  type ClassName,
  type CombinationArea,
  type Interval,
  type Measurement,
} from '../model/measurement.ts'
import { isReported } from '../model/outline.ts'
import type { Study } from '../model/study.ts'
import { isSeveral } from '../overlay/several.ts'
import { ownersIn, type OwnerOf } from '../model/owners.ts'
import { sumOf } from './overlay-cells.ts'
import { dateSchema, textSchema } from '../model/text-schema.ts'
import { textIn, type Text } from '../model/text.ts'
import { lastReported } from '../model/validity.ts'
import { inEachLanguage, translateInEach } from '../i18n/translate.ts'

const areaM2 = z.number().min(0)
const share = z.number().min(0)

/** A row, column or page of the table: ground under one and the same set of a layer's classes. */
const categorySchema = z.strictObject({
  /** JSON of the set: `["ISIS"]`, `["A","B"]`, `[]` where not covered, `[null]` where the class value is empty, `null` where the layer says nothing of the day. */
  key: z.string(),
  kind: z.enum(['class', 'several', 'uncovered', 'silent']),
  names: z.array(classNameSchema),
  label: textSchema,
  areaM2,
  share,
})
export type CrossCategory = Answer<typeof categorySchema>

const axisSchema = z.strictObject({
  layer: z.string(),
  title: textSchema,
  /** Of the snapshot that holds; `null` where none does. */
  date: z.string().nullable(),
  lastReported: z
    .string()
    .nullable()
    .meta({ description: 'The day that the layer last reported, where it is shown for a later one; else null.' }),
  /** In the order of the layer's classes, then several, then not covered; only those with ground. They add up to the plan. */
  categories: z.array(categorySchema),
})
export type CrossAxis = Answer<typeof axisSchema>

/** Ground under one category of each axis. */
const cellSchema = z.strictObject({
  keys: z.array(z.string()),
  areaM2,
  share,
  /** Places in the measurement's `combinations` that make up the cell: its ground on the map. */
  combinations: z.array(z.int()),
  ...intervalShape,
})
export type CrossCell = Answer<typeof cellSchema>

export const crossTableSchema = z.strictObject({
  at: dateSchema.nullable(),
  by: z.enum(['class', 'party']),
  axes: z.array(axisSchema),
  /** Cells with ground, largest first. */
  cells: z.array(cellSchema),
  totalM2: areaM2,
  planM2: areaM2,
  /** What the cells add up to, less the plan's area computed on its own. */
  reconciliation: z.strictObject({ residualM2: z.number() }),
})
export type CrossTable = Answer<typeof crossTableSchema>

const mostAxes = 3

/**
 * One to three measured layers as a pivot of a measurement: rows, columns, pages. The cells of a row add up to the row's
 * total, all of them to the plan. `by: 'party'` takes classes of one party (what all sources say and what some say)
 * together. A cell that is one combination of the measurement carries its interval; sums of intervals are not given.
 * Refuses a layer that is not measured as ground, more than three layers, and one named twice.
 */
export function crossTable(
  study: Study,
  measurement: Measurement,
  layers: readonly string[],
  by: 'class' | 'party' = 'class',
): Outcome<CrossTable> {
  if (isReported(measurement)) return refused(problem('cross-table-no-outline', { study: study.id }))
  const known = measurement.layers.map(({ name }) => name)
  const unknown = layers.find((name, i) => !known.includes(name) || layers.indexOf(name) !== i)
  if (unknown !== undefined || layers.length === 0 || layers.length > mostAxes) {
    const value = unknown ?? layers.join(', ')
    return refused(problem('cross-table-layers', { value, most: mostAxes, known: known.join(', ') }, { known }))
  }
  const planM2 = measurement.plan.areaM2
  const settings = layers.map((name) => axisSetting(study, measurement, name, by))
  const cells = new Map<string, { keys: string[]; combinations: number[] }>()
  measurement.combinations.forEach((combination, place) => {
    const keys = settings.map((setting) => JSON.stringify(setting.namesIn(combination)))
    const key = keys.join('\n')
    const cell = cells.get(key)
    if (cell) cell.combinations.push(place)
    else cells.set(key, { keys, combinations: [place] })
  })
  const areaOf = (places: readonly number[]): number =>
    sumOf(places.map((place) => measurement.combinations[place]!.areaM2))
  const tabled = [...cells.values()].map(({ keys, combinations }): CrossCell => {
    const [only, ...others] = combinations.map((place) => measurement.combinations[place]!)
    const areaM2 = areaOf(combinations)
    return {
      keys,
      areaM2,
      share: areaM2 / planM2,
      combinations,
      ...(only && others.length === 0 ? intervalOf(only) : {}),
    }
  })
  const totalM2 = areaOf(measurement.combinations.map((_, place) => place))
  return done({
    at: measurement.at,
    by,
    axes: settings.map((setting, axis) => ({
      ...setting.axis,
      categories: categoriesOf(setting, axis, tabled, planM2),
    })),
    cells: tabled.toSorted((a, b) => b.areaM2 - a.areaM2),
    totalM2,
    planM2,
    reconciliation: { residualM2: totalM2 - planM2 },
  })
}

/** The cell of the given sets, in the order of the axes; without ground where the measurement has none. */
export function cellOf(table: CrossTable, sets: readonly (readonly ClassName[] | null)[]): CrossCell {
  const keys = sets.map((names) => JSON.stringify(names && names.toSorted(byName)))
  const found = table.cells.find((cell) => cell.keys.every((key, axis) => key === keys[axis]))
  return found ?? { keys, areaM2: 0, share: 0, combinations: [] }
}

type AxisSetting = {
  readonly axis: Omit<CrossAxis, 'categories'>
  readonly order: readonly ClassName[]
  readonly labelOf: (name: ClassName) => Text
  readonly ownerOf: OwnerOf
  /** Whether ground in no class may be that of a hold that has ended. */
  readonly hasEnded: boolean
  readonly namesIn: (combination: CombinationArea) => readonly ClassName[] | null
}

function axisSetting(study: Study, measurement: Measurement, name: string, by: 'class' | 'party'): AxisSetting {
  const measured = measurement.layers.find((layer) => layer.name === name)!
  const layer = study.layers.find(({ id }) => id === measured.layer)
  const partyOf = new Map(
    by === 'class' ? [] : (layer?.classes ?? []).map((own) => [own.class, own.party ?? own.class]),
  )
  const named = (own: ClassName): ClassName => partyOf.get(own) ?? own
  const order = [...new Set(measured.classes.map((own) => named(own.class)))]
  return {
    axis: {
      layer: name,
      title: layer?.title ?? { en: name },
      date: measured.date,
      lastReported: layer ? lastReported(layer, measurement.at) : null,
    },
    order,
    ownerOf: ownersIn(measured.classes),
    hasEnded: measured.ended !== undefined,
    labelOf: (own) => (by === 'party' ? partyLabel(study, layer, name, own) : classLabel(layer, own)),
    namesIn: ({ classes }) => {
      const own = classes[name]
      return own ? [...new Set(own.map(named))].sort(byName) : null
    },
  }
}

/** A party is called as in the study's headline; one that is a single class as that class; else by its usual name. */
function partyLabel({ headline }: Study, layer: Layer | undefined, name: string, party: ClassName): Text {
  if (headline?.layer === name && headline.party === party) return headline.label ?? partyText(party)
  const own = layer?.classes.filter((known) => known.party === party) ?? []
  if (own.length === 1) return own[0]!.label
  const isClass = party === null || layer?.classes.some((known) => known.class === party) === true
  return isClass ? classLabel(layer, party) : partyText(party)
}

function categoriesOf(
  { order, labelOf, ownerOf, hasEnded }: AxisSetting,
  axis: number,
  cells: readonly CrossCell[],
  planM2: number,
): CrossCategory[] {
  const keys = [...new Set(cells.map((cell) => cell.keys[axis]!))]
  const placed = keys.map((key) => {
    const set = JSON.parse(key) as ClassName[] | null
    const names = set && set.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    const areaM2 = sumOf(cells.filter((cell) => cell.keys[axis] === key).map((cell) => cell.areaM2))
    const kind =
      names === null ? 'silent' : names.length === 0 ? 'uncovered' : isSeveral(names, ownerOf) ? 'several' : 'class'
    const places = (names ?? []).map((name) => order.indexOf(name))
    return {
      places,
      category: {
        key,
        kind,
        names: names ?? [],
        label: kind === 'uncovered' ? uncoveredLabel(hasEnded) : labelOfSet(kind, names ?? [], labelOf),
        areaM2,
        share: areaM2 / planM2,
      } as const,
    }
  })
  const rank = { class: 0, several: 1, uncovered: 2, silent: 3 } as const
  return placed
    .sort((a, b) => rank[a.category.kind] - rank[b.category.kind] || compare(a.places, b.places))
    .map(({ category }) => category)
}

function compare(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((place, i) => place !== b[i])
  return differing < 0 ? a.length - b.length : a[differing]! - (b[differing] ?? -1)
}

function uncoveredLabel(hasEnded: boolean): Text {
  const key = hasEnded ? 'class.uncovered-or-not-known' : 'class.uncovered'
  return translateInEach(key)
}

function labelOfSet(
  kind: CrossCategory['kind'],
  names: readonly ClassName[],
  labelOf: (name: ClassName) => Text,
): Text {
  if (kind === 'silent') return translateInEach('holds.nothing')
  const labels = names.map(labelOf)
  return inEachLanguage((language) => labels.map((label) => textIn(language, label)).join(' + '))
}

const intervalOf = ({ low, high, shareLow, shareHigh }: Interval): Interval =>
  low === undefined || high === undefined
    ? {}
    : { low, high, ...(shareLow === undefined || shareHigh === undefined ? {} : { shareLow, shareHigh }) }
