import { boxIndex } from './box-index.ts'
import { m2PerDegree2, type Peer } from './peer.ts'
import { polygonsOf } from './polygons.ts'
import { resolved } from './resolved.ts'
import { wkbOf } from './wkb.ts'

/** What is used of geos-wasm, which is no dependency; every geometry is a pointer that has to be freed. */
type Geos = {
  readonly Module: {
    readonly _malloc: (bytes: number) => number
    readonly _free: (pointer: number) => void
    readonly getValue: (pointer: number, type: 'double') => number
    readonly setValue: (pointer: number, value: number, type: 'i32') => void
    readonly HEAPU8: Uint8Array
  }
  readonly GEOSGeomFromWKB_buf: (bytes: number, count: number) => number
  readonly GEOSPrepare: (geometry: number) => number
  readonly GEOSPreparedContains: (prepared: number, geometry: number) => number
  readonly GEOSPreparedIntersects: (prepared: number, geometry: number) => number
  readonly GEOSIntersection: (one: number, other: number) => number
  readonly GEOSGeom_clone: (geometry: number) => number
  readonly GEOSGeom_createCollection: (type: number, geometries: number, count: number) => number
  readonly GEOSUnaryUnion: (geometry: number) => number
  readonly GEOSArea: (geometry: number, area: number) => number
  readonly GEOSGeom_destroy: (geometry: number) => void
  readonly GEOSPreparedGeom_destroy: (prepared: number) => void
}

const geometryCollection = 7

/** GEOS compiled to WebAssembly, used step for step as geos.c uses the native one; shapes come in as WKB before the timing. */
export async function geosWasm(): Promise<Peer | undefined> {
  const module = await resolved<{ readonly default: () => Promise<Geos> }>('geos-wasm')
  if (!module) return undefined
  const geos = await module.default()
  return {
    name: 'geos-wasm',
    every: { W1: 1, W2: 1, W3: 1, W4: 1 },
    load({ plan, zones }) {
      const [under, over] = [polygonsOf(plan), polygonsOf(zones)]
      const [features, grounds] = [under, over].map((polygons) =>
        polygons.map((polygon) => fromWkb(geos, wkbOf(polygon))),
      )
      let areas: number[] = []
      return {
        runMs() {
          areas = Array.from({ length: zones.classCount }, () => 0)
          const start = performance.now()
          const nearby = boxIndex(over)
          const prepared = new Map<number, number>()
          const whole = features!.length === 1 ? geos.GEOSPrepare(features![0]!) : 0
          for (const [p, feature] of features!.entries()) {
            const pieces = areas.map((): number[] | 'all' => [])
            for (const z of nearby(under[p]!)) {
              const of = zones.polygonClass[z]!
              const found = pieces[of]!
              if (found === 'all') continue
              const ground = grounds![z]!
              if (whole) {
                found.push(
                  geos.GEOSPreparedContains(whole, ground) === 1
                    ? geos.GEOSGeom_clone(ground)
                    : geos.GEOSIntersection(feature, ground),
                )
                continue
              }
              const ready = prepared.get(z) ?? geos.GEOSPrepare(ground)
              prepared.set(z, ready)
              if (geos.GEOSPreparedContains(ready, feature) === 1) {
                for (const piece of found) geos.GEOSGeom_destroy(piece)
                pieces[of] = 'all'
              } else if (geos.GEOSPreparedIntersects(ready, feature) === 1)
                found.push(geos.GEOSIntersection(feature, ground))
            }
            for (const [of, found] of pieces.entries())
              areas[of]! += found === 'all' ? areaOf(geos, geos.GEOSGeom_clone(feature)) : unionArea(geos, found)
          }
          for (const one of prepared.values()) geos.GEOSPreparedGeom_destroy(one)
          if (whole) geos.GEOSPreparedGeom_destroy(whole)
          return performance.now() - start
        },
        classesM2: () => areas.map((area) => area * m2PerDegree2),
        close() {
          for (const geometry of [...features!, ...grounds!]) geos.GEOSGeom_destroy(geometry)
        },
      }
    },
    close: () => {},
  }
}

function fromWkb({ Module, GEOSGeomFromWKB_buf }: Geos, bytes: Uint8Array): number {
  const pointer = Module._malloc(bytes.length)
  Module.HEAPU8.set(bytes, pointer)
  const geometry = GEOSGeomFromWKB_buf(pointer, bytes.length)
  Module._free(pointer)
  return geometry
}

/** Takes the pieces over. */
function unionArea(geos: Geos, pieces: readonly number[]): number {
  if (pieces.length < 2) return pieces.length === 0 ? 0 : areaOf(geos, pieces[0]!)
  const list = geos.Module._malloc(4 * pieces.length)
  for (const [i, piece] of pieces.entries()) geos.Module.setValue(list + 4 * i, piece, 'i32')
  const collection = geos.GEOSGeom_createCollection(geometryCollection, list, pieces.length)
  const union = geos.GEOSUnaryUnion(collection)
  geos.GEOSGeom_destroy(collection)
  geos.Module._free(list)
  return areaOf(geos, union)
}

/** Takes the geometry over. */
function areaOf(geos: Geos, geometry: number): number {
  const pointer = geos.Module._malloc(8)
  geos.GEOSArea(geometry, pointer)
  const area = geos.Module.getValue(pointer, 'double')
  geos.Module._free(pointer)
  geos.GEOSGeom_destroy(geometry)
  return area
}
