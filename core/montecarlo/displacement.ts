import { extentOf } from '../geometry/extent.ts'
import { metresPerRadian } from '../geometry/local-radii.ts'
import { sharedCopy } from '../geometry/shared-copy.ts'
import type { Extent } from '../geometry/shapes.ts'
import type { OverlayLayer } from '../overlay/overlay.ts'
import { densify } from './densify.ts'
import {
  displace,
  drawNoise,
  fieldLattice,
  placeInField,
  roomForNoise,
  type FieldLattice,
  type FieldPlaces,
} from './displacement-field.ts'
import { splitFreeEnds, type FieldError } from './free-ends.ts'
import { linesBeside, type LinesAlong } from './lines-along.ts'
import { drawnPlacing, placedLocally, placer, tilesOf, type DrawnPlacing, type Placing } from './placing.ts'
import { normalStream } from './random.ts'
import { drawnSwelling, swell, type DrawnSwelling, type Swelling } from './swelling.ts'
import { linesOfPlan, planeAbout, shareLines, type UncertainLines, type SharedLine } from './shared-lines.ts'

/** A layer whose boundaries err by `accuracyM` (standard deviation per axis), together with all layers of its source. */
export type UncertainLayer = {
  readonly layer: OverlayLayer
  readonly accuracyM: number
  /** Layers of one source move together. */
  readonly source: string
  /** For a layer placed by control points: what moves it as a whole, and the part of `accuracyM` that this is, 0 to 1. */
  readonly placed?: { readonly placing: Placing; readonly share: number } | undefined
  /** For a layer whose classes were found by their colours: how much larger or smaller they may be. */
  readonly swelling?: Swelling | undefined
}

/** Half of the variance is one shift common to the source, half the smooth field. */
const shareOfEach = Math.SQRT1_2
/** Vertices at most this part of the correlation length apart. */
const verticesPerLength = 3
/** Boundaries farther than this from the plan do not reach it. */
const reachInSigmas = 5
const radian = Math.PI / 180
/** Of the stream for a source's shift; squares of the field count theirs from 0. */
const shiftStream = -1

/** The correlation length of the field: max(200 m, 4 sd); shorter ones would fold the map. */
export const correlationLengthM = (accuracyM: number): number => Math.max(200, 4 * accuracyM)

/** The field of layers that move as one: number of its source, and the lattice with the squares that reach a boundary. */
type Field = {
  readonly source: number
  readonly lattice: FieldLattice
  readonly tiles: Uint32Array
  /** Standard deviation of the shift, and of the field, in degrees of longitude and latitude. */
  readonly lonDegrees: number
  readonly latDegrees: number
  /** What moves them before, as a whole, with the squares of its own field. */
  readonly placing: (DrawnPlacing & { readonly tiles: Uint32Array }) | null
}

/** Vertices of a layer that a field moves, all of them without `vertices`, and where they lie in it. */
type Moved = {
  readonly field: number
  readonly vertices?: Uint32Array
  readonly places: FieldPlaces
  /** In the field of its placing. */
  readonly placedAt: FieldPlaces | null
}

/** Layers ready to be displaced, as plain data, so that threads can share it. */
export type Displaceable = {
  readonly fields: readonly Field[]
  /** With what moves them; vertices that no field moves stay. */
  readonly layers: readonly {
    readonly layer: OverlayLayer
    readonly moved: readonly Moved[]
    readonly swelling?: DrawnSwelling | undefined
  }[]
  readonly sharedLines: readonly SharedLine[]
}

/**
 * Makes layers ready. The first is the plan, round which the fields lie. A layer with accuracy 0 stays where it is; of
 * one too far from the plan to reach it nothing is left. Lines that run on those of a layer before, the plan first, are
 * laid onto them and err as they do: two files that draw one line have not measured it twice. The rest errs on its own.
 */
export function displaceable(layers: readonly UncertainLayer[], isShared = false): Displaceable {
  const planExtent = extentOf(layers[0]!.layer.shapes) ?? [0, 0, 0, 0]
  const radii = metresPerRadian((planExtent[1] + planExtent[3]) / 2)
  const inDegrees = (metres: number) => [metres / radii.eastM / radian, metres / radii.northM / radian] as const
  if (layers.every(({ accuracyM }) => accuracyM === 0))
    return { fields: [], layers: layers.map(({ layer }) => ({ layer, moved: [] })), sharedLines: [] }
  const { layerError, sources, plane, halfM } = erringLines(layers, planExtent, isShared)
  const { lines: laid, sharedLines } = shareLines(layerError, plane, halfM, isShared)
  const lines = splitFreeEnds(laid, (field) => errorOf(layerError, field), plane, isShared)
  const fields = Array.from(sources, ([, number]) => {
    const first = layerError.findIndex(({ field }) => field === number)
    const { accuracyM, lambdaM, near } = layerError[first]!
    const { source, placed } = layers[first]!
    const ownM = placed ? accuracyM * Math.sqrt(1 - placed.share ** 2) : accuracyM
    const [lonDegrees, latDegrees] = inDegrees(ownM * shareOfEach)
    return {
      placing: placed
        ? drawnPlacing(
            placed.placing,
            (accuracyM * placed.share) / placed.placing.sigmaM,
            numberOf(`placing ${placed.placing.source}`),
            planExtent,
            near,
            radii,
          )
        : null,
      source: numberOf(source),
      lattice: fieldLattice(planExtent, near, lambdaM, radii),
      tiles: new Set<number>(),
      lonDegrees,
      latDegrees,
    }
  })
  const metres = { eastM: radii.eastM * radian, northM: radii.northM * radian }
  const ready = layers.map(({ layer, swelling }, i) => {
    const { shapes, fieldOf } = lines[i]!
    const isOneField = fieldOf.every((field) => field === fieldOf[0])
    const moved = [...new Set(fieldOf)]
      .filter((field) => field >= 0)
      .map((field): Moved => {
        const vertices = isOneField
          ? null
          : Uint32Array.from(fieldOf.keys()).filter((vertex) => fieldOf[vertex] === field)
        const own = vertices ? chosen(shapes.coordinates, vertices) : shapes.coordinates
        const { lattice, placing, tiles } = fields[field]!
        const places = placeInField(lattice, own, isShared)
        for (const tile of places.tiles) tiles.add(tile)
        const placedAt = placing ? placedLocally(placing, own, isShared) : null
        return { field, places, placedAt, ...(vertices ? { vertices: sharedCopy(vertices, isShared) } : {}) }
      })
    const isAsDrawn =
      moved.length === 0 &&
      layerError[i]!.field < 0 &&
      !sharedLines.some((line) => line.layer === i || line.leader === i)
    const isOwn = (vertex: number): boolean => fieldOf[vertex] === layerError[i]!.field
    const swells =
      swelling && moved.length > 0
        ? drawnSwelling(swelling, shapes, layer.polygonClass, isOwn, metres, numberOf, isShared)
        : undefined
    return { layer: isAsDrawn ? layer : { ...layer, shapes }, moved, swelling: swells }
  })
  return {
    fields: fields.map((field, number) => ({
      ...field,
      tiles: Uint32Array.from(field.tiles),
      placing: field.placing
        ? {
            ...field.placing,
            tiles: tilesOf(
              ready.flatMap(({ moved }) => moved.filter((own) => own.field === number).map((own) => own.placedAt)),
            ),
          }
        : null,
    })),
    layers: ready,
    sharedLines: [...sharedLines, ...linesOfPlan(layerError, plane, halfM)],
  }
}

/** Where no estimate to the first order holds: lines of two layers along each other, and areas narrower than the error beside a line. */
export function linesAlong(layers: readonly UncertainLayer[]): readonly LinesAlong[] {
  const planExtent = extentOf(layers[0]!.layer.shapes)
  if (planExtent === null || layers.every(({ accuracyM }) => accuracyM === 0)) return []
  const { layerError, plane, halfM } = erringLines(layers, planExtent, false)
  return linesBeside(layerError, plane, halfM)
}

/** The lines near the plan with the fields that move them, and the plane about the plan. */
function erringLines(layers: readonly UncertainLayer[], planExtent: Extent, isShared: boolean) {
  const radii = metresPerRadian((planExtent[1] + planExtent[3]) / 2)
  const around = (metres: number): Extent =>
    widened(planExtent, metres / radii.eastM / radian, metres / radii.northM / radian)
  const mostM = Math.max(...layers.map(({ accuracyM }) => accuracyM))
  const sources = new Map<string, number>()
  const layerError = layers.map(({ layer, accuracyM, source, placed }) => {
    // Not by the errors of others: units drawn or not, a question has one answer.
    const lambdaM = correlationLengthM(accuracyM || layers[0]!.accuracyM)
    const near = around(reachInSigmas * (layers[0]!.accuracyM + (accuracyM || mostM)))
    const name = `${accuracyM} ${placed ? `${placed.placing.source} ` : ''}${source}`
    if (accuracyM > 0 && !sources.has(name)) sources.set(name, sources.size)
    return {
      shapes: densify(layer.shapes, lambdaM / verticesPerLength, near, isShared),
      accuracyM,
      lambdaM,
      near,
      field: accuracyM > 0 ? sources.get(name)! : -1,
    }
  })
  return { layerError, sources, ...planeAbout(around(2 * reachInSigmas * mostM), radii) }
}

function errorOf(layerError: readonly UncertainLines[], field: number): FieldError {
  const { accuracyM, lambdaM } = layerError.find((own) => own.field === field) ?? { accuracyM: 0, lambdaM: Infinity }
  return { accuracyM, longestM: lambdaM / verticesPerLength }
}

function chosen(coordinates: Float64Array, vertices: Uint32Array): Float64Array {
  const own = new Float64Array(2 * vertices.length)
  for (const [k, vertex] of vertices.entries()) own.set(coordinates.subarray(2 * vertex, 2 * vertex + 2), 2 * k)
  return own
}

/**
 * A function that gives the layers as they would lie in one draw; what it gave before is overwritten. A draw of a layer
 * depends on the seed, the number of the draw, its source and its own accuracy, and on no other layer but the plan and
 * those whose lines it shares. Layers of one source share their random numbers, whatever their accuracies.
 */
export function displacer({ fields, layers }: Displaceable): (seed: number, draw: number) => readonly OverlayLayer[] {
  const noises = fields.map(({ lattice }) => roomForNoise(lattice))
  const placers = fields.map(({ placing }) => (placing ? placer(placing, placing.tiles) : null))
  const drawn = layers.map(({ layer, moved }): OverlayLayer =>
    moved.length > 0 ? { ...layer, shapes: { ...layer.shapes, coordinates: layer.shapes.coordinates.slice() } } : layer,
  )
  return (seed, draw) => {
    const shifts = fields.map(({ source, lattice, tiles }, i) => {
      drawNoise(lattice, tiles, seed, draw, source, noises[i]!)
      placers[i]?.draw(seed, draw)
      const normals = normalStream(seed, draw, source, shiftStream)
      return [normals.next(), normals.next()] as const
    })
    for (const [i, { layer, moved, swelling }] of layers.entries()) {
      for (const { field, places, placedAt, vertices = null } of moved) {
        const { lattice, lonDegrees, latDegrees } = fields[field]!
        const [east, north] = shifts[field]!
        const to = drawn[i]!.shapes.coordinates
        placers[field]?.move(layer.shapes.coordinates, to, vertices, placedAt)
        displace(
          placers[field] ? to : layer.shapes.coordinates,
          to,
          vertices,
          lattice,
          places,
          noises[field]!,
          east * lonDegrees,
          north * latDegrees,
          lonDegrees,
          latDegrees,
        )
      }
      if (swelling) swell(swelling, drawn[i]!.shapes.coordinates, seed, draw)
    }
    return drawn
  }
}

/** FNV-1a over the name's code units. */
function numberOf(name: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193)
  return hash
}

const widened = ([west, south, east, north]: Extent, lonDegrees: number, latDegrees: number): Extent => [
  west - lonDegrees,
  south - latDegrees,
  east + lonDegrees,
  north + latDegrees,
]
