import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Shapes } from '../../../core/geometry/shapes.ts'
import { overlayDifference } from '../../../core/overlay/add-overlays.ts'
import { halvedCells } from '../../../core/overlay/halved-cells.ts'
import { overlay, type OverlayLayer } from '../../../core/overlay/overlay.ts'
import { overlayInBlocks, type InBlocks } from '../../../server/database/overlay-in-blocks.ts'
import { startCluster, withoutPostgres, type Cluster } from './cluster.ts'

type Ring = readonly (readonly [number, number])[]

/** Polygons of rings, in parts of a plan about a kilometre wide, from its south-west corner. */
function layerOf(polygons: readonly { readonly rings: readonly Ring[]; readonly place: number }[]): OverlayLayer {
  const rings = polygons.flatMap((own, polygon) => own.rings.map((ring) => ({ ring, polygon })))
  const partStart = [0]
  for (const { ring } of rings) partStart.push(partStart.at(-1)! + ring.length)
  const shapes: Shapes = {
    kind: 'polygon',
    coordinates: Float64Array.from(
      rings.flatMap(({ ring }) => ring.flatMap(([x, y]) => [36.28 + x / 100, 33.45 + y / 100])),
    ),
    partStart: Uint32Array.from(partStart),
    partPolygon: Uint32Array.from(rings, ({ polygon }) => polygon),
    polygonFeature: Uint32Array.from(polygons, (_, i) => i),
  }
  const polygonClass = Int32Array.from(polygons, ({ place }) => place)
  return { shapes, polygonClass, classCount: Math.max(...polygonClass) + 1 }
}

/** Numbers from 0 to 1, the same in every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const box = (x: number, y: number, width: number, height: number): Ring => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
]
const round = (x: number, y: number, radius: number, corners: number, bend = 0): Ring =>
  Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * i) / corners
    const far = radius * (1 + bend * Math.sin(7 * angle))
    return [x + far * Math.cos(angle), y + far * Math.sin(angle)] as const
  })

const next = seeded(1)
const plan = layerOf([{ rings: [box(0, 0, 1, 0.8), round(0.4, 0.4, 0.1, 40)], place: 0 }])
const zones = layerOf(
  Array.from({ length: 60 }, (_, i) => ({
    rings: [round(next(), 0.8 * next(), 0.02 + 0.2 * next(), 400, 0.3)],
    place: i % 5,
  })),
)
/** Footprints, many of them wall to wall. */
const houses = layerOf(
  Array.from({ length: 1_200 }, (_, i) => ({
    rings: [box((i % 60) / 60, Math.floor(i / 60) / 60, i % 3 === 0 ? 1 / 60 : 0.012, 0.01)],
    place: i % 2,
  })),
)
const broken = layerOf([
  // A bow-tie, a spike, a hole given twice, a hole outside of its ring, all of the size of several blocks; and all of the plan.
  {
    rings: [
      [
        [0.1, 0.1],
        [0.9, 0.7],
        [0.9, 0.1],
        [0.1, 0.7],
      ],
    ],
    place: 0,
  },
  {
    rings: [
      [
        [0.1, 0.1],
        [0.5, 0.1],
        [0.5, 0.75],
        [0.5, 0.1],
        [0.6, 0.1],
        [0.6, 0.5],
        [0.1, 0.5],
      ],
    ],
    place: 1,
  },
  { rings: [box(0.2, 0.2, 0.5, 0.5), box(0.3, 0.3, 0.2, 0.2), box(0.3, 0.3, 0.2, 0.2)], place: 2 },
  { rings: [box(0.1, 0.5, 0.2, 0.2), box(0.6, 0.1, 0.3, 0.3)], place: 3 },
  { rings: [box(-1, -1, 3, 3), box(0.5, 0.5, 0.01, 0.01)], place: 4 },
  {
    rings: [
      [
        [0.3, 0.3],
        [0.7, 0.7],
        [0.3, 0.3],
      ],
    ],
    place: 5,
  },
])

describe.skipIf(withoutPostgres !== null)('measuring in databases', () => {
  let clusters: Cluster[] = []
  beforeAll(async () => {
    clusters = [await startCluster(), await startCluster()]
  })
  afterAll(() => clusters.forEach((cluster) => cluster.stop()))

  let made = 0
  const database = (cluster = clusters[0]!): string => cluster.database(`measuring${made++}`)

  async function inBlocks(
    layers: readonly OverlayLayer[],
    engine: 'walk' | 'sql',
    databases: readonly string[],
  ): Promise<InBlocks> {
    const found = await overlayInBlocks(layers, { engine, databases })
    if (!found.ok) throw new Error(found.problem.code)
    return found.value
  }

  test('the ground is halved where much stands, and its blocks are all of it once', () => {
    const cells = halvedCells([plan, zones, houses], 2_000)
    const blocks = cells.filter(({ block }) => block >= 0)
    expect(blocks.length).toBeGreaterThan(10)
    const area = ([west, south, east, north]: readonly number[]): number => (east! - west!) * (north! - south!)
    const sum = blocks.reduce((total, { box: own }) => total + area(own), 0)
    expect(Math.abs(sum / area(cells[0]!.box) - 1)).toBeLessThan(1e-12)
    expect(halvedCells([layerOf([{ rings: [], place: 0 }])])).toEqual([])
  })

  test('blocks walked give what the walk gives in one, the same bits for any number of databases', async () => {
    const layers = [plan, zones, houses]
    const one = await inBlocks(layers, 'walk', [database()])
    expect(one.blocks).toBeGreaterThan(1)
    expect(overlayDifference(one.overlay, overlay(layers))).toBeLessThan(1e-12)
    const three = await inBlocks(layers, 'walk', [database(clusters[1]), database(), database(clusters[1])])
    expect(three.overlay).toEqual(one.overlay)
  })

  test('rings that cross, touch or lie outside each other have their ground by the even-odd rule', async () => {
    const layers = [plan, broken, zones, houses]
    const truth = overlay(layers)
    const walked = await inBlocks(layers, 'walk', [database()])
    expect(walked.blocks).toBeGreaterThan(1)
    // Where rings cross, what they are cut into has corners of its own, rounded anew.
    expect(overlayDifference(walked.overlay, truth)).toBeLessThan(1e-11)
    const faces = await inBlocks(layers, 'sql', [database()])
    expect(overlayDifference(faces.overlay, truth)).toBeLessThan(1e-11)
  })

  test('the database alone gives the same ground', async () => {
    const layers = [plan, zones, houses]
    const faces = await inBlocks(layers, 'sql', [database()])
    expect(faces.server).toMatch(/^PostGIS 3\.\d/)
    expect(overlayDifference(faces.overlay, overlay(layers))).toBeLessThan(1e-11)
    expect((await inBlocks(layers, 'sql', [database(clusters[1]), database()])).overlay).toEqual(faces.overlay)
  })

  test('more than 64 classes, and a plan of no ground', async () => {
    const many = { ...houses, polygonClass: Int32Array.from(houses.polygonClass, (_, i) => i % 200), classCount: 200 }
    const url = database()
    for (const engine of ['walk', 'sql'] as const) {
      const { overlay: found } = await inBlocks([plan, many], engine, [url])
      expect(overlayDifference(found, overlay([plan, many]))).toBeLessThan(1e-11)
    }
    expect((await inBlocks([layerOf([{ rings: [], place: 0 }]), zones], 'walk', [url])).overlay.planM2).toBe(0)
  })

  test('a database that is gone is named, and nothing is measured without it; two that are one are refused', async () => {
    const [here, there] = [database(), database(clusters[1])]
    expect(await overlayInBlocks([plan, zones], { engine: 'walk', databases: [here, there, here] })).toMatchObject({
      ok: false,
      problem: { code: 'nodes-alike' },
    })
    const whole = await inBlocks([plan, zones], 'walk', [here, there])
    clusters[1]!.halt('immediate')
    try {
      const gone = await overlayInBlocks([plan, zones], { engine: 'walk', databases: [here, there] })
      expect(gone).toMatchObject({
        ok: false,
        problem: { code: 'node-unreachable', values: { node: there.split('@')[1] } },
      })
    } finally {
      clusters[1]!.start()
    }
    expect((await inBlocks([plan, zones], 'walk', [here, there])).overlay).toEqual(whole.overlay)
  })
})
