import type { Position } from 'geojson'
import type { Features } from '../../../core/geometry/shapes.ts'
import type { Study } from '../../../core/model/study.ts'
import { exampleStudy, layerRecord, middle, polygons } from '../../core/sheet/example-study.ts'

type Ring = Position[]

const classNames = ['red', 'green', 'blue'] as const

/**
 * A study whose classes lie in holes of one another, with islands in the holes, tiles that share their edges, ground that
 * several claim and rings that cross themselves and each other, in any order, from any vertex, either way round.
 */
export function seededStudy(seed: number): { study: Study; features: Map<string, Features> } {
  const random = randomOf(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const shuffled = <T>(from: readonly T[]): T[] =>
    from
      .map((value) => [random(), value] as const)
      .toSorted(([a], [b]) => a - b)
      .map(([, value]) => value)
  const [around, within, island] = shuffled(classNames) as [string, string, string]
  const parts: { rings: Ring[]; held: string }[] = []

  const closed = (points: readonly Position[]): Ring => {
    const from = Math.floor(random() * points.length)
    const turned = [...points.slice(from), ...points.slice(0, from)]
    const wound = random() < 0.5 ? turned : turned.toReversed()
    return [...wound, wound[0]!].map(([x, y]) => [middle[0] + x! / 1000, middle[1] + y! / 1000])
  }
  const star = (x: number, y: number, radius: number, corners: number): Position[] =>
    Array.from({ length: corners }, (_, i) => {
      const [angle, reach] = [((i + 0.7 * random()) * 2 * Math.PI) / corners, radius * (0.75 + 0.25 * random())]
      return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)]
    })
  const box = (west: number, south: number, east: number, north: number): Position[] => [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ]
  const smaller = (points: readonly Position[], [x, y]: Position, by: number): Position[] =>
    points.map((at) => [x! + (at[0]! - x!) * by, y! + (at[1]! - y!) * by])

  const holes = shuffled([
    [-9, -7],
    [9, -7],
    [-9, 7],
    [9, 7],
    [0, 0],
  ] as Position[])
    .slice(0, 1 + Math.floor(random() * 4))
    .map((at) => {
      const [x, y] = at as [number, number]
      const size = 3.5 + 2.5 * random()
      const outline =
        random() < 0.5
          ? star(x, y, size, 3 + Math.floor(random() * 30))
          : box(x - size, y - size * random(), x + size, y + size * (0.2 + random()))
      return { at, outline }
    })
  const wide = random() < 0.5 ? 40 : 15
  parts.push({
    held: around,
    rings: shuffled([box(-wide, -wide, wide, wide), ...holes.map(({ outline }) => outline)]).map(closed),
  })
  for (const { at, outline } of holes) {
    const [core, crumb] = [smaller(outline, at, 0.6), smaller(outline, at, 0.3)]
    if (random() < 0.4)
      parts.push(
        { held: within, rings: shuffled([outline, core, crumb]).map(closed) },
        { held: island, rings: [core, crumb].map(closed) },
      )
    else if (random() < 0.7)
      parts.push(
        { held: within, rings: [closed(outline), closed(core)] },
        { held: pick([around, island]), rings: [closed(core)] },
      )
  }
  if (random() < 0.4)
    parts.push({
      held: pick(classNames),
      rings: [closed(star(pick([-12, 0, 12]), pick([-10, 0, 10]), 6, 12)), closed(star(0, 0, 5, 9))],
    })
  if (random() < 0.3) {
    const five = star(pick([-11, 11]), pick([-8, 8]), 6, 5)
    parts.push({ held: pick(classNames), rings: [closed([0, 2, 4, 1, 3].map((i) => five[i]!))] })
  }
  if (random() < 0.4) {
    const [x, y, held] = [pick([-13, 0, 13]), pick([-11, 0, 11]), pick(classNames)]
    for (const [west, south] of shuffled([
      [0, 0],
      [2, 0],
      [0, 3],
      [2, 3],
    ] as const))
      parts.push({ held, rings: [closed(box(x + west, y + south, x + west + 2, y + south + 3))] })
  }

  const plan = [star(0, 0, 20, 5 + Math.floor(random() * 12)), ...(random() < 0.3 ? [star(4, -3, 3, 7)] : [])]
  const study = exampleStudy({
    published: [],
    headline: undefined,
    layers: [
      layerRecord({ id: 'plan', role: 'plan' }),
      layerRecord({
        id: 'control',
        role: 'control',
        classField: 'held',
        classes: shuffled(classNames).map((name) => ({
          class: name,
          values: [name],
          label: { en: name },
          color: '#000000',
          pattern: 'solid',
        })),
      }),
    ],
  })
  const control = polygons(shuffled(parts).map(({ held, rings }) => ({ properties: { held }, rings })))
  return {
    study,
    features: new Map([
      ['plan', polygons([{ rings: plan.map(closed) }])],
      ['control', control],
    ]),
  }
}

/** Mulberry32: the same numbers from 0 to 1 for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
