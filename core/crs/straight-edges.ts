import type { ToWgs84 } from './to-wgs84.ts'

/** How far a line may leave itself by being drawn as chords. */
const allowedM = 0.0005
const mostSegments = 20_000

/** Length of a degree of longitude and of latitude near `lat`; good to a part in a thousand. */
export function degreeLengthM(lat: number): { readonly lonM: number; readonly latM: number } {
  const cos = Math.cos((lat * Math.PI) / 180)
  return { lonM: 111_320 * cos, latM: 110_574 + 1_120 * (1 - cos * cos) }
}

/** Largest second difference of five points along an edge, in metres: 1/16 of the edge's length squared times its bend. */
function bendM(ax: number, ay: number, bx: number, by: number, convert: ToWgs84): number {
  const places = [0, 0.25, 0.5, 0.75, 1].map((t) => convert(ax + (bx - ax) * t, ay + (by - ay) * t))
  let most = 0
  for (let i = 1; i < 4; i++) {
    const [before, here, after] = [places[i - 1], places[i], places[i + 1]]
    if (!before || !here || !after) continue
    const { lonM, latM } = degreeLengthM(here[1])
    const lon = (before[0] - 2 * here[0] + after[0]) * lonM
    const lat = (before[1] - 2 * here[1] + after[1]) * latM
    most = Math.max(most, Math.hypot(lon, lat))
  }
  return most
}

/**
 * Into how many equal pieces an edge of the source has to be cut so that each, drawn straight in longitude and
 * latitude, stays within half a millimetre of its line.
 */
export function segmentsFor(ax: number, ay: number, bx: number, by: number, convert: ToWgs84): number {
  const segments = Math.ceil(4 * Math.sqrt((1.2 * bendM(ax, ay, bx, by, convert)) / (8 * allowedM)))
  return Math.min(Math.max(segments, 1), mostSegments)
}

/** Length (|dx| + |dy|) up to which no edge within the box of `coordinates` needs a point: found by trial edges. */
export function straightLength(coordinates: Float64Array, convert: ToWgs84): number {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < coordinates.length; i += 2) {
    west = Math.min(west, coordinates[i]!)
    east = Math.max(east, coordinates[i]!)
    south = Math.min(south, coordinates[i + 1]!)
    north = Math.max(north, coordinates[i + 1]!)
  }
  const trial = Math.max(east - west, north - south) / 10
  if (trial === 0) return 0
  let most = 0
  for (let i = 0; i <= 4; i++) {
    for (let j = 0; j <= 4; j++) {
      const x = west + ((east - west) * i) / 4
      const y = south + ((north - south) * j) / 4
      for (const [dx, dy] of [[trial, 0], [0, trial], [trial * 0.7, trial * 0.7], [trial * 0.7, -trial * 0.7]] as const) {
        most = Math.max(most, bendM(x - dx / 2, y - dy / 2, x + dx / 2, y + dy / 2, convert))
      }
    }
  }
  return most === 0 ? Infinity : trial * Math.sqrt(allowedM / (4 * most))
}
