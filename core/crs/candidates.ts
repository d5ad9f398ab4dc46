import type { Extent } from '../geometry/shapes.ts'
import type { CoordinateSystem } from './system.ts'
import { systemByCode } from './systems.ts'
import { isInside, operationAt, toWgs84 } from './to-wgs84.ts'

/** A coordinate system that may be the one of a file that does not say. */
export type CrsCandidate = {
  readonly code: string
  readonly name: string
  /** Where it would put the data: west, south, east, north in degrees. */
  readonly extent: Extent
  /** Higher is likelier, 0 to 1. */
  readonly score: number
  /** Whether all of the data would lie in the area that the system is made for, or its middle only. */
  readonly fits: 'whole' | 'partly'
}

/** Systems worth asking about, with how often data of the region that says nothing is in them. */
const usual: readonly (readonly [code: string, weight: number])[] = [
  ['EPSG:4326', 1],
  ['EPSG:32637', 0.9],
  ['EPSG:32636', 0.8],
  ['EPSG:22770', 0.7],
  ['EPSG:22780', 0.6],
  ['EPSG:22700', 0.5],
  ['EPSG:28191', 0.45],
  ['EPSG:28193', 0.4],
  ['EPSG:2039', 0.4],
  ['EPSG:32638', 0.35],
  ['EPSG:3857', 0.3],
]

/** The box round the corners, side middles and centre of a box brought to WGS 84; `null` where one has no place. */
function extentIn(system: CoordinateSystem, [west, south, east, north]: Extent): Extent | null {
  const middle = [(west + east) / 2, (south + north) / 2] as const
  const first = toWgs84(system, operationAt(system, ...centreOf(system.area)))(...middle)
  if (!first) return null
  const convert = toWgs84(system, operationAt(system, first[0], first[1]))
  const extent: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const x of [west, middle[0], east]) {
    for (const y of [south, middle[1], north]) {
      const place = convert(x, y)
      if (!place || Math.abs(place[0]) > 180.00001) return null
      extent[0] = Math.min(extent[0], place[0])
      extent[1] = Math.min(extent[1], place[1])
      extent[2] = Math.max(extent[2], place[0])
      extent[3] = Math.max(extent[3], place[1])
    }
  }
  return extent
}

const centreOf = ([west, south, east, north]: Extent): [number, number] => [(west + east) / 2, (south + north) / 2]

/** Syria and its neighbours, where the systems above are usual. */
const region: Extent = [25, 20, 50, 43]

/**
 * Systems that could be the one of a file that does not say, likeliest first: those whose area of use holds the data,
 * weighed by how usual they are and by landing near: on the ground the study is about, else in the region.
 * `box` is the extent of the raw coordinates.
 */
export function rankedCandidates(box: Extent, near?: Extent | null): readonly CrsCandidate[] {
  const found: CrsCandidate[] = []
  // As metres, such numbers are a layer a few metres across at the origin of a grid: hardly to be expected.
  const looksLikeDegrees = box[0] >= -180.00001 && box[1] >= -90 && box[2] <= 180.00001 && box[3] <= 90
  for (const [code, weight] of usual) {
    const system = systemByCode(code)
    const extent = system && extentIn(system, box)
    if (!system || !extent || !isInside(system.area, ...centreOf(extent))) continue
    const whole = isInside(system.area, extent[0], extent[1]) && isInside(system.area, extent[2], extent[3])
    const home = near ?? (system.method === 'longlat' ? extent : region)
    const meets = extent[0] <= home[2] && extent[2] >= home[0] && extent[1] <= home[3] && extent[3] >= home[1]
    const atOrigin = looksLikeDegrees && system.method !== 'longlat'
    const score = weight * (whole ? 1 : 0.7) * (meets ? 1 : 0.2) * (atOrigin ? 0.1 : 1)
    const fits = whole ? 'whole' : 'partly'
    found.push({ code, name: system.name, extent, score: Math.round(score * 1000) / 1000, fits })
  }
  return found.sort((a, b) => b.score - a.score)
}
