import { classify, classText, type Classification } from '../classify/classes.ts'
import { coarseCells, leastCount } from '../export/coarse-cells.ts'
import type { FieldType } from '../export/field.ts'
import { shapesFromGeoJson } from '../geometry/geojson.ts'
import { translate } from '../i18n/translate.ts'
import type { Attributes, Features, Shapes } from '../geometry/shapes.ts'
import { eventsOf } from '../measure/listed-events.ts'
import { featurePeriods } from '../measure/feature-periods.ts'
import type { Layer } from '../model/layer.ts'
import { textIn } from '../model/text.ts'
import { done, type Outcome } from '../result/outcome.ts'
import { classCaption } from '../format/class-label.ts'
import type { Days } from './datetime.ts'

/** A property of the features of a collection. */
export type CollectionField = { readonly name: string; readonly type: FieldType; readonly title: string }

/** Features on their way to others: what is told of each, the days of each, and their shapes. */
export type Collection = {
  readonly fields: readonly CollectionField[]
  readonly properties: readonly Attributes[]
  readonly days: readonly Days[]
  readonly shapes: Shapes
  readonly evenOdd: Layer['evenOdd']
}

const ownFields = (hasOwnId: boolean): CollectionField[] => [
  { name: 'id', type: hasOwnId ? 'text' : 'integer', title: 'What the rows of a measurement call it' },
  { name: 'class', type: 'text', title: 'Class as measured' },
  { name: 'label_en', type: 'text', title: 'Name, or else that of its class, in English' },
  { name: 'label_ar', type: 'text', title: 'Name, or else that of its class, in Arabic' },
  ...dayFields,
]

export const dayFields: readonly CollectionField[] = [
  { name: 'date', type: 'date', title: 'First day that it speaks of' },
  { name: 'until', type: 'date', title: 'Last day that it speaks of' },
]

/**
 * The features of a layer with their class, id, labels and days; attributes of the file beside these are not given away.
 * Of a sensitive layer its features are counted in cells. Refuses a class field that the layer does not have.
 */
export function layerCollection(layer: Layer, features: Features): Outcome<Collection> {
  const classified = classify(layer, features)
  if (!classified.ok) return classified
  const { names, classOfFeature } = classified.value
  const { idField, labelField, sensitive } = layer
  if (sensitive !== undefined)
    return done(cellCollection(layer, features, classified.value, sensitive === true ? null : sensitive.gridM))
  const days = daysOfFeatures(layer, features)
  const labels = (['en', 'ar'] as const).map((language) => names.map((name) => classCaption(layer, name, language)))
  const properties = features.attributes.map((own, feature) => {
    const place = classOfFeature[feature]!
    const english = labelField ? classText(own[labelField.en]) : null
    const arabic = labelField?.ar === undefined ? null : classText(own[labelField.ar])
    return {
      id: idField === undefined ? feature + 1 : (classText(own[idField]) ?? String(feature + 1)),
      class: names[place] ?? null,
      label_en: english ?? labels[0]![place]!,
      label_ar: arabic ?? english ?? labels[1]![place]!,
      date: days[feature]!.from,
      until: days[feature]!.to,
    }
  })
  const { shapes } = features
  return done({ fields: ownFields(idField !== undefined), properties, days, shapes, evenOdd: layer.evenOdd })
}

/** A sensitive layer's features counted in square cells of `gridM` metres; none where it leaves in no form. */
function cellCollection(
  layer: Layer,
  features: Features,
  { names, classOfFeature }: Classification,
  gridM: number | null,
): Collection {
  const cells = gridM === null ? [] : coarseCells(features, classOfFeature, gridM)
  const days = daysOfLayer(layer)
  return {
    fields: [
      ...ownFields(false),
      { name: 'count', type: 'integer', title: translate('en', 'export.about.cell-count', { least: leastCount }) },
    ],
    properties: cells.map(({ place, count }, i) => ({
      id: i + 1,
      class: names[place] ?? null,
      label_en: classCaption(layer, names[place]!, 'en'),
      label_ar: classCaption(layer, names[place]!, 'ar'),
      date: days.from,
      until: days.to,
      count,
    })),
    days: cells.map(() => days),
    shapes: shapesFromGeoJson(
      cells.map(({ geometry }) => geometry),
      'polygon',
    ),
    evenOdd: 'polygon',
  }
}

/** The days that a layer as a whole speaks of. */
export const daysOfLayer = ({ date, from, to }: Pick<Layer, 'date' | 'from' | 'to'>): Days =>
  date === undefined ? { from: from ?? null, to: to ?? null } : { from: date, to: date }

/** The days of each feature by its own fields, else those of its layer; open where they cannot be used. */
function daysOfFeatures(layer: Layer, features: Features): Days[] {
  const ofLayer = daysOfLayer(layer)
  if (layer.events) {
    const found = eventsOf(features, null, { dateOrder: layer.dateOrder })
    const days = new Map(found.ok ? found.value.all.map((event) => [event.feature, event.days]) : [])
    return features.attributes.map((_, feature) => days.get(feature) ?? ofLayer)
  }
  const own = featurePeriods(layer, features.attributes)
  return own ? own.periods.map((period) => period ?? { from: null, to: null }) : features.attributes.map(() => ofLayer)
}

/** What a collection is called in lists. */
export const collectionTitle = (study: { readonly title: Layer['title'] }, title: Layer['title']): string =>
  `${textIn('en', study.title)}: ${textIn('en', title)}`
