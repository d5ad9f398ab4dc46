import { expect, test } from 'vitest'
import { featureAreasM2 } from '../../../core/geometry-check/feature-areas.ts'
import { tracedLines } from '../../../core/geometry-check/traced-lines.ts'
import { validityReport } from '../../../core/geometry-check/validity-report.ts'
import { polygonAreasM2 } from '../../../core/geometry/polygon-areas.ts'
import { shapesOf, type Ring } from '../shapes-of.ts'
import { makeValidReference } from './make-valid-reference.ts'

/** Small enough, and on the equator, for areas on the ellipsoid to be those of the plane. */
const unit = 2 ** -16
const ringOf = (digits: string): Ring =>
  (digits.match(/../g) ?? []).map((two) => [36 + Number(two[0]) * unit, Number(two[1]) * unit] as const)
const polygon = (text: string) => shapesOf([text.split('/').map(ringOf)])
const [unitM2] = polygonAreasM2(polygon('00101101'))

test.each(makeValidReference)('%s: taken once, its lines enclose what make_valid of GEOS leaves: %d', (text, area) => {
  const shapes = polygon(text)
  const traced = tracedLines(shapes, 0, shapes.partPolygon.length)
  const repairedM2 = traced?.repairedM2 ?? polygonAreasM2(shapes)[0]!
  expect(repairedM2 / unitM2!).toBeCloseTo(area, 3)
})

test('a ring traced twice, thrice, a hole twice, a shell twice: told only where a repair gives other ground', () => {
  const kindsOf = (text: string) => {
    const shapes = polygon(text)
    return validityReport({ features: { shapes, attributes: [{}] }, evenOdd: 'polygon' }, () => 0).kinds
  }
  const reported = (text: string) => kindsOf(text).find(({ kind }) => kind === 'lines-repeated')
  expect(reported('00808808'.repeat(2))).toMatchObject({ areaM2: 0 })
  expect(reported('00808808'.repeat(3))).toBeUndefined()
  expect(reported('00808808/22424424/22424424')!.areaM2 / unitM2!).toBeCloseTo(64, 3)
  expect(reported('00808808/22424424/24442242')!.otherwiseM2 / unitM2!).toBeCloseTo(60, 3)
  expect(reported('00808808/00088880/22424424')!.otherwiseM2 / unitM2!).toBeCloseTo(60, 3)
  expect(reported('00808808/0008884880')!.otherwiseM2 / unitM2!).toBeCloseTo(64, 3)
  expect(reported('00808808/22424424')).toBeUndefined()
})

test('ground in several polygons of one feature is counted once, in several features in each', () => {
  const [square, shifted] = [ringOf('00404404'), ringOf('20606424')]
  const shapes = { ...shapesOf([[square], [square], [shifted], [square]]), polygonFeature: Uint32Array.of(0, 0, 0, 2) }
  const { areasM2, wholeM2 } = featureAreasM2(shapes, 3)
  expect([...areasM2].map((areaM2) => areaM2 / unitM2!)).toEqual([24, 0, 16].map((area) => expect.closeTo(area, 3)))
  expect([...wholeM2].map((areaM2) => areaM2 / unitM2!)).toEqual([48, 0, 16].map((area) => expect.closeTo(area, 3)))
})
