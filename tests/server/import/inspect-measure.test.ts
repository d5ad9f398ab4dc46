import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Feature, Geometry } from 'geojson'
import { describe, expect, test } from 'vitest'
import { randomFrom } from '../../../bench/random.ts'
import { geoJsonFromFeatures } from '../../../core/geometry/geojson.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import { inspection } from '../../../server/import/inspection.ts'
import { readFiles } from '../../../server/import/read-files.ts'
import { readPath } from '../../../server/import/read-path.ts'
import type { ImportedLayer } from '../../../server/import/record/imported.ts'
import { made, studyOf } from '../../core/measure/fixture.ts'
import { named, square } from './made-files.ts'

/** A layer as the study keeps it, as plan and as zones of one class at once: what `measure` says of either. */
function measuredM2({ features, evenOdd }: ImportedLayer): { readonly plan: number; readonly zones: number } {
  const kept = geoJsonFromFeatures(features, evenOdd).features.filter(hasGeometry)
  const { study, features: byLayer } = studyOf([
    made(kept, { id: 'plan', role: 'plan', evenOdd }),
    made(kept, { id: 'zones', role: 'zones', evenOdd }),
  ])
  const measured = measureStudy(study, byLayer)
  if (!measured.ok) {
    // A ring round a pole without the pole encloses nothing, which inspection notes and measurement refuses.
    expect(['plan-without-area', 'polygon-over-antimeridian']).toContain(measured.problem.code)
    return { plan: 0, zones: 0 }
  }
  const { plan, layers } = measured.value
  return { plan: plan.areaM2, zones: layers[0]!.classes.reduce((sum, { areaM2 }) => sum + areaM2, 0) }
}

const hasGeometry = (feature: Feature<Geometry | null>): feature is Feature => feature.geometry !== null

/** How many layers had ground to compare; each has one and the same in inspection and measurement. */
function expectOneArea(layers: readonly ImportedLayer[]): number {
  const { layers: inspected } = inspection(layers)
  let compared = 0
  for (const [i, { name, areaM2, sumOfFeaturesM2, notes }] of inspected.entries()) {
    const isNoted = notes.some(({ code }) => code === 'features-overlap')
    expect([name, isNoted]).toEqual([name, sumOfFeaturesM2 !== undefined])
    if (areaM2 === null) continue
    const measured = measuredM2(layers[i]!)
    const tolerance = 1e-9 * areaM2 + 1e-4
    for (const measuredAs of [measured.plan, measured.zones])
      expect([name, Math.abs(measuredAs - areaM2) <= tolerance, measuredAs, areaM2]).toEqual([
        name,
        true,
        measuredAs,
        areaM2,
      ])
    if (sumOfFeaturesM2 !== undefined) expect(sumOfFeaturesM2).toBeGreaterThan(areaM2)
    compared++
  }
  return compared
}

async function expectOneAreaIn(folder: string): Promise<number> {
  let compared = 0
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
    if (!/\.(?:geojson|json|shp|zip|gpkg|kml|kmz|gml|csv|dxf|fgb|parquet|sqlite|tab|mif)$/i.test(path)) continue
    const read = await readPath(join(folder, path), {})
    if (read.ok) compared += expectOneArea(read.value)
  }
  return compared
}

/** Features of a few rings: shells, holes, islands, members, stars that cross themselves, copies; some overlap. */
function seededFile(seed: number): string {
  const random = randomFrom(seed + 1)
  const at = (): number => Math.floor(random() * 40) / 1000
  const ring = (): (readonly [number, number])[] => {
    const [x, y, side] = [36.28 + at(), 33.47 + at(), 0.001 + at() / 2]
    if (random() < 0.6) return [...square(x, y, side)]
    const corners = Array.from({ length: 5 }, (_, i) => {
      const angle = (4 * Math.PI * i) / 5
      return [x + side * Math.cos(angle), y + side * Math.sin(angle)] as const
    })
    return [...corners, corners[0]!]
  }
  const some = <T>(most: number, one: () => T): T[] => Array.from({ length: 1 + Math.floor(random() * most) }, one)
  const features = some(8, () => ({
    type: 'Feature',
    properties: { n: Math.floor(random() * 3) },
    geometry: { type: 'MultiPolygon', coordinates: some(3, () => some(3, ring)) },
  }))
  const repeated = random() < 0.3 ? [...features, features[0]] : features
  return JSON.stringify({ type: 'FeatureCollection', features: repeated })
}

test('inspect and measure give one area for seeded files, whatever overlaps in them', async () => {
  for (let seed = 0; seed < 200; seed++) {
    const read = await readFiles([named('a.geojson', seededFile(seed))])
    if (!read.ok) throw new Error(`seed ${seed}: ${read.problem.code}`)
    expect([seed, expectOneArea(read.value)]).toEqual([seed, 1])
  }
})

test.each(['tests/fixtures/import', 'tests/fixtures/issues'])('and for every file of %s', async (folder) => {
  expect(await expectOneAreaIn(folder)).toBeGreaterThan(15)
})

const shared = ['../shared/findings/files', '../shared/realdata']
describe.each(shared)('%s', (folder) => {
  test.skipIf(!existsSync(folder))(
    'every file (skipped where the folder is missing)',
    async () => {
      expect(await expectOneAreaIn(folder)).toBeGreaterThan(15)
    },
    300_000,
  )
})

test('of features that overlap, the ground once is the area and their sum stands beside it', async () => {
  const two = [square(36.28, 33.47, 0.01), square(36.285, 33.47, 0.01)].map((ring) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'Polygon', coordinates: [ring] },
  }))
  const read = await readFiles([named('a.geojson', JSON.stringify({ type: 'FeatureCollection', features: two }))])
  if (!read.ok) throw new Error(read.problem.code)
  const [layer] = inspection(read.value).layers
  expect(layer!.sumOfFeaturesM2! / layer!.areaM2!).toBeCloseTo(4 / 3, 9)
  expect(layer!.notes.find(({ code }) => code === 'features-overlap')!.values).toMatchObject({
    areaHa: '154.64',
    otherwiseHa: '206.19',
  })
})
