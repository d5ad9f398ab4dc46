import type { Features, Shapes } from '../geometry/shapes.ts'
import { classText } from '../classify/classes.ts'
import { textIn } from '../model/text.ts'
import { classLabel } from '../format/class-label.ts'
import { bufferFeatures } from '../measure/buffer.ts'
import { classedOn, type ClassedFeatures } from '../measure/classed-on.ts'
import type { HoldEnd } from '../model/hold-end.ts'
import { isLabelled, isMeasured, type Layer } from '../model/layer.ts'
import {
  columnsOf,
  differentRows,
  drawnFields,
  layerFields,
  rowsOf,
  type Column,
  type LayerFields,
} from './layer-rows.ts'
import type { TileClasses } from './make-tile.ts'
import { tileGround, type TileGround } from './tile-ground.ts'
import type { LabelText } from './tile-labels.ts'
import type { TileAttributes } from './write-mvt.ts'

/** All that the tiles of a layer are made of, whatever the day: plain data that can be written to a file. */
export type TileSource = {
  readonly ground: TileGround
  readonly columns: readonly Column[]
  readonly fields: LayerFields
}

/** Of points and lines with a radius their zones; of a list of events the events themselves. */
export function tileSource(layer: Layer, features: Features): TileSource {
  const isZoned = layer.bufferM !== undefined && !layer.events && features.shapes.kind !== 'polygon'
  return {
    ground: tileGround((isZoned ? bufferFeatures(features, layer.bufferM!) : features).shapes),
    columns: columnsOf(features.attributes, drawnFields(layer)),
    fields: layerFields(features.attributes),
  }
}

/** All that a source follows from, so that two layers of one text have the same; `file` is what tells their files apart. */
export const sourceKey = (layer: Layer, file: string): string =>
  JSON.stringify([
    file,
    layer.geometryType,
    layer.evenOdd,
    layer.events ? null : (layer.bufferM ?? null),
    drawnFields(layer),
  ])

/** Whether the day makes a difference to what a layer shows. */
const isDaily = (layer: Layer, ends: readonly HoldEnd[]): boolean =>
  layer.dateFields !== undefined || (layer.role === 'control' && ends.length > 0)

/** All that the tiles of a layer on a day follow from. */
export const tilesKey = (layer: Layer, file: string, at: string | null, ends: readonly HoldEnd[]): string => {
  const { name, role, classField, classes, sourcesField, dateFields, dateOrder, date, from, idField, labelField } =
    layer
  const said = { name, role, classField, classes, sourcesField, dateFields, dateOrder, date, from, idField, labelField }
  const isNamed = isLabelled(layer)
  return JSON.stringify([sourceKey(layer, file), said, isNamed, ...(isDaily(layer, ends) ? [at, ends] : [])])
}

const noShapes: Shapes = {
  kind: 'point',
  coordinates: new Float64Array(),
  partStart: Uint32Array.of(0),
  partPolygon: new Uint32Array(),
  polygonFeature: new Uint32Array(),
}

/** The classes of a layer on a day, and what its tiles say of them. */
export type TilesOnDay = { readonly classed: Pick<ClassedFeatures, 'names'>; readonly classes: TileClasses }

export function tilesOnDay(
  layer: Layer,
  { columns, fields }: TileSource,
  at: string | null,
  ends: readonly HoldEnd[],
): TilesOnDay {
  const { rows, rowOfFeature } = classedRows(layer, columns, fields.features)
  const classed = classedOn(layer, { shapes: noShapes, attributes: rows }, at, ends)
  const { names } = classed
  // Ground whose hold has ended comes behind all classes.
  const placeOfRow = classed.classOfFeature.map((place, row) =>
    classed.endOfFeature[row]! >= 0 ? names.length : place,
  )
  const places = Int32Array.from(rowOfFeature, (row) => placeOfRow[row]!)
  const attributes = names.map((name): TileAttributes => ({
    ...(name === null ? {} : { class: name }),
    ...(isMeasured(layer) ? { label: textIn('en', classLabel(layer, name)) } : {}),
  }))
  const own = ownAttributes(layer, columns)
  return {
    classed: { names },
    classes: {
      classOfFeature: places,
      attributesOfClass: (place) => attributes[place] ?? { ended: true },
      ownAttributes: own,
      ...(isLabelled(layer) ? { labelOf: labelOf(layer, columns) } : {}),
    },
  }
}

/** The rows that are sorted into classes. How dates are read follows from how often they are there, so then all of them. */
function classedRows({ dateFields, classField, sourcesField }: Layer, columns: readonly Column[], count: number) {
  if (dateFields)
    return { rows: rowsOf(columns, count), rowOfFeature: Uint32Array.from({ length: count }, (_, i) => i) }
  return differentRows(
    columns.filter(({ name }) => name === classField || name === sourcesField),
    count,
  )
}

/** The id and the name of a feature, where the layer has fields for them. */
function ownAttributes(
  { idField, labelField }: Layer,
  columns: readonly Column[],
): (feature: number) => TileAttributes {
  const [idOf, labelOf] = [textOf(columns, idField), textOf(columns, labelField?.en)]
  return (feature) => {
    const [id, label] = [idOf(feature), labelOf(feature)]
    return { ...(id === null ? {} : { id }), ...(label === null ? {} : { label }) }
  }
}

function labelOf({ labelField }: Layer, columns: readonly Column[]): (feature: number) => LabelText | null {
  const [english, arabic] = [textOf(columns, labelField?.en), textOf(columns, labelField?.ar)]
  return (feature) => {
    const [en, ar] = [english(feature), arabic(feature)]
    const label = en ?? ar
    return label === null ? null : { label, ...(ar === null || ar === label ? {} : { labelAr: ar }) }
  }
}

function textOf(columns: readonly Column[], field: string | undefined): (feature: number) => string | null {
  const column = columns.find(({ name }) => name === field)
  return (feature) => (column ? classText(column.values[column.places[feature]!]) : null)
}
