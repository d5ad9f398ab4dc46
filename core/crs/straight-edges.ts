import { boxAround } from '../geometry/extent.ts'
import type { ToWgs84 } from './to-wgs84.ts'

/** How far a line may leave itself by being drawn as chords. */
const allowedM = 0.0005
const mostSegments = 20_000

/** Length of a degree of longitude and of latitude near `lat`; good to a part in a thousand. */
export function degreeLengthM(lat: number): { readonly lonM: number; readonly latM: number } {
  const cos = Math.cos((lat * Math.PI) / 180)
  return { lonM: 111_320 * cos, latM: 110_574 + 1_120 * (1 - cos * cos) }
}

type Place = ReturnType<ToWgs84>

/**
 * Largest second difference of five points along an edge, in metres: 1/16 of the edge's length squared times its bend.
 * `first` and `last` are the places of its ends.
 */
function bendM(ax: number, ay: number, bx: number, by: number, first: Place, last: Place, convert: ToWgs84): number {
  const [dx, dy] = [(bx - ax) / 4, (by - ay) / 4]
  const early = convert(ax + dx, ay + dy)
  const middle = convert(ax + 2 * dx, ay + 2 * dy)
  const late = convert(ax + 3 * dx, ay + 3 * dy)
  return Math.max(
    secondDifferenceM(first, early, middle),
    secondDifferenceM(early, middle, late),
    secondDifferenceM(middle, late, last),
  )
}

function secondDifferenceM(before: Place, here: Place, after: Place): number {
  if (!before || !here || !after) return 0
  const { lonM, latM } = degreeLengthM(here[1])
  return Math.hypot((before[0] - 2 * here[0] + after[0]) * lonM, (before[1] - 2 * here[1] + after[1]) * latM)
}

/**
 * Into how many equal pieces an edge of the source has to be cut so that each, drawn straight in longitude and
 * latitude, stays within half a millimetre of its line. `first` and `last` are the places of its ends.
 */
export function segmentsFor(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  first: Place,
  last: Place,
  convert: ToWgs84,
): number {
  const segments = Math.ceil(4 * Math.sqrt((1.2 * bendM(ax, ay, bx, by, first, last, convert)) / (8 * allowedM)))
  return Math.min(Math.max(segments, 1), mostSegments)
}

/** Length (|dx| + |dy|) up to which no edge within the box of `coordinates` needs a point: found by trial edges. */
export function straightLength(coordinates: Float64Array, convert: ToWgs84): number {
  const [west, south, east, north] = boxAround(coordinates)
  const trial = Math.max(east - west, north - south) / 10
  if (trial === 0) return 0
  let most = 0
  for (let i = 0; i <= 4; i++) {
    for (let j = 0; j <= 4; j++) {
      const x = west + ((east - west) * i) / 4
      const y = south + ((north - south) * j) / 4
      for (const [dx, dy] of [
        [trial, 0],
        [0, trial],
        [trial * 0.7, trial * 0.7],
        [trial * 0.7, -trial * 0.7],
      ] as const) {
        const [ax, ay, bx, by] = [x - dx / 2, y - dy / 2, x + dx / 2, y + dy / 2]
        most = Math.max(most, bendM(ax, ay, bx, by, convert(ax, ay), convert(bx, by), convert))
      }
    }
  }
  return most === 0 ? Infinity : trial * Math.sqrt(allowedM / (4 * most))
}
