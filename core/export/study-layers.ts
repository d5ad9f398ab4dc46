import type { TaskContext } from '../parallel/worker-pool.ts'
import type { ClassStyle } from '../sheet/class-style.ts'
import { planDash } from '../sheet/map-frame.ts'
import { lineStyle, outlineOf, placeRadiusMm } from '../sheet/outlines.ts'
import { inks } from '../sheet/paper.ts'
import { featureIds } from '../measure/feature-ids.ts'
import type { Measurable } from '../measure/measurable.ts'
import type { MeasuredLayer } from '../measure/measured-layer.ts'
import { isLabelled, type Layer } from '../model/layer.ts'
import type { Measurement } from '../model/measurement.ts'
import { textIn, type Text } from '../model/text.ts'
import { inEachLanguage, translate, translateInEach, type Language } from '../i18n/translate.ts'
import { fromBelow, isOrdered } from '../symbology/drawing-order.ts'
import { classStyles, type StyleOf } from './class-styles.ts'
import { emptyOverlap } from './empty-overlap.ts'
import { ownFeatures, type Category, type ExportLayer } from './export-layer.ts'
import { type Field } from './field.ts'
import { overlapLayer, type PiecesBy } from './overlap-layer.ts'
import { coarseCells, leastCount } from './coarse-cells.ts'
import { leavingFields, type ChosenFields } from './leaving-fields.ts'
import { uniqueNames } from './unique-names.ts'
import { shownGround } from './withheld-ground.ts'

/**
 * The overlap, the plan, every layer as it was measured, and the context beside them, in this order; of a plan without an outline an overlap without
 * features. Sensitive layers are left out of all, or come as cells; of fields those that say class, id, label and date leave,
 * and the chosen ones.
 */
export function studyLayers(
  all: Measurable | null,
  measured: Measurement,
  piecesBy: PiecesBy,
  { chosen, context }: { readonly chosen: ChosenFields; readonly context: readonly Measurable['plan'][] },
  work: TaskContext = {},
): ExportLayer[] {
  if (!all) return [emptyOverlap()]
  const { ground, measurement, coarsened } = shownGround(all, measured)
  const { plan, zones, units } = ground
  const styleOf = classStyles(all.measured)
  const overlap = overlapLayer(ground, measurement, piecesBy, styleOf, chosen, work)
  const isSchematic = [plan, ...zones].some(({ layer }) => layer.schematic)
  const others: Drawn[] = [
    ...ground.measured.map((own) => ({ layer: own.layer, made: measuredLayer(own, styleOf, chosen) })),
    ...coarsened.map(({ own, gridM }) => ({ layer: own.layer, made: cellsLayer(own, gridM, styleOf) })),
    ...(units ? [{ layer: units.layer, made: plainLayer(units, outline(inks.second, 0.2), chosen) }] : []),
    ...context.map((own) => ({
      layer: own.layer,
      made: { ...plainLayer(own, contextStyle(own.layer), chosen), isContext: true as const },
    })),
  ]
  const heightOf = new Map(
    fromBelow(others.map(({ layer: { id, role, order } }) => ({ id, role, order }))).map(({ id }, i) => [id, i]),
  )
  const layers = [
    { ...overlap, title: labelled(overlap.title, isSchematic) },
    { ...plainLayer(plan, outline(inks.ink, 0.6, plan.layer.schematic), chosen), name: 'plan' },
    ...fromAbove(others).map(({ layer, made }) => ({ ...made, height: heightOf.get(layer.id)! })),
  ]
  const names = uniqueNames(layers.map(({ name }) => name))
  return layers.map((layer, i) => ({ ...layer, name: names[i]! }))
}

type Drawn = { readonly layer: Layer; readonly made: ExportLayer }

/** As the study orders its layers, the highest first, as lists of layers have them; in its own order where it does not. */
const fromAbove = (layers: readonly Drawn[]): readonly Drawn[] =>
  isOrdered(layers.map(({ layer }) => layer))
    ? fromBelow(layers.map((own) => ({ ...own, role: own.layer.role, order: own.layer.order }))).toReversed()
    : layers

/** A title that says where what it names is drawn from descriptions only. */
const labelled = (title: Text, isSchematic: boolean): Text => {
  const inLanguage = (language: Language): string =>
    `${textIn(language, title)} · ${translate(language, 'sheet.schematic')}`
  return isSchematic ? inEachLanguage(inLanguage) : title
}

/** Broken as on the sheet where the plan is schematic. */
const outline = (color: string, widthMm: number, isBroken = false): ClassStyle => ({
  line: { color, widthMm, ...(isBroken ? { dash: planDash } : {}) },
})

/** Outlines, lines and dots as on the sheet. */
function contextStyle({ geometryType }: Layer): ClassStyle {
  if (geometryType === 'point') return outline(inks.second, placeRadiusMm)
  const { stroke, 'stroke-width': widthMm } = geometryType === 'line' ? lineStyle : outlineOf('context')
  return outline(stroke, widthMm, geometryType === 'polygon')
}

const measuredId: Field = {
  name: 'measured_id',
  short: 'meas_id',
  type: 'text',
  title: translateInEach('export.field.measured_id'),
  description: translateInEach('export.about.measured_id'),
}

function plainLayer({ layer, features }: Measurable['plan'], style: ClassStyle, chosen: ChosenFields): ExportLayer {
  const { ids } = featureIds(layer, features)
  const leaving = leavingFields(layer, features.attributes, chosen)
  const own = ownFeatures(features, layer.evenOdd, leaving, {
    fields: [measuredId],
    valuesOf: (feature) => [ids[feature]!],
  })
  const drawn = layer.opacity === undefined ? style : { ...style, opacity: layer.opacity }
  return {
    name: layer.id,
    title: labelled(layer.title, layer.schematic),
    ...own,
    ...namesOf(layer, leaving, own.fields),
    symbology: { field: null, categories: [{ value: null, label: layer.title, styles: [drawn] }] },
  }
}

/** The fields with the names of its features as they are called in the export, where they stand on the map. */
function namesOf(layer: Layer, leaving: readonly string[], fields: readonly Field[]) {
  const nameOf = (field: string | undefined): string | undefined =>
    field === undefined ? undefined : fields[leaving.indexOf(field)]?.name
  const [en, ar] = [nameOf(layer.labelField?.en), nameOf(layer.labelField?.ar)]
  const isNamed = layer.role === 'plan' ? layer.labels === true : isLabelled(layer)
  return !isNamed || en === undefined ? {} : { labels: { en, ...(ar === undefined ? {} : { ar }) } }
}

const measuredClass: Field = {
  name: 'measured_class',
  short: 'meas_class',
  type: 'text',
  title: translateInEach('export.field.measured_class'),
  description: translateInEach('export.about.measured_class'),
}

/** The features that took part, circles and strips round points and lines where a radius made zones of them. */
function measuredLayer(
  { layer, names, classOfFeature, features }: MeasuredLayer,
  styleOf: StyleOf,
  chosen: ChosenFields,
): ExportLayer {
  const isOwnGround = layer.geometryType === 'polygon'
  const leaving = leavingFields(layer, features.attributes, chosen)
  const own = ownFeatures(features, isOwnGround ? layer.evenOdd : 'polygon', leaving, {
    fields: [measuredClass],
    valuesOf: (feature) => (classOfFeature[feature]! < 0 ? null : [names[classOfFeature[feature]!] ?? null]),
  })
  return {
    name: layer.id,
    title: labelled(layer.title, layer.schematic),
    ...own,
    ...namesOf(layer, leaving, own.fields),
    symbology: byClass(layer, names, styleOf),
  }
}

const byClass = (layer: Layer, names: MeasuredLayer['names'], styleOf: StyleOf): ExportLayer['symbology'] => ({
  field: measuredClass.name,
  categories: names.map((name): Category => {
    const { label, style } = styleOf(layer.id, name)
    return { value: name, label, styles: [style] }
  }),
})

const countInCell: Field = {
  name: 'count',
  type: 'integer',
  title: translateInEach('sheet.column.count'),
  description: translateInEach('export.about.cell-count', { least: leastCount }),
}

/** A sensitive layer as counts of its features in square cells. */
function cellsLayer(
  { layer, names, classOfFeature, features }: MeasuredLayer,
  gridM: number,
  styleOf: StyleOf,
): ExportLayer {
  return {
    name: layer.id,
    title: labelled(layer.title, layer.schematic),
    description: translateInEach('export.about.cells', { gridM }),
    kind: 'polygon',
    fields: [measuredClass, countInCell],
    features: coarseCells(features, classOfFeature, gridM).map(({ place, count, geometry }) => ({
      type: 'Feature',
      properties: { [measuredClass.name]: names[place] ?? null, [countInCell.name]: count },
      geometry,
    })),
    symbology: byClass(layer, names, styleOf),
  }
}
