import * as fc from 'fast-check'
import type { Position } from 'geojson'
import { expect, test } from 'vitest'
import { polygonAreasM2 } from '../../../core/geometry/polygon-areas.ts'
import { classStyles } from '../../../core/export/class-styles.ts'
import { rounded, type ExportLayer } from '../../../core/export/export-layer.ts'
import type { ChosenFields } from '../../../core/export/leaving-fields.ts'
import { overlapLayer, type PiecesBy } from '../../../core/export/overlap-layer.ts'
import { featuresFromGeoJson } from '../../../core/geometry/geojson.ts'
import { layersOn } from '../overlay/grid-layers.ts'
import { made, studyOf } from '../measure/fixture.ts'
import { hostileStudy, measured, polygonsOf, valuesOf, type Measured } from './made-study.ts'

const drawn = ({ ground, measurement }: Measured, by: PiecesBy, chosen: ChosenFields = []): ExportLayer =>
  overlapLayer(ground, measurement, by, classStyles(ground.measured), chosen)

/** Of each feature, from its own rings alone. */
const areasOf = ({ features }: ExportLayer): number[] =>
  features.map((feature) => {
    const { shapes } = featuresFromGeoJson({ type: 'FeatureCollection', features: [feature] }, 'polygon')
    return polygonAreasM2(shapes).reduce((sum, areaM2) => sum + areaM2, 0)
  })

const isAnticlockwise = (ring: readonly Position[]): boolean =>
  ring.slice(1).reduce((sum, [x, y], i) => sum + (x! - ring[i]![0]!) * (y! + ring[i]![1]! - 2 * ring[0]![1]!), 0) < 0

function expectRightHanded(layer: ExportLayer): void {
  for (const rings of layer.features.flatMap(polygonsOf)) {
    for (const [i, ring] of rings.entries()) {
      expect(ring.at(-1)).toEqual(ring[0])
      expect(isAnticlockwise(ring)).toBe(i === 0)
    }
  }
}

test('a feature for each combination, numbered and measured as in the measurement', () => {
  const study = measured(hostileStudy())
  const layer = drawn(study, 'combination')
  const { combinations, plan } = study.measurement
  expect(valuesOf(layer, 'areaM2')).toEqual(combinations.map(({ areaM2 }) => areaM2))
  expect(valuesOf(layer, 'shareOfPlan')).toEqual(combinations.map(({ share }) => rounded(share)))
  expect(valuesOf(layer, 'nr')).toEqual(combinations.map((_, i) => i + 1))
  // The user's layer is called like a field of ours.
  expect(valuesOf(layer, 'areaM2_2')).toEqual(
    combinations.map(({ classes }) =>
      classes['areaM2']!.length === 0 ? null : classes['areaM2']!.map((name) => name ?? '∅').join(' + '),
    ),
  )
  for (const [i, areaM2] of areasOf(layer).entries())
    expect(Math.abs(areaM2 - combinations[i]!.areaM2)).toBeLessThan(1e-9 * plan.areaM2)
  expectRightHanded(layer)
})

test('by feature every piece carries the numbers and chosen attributes of all that cover it', () => {
  const study = measured(hostileStudy())
  const layer = drawn(study, 'feature', [
    { layer: 'areaM2', fields: ['اسم المنطقة الطويل جدا', 'fid'] },
    { layer: 'shelling', fields: ['day'] },
  ])
  const twice = layer.features.find(
    ({ properties }) => properties!['areaM2.features'] === '1; 2' && properties!['shelling.features'] === '1',
  )
  expect(twice?.properties).toMatchObject({
    'areaM2.اسم المنطقة الطويل جدا': `حي القدم; ${'م'.repeat(200)}`,
    'shelling.day': '2018-04-21',
    'areaM2.fid': 'x',
  })
  expect(new Set(layer.fields.map(({ name }) => name.toLowerCase())).size).toBe(layer.fields.length)
  const sumM2 = areasOf(layer).reduce((sum, areaM2) => sum + areaM2, 0)
  expect(Math.abs(sumM2 / study.measurement.plan.areaM2 - 1)).toBeLessThan(1e-9)
  expectRightHanded(layer)
})

test('intervals are there where they were drawn, and only there', () => {
  const study = measured(hostileStudy(), { draws: 40, seed: 3 })
  const layer = drawn(study, 'combination')
  expect(valuesOf(layer, 'lowM2')).toEqual(study.measurement.combinations.map(({ low }) => low))
  expect(drawn(measured(hostileStudy()), 'combination').fields.map(({ name }) => name)).not.toContain('lowM2')
})

test('random layers are cut into pieces that partition the plan, by combination and by feature', () => {
  fc.assert(
    fc.property(layersOn(5, 0.0013), (plain) => {
      const layers = plain.map(({ polygons, classes }, i) => {
        const features = polygons.map((rings, k) => ({
          type: 'Feature' as const,
          properties: { of: `c${classes[k]}` },
          geometry: {
            type: 'Polygon' as const,
            coordinates: rings.map((ring) => [...ring, ring[0]!].map((at) => [...at])),
          },
        }))
        return made(
          features,
          i === 0 ? { id: 'plan', role: 'plan' } : { id: `zones${i}`, role: 'damage', classField: 'of' },
        )
      })
      let study: Measured
      try {
        study = measured(studyOf(layers))
      } catch (error) {
        expect(String(error)).toContain('plan-without-area')
        return
      }
      for (const by of ['combination', 'feature'] as const) {
        const layer = drawn(study, by)
        const areas = areasOf(layer)
        const reported = valuesOf(layer, 'areaM2') as number[]
        for (const [i, areaM2] of areas.entries())
          expect(Math.abs(areaM2 - reported[i]!)).toBeLessThan(1e-9 * study.measurement.plan.areaM2 + 1e-6)
        expect(
          Math.abs(areas.reduce((sum, areaM2) => sum + areaM2, 0) / study.measurement.plan.areaM2 - 1),
        ).toBeLessThan(1e-6)
        expectRightHanded(layer)
      }
    }),
    { numRuns: 150, seed: 20180421 },
  )
})
