import { shapesFromGeoJson } from '../../core/geometry/geojson.ts'
import { metresPerRadian } from '../../core/geometry/local-radii.ts'
import type { OverlayLayer } from '../../core/overlay/overlay.ts'

/** A true map: the plan and what two days' layers say, each with the name of the error it has. */
export type Situation = {
  readonly name: string
  /** Whether lines of the first day run along the plan's within about two standard deviations of their distance. */
  readonly runsAlong: boolean
  readonly plan: OverlayLayer
  /** Standard deviation of the plan, metres. */
  readonly planM: number
  readonly days: readonly [TrueLayer, TrueLayer]
}

/**
 * Layers with one `error` move as one; the plan's is `plan`. Lines of one that `follows` which are the plan's truly are
 * one with them; one that `isCut` is observed as far as the observed plan reaches, and ends on its line.
 */
export type TrueLayer = {
  readonly layer: OverlayLayer
  readonly error: string
  readonly follows?: boolean
  readonly isCut?: boolean
}

type Place = readonly [east: number, north: number]
type Ring = readonly Place[]

const [lon, lat] = [36.28, 33.47]
const { eastM, northM } = metresPerRadian(lat)
const vertices = 36
/** Angles are multiples of it: lines that are to be the plan's are so to the last bit. */
const step = (2 * Math.PI) / vertices

/** A lobed plan of about 225 ha, its outline moved outwards by so many metres, from one angle to another. */
function outline(offsetM: number, from = 0, to = 2 * Math.PI): Place[] {
  const count = Math.round((to - from) / step)
  const isWhole = to - from >= 2 * Math.PI
  return Array.from({ length: isWhole ? count : count + 1 }, (_, i) => {
    const angle = (Math.round(from / step) + i) * step
    const radius = 835 * (1 + 0.11 * Math.cos(3 * angle) + 0.05 * Math.sin(2 * angle))
    const slope = 835 * (-0.33 * Math.sin(3 * angle) + 0.1 * Math.cos(2 * angle))
    const normal = Math.hypot(radius, slope)
    const [east, north] = [
      radius * Math.cos(angle) + slope * Math.sin(angle),
      radius * Math.sin(angle) - slope * Math.cos(angle),
    ]
    const [x, y] = [radius * Math.cos(angle), radius * Math.sin(angle)]
    return [x + (offsetM * east) / normal, y + (offsetM * north) / normal]
  })
}

const rectangle = (west: number, south: number, east: number, north: number): Place[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
]

/** A layer of polygons, each a list of rings, with the class of each. */
function layerOf(
  polygons: readonly (readonly Ring[])[],
  classes: readonly number[] = polygons.map(() => 0),
): OverlayLayer {
  const at = ([x, y]: Place) => [lon + ((x / eastM) * 180) / Math.PI, lat + ((y / northM) * 180) / Math.PI]
  const geometries = polygons.map((rings) => ({
    type: 'Polygon' as const,
    coordinates: rings.map((ring) => [...ring, ring[0]!].map(at)),
  }))
  return {
    shapes: shapesFromGeoJson(geometries, 'polygon'),
    polygonClass: Int32Array.from(classes),
    classCount: Math.max(...classes) + 1,
  }
}

const one = (...rings: readonly Ring[]): OverlayLayer => layerOf([rings])
/** A plan so narrow that a front across it has no vertex of its own at either standard deviation. */
const narrow = one(rectangle(-1250, -25, 1250, 25))
/** All east of a front that crosses the plan. */
const eastOf = (x: number): OverlayLayer => one(rectangle(x, -1750, 3000, 1750))
/** Half of the plan's outline, offset, closed by the chord. */
const halfOutline = (offsetM: number): Place[] => outline(offsetM, -4 * step, 14 * step)
/** Ground beside the plan, its inner line the plan's. */
const outside = (): Place[] => [...outline(0, 0, 14 * step), ...outline(750, 0, 14 * step).reverse()]
const small = Array.from({ length: 25 }, (_, i): Place[] => {
  const [x, y] = [-900 + 450 * (i % 5), -900 + 450 * Math.floor(i / 5)]
  return rectangle(x - 75, y - 75, x + 75, y + 75)
})
const strips = [-650, -250, 150, 550].map((x) => rectangle(x, -1500, x + 175, 1500))

/** The situations at a standard deviation of `sigmaM`, in the order of the table. */
export function situations(sigmaM: number): Situation[] {
  const front: TrueLayer = { layer: eastOf(-150), error: 'one' }
  const ofPlan = (
    name: string,
    layer: OverlayLayer,
    options: Partial<Situation> &
      Omit<TrueLayer, 'layer' | 'error'> & { readonly error?: string; readonly later?: TrueLayer } = {},
  ): Situation => {
    const {
      error = 'one',
      follows = false,
      isCut = false,
      later = { ...front, error: 'two' },
      runsAlong = true,
      planM = sigmaM,
      plan = one(outline(0)),
    } = options
    return { name, runsAlong, plan, planM, days: [{ layer, error, follows, isCut }, later] }
  }
  const crossing = { runsAlong: false }
  const whole = one(outline(0))
  return [
    ofPlan('zone crossing the plan', eastOf(100), { ...crossing, later: front }),
    ofPlan('strips', layerOf(strips.map((ring) => [ring])), { ...crossing, later: front }),
    ofPlan('many small zones', layerOf(small.map((ring) => [ring])), crossing),
    ofPlan('zone with a hole', one(rectangle(-1250, -1500, 350, 1500), rectangle(-350, -350, 150, 250)), {
      ...crossing,
      later: front,
    }),
    ofPlan(
      'ground claimed by two',
      layerOf([[rectangle(-150, -1750, 3000, 1750)], [rectangle(-3000, -1750, 250, 1750)]], [0, 1]),
      crossing,
    ),
    ofPlan('zone equal to the plan, the line shared', whole, { follows: true }),
    ofPlan('zone equal to the plan, drawn on its own', whole),
    ...[0.5, 1, 2].map((sds) => ofPlan(`zone beyond the plan by ${sds} sd`, one(outline(sds * sigmaM)))),
    ...[0.5, 1, 2].map((sds) => ofPlan(`zone short of the plan by ${sds} sd`, one(outline(-sds * sigmaM)))),
    ofPlan('half of the line equal, shared', one(halfOutline(0)), { follows: true }),
    ofPlan('half of the line equal, drawn on its own', one(halfOutline(0))),
    ofPlan('touching from outside', one(outside())),
    ofPlan('touching from outside, the line shared', one(outside()), { follows: true }),
    ofPlan('half of the line 1 sd inside', one(halfOutline(-sigmaM))),
    ofPlan('crossing, plan without error', eastOf(100), { ...crossing, planM: 0, later: front }),
    ofPlan('equal, plan without error', whole, { planM: 0 }),
    ofPlan("crossing, on the plan's own base", eastOf(100), { ...crossing, error: 'plan' }),
    ofPlan('short free edge', eastOf(100), { ...crossing, isCut: true, plan: narrow, planM: 5 }),
  ]
}
