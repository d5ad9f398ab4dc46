import type { Work } from '../parallel/crew.ts'
import type { ClassStyle } from '../sheet/class-style.ts'
import { inks } from '../sheet/paper.ts'
import { featureIds } from '../measure/feature-ids.ts'
import type { Measurable } from '../measure/measurable.ts'
import type { MeasuredLayer } from '../measure/measured-layer.ts'
import type { Measurement } from '../model/measurement.ts'
import { textIn, type Text } from '../model/text.ts'
import { say, type Language } from '../i18n/say.ts'
import { classLooks, type LookOf } from './class-looks.ts'
import { emptyOverlap } from './empty-overlap.ts'
import { ownFeatures, type Category, type ExportLayer } from './export-layer.ts'
import { both, type Field } from './field.ts'
import { overlapLayer, type PiecesBy } from './overlap-layer.ts'
import { uniqueNames } from './unique-names.ts'

/** The overlap, the plan, and every layer as it was measured, in this order; of a plan without an outline an overlap without features. */
export function studyLayers(
  ground: Measurable | null,
  measurement: Measurement,
  piecesBy: PiecesBy,
  work: Work = {},
): ExportLayer[] {
  if (!ground) return [emptyOverlap()]
  const { plan, zones, measured, units } = ground
  const lookOf = classLooks(measured)
  const overlap = overlapLayer(ground, measurement, piecesBy, lookOf, work)
  const isSchematic = [plan, ...zones].some(({ layer }) => layer.schematic)
  const layers = [
    { ...overlap, title: labelled(overlap.title, isSchematic) },
    { ...plainLayer(plan, [outline(inks.ink, 0.6)]), name: 'plan' },
    ...measured.map((layer) => measuredLayer(layer, lookOf)),
    ...(units ? [plainLayer(units, [outline(inks.second, 0.2)])] : []),
  ]
  const names = uniqueNames(layers.map(({ name }) => name))
  return layers.map((layer, i) => ({ ...layer, name: names[i]! }))
}

/** A title that says where what it names is drawn from descriptions only. */
const labelled = (title: Text, isSchematic: boolean): Text => {
  const inLanguage = (language: Language): string => `${textIn(language, title)} · ${say(language, 'sheet.schematic')}`
  return isSchematic ? { en: inLanguage('en'), ar: inLanguage('ar') } : title
}

const outline = (color: string, widthMm: number): ClassStyle => ({ line: { color, widthMm } })

const measuredId: Field = {
  name: 'measured_id',
  short: 'meas_id',
  type: 'text',
  title: both('export.field.measured_id'),
  description: both('export.about.measured_id'),
}

function plainLayer({ layer, features }: Measurable['plan'], styles: readonly ClassStyle[]): ExportLayer {
  const { ids } = featureIds(layer, features)
  return {
    name: layer.id,
    title: labelled(layer.title, layer.schematic),
    ...ownFeatures(features, layer.evenOdd, { fields: [measuredId], valuesOf: (feature) => [ids[feature]!] }),
    look: { field: null, categories: [{ value: null, label: layer.title, styles }] },
  }
}

const measuredClass: Field = {
  name: 'measured_class',
  short: 'meas_class',
  type: 'text',
  title: both('export.field.measured_class'),
  description: both('export.about.measured_class'),
}

/** The features that took part, circles and strips round points and lines where a radius made zones of them. */
function measuredLayer({ layer, names, classOfFeature, features }: MeasuredLayer, lookOf: LookOf): ExportLayer {
  const isOwnGround = layer.geometryType === 'polygon'
  return {
    name: layer.id,
    title: labelled(layer.title, layer.schematic),
    ...ownFeatures(features, isOwnGround ? layer.evenOdd : 'polygon', {
      fields: [measuredClass],
      valuesOf: (feature) => (classOfFeature[feature]! < 0 ? null : [names[classOfFeature[feature]!] ?? null]),
    }),
    look: {
      field: measuredClass.name,
      categories: names.map((name): Category => {
        const { label, style } = lookOf(layer.id, name)
        return { value: name, label, styles: [style] }
      }),
    },
  }
}
