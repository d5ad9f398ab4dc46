import { placePicture } from '../../core/picture/place-picture.ts'
import { pixelShapes, placeRegions } from '../../core/picture/place-regions.ts'
import { groundPlane } from '../../core/picture/plane.ts'
import { shapesFromGeoJson } from '../../core/geometry/geojson.ts'
import { drawnInterval } from '../../core/montecarlo/drawn-interval.ts'
import { simulate } from '../../core/montecarlo/simulation.ts'
import { overlay, type OverlayLayer } from '../../core/overlay/overlay.ts'
import { asOneClass } from '../../core/overlay/union.ts'
import { classRegions } from '../../core/tracing/class-regions.ts'
import { randomFrom, type Random } from '../random.ts'
import { madeMap, type MapKind } from './made-map.ts'

/** Of one class of a small made map: whether its interval holds the truth, and how wide and far off it is. */
export type SmallResult = { readonly holds: boolean; readonly width: number; readonly error: number }

const normal = (chance: Random): number => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())

const smallKind = (chance: Random): MapKind => ({
  width: 240,
  height: 190,
  classes: 3,
  labels: Math.floor(3 * chance()),
  roads: Math.floor(2 * chance()),
  borderPx: [0, 1.5, 2.5][Math.floor(3 * chance())]!,
  hasLegend: false,
  quality: chance() < 0.2 ? null : 40 + Math.floor(56 * chance()),
  opacity: chance() < 0.2 ? 0.6 + 0.2 * chance() : 1,
  hasHatch: false,
})

/** A small made map by its number: drawn, placed by points that were clicked, found by its colours, and measured with its interval. */
export async function smallMap(number: number, draws: number): Promise<readonly SmallResult[]> {
  const chance = randomFrom(15_485_863 + 31 * number)
  const kind = smallKind(chance)
  const map = await madeMap(kind, 1_000 + number)
  const { width, height } = kind
  const found = classRegions(
    map.pixels,
    { classes: [...map.classes], tolerance: 4, healPx: 12, masks: [] },
    () => undefined,
  )
  if (!found.ok) throw new Error(`small map ${number}: ${found.problem.code}`)
  const [pixelM, turn] = [20 + 60 * chance(), 2 * Math.PI * chance()]
  const plane = groundPlane('local', [36.3, 33.5])
  const truth = ([x, y]: readonly [number, number]): readonly [number, number] => {
    const [u, v] = [pixelM * (x - width / 2), pixelM * (height / 2 - y)]
    return plane.toPlace([u * Math.cos(turn) - v * Math.sin(turn), u * Math.sin(turn) + v * Math.cos(turn)])
  }
  const clickPx = 0.25 + 0.75 * chance()
  const points = [[0.1, 0.12], [0.9, 0.1], [0.88, 0.9], [0.12, 0.86], [0.5, 0.45], [0.3, 0.6], [0.7, 0.3]].map(([u, v]) => {
    const [x, y] = [width * (u! + 0.08 * (chance() - 0.5)), height * (v! + 0.08 * (chance() - 0.5))]
    const [lon, lat] = truth([x, y])
    return { x: x + clickPx * normal(chance), y: y + clickPx * normal(chance), lon, lat }
  }) // prettier-ignore
  const traced = pixelShapes({
    type: 'FeatureCollection',
    features: found.value.regions.map(({ label, rings }) => ({
      type: 'Feature',
      properties: { class: String(label) },
      geometry: { type: 'Polygon', coordinates: rings.map((ring) => ring.map(([x, y]): [number, number] => [x, y])) },
    })),
  })
  const placed = placePicture({
    points,
    transform: 'affine',
    plane: 'local',
    clickPx,
    linePx: 0,
    sourceM: 0,
    box: traced.box,
    source: `small ${number}`,
  })
  if (!placed.ok) throw new Error(`small map ${number}: ${placed.problem.code}`)
  const { fit, placing } = placed.value
  const zones: OverlayLayer = {
    shapes: placeRegions(traced, fit).shapes,
    polygonClass: Int32Array.from(found.value.regions, ({ label }) => label - 1),
    classCount: kind.classes,
  }
  const plan = asOneClass(
    shapesFromGeoJson(
      [{ type: 'Polygon', coordinates: [[[-width, -height], [2 * width, -height], [2 * width, 2 * height], [-width, 2 * height], [-width, -height]].map(([x, y]) => [...truth([x!, y!])])] }],
      'polygon',
    ),
  ) // prettier-ignore
  const swelling = {
    source: `small ${number}`,
    classes: found.value.classes.map(({ class: name, outlineSdPx }) => ({ name, sdM: outlineSdPx * pixelM })),
  }
  const { rows, still } = simulate(
    [
      { layer: plan, accuracyM: 0, source: 'plan' },
      { layer: zones, accuracyM: placing.sigmaM, source: 'zones', placed: { placing, share: 1 }, swelling },
    ],
    { classCounts: [kind.classes], ground: [] },
    { draws, seed: number + 1 },
  )
  const measured = overlay([plan, zones])
  const planArea = { areaM2: measured.planM2, stillM2: still[0]!, draws: rows[0]! }
  return map.parts.flatMap((part, i): SmallResult[] => {
    const trueM2 = pixelM ** 2 * part.reduce((sum, value) => sum + value, 0)
    const areaM2 = measured.combinations.reduce((sum, own) => sum + (own.classes[1]!.includes(i) ? own.areaM2 : 0), 0)
    if (trueM2 < 200 * pixelM ** 2) return []
    const { low, high } = drawnInterval({ areaM2, stillM2: still[1 + i]!, draws: rows[1 + i]! }, planArea)
    return [{ holds: low <= trueM2 && trueM2 <= high, width: (high - low) / trueM2, error: areaM2 / trueM2 - 1 }]
  })
}
