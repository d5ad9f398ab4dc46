import type { Polygon } from 'geojson'
import { expect, test } from 'vitest'
import { metresPerRadian } from '../../core/geometry/local-radii.ts'
import { measureStudy } from '../../core/measure/measure.ts'
import type { Interval } from '../../core/model/measurement.ts'
import { spreadOf } from '../../core/montecarlo/quantiles.ts'
import { bruteForce, type BruteLayer } from '../core/uncertainty/brute-force.ts'
import { bundledStudy, collectionOf, featuresOf } from './bundled-study.ts'

const study = bundledStudy('basilia-city')
const { eastM, northM } = metresPerRadian(33.47)
const inMetres = ([lon, lat]: readonly number[]) => [((lon! - 36.28) * eastM * Math.PI) / 180, ((lat! - 33.47) * northM * Math.PI) / 180] as const

/** A layer of the study straight from its file. */
function bruteLayer(id: string): BruteLayer {
  const layer = study.layers.find((each) => each.id === id)!
  const polygons = collectionOf('basilia-city', layer).features.map(({ properties, geometry }) => ({
    class: layer.classField ? String(properties![layer.classField]) : layer.name,
    rings: (geometry as Polygon).coordinates.map((ring) => ring.slice(1).map(inMetres)),
  }))
  return { name: layer.name, source: layer.base!, sigmaM: layer.accuracyM!, polygons }
}

/** Clips nineteen polygons of one day in each of eighty draws, with nothing of the engine: see brute-force.ts. */
test('the intervals of Basilia City are those of an independent simulation, within sampling error', () => {
  const draws = 1000
  const features = new Map(study.layers.map((layer) => [layer.id, featuresOf('basilia-city', layer)]))
  const measured = measureStudy(study, features, { at: '2018-04-21', draws, seed: 1 })
  if (!measured.ok) throw new Error(measured.problem.code)
  const control = measured.value.layers.find(({ name }) => name === 'control')!
  const shelling = measured.value.layers.find(({ name }) => name === 'shelling')!
  const ours = new Map<string, Interval & { readonly areaM2: number }>([
    ['plan', measured.value.plan],
    ...[control, shelling].flatMap((layer) => layer.classes.map((own) => [`${layer.name}/${own.class}`, own] as const)),
  ])
  const theirs = bruteForce(bruteLayer('plan'), [control, shelling].map(({ layer }) => bruteLayer(layer!)), 80, 2018)
  let compared = 0
  for (const [quantity, areas] of theirs) {
    const own = ours.get(quantity)
    if (!own?.drawn || own.areaM2 === 0) continue
    compared++
    const spread = spreadOf(Float64Array.from(areas))
    const both = Math.sqrt(1 / draws + 1 / areas.length)
    const { meanM2, sdM2 } = own.drawn
    expect(Math.abs(meanM2 - spread.mean)).toBeLessThan(4 * sdM2 * both + 0.001 * own.areaM2)
    expect(Math.abs(sdM2 / spread.sd - 1)).toBeLessThan((4 / Math.SQRT2) * both)
    // Of a normal distribution's 2.5 % quantile: sqrt(0.025 * 0.975) / density = 2.67 standard deviations over the root of n.
    for (const end of ['low', 'high'] as const) expect(Math.abs(own[end]! - spread[end])).toBeLessThan(4 * 2.67 * sdM2 * both)
  }
  expect(compared).toBe(6)
})
