import type { OverlayLayer } from '../core/overlay/overlay.ts'
import type { Shapes } from '../core/geometry/shapes.ts'
import { randomFrom, type Random } from './random.ts'

/** A plan and the zones over it, in degrees at Damascus. */
export type Workload = {
  readonly name: string
  readonly title: string
  readonly plan: OverlayLayer
  readonly zones: OverlayLayer
}

/** Metres east and north of the middle, x, y, x, y …, first vertex not repeated. */
type Ring = number[]
type Feature = { readonly rings: readonly Ring[]; readonly class: number }

const middleLon = 36.29
export const middleLat = 33.48
const degreesPerM = 1 / 111_000
const classCount = 5

export const workloadNames = ['W1', 'W2', 'W3', 'W4'] as const
export type WorkloadName = (typeof workloadNames)[number]

export function workload(name: WorkloadName, buildings = 100_000): Workload {
  if (name === 'W1') return planOf900Ha()
  if (name === 'W2')
    return named('W2', '4,000 adjoining parcels x 400 zones', parcels(randomFrom(202)), zones(randomFrom(203)))
  if (name === 'W4') return crossedCoasts(200_000)
  return named(
    'W3',
    `${buildings.toLocaleString('en')} buildings x 400 zones`,
    buildingsIn(randomFrom(303), buildings),
    zones(randomFrom(203)),
  )
}

function planOf900Ha(): Workload {
  const random = randomFrom(101)
  const shell = coast(0, 0, 1680, noise(random, 1700, 0.9, 2, 400, 0.18))
  const holes = (
    [
      [-600, 300],
      [500, -400],
      [300, 700],
    ] as const
  ).map(([x, y]) => fractal(random, x, y, 110, 100, 0.12))
  const over = Array.from({ length: 40 }, (_, i) => {
    const [x, y, r] = [(random() - 0.5) * 3200, (random() - 0.5) * 3200, 200 + random() * 600]
    return { rings: [fractal(random, x, y, r, 500 + Math.floor(random() * 4501))], class: i % classCount }
  })
  return named('W1', '900 ha plan with 3 holes x 40 fractal zones', [{ rings: [shell, ...holes], class: 0 }], over)
}

/** Two rings that share their large shape and differ in the fine one, so that they cross tens of thousands of times. */
export function crossedCoasts(vertices: number): Workload {
  const random = randomFrom(404)
  const base = noise(random, vertices, 0.95, 2, 300, 0.2)
  const [a, b] = [0, 1].map((k) => {
    const fine = noise(random, vertices, 0.3, vertices / 40, vertices / 4, 2.4e-3)
    return coast(
      0.0137 * k,
      0,
      1600,
      base.map((value, i) => value + fine[i]!),
    )
  })
  const title = `two rings of ${vertices.toLocaleString('en')} vertices`
  return named('W4', title, [{ rings: [a!], class: 0 }], [{ rings: [b!], class: 0 }])
}

function zones(random: Random): Feature[] {
  return Array.from({ length: 400 }, (_, i) => {
    const [x, y] = [(random() - 0.5) * 3400, (random() - 0.5) * 3400]
    const r = 30 + random() * random() * 270
    return { rings: [fractal(random, x, y, r, 200 + Math.floor(random() * 1801))], class: i % classCount }
  })
}

/** A net of 64 x 63 quadrangles whose crooked sides are shared by neighbours to the last bit. */
function parcels(random: Random): Feature[] {
  const [across, up, width] = [64, 63, 3400]
  const [stepX, stepY] = [width / across, width / up]
  const corner = Array.from({ length: (across + 1) * (up + 1) }, (_, k) => {
    const [i, j] = [k % (across + 1), Math.floor(k / (across + 1))]
    return [
      -width / 2 + i * stepX + (random() - 0.5) * stepX * 0.4,
      -width / 2 + j * stepY + (random() - 0.5) * stepY * 0.4,
    ] as const
  })
  const sides = new Map<string, Ring>()
  const side = (a: number, b: number): Ring => {
    if (a > b) return reversed(side(b, a))
    const known = sides.get(`${a} ${b}`)
    if (known) return known
    const [from, to] = [corner[a]!, corner[b]!]
    const pieces = 2 + Math.floor(random() * random() * 14)
    const ring: Ring = []
    for (let k = 0; k <= pieces; k++) {
      const off = k === 0 || k === pieces ? 0 : (random() - 0.5) * 0.06
      const t = k / pieces
      ring.push(
        from[0] + t * (to[0] - from[0]) - off * (to[1] - from[1]),
        from[1] + t * (to[1] - from[1]) + off * (to[0] - from[0]),
      )
    }
    sides.set(`${a} ${b}`, ring)
    return ring
  }
  return Array.from({ length: 4000 }, (_, n) => {
    const first = Math.floor(n / across) * (across + 1) + (n % across)
    const corners = [first, first + 1, first + across + 2, first + across + 1]
    return { rings: [corners.flatMap((at, s) => side(at, corners[(s + 1) % 4]!).slice(0, -2))], class: 0 }
  })
}

function buildingsIn(random: Random, count: number): Feature[] {
  const across = Math.ceil(Math.sqrt(count))
  const step = 3400 / across
  return Array.from({ length: count }, (_, n) => {
    const [x, y] = [-1700 + ((n % across) + 0.5) * step, -1700 + (Math.floor(n / across) + 0.5) * step]
    const corners = 4 + Math.floor(random() * 9)
    const turn = random() * 6.28
    const ring: Ring = []
    for (let k = 0; k < corners; k++) {
      const t = turn + (2 * Math.PI * (k + 0.3 * random())) / corners
      const r = step * (0.23 + 0.23 * random())
      ring.push(x + r * Math.cos(t), y + r * Math.sin(t))
    }
    return { rings: [ring], class: 0 }
  })
}

const fractal = (random: Random, x: number, y: number, r: number, vertices: number, amplitude = 0.35): Ring =>
  coast(x, y, r, noise(random, vertices, 0.85, 1, vertices / 4, amplitude))

/** A circle whose logarithmic radius follows `height`. */
const coast = (x: number, y: number, r: number, height: readonly number[]): Ring =>
  height.flatMap((value, i) => {
    const t = (2 * Math.PI * i) / height.length
    return [x + r * Math.exp(value) * Math.cos(t), y + r * Math.exp(value) * Math.sin(t)]
  })

/** Fractal noise round a circle: octaves from `low` to `high` turns with amplitudes falling by the power `h`. */
function noise(random: Random, count: number, h: number, low: number, high: number, amplitude: number): number[] {
  const values = Array.from({ length: count }, () => 0)
  for (let frequency = low; frequency <= high; frequency *= 1.7) {
    const turns = Math.round(frequency)
    const size = amplitude * turns ** -h
    const [p, r] = [random() * 6.2832, random() * 6.2832]
    const at = (2 * Math.PI) / count
    for (let i = 0; i < count; i++)
      values[i]! += size * (Math.sin(at * turns * i + p) + 0.5 * Math.sin(at * (turns + 1) * i + r))
  }
  return values
}

function reversed(ring: Ring): Ring {
  const turned: Ring = []
  for (let i = ring.length - 2; i >= 0; i -= 2) turned.push(ring[i]!, ring[i + 1]!)
  return turned
}

const named = (name: string, title: string, plan: readonly Feature[], over: readonly Feature[]): Workload => ({
  name,
  title,
  plan: layerOf(plan, 1),
  zones: layerOf(over, Math.max(...over.map((feature) => feature.class)) + 1),
})

function layerOf(features: readonly Feature[], classes: number): OverlayLayer {
  const rings = features.flatMap((feature) => feature.rings)
  const coordinates = new Float64Array(rings.reduce((sum, ring) => sum + ring.length, 0))
  const partStart = new Uint32Array(rings.length + 1)
  let at = 0
  for (const [part, ring] of rings.entries()) {
    for (let i = 0; i < ring.length; i += 2) {
      coordinates[at++] = rounded(middleLon + (ring[i]! * degreesPerM) / Math.cos((middleLat * Math.PI) / 180))
      coordinates[at++] = rounded(middleLat + ring[i + 1]! * degreesPerM)
    }
    partStart[part + 1] = at / 2
  }
  const shapes: Shapes = {
    kind: 'polygon',
    coordinates,
    partStart,
    partPolygon: Uint32Array.from(features.flatMap((feature, polygon) => feature.rings.map(() => polygon))),
    polygonFeature: Uint32Array.from(features, (_, polygon) => polygon),
  }
  return { shapes, polygonClass: Int32Array.from(features, (feature) => feature.class), classCount: classes }
}

/** Ten decimals of a degree, as a careful file would carry. */
const rounded = (degrees: number): number => Math.round(degrees * 1e10) / 1e10
