import { rankedCandidates } from '../../../core/crs/candidates.ts'
import { distanceM, placed, reproject } from '../../../core/crs/reproject.ts'
import { degreeLengthM } from '../../../core/crs/straight-edges.ts'
import { datums, type DatumOperation } from '../../../core/crs/datums.ts'
import type { CoordinateSystem } from '../../../core/crs/system.ts'
import { systems } from '../../../core/crs/systems.ts'
import { isInside, isWgs84, operationAt, toOwnDatum, toWgs84, type ToWgs84 } from '../../../core/crs/to-wgs84.ts'
import { goesRoundForNothing } from '../../../core/geometry/antimeridian.ts'
import { extentOf } from '../../../core/geometry/extent.ts'
import type { Extent, Shapes } from '../../../core/geometry/shapes.ts'
import { note, type Note } from '../../../core/result/note.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import type { CrsRecord } from '../../../core/model/layer.ts'
import { evidenceOf } from '../record/evidence.ts'
import { withoutImpossible } from './impossible-positions.ts'
import { addPlace, noPlaces, noteOfPlaces } from '../record/places.ts'
import { longitudesWithin } from './longitudes-within.ts'
import { perhapsKilometres } from './perhaps-kilometres.ts'
import { swappedFeatures } from './swapped-features.ts'
import type { RawLayer } from '../record/raw-layer.ts'
import { nameCandidates, nameOfSystem } from './system-names.ts'

/** About a micrometre: how near an edge a vertex must be to count as lying on it. */
const touchingM = 1e-6
const touchingDegrees = 1e-11

type Placed = { readonly layer: RawLayer; readonly record: CrsRecord; readonly cellM: number | undefined }

/**
 * Brings a layer of finite positions from `system` to WGS 84. Degrees that are metres, metres that are degrees and
 * latitudes beyond the poles are refused before anything is measured.
 */
export function placeOnEarth(
  given: RawLayer,
  system: CoordinateSystem,
  givenExtent: Extent,
  near: Extent | undefined,
): Outcome<Placed> {
  const { file } = given
  const inDegrees = system.method === 'longlat'
  const layer = inDegrees ? longitudesWithin(given) : given
  const extent = layer === given ? givenExtent : (extentOf(layer.features.shapes) ?? givenExtent)
  const mismatch = (inDegrees ? degreesMismatch : metresMismatch)(layer, system, extent, near)
  if (mismatch) return mismatch
  const inRange = inDegrees ? withoutImpossible(layer, isLonLat) : done(layer)
  if (!inRange.ok) return inRange
  const box = extentOf(inRange.value.features.shapes) ?? extent
  const middle = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] as const
  const operation = operationFor(system, middle)
  const unshifted = shiftUnknown(file, system, operation, middle)
  if (unshifted) return unshifted
  const convert = toWgs84(system, operation)
  const placeable = placesOf(inRange.value, system, convert)
  if (!placeable.ok) return placeable
  const { layer: kept, places } = placeable.value
  const before = kept.features.shapes
  const tolerance = inDegrees ? touchingDegrees : touchingM / system.unitM
  const shapes = isWgs84(system) ? before : reproject(before, places, convert, tolerance)
  const record: CrsRecord = {
    code: system.code,
    name: system.name,
    operation: operation?.code ?? null,
    accuracyM: operation ? (isUnknown(operation) ? null : operation.accuracyM) : 0,
    shiftM: operation ? shiftAt(system, convert, middle) : 0,
  }
  const notes = [
    ...kept.notes,
    ...operationNotes(file, system, operation),
    ...addedNotes(file, system, before, shapes),
    ...placeNotes(file, system, box, shapes, near),
    ...featureNotes(kept, system, shapes, near),
    ...antimeridianNotes(layer, shapes),
  ]
  return done({
    layer: { ...kept, features: { ...kept.features, shapes }, notes },
    record,
    cellM: given.cell && sideM(given.cell, convert),
  })
}

/** Side of the square that covers as much ground as the cell of a raster. */
function sideM(cell: NonNullable<RawLayer['cell']>, convert: ToWgs84): number | undefined {
  const [at, along, down] = cell.map(([x, y]) => convert(x, y))
  if (!at || !along || !down) return undefined
  const { lonM, latM } = degreeLengthM(at[1])
  const [ax, ay] = [(along[0] - at[0]) * lonM, (along[1] - at[1]) * latM]
  const [bx, by] = [(down[0] - at[0]) * lonM, (down[1] - at[1]) * latM]
  return Math.sqrt(Math.abs(ax * by - ay * bx))
}

/** The layer's vertices on WGS 84, less the features that have none. */
function placesOf(
  layer: RawLayer,
  system: CoordinateSystem,
  convert: ToWgs84,
): Outcome<{ readonly layer: RawLayer; readonly places: Float64Array }> {
  const { coordinates } = layer.features.shapes
  if (isWgs84(system)) return done({ layer, places: coordinates })
  const places = placed(coordinates, convert)
  if (!places.includes(Number.NaN)) return done({ layer, places })
  const kept = withoutImpossible(layer, (x, y) => convert(x, y) !== null, nameOfSystem(system))
  if (!kept.ok) return kept
  return done({ layer: kept.value, places: placed(kept.value.features.shapes.coordinates, convert) })
}

/** A metre of overshoot at the 180th meridian is how many world files end. */
const isLonLat = (lon: number, lat: number): boolean => Math.abs(lon) <= 180.00001 && Math.abs(lat) <= 90

function degreesMismatch(layer: RawLayer, system: CoordinateSystem, extent: Extent, near: Extent | undefined) {
  const { coordinates } = layer.features.shapes
  let outside = 0
  let example = ''
  for (let i = 0; i < coordinates.length; i += 2) {
    if (isLonLat(coordinates[i]!, coordinates[i + 1]!)) continue
    if (outside++ === 0) example = `[${coordinates[i]}, ${coordinates[i + 1]}]`
  }
  // Where only some positions are wild, they and not the declaration are at fault.
  if (outside * 2 < coordinates.length * 0.9) return null
  const { file } = layer
  const [west, south, east, north] = extent
  if (west >= -90 && east <= 90 && south >= -180 && north <= 180) {
    return refused(problem('crs-axes-swapped', { file, value: example }))
  }
  const candidates = rankedCandidates(extent, near)
  const values = { file, crs: nameOfSystem(system), value: example, candidates: nameCandidates(candidates) }
  return refused(problem('crs-metres-as-degrees', values, { candidates, evidence: evidenceOf(layer) }))
}

/** Numbers that can be degrees, in a system where they would lie outside its area of use. */
function metresMismatch(layer: RawLayer, system: CoordinateSystem, extent: Extent, near: Extent | undefined) {
  const [west, south, east, north] = extent
  if (!isLonLat(west, south) || !isLonLat(east, north)) return null
  const place = toWgs84(system, operationAt(system, 0, 0))((west + east) / 2, (south + north) / 2)
  if (place && isInside(system.area, place[0], place[1]) && !isHardlyMetres(system, extent)) return null
  const candidates = rankedCandidates(extent, near)
  const value = `[${west}, ${south}]`
  const values = { file: layer.file, crs: nameOfSystem(system), value, candidates: nameCandidates(candidates) }
  return refused(problem('crs-degrees-as-metres', values, { candidates, evidence: evidenceOf(layer) }))
}

/** A map system of the whole earth begins in the Gulf of Guinea, where no layer of a few metres is to be expected. */
const mostDegrees = 40
const isOfTheEarth = ({ area: [west, , east] }: CoordinateSystem): boolean => east - west >= 360

/**
 * Whether numbers that can be degrees are hardly metres: in a known system of the whole earth always; in one from a file's
 * own text, which may be a grid of a building site, where they span no more than places that a layer is about.
 */
function isHardlyMetres(system: CoordinateSystem, [west, south, east, north]: Extent): boolean {
  if (!isOfTheEarth(system)) return false
  return isRegistered(system) || (east - west <= mostDegrees && north - south <= mostDegrees)
}

const isRegistered = (system: CoordinateSystem): boolean => systems.includes(system) || system.isPublished === true

/** The operation for the ground where the layer lies, which its own coordinates tell well enough. */
function operationFor(system: CoordinateSystem, [x, y]: readonly [number, number]): DatumOperation | null {
  const place = toOwnDatum(system)(x, y)
  return place ? operationAt(system, place[0], place[1]) : operationAt(system, 0, 0)
}

/** A published datum has steps for some grounds only: elsewhere none is taken for it, whose accuracy would be a lie. */
function shiftUnknown(
  file: string,
  system: CoordinateSystem,
  operation: DatumOperation | null,
  [x, y]: readonly [number, number],
) {
  const place = system.isPublished && operation ? toOwnDatum(system)(x, y) : null
  if (!place || !operation || isInside(widened(operation.area), place[0], place[1])) return null
  return refused(problem('crs-shift-unknown', { file, crs: nameOfSystem(system), datum: system.datum.name }))
}

function shiftAt(system: CoordinateSystem, convert: ToWgs84, [x, y]: readonly [number, number]): number {
  const without = toOwnDatum(system)(x, y)
  const withShift = convert(x, y)
  return without && withShift ? Math.round(distanceM(without, withShift) * 100) / 100 : 0
}

/** The register of operations has 999 m for an accuracy that is not known. */
const isUnknown = ({ accuracyM }: DatumOperation): boolean => accuracyM >= 999

function operationNotes(file: string, system: CoordinateSystem, operation: DatumOperation | null): readonly Note[] {
  const notes: Note[] = []
  const code = operation?.code ?? '–'
  if (system.isPublished) notes.push(note('crs-from-epsg', { file, crs: nameOfSystem(system), operation: code }))
  else if (!systems.includes(system)) notes.push(note('crs-from-text', { file, crs: system.name, operation: code }))
  if (operation && isUnknown(operation)) notes.push(note('operation-accuracy-unknown', { file, operation: code }))
  return notes
}

function addedNotes(file: string, system: CoordinateSystem, before: Shapes, after: Shapes): readonly Note[] {
  const count = (after.coordinates.length - before.coordinates.length) / 2
  return count > 0 ? [note('points-added', { file, count, crs: nameOfSystem(system) })] : []
}

/** A degree more on every side: people go on with their zone a little beyond it. */
const widened = ([west, south, east, north]: Extent): Extent => [west - 1, south - 1, east + 1, north + 1]

/** Ground that local systems are made for: data that leaves it, and would not with its axes exchanged, is suspect. */
const localAreas: readonly Extent[] = [datums.deirEzZor.area, datums.palestine1923.area]

function placeNotes(
  file: string,
  system: CoordinateSystem,
  given: Extent,
  shapes: Shapes,
  near: Extent | undefined,
): readonly Note[] {
  const extent = extentOf(shapes)
  if (!extent) return []
  const [lon, lat] = [(extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2]
  const home = near ? [near] : localAreas
  const notes: Note[] = []
  const kilometres = perhapsKilometres(system, given)
  if (kilometres !== null) {
    const code = kilometres === 'outside' ? 'metres-perhaps-kilometres' : 'metres-by-zero-of-grid'
    notes.push(note(code, { file, crs: nameOfSystem(system), value: `[${given[0]}, ${given[1]}]` }))
  } else if (!isInside(widened(system.area), lon, lat))
    notes.push(note('outside-area-of-use', { file, crs: nameOfSystem(system) }))
  const isAtHome = (x: number, y: number) => home.some((area) => isInside(area, x, y))
  if (system.method === 'longlat' && !isAtHome(lon, lat) && isAtHome(lat, lon)) {
    const named = (x: number, y: number) => `${x.toFixed(3)}° E ${y.toFixed(3)}° N`
    notes.push(note('axes-perhaps-swapped', { file, place: named(lon, lat), other: named(lat, lon) }))
  }
  return notes
}

/** Features that hardly lie where they say: with the axes exchanged, or in degrees among metres. */
function featureNotes(
  { file, featureNumbers, features }: RawLayer,
  system: CoordinateSystem,
  placed: Shapes,
  near: Extent | undefined,
): readonly Note[] {
  const home = near ? [near] : localAreas
  const isLongLat = system.method === 'longlat'
  const reported = isLongLat
    ? swappedFeatures(placed, (lon, lat) => home.some((area) => isInside(area, lon, lat)))
    : featuresInDegrees(features.shapes)
  if (reported.length === 0) return []
  const places = noPlaces()
  for (const feature of reported) addPlace(places, featureNumbers[feature]!)
  return [
    isLongLat
      ? noteOfPlaces('features-axes-swapped', file, places)
      : noteOfPlaces('features-in-degrees', file, places, { crs: nameOfSystem(system) }),
  ]
}

/** Features all of whose numbers can be degrees, in a layer most of whose numbers cannot. */
function featuresInDegrees({ coordinates, partStart, partPolygon, polygonFeature }: Shapes): readonly number[] {
  const inMetres = new Set<number>()
  const all = new Set<number>()
  for (let part = 0; part < partPolygon.length; part++) {
    const feature = polygonFeature[partPolygon[part]!]!
    all.add(feature)
    for (let i = partStart[part]!; i < partStart[part + 1]! && !inMetres.has(feature); i++)
      if (!isLonLat(coordinates[2 * i]!, coordinates[2 * i + 1]!)) inMetres.add(feature)
  }
  return 2 * inMetres.size > all.size ? [...all].filter((feature) => !inMetres.has(feature)) : []
}

function antimeridianNotes({ file, featureNumbers }: RawLayer, shapes: Shapes): readonly Note[] {
  if (shapes.kind === 'point') return []
  const [places, round] = [noPlaces(), noPlaces()]
  for (let part = 0; part < shapes.partPolygon.length; part++) {
    const number = featureNumbers[shapes.polygonFeature[shapes.partPolygon[part]!]!]!
    const from = shapes.partStart[part]!
    const to = shapes.partStart[part + 1]!
    for (let i = from + 1; i < to; i++) {
      const jump = Math.abs(shapes.coordinates[2 * i]! - shapes.coordinates[2 * i - 2]!)
      // From -180 to 180 an edge bounds the whole globe, or runs along a pole.
      if (jump > 180 && jump !== 360) addPlace(places, number)
    }
    if (shapes.kind === 'polygon' && goesRoundForNothing(shapes.coordinates, from, to)) addPlace(round, number)
  }
  return [
    ...(places.count > 0 ? [noteOfPlaces('edges-over-antimeridian', file, places)] : []),
    ...(round.count > 0 ? [noteOfPlaces('ring-round-earth', file, round)] : []),
  ]
}
