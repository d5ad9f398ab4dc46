import { fitErrors, fitPicture, hasRedundancy } from '../../core/picture/fit.ts'
import { influenceOf, placingError, type PixelBox } from '../../core/picture/placing-error.ts'
import { groundPlane } from '../../core/picture/plane.ts'
import { leastPoints, type Position } from '../../core/picture/transform.ts'
import { shapesFromGeoJson } from '../../core/geometry/geojson.ts'
import { drawnInterval } from '../../core/montecarlo/drawn-interval.ts'
import { simulate } from '../../core/montecarlo/simulation.ts'
import { overlay, type OverlayLayer } from '../../core/overlay/overlay.ts'
import { asOneClass } from '../../core/overlay/union.ts'
import { randomFrom, type Random } from '../random.ts'
import { transforms, type TransformKind } from '../../core/model/picture-record.ts'

export type Setting = { readonly transform: TransformKind; readonly isRedundant: boolean }

export type PlacementResult = {
  readonly holds: boolean
  /** Width of the interval over the true area. */
  readonly width: number
  readonly errorOverTruth: number
}

const [width, height] = [1_000, 800]
const mostPoints = 12
const clickPx = 2
/** How far the truth departs from the transformation at a corner of the picture. */
const mostDistortionPx = 4
const box: PixelBox = [0, 0, width, height]

/** One simulated placement by its number: a true map, points clicked on its picture, a zone traced, its area and interval. */
export function placement(setting: Setting, number: number, draws: number): PlacementResult {
  const { transform, isRedundant } = setting
  const chance = randomFrom(10 * number + 2 * transforms.indexOf(transform) + (isRedundant ? 1 : 0) + 1)
  const distortionPx = isRedundant ? mostDistortionPx * chance() : 0
  const truth = trueMap(transform, distortionPx, chance)
  const least = isRedundant ? Math.max(5, leastPoints[transform] + 2) : leastPoints[transform]
  const count = isRedundant ? least + Math.floor(chance() * (mostPoints + 1 - least)) : least
  const errorPx = isRedundant ? 1 + 3 * chance() : clickPx
  const points = spreadPixels(count, chance).map(([x, y]) => {
    const [lon, lat] = truth([x, y])
    return { x: x + errorPx * normal(chance), y: y + errorPx * normal(chance), lon, lat }
  })
  const fit = fitPicture(points, transform, 'local')
  const errors = fitErrors(fit)
  if (isRedundant !== hasRedundancy(transform, count)) throw new Error('another number of points')
  const placing = placingError(fit, errors, influenceOf(fit, box, errors.pixelM), clickPx, `placement ${number}`)
  const zone = zonePixels(chance)
  const traced = layerOf(zone.map(fit.placeOf))
  const plan = layerOf(
    (
      [
        [-width, -height],
        [2 * width, -height],
        [2 * width, 2 * height],
        [-width, 2 * height],
      ] as Position[]
    ).map(fitPicture(points, 'helmert', 'local').placeOf),
  )
  const trueM2 = areasOf(plan, layerOf(zone.map(truth))).zone
  const measured = areasOf(plan, traced)
  const { rows, still } = simulate(
    [
      { layer: plan, accuracyM: 0, source: 'plan' },
      { layer: traced, accuracyM: placing.sigmaM, source: 'zone', placed: { placing, share: 1 } },
    ],
    { classCounts: [1], ground: [] },
    { draws, seed: number + 1 },
  )
  const interval = drawnInterval(
    { areaM2: measured.zone, stillM2: still[1]!, draws: rows[1]! },
    { areaM2: measured.plan, stillM2: still[0]!, draws: rows[0]! },
  )
  return {
    holds: interval.low <= trueM2 && trueM2 <= interval.high,
    width: (interval.high - interval.low) / trueM2,
    errorOverTruth: measured.zone / trueM2 - 1,
  }
}

function areasOf(plan: OverlayLayer, zone: OverlayLayer): { readonly plan: number; readonly zone: number } {
  const { planM2, combinations } = overlay([plan, zone])
  const inside = combinations.filter(({ classes }) => classes[1]!.length > 0)
  return { plan: planM2, zone: inside.reduce((sum, { areaM2 }) => sum + areaM2, 0) }
}

const layerOf = (ring: readonly Position[]): OverlayLayer =>
  asOneClass(
    shapesFromGeoJson(
      [{ type: 'Polygon', coordinates: [[...ring, ring[0]!].map(([lon, lat]) => [lon, lat])] }],
      'polygon',
    ),
  )

const normal = (chance: Random): number => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())

/** A map of the transformation's kind, tilted and stretched as it allows, and bent beyond it by `distortionPx`. */
function trueMap(kind: TransformKind, distortionPx: number, chance: Random): (pixel: Position) => Position {
  const [between, turn] = [(low: number, high: number) => low + (high - low) * chance(), 2 * Math.PI * chance()]
  const pixelM = between(4, 25)
  const plane = groundPlane('local', [between(35.5, 37.5), between(32.5, 37)])
  const stretch = kind === 'helmert' ? 0 : between(-0.05, 0.05)
  const shear = kind === 'helmert' ? 0 : between(-0.05, 0.05)
  const tilt = kind === 'projective' ? [between(-0.12, 0.12), between(-0.12, 0.12)] : [0, 0]
  const bends = Array.from({ length: 6 }, () => (kind === 'polynomial2' || kind === 'tps' ? between(-0.02, 0.02) : 0))
  // Of a lens or of paper: not of second order, so that no transformation here takes it up.
  const [centreX, centreY] = [between(-0.2, 0.2), between(-0.2, 0.2)]
  return ([x, y]) => {
    let [u, v] = [(x - width / 2) / (width / 2), (height / 2 - y) / (width / 2)]
    const [du, dv] = [u - centreX, v - centreY]
    const radius2 = du * du + dv * dv
    const bent = (distortionPx / (width / 2) / 1.28 ** 3) * radius2
    ;[u, v] = [u + bent * du, v + bent * dv]
    const w = 1 + tilt[0]! * u + tilt[1]! * v
    const [b0, b1, b2, b3, b4, b5] = bends as unknown as readonly [number, number, number, number, number, number]
    const p = ((1 + stretch) * u + shear * v) / w + b0 * u * u + b1 * u * v + b2 * v * v
    const q = v / w + b3 * u * u + b4 * u * v + b5 * v * v
    const scale = pixelM * (width / 2)
    return plane.toPlace([
      scale * (p * Math.cos(turn) - q * Math.sin(turn)),
      scale * (p * Math.sin(turn) + q * Math.cos(turn)),
    ])
  }
}

/** Points over the whole picture as a careful user chooses them: one in each of as many cells. */
function spreadPixels(count: number, chance: Random): Position[] {
  const columns = Math.ceil(Math.sqrt((count * width) / height))
  const rows = Math.ceil(count / columns)
  const cells = Array.from({ length: columns * rows }, (_, cell) => cell)
  for (let i = cells.length - 1; i > 0; i--) {
    const k = Math.floor(chance() * (i + 1))
    ;[cells[i], cells[k]] = [cells[k]!, cells[i]!]
  }
  return cells
    .slice(0, count)
    .map((cell) => [
      ((cell % columns) + 0.15 + 0.7 * chance()) * (width / columns),
      (Math.floor(cell / columns) + 0.15 + 0.7 * chance()) * (height / rows),
    ])
}

/** A zone with a winding outline amid the picture, its edges short, as the tracing cuts them. */
function zonePixels(chance: Random): Position[] {
  const radius = (0.12 + 0.2 * chance()) * height
  const [x, y] = [width * (0.35 + 0.3 * chance()), height * (0.35 + 0.3 * chance())]
  const waves = Array.from({ length: 4 }, () => [0.12 * (chance() - 0.5), 2 * Math.PI * chance()] as const)
  return Array.from({ length: 72 }, (_, k) => {
    const angle = (2 * Math.PI * k) / 72
    const r = radius * (1 + waves.reduce((sum, [size, phase], i) => sum + size * Math.cos((i + 2) * angle + phase), 0))
    return [x + r * Math.cos(angle), y + r * Math.sin(angle)]
  })
}
