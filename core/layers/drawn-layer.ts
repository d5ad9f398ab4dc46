import { wgs84 } from '../crs/systems.ts'
import { classText } from '../classify/classes.ts'
import { builtClass } from '../classify/default-classes.ts'
import type { Features } from '../geometry/shapes.ts'
import { isMeasured, type LayerClass } from '../model/layer.ts'
import type { LayerOptions } from '../model/layer-options.ts'
import type { Source } from '../model/sources.ts'
import { placedOver } from '../picture/place-drawing.ts'
import { note } from '../result/note.ts'
import { refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import { buildLayer, changeLayer, type ChangedLayer, type LayerDraft, type LoadedLayer } from './build-layer.ts'
import type { Layer } from '../model/layer.ts'

/** The most vertices that a layer drawn by hand takes. */
const mostDrawnVertices = 200_000

/** The field that says the class of what is drawn. */
const drawnClassField = 'class'

const nothingYet: Features = {
  shapes: {
    kind: 'polygon',
    coordinates: new Float64Array(0),
    partStart: Uint32Array.of(0),
    partPolygon: new Uint32Array(0),
    polygonFeature: new Uint32Array(0),
  },
  attributes: [],
}

/** What is drawn when nothing is: no file gave it, and it lies in WGS 84. */
export const emptyDrawing: LoadedLayer = {
  name: 'drawn',
  features: nothingYet,
  evenOdd: 'polygon',
  crs: { code: wgs84.code, name: wgs84.name, operation: null, accuracyM: 0, shiftM: 0 },
  encoding: null,
  offers: [],
  notes: [],
  drawn: true,
}

/** A layer in which nothing is drawn yet, with the classes that are given; `sha256` is that of its empty file. */
export function startedDrawing(options: LayerOptions, sha256: string, sources: readonly Source[]): Outcome<LayerDraft> {
  const isClassed = options.classes !== undefined || (options.role !== undefined && isMeasured({ role: options.role }))
  const classField = options.classField ?? (isClassed ? drawnClassField : undefined)
  return buildLayer(emptyDrawing, classField === undefined ? options : { ...options, classField }, sha256, sources)
}

/**
 * A drawn layer with what another holds, to be changed: what was said of it stays said, but for the accuracy of its lines, which
 * are now those of whoever draws.
 */
export function drawnCopy(
  layer: Layer,
  features: Features,
  options: LayerOptions,
  sources: readonly Source[],
): Outcome<LayerDraft> {
  if (layer.geometryType !== 'polygon')
    return refused(
      problem('layer-not-polygons', { file: layer.name, kind: layer.geometryType, role: options.role ?? layer.role }),
    )
  const tooLarge = tooManyVertices(layer.name, features)
  if (tooLarge) return refused(tooLarge)
  const {
    id: _id,
    file: _file,
    fileSha256: _checksum,
    offers: _offers,
    stated: _stated,
    accuracy: _accuracy,
    accuracyM: _accuracyM,
    order: _order,
    ...said
  } = layer
  const name = options.name ?? layer.name
  const copied = note('drawing-copied', { layer: name, other: layer.name }, { layer: name })
  const draft: LayerDraft = { ...said, drawn: true, method: 'by-hand', notes: [...layer.notes, copied] }
  return changeLayer(draft, options, features, sources)
}

/** What was said of a layer that drawing on does not change. */
const isLasting: ReadonlySet<string> = new Set([
  'drawing-copied',
  'plan-replaced',
  'picture-accuracy-unstated',
  'picture-animated',
  'picture-cmyk',
  'picture-one-colour',
  'points-switched-off',
])

/**
 * A drawn layer after it was drawn on. What was said of it stays said; a class that it did not have comes last. Refuses what is no
 * polygons, what is too large to be drawn, and features without the field that says their class.
 */
export function redrawn(
  before: Layer,
  loaded: LoadedLayer,
  sha256: string,
  sources: readonly Source[],
): Outcome<ChangedLayer> {
  const { features, evenOdd, crs, encoding, notes } = loaded
  const { kind } = features.shapes
  if (kind !== 'polygon') return refused(problem('layer-not-polygons', { file: before.name, kind, role: before.role }))
  const tooLarge = tooManyVertices(before.name, features)
  if (tooLarge) return refused(tooLarge)
  const fresh = buildLayer({ ...loaded, evenOdd, drawn: true }, { name: before.name }, sha256, sources)
  if (!fresh.ok) return fresh
  const lasting = before.notes.filter(({ code }) => isLasting.has(code))
  const placed = before.picture ? placedOver(before.picture, features.shapes) : null
  const layer: ChangedLayer = {
    ...before,
    evenOdd,
    crs,
    encoding,
    features: features.attributes.length,
    extent: fresh.value.extent,
    // That of a picture leads to the picture, which is kept as long as the layer.
    sha256: placed ? before.sha256 : sha256,
    ...(placed ? { picture: placed.picture } : {}),
    classes: withNewClasses(before, features),
    notes: [...lasting, ...[...(placed?.notes ?? []), ...notes].map((own) => ({ ...own, layer: before.name }))],
  }
  return changeLayer(layer, {}, features, sources)
}

function tooManyVertices(layer: string, { shapes }: Features) {
  const vertices = shapes.coordinates.length / 2
  return vertices > mostDrawnVertices
    ? problem('drawing-too-large', { layer, vertices, most: mostDrawnVertices })
    : null
}

function withNewClasses({ classes, classField, role }: Layer, { attributes }: Features): LayerClass[] {
  if (classField === undefined) return classes
  const known = new Set(classes.flatMap(({ values }) => values))
  const found = new Set(attributes.map((row) => classText(row[classField]) ?? ''))
  const fresh = [...found].filter((value) => !known.has(value))
  return [
    ...classes,
    ...fresh.map((value, i) =>
      builtClass({ class: value === '' ? null : value, values: [value] }, classes.length + i, role),
    ),
  ]
}
