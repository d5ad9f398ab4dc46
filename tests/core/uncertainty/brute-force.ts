import { bbox, featureCollection, intersect, polygon } from '@turf/turf'
import type { Feature, MultiPolygon, Polygon } from 'geojson'

/*
 * The simulation a second time, sharing nothing with the engine: displacements by Cholesky's factor of the covariance of
 * all vertices, uniform numbers by mulberry32, normals by Box and Muller, overlaps by clipping polygons with turf, areas
 * by the shoelace formula in a plane of metres.
 */

export type Place = readonly [x: number, y: number]
type BrutePolygon = { readonly class: string; readonly rings: readonly (readonly Place[])[] }
export type BruteLayer = {
  readonly name: string
  readonly source: string
  readonly sigmaM: number
  readonly polygons: readonly BrutePolygon[]
}

type Box = [west: number, south: number, east: number, north: number]
type Ground = Feature<Polygon | MultiPolygon> | null

/**
 * Areas in m² in each draw: of `plan`, and of `<layer>/<class>` and `<layer>/several` of each layer. Polygons of one class
 * must not overlap, and of different classes no three at once.
 */
export function bruteForce(
  plan: BruteLayer,
  layers: readonly BruteLayer[],
  draws: number,
  seed: number,
): Map<string, number[]> {
  const dense = [plan, ...layers].map(densified)
  const movers = [...new Set(dense.map(({ source }) => source))].map((source) =>
    moverOf(dense.filter((layer) => layer.source === source)),
  )
  const normal = normals(seed)
  const found = new Map<string, number[]>()
  const keep = (name: string, areaM2: number): unknown => found.get(name)?.push(areaM2) ?? found.set(name, [areaM2])
  for (let draw = 0; draw < draws; draw++) {
    const moved = movers.map((mover) => mover(normal))
    const [planGround] = dense[0]!.polygons.map((own) => placed(dense[0]!, own, moved))
    keep('plan', areaM2Of(planGround!))
    for (const layer of dense.slice(1)) {
      const onPlan = layer.polygons.map((own) => ({
        class: own.class,
        ground: both(planGround!, placed(layer, own, moved)),
      }))
      const sumOf = (grounds: readonly Ground[]): number => grounds.reduce((sum, ground) => sum + areaM2Of(ground), 0)
      for (const name of new Set(onPlan.map((own) => own.class))) {
        keep(`${layer.name}/${name}`, sumOf(onPlan.filter((own) => own.class === name).map(({ ground }) => ground)))
      }
      keep(
        `${layer.name}/several`,
        sumOf(
          onPlan.flatMap((a, i) =>
            onPlan.slice(i + 1).map((b) => (a.class === b.class ? null : both(a.ground, b.ground))),
          ),
        ),
      )
    }
  }
  return found
}

const keyOf = ([x, y]: Place): string => `${Math.round(x * 1e4)} ${Math.round(y * 1e4)}`

type Moved = ReadonlyMap<string, Place>

function placed(layer: BruteLayer, own: BrutePolygon, moved: readonly Moved[]): Ground {
  const of = moved.find((each) => each.has(`${layer.source} ${keyOf(own.rings[0]![0]!)}`))!
  const rings = own.rings.map((ring) =>
    ring.map((place) => of.get(`${layer.source} ${keyOf(place)}`)! as [number, number]),
  )
  return polygon(rings.map((ring) => [...ring, ring[0]!]))
}

const lambdaOf = (sigmaM: number): number => Math.max(200, 4 * sigmaM)

/** With vertices a third of the correlation length apart, the same on both sides of a shared edge. */
function densified(layer: BruteLayer): BruteLayer {
  const longestM = lambdaOf(layer.sigmaM) / 3
  const between = (a: Place, b: Place): Place[] => {
    const [from, to] = a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]) ? [a, b] : [b, a]
    const pieces = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / longestM)
    const inner = Array.from({ length: pieces - 1 }, (_, k): Place => [
      from[0] + ((to[0] - from[0]) * (k + 1)) / pieces,
      from[1] + ((to[1] - from[1]) * (k + 1)) / pieces,
    ])
    return from === a ? inner : inner.toReversed()
  }
  const ring = (places: readonly Place[]): Place[] =>
    places.flatMap((place, i) => [place, ...between(place, places[(i + 1) % places.length]!)])
  return { ...layer, polygons: layer.polygons.map((own) => ({ ...own, rings: own.rings.map(ring) })) }
}

/** Draws where the vertices of a source lie: covariance of each axis s²/2 + s²/2 exp(-d² / (2 lambda²)). */
function moverOf(layers: readonly BruteLayer[]): (normal: () => number) => Moved {
  const { sigmaM, source } = layers[0]!
  const places = [
    ...new Map(
      layers
        .flatMap(({ polygons }) => polygons.flatMap(({ rings }) => rings.flat()))
        .map((place) => [keyOf(place), place]),
    ).values(),
  ]
  const lambdaM = lambdaOf(sigmaM)
  const factor = cholesky(
    places.map((a, i) =>
      places.map((b, k) => {
        const squared = (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2
        return (sigmaM ** 2 / 2) * (1 + Math.exp(-squared / (2 * lambdaM ** 2)) + (i === k ? 1e-7 : 0))
      }),
    ),
  )
  return (normal) => {
    const [x, y] = [places.map(normal), places.map(normal)]
    return new Map(
      places.map((place, i) => [
        `${source} ${keyOf(place)}`,
        [place[0] + dot(factor[i]!, x), place[1] + dot(factor[i]!, y)] as const,
      ]),
    )
  }
}

const dot = (row: readonly number[], values: readonly number[]): number =>
  row.reduce((sum, weight, i) => sum + weight * values[i]!, 0)

/** Lower factor of a symmetric positive definite matrix; row i has i + 1 entries. */
function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const rows: number[][] = []
  for (const [i, own] of matrix.entries()) {
    const row: number[] = []
    for (let k = 0; k < i; k++) row.push((own[k]! - dot(rows[k]!.slice(0, k), row)) / rows[k]![k]!)
    row.push(Math.sqrt(own[i]! - dot(row, row)))
    rows.push(row)
  }
  return rows
}

/** Standard normal deviates (Box and Muller 1958) from mulberry32. */
function normals(seed: number): () => number {
  let state = seed
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 4_294_967_296
  }
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
}

function both(a: Ground, b: Ground): Ground {
  if (!a || !b) return null
  const [[west, south, east, north], [left, bottom, right, top]] = [bbox(a), bbox(b)] as [Box, Box]
  return left > east || right < west || bottom > north || top < south ? null : intersect(featureCollection([a, b]))
}

function areaM2Of(ground: Ground): number {
  if (!ground) return 0
  const { geometry } = ground
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return polygons.reduce(
    (sum, [outer, ...holes]) => sum + shoelace(outer!) - holes.reduce((own, hole) => own + shoelace(hole), 0),
    0,
  )
}

const shoelace = (ring: readonly (readonly number[])[]): number =>
  Math.abs(ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i]![0]! * y! - x! * ring[i]![1]!) / 2, 0))
