import type { ComparedPlans } from '../../../core/report/report-input.ts'
import type {
  ClassesByLayer,
  ClassName,
  FeatureMeasurement,
  LayerMeasurement,
  Measurement,
} from '../../../core/model/measurement.ts'
import type { Names } from '../../../core/format/names.ts'
import { isMessageKey, translate, type Language } from '../../../core/i18n/translate.ts'
import type { Cell } from './csv.ts'
import type { Table } from './table.ts'
import { tableNames } from './table-names.ts'
import type { Comparison } from '../../../core/compare/comparison-answer.ts'

/** The word of a code such as a role in Arabic; in English the code. */
function wordOf(
  kind: 'role' | 'page.method' | 'measure' | 'event.kind' | 'published.verdict',
  code: string,
  language: Language,
): string {
  const key = `${kind}.${code}`
  return language !== 'en' && isMessageKey(key) ? translate(language, key) : code
}

/** The measurement with layers, classes and roles as tables call them. */
export function namedMeasurement(measurement: Measurement, names: Names, language: Language): Measurement {
  const { plan, layers, combinations, features, units, points, notes, claimed } = measurement
  return {
    ...measurement,
    plan: { ...plan, name: names.layer(plan.name) },
    layers: layers.map((layer) => namedLayer(layer, names, language)),
    combinations: combinations.map((own) => ({ ...own, classes: namedClasses(own.classes, names) })),
    ...(features ? { features: features.map((own) => namedFeature(own, names)) } : {}),
    ...(units ? { units: units.map((own) => namedFeature(own, names)) } : {}),
    ...(points
      ? {
          points: points.map((own) => ({
            ...own,
            layer: names.layer(own.layer),
            class: classNamed(names, own.layer, own.class),
          })),
        }
      : {}),
    claimed: claimed.map((own) => ({ ...own, ...(own.layer === undefined ? {} : { layer: names.layer(own.layer) }) })),
    notes: notes.map((own) => namedNote(own, names)),
  }
}

/** The comparison with the names of each study as tables call them. */
export function namedComparison(
  { comparison, studies }: Pick<ComparedPlans, 'comparison' | 'studies'>,
  language: Language,
): Comparison {
  const namesOf = (id: string): Names =>
    tableNames(studies.get(id)!, language, { at: comparison.studies.find((own) => own.id === id)?.at ?? null })
  return {
    ...comparison,
    studies: comparison.studies.map((own) => {
      const names = namesOf(own.id)
      return {
        ...own,
        layers: own.layers.map((layer) => namedLayer(layer, names, language)),
        points: own.points.map((each) => ({
          ...each,
          layer: names.layer(each.layer),
          class: classNamed(names, each.layer, each.class),
        })),
      }
    }),
    notes: comparison.notes.map((own) => namedNote(own, namesOf(String(own.values['study'])))),
  }
}

/** A table with its codes in words and its layers by their names. */
export function inWords(table: Table, names: Names, language: Language): Table {
  const wordsOf: Readonly<Record<string, (text: string) => string>> = {
    layer: names.layer,
    role: (code) => wordOf('role', code, language),
    method: (code) => wordOf('page.method', code, language),
    measure: (code) => wordOf('measure', code, language),
    verdict: (code) => wordOf('published.verdict', code, language),
  }
  // Columns may be named by the user.
  const words = table.fields.map(({ name }) => (Object.hasOwn(wordsOf, name) ? wordsOf[name] : undefined))
  return {
    ...table,
    rows: table.rows.map((row) =>
      row.map((cell, i): Cell => (typeof cell === 'string' ? (words[i]?.(cell) ?? cell) : cell)),
    ),
  }
}

/** What a figure measures. */
export const measureText = (code: string, language: Language): string => wordOf('measure', code, language)

/** What kind an event is of. */
export const eventKindText = (kind: string, language: Language): string => wordOf('event.kind', kind, language)

const classNamed = (names: Names, layer: string, name: ClassName): string => names.class(layer, name ?? '')

const namedLayer = (layer: LayerMeasurement, names: Names, language: Language): LayerMeasurement => ({
  ...layer,
  name: names.layer(layer.name),
  role: wordOf('role', layer.role, language),
  classes: layer.classes.map((own) => ({
    ...own,
    class: classNamed(names, layer.name, own.class),
    ...(own.party === undefined ? {} : { party: names.party(own.party) }),
  })),
  ...(layer.bySources
    ? {
        bySources: layer.bySources.map((own) => ({
          ...own,
          party: own.party === null ? null : names.party(own.party),
        })),
      }
    : {}),
})

/** Classes by layer with both by their names. */
export const namedClasses = (classes: ClassesByLayer, names: Names): ClassesByLayer =>
  Object.fromEntries(
    Object.entries(classes).map(([layer, own]) => [
      names.layer(layer),
      own.map((name) => classNamed(names, layer, name)),
    ]),
  )

const namedFeature = (own: FeatureMeasurement, names: Names): FeatureMeasurement => ({
  ...own,
  layers: Object.fromEntries(
    Object.entries(own.layers).map(([layer, classes]) => [
      names.layer(layer),
      Object.fromEntries(Object.entries(classes).map(([name, areaM2]) => [names.class(layer, name), areaM2])),
    ]),
  ),
  combinations: own.combinations.map((each) => ({ ...each, classes: namedClasses(each.classes, names) })),
})

const namedNote = <Own extends Measurement['notes'][number]>(own: Own, names: Names): Own => {
  const { layer } = own.values
  return typeof layer === 'string' ? { ...own, values: { ...own.values, layer: names.layer(layer) } } : own
}
