import { readFileSync } from 'node:fs'
import { featuresFromGeoJson } from '../core/geometry/geojson.ts'
import type { WorkerPool } from '../core/parallel/worker-pool.ts'
import { overlay } from '../core/overlay/overlay.ts'
import { measurableOf } from '../core/measure/measurable.ts'
import { overlayLayerOf } from '../core/measure/measured-layer.ts'
import { uncertainLayer } from '../core/measure/layer-error.ts'
import { readStudy } from '../core/model/read-study.ts'
import { displaceable, displacer, type UncertainLayer } from '../core/montecarlo/displacement.ts'
import { drawBlock } from '../core/montecarlo/draw-block.ts'
import { simulate } from '../core/montecarlo/simulation.ts'
import { asRatio, inMs, markdown, median, millisecondsOf, processorMsOf } from './timing.ts'
import { crossedCoasts } from './workloads.ts'

const dataFolder = new URL('../../../data/', import.meta.url)
const rounds = 3
const sigmaM = 20

/**
 * What 1,000 draws cost against vertices, and where it goes: processor time of one thread, which other work on the machine
 * does not change much, and by the clock the gain of a second thread.
 */
export function drawsTable(pool: WorkerPool): string {
  const rows = [
    timed('Basilia City, 21 April 2018', bundledLayers('basilia-city'), 1000, pool),
    ...[1_000, 10_000, 100_000].map((edges) =>
      timed('two coasts', coastLayers(edges), Math.min(1000, 1_000_000 / edges), pool),
    ),
  ]
  return markdown(
    [
      'study',
      'vertices',
      'drawn',
      '1,000 draws',
      'a vertex and draw',
      'gain of 2 threads',
      'displacing',
      'overlay',
      'the rest',
    ],
    rows,
  )
}

function timed(name: string, layers: readonly UncertainLayer[], draws: number, pool: WorkerPool): string[] {
  const summary = { classCounts: layers.slice(1).map(({ layer }) => layer.classCount), ground: [] }
  const ready = displaceable(layers)
  const vertices = ready.layers.reduce((sum, { layer }) => sum + layer.shapes.coordinates.length / 2, 0)
  const perThousand = 1000 / draws
  const draw = (work: { readonly pool?: WorkerPool }) => () => simulate(layers, summary, { draws, seed: 1 }, work)
  const displaced = displacer(ready)
  const still = displaced(1, 0).map((layer) => ({
    ...layer,
    shapes: { ...layer.shapes, coordinates: layer.shapes.coordinates.slice() },
  }))
  const each = (step: (draw: number) => unknown) => () => {
    for (let number = 0; number < draws; number++) step(number)
  }
  const jobs = [
    draw({}),
    draw({ pool }),
    each((number) => displaced(1, number)),
    each(() => overlay(still)),
    blocks(layers, draws),
  ]
  for (const job of jobs) job()
  const times = jobs.map((): number[] => [])
  const onClock: number[][] = [[], []]
  for (let round = 0; round < rounds; round++) {
    for (const [i, job] of jobs.entries()) {
      const clockMs = millisecondsOf(() => times[i]!.push(processorMsOf(job)))
      onClock[i]?.push(clockMs)
    }
  }
  const [alone, , moving, walking, whole] = times.map((own) => perThousand * median(own)) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const part = (ms: number): string => `${Math.round((100 * ms) / whole)} %`
  return [
    name,
    vertices.toLocaleString('en'),
    draws.toLocaleString('en'),
    `${inMs(alone)} ms`,
    `${inMs((1e6 * alone) / vertices / 1000)} ns`,
    asRatio(median(onClock[0]!) / median(onClock[1]!)),
    part(moving),
    part(walking),
    part(Math.max(0, whole - moving - walking)),
  ]
}

/** The draws without the making ready and the sorting at their end. */
function blocks(layers: readonly UncertainLayer[], draws: number): () => void {
  const drawing = { displaceable: displaceable(layers), seed: 1, first: 0, end: draws }
  return () => {
    for (let part = 0; part < draws / 10; part++) drawBlock(drawing, part)
  }
}

function coastLayers(edges: number): UncertainLayer[] {
  const { plan, zones } = crossedCoasts(edges / 2)
  return [plan, zones].map((layer, i) => ({ layer, accuracyM: sigmaM, source: String(i) }))
}

/** The plan and the zones of a bundled study on its own day. */
function bundledLayers(id: string): UncertainLayer[] {
  const folder = new URL(`${id}/`, dataFolder)
  const parsed = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'))
  const read = readStudy(id, parsed('study.json'))
  if (!read.ok) throw new Error(read.problem.code)
  const study = read.value
  const features = new Map(
    study.layers.map((layer) => [
      layer.id,
      featuresFromGeoJson(
        parsed(layer.file) as Parameters<typeof featuresFromGeoJson>[0],
        layer.geometryType,
        layer.evenOdd,
      ),
    ]),
  )
  const measurable = measurableOf(study, features, study.asOf)
  if (!measurable.ok) throw new Error(measurable.problem.code)
  const { plan, zones } = measurable.value
  const { shapes } = plan.features
  const planAsOne = { shapes, polygonClass: new Int32Array(shapes.polygonFeature.length), classCount: 1 }
  return [
    uncertainLayer(plan.layer, planAsOne, []),
    ...zones.map((zone) => uncertainLayer(zone.layer, overlayLayerOf(zone), zone.names)),
  ]
}
