import { describe, expect, test } from 'vitest'
import { quotedAccuracySchema, readAccuracy, sigmaM } from '../../../core/model/accuracy.ts'
import { boundarySdM2, independentVertexSdM2 } from '../../../core/montecarlo/closed-form.ts'
import { normalStream } from '../../../core/montecarlo/random.ts'
import { quantile, spreadOf } from '../../../core/montecarlo/quantiles.ts'

describe('the closed form for correlated boundary error', () => {
  test.each([
    [50, 0.54],
    [200, 1.06],
    [1000, 2.02],
    [Infinity, 3],
  ])('3 km, 10 m, lambda %d m: %d ha, as the literature computes it', (lambdaM, ha) => {
    expect(boundarySdM2(3000, 10, lambdaM) / 10_000).toBeCloseTo(ha, 2)
  })
  test('tends to a rigid shift and to independent pieces', () => {
    expect(boundarySdM2(3000, 10, 1e9)).toBeCloseTo(30_000, 0)
    expect(boundarySdM2(3e6, 10, 1)).toBeCloseTo(Math.sqrt(2 * 100 * 3e6), -1)
  })
})

test('independent vertices: the closed form is the spread of simulated rings', () => {
  const radiusM = Math.sqrt(9e6 / Math.PI)
  const circle = Array.from({ length: 40 }, (_, i) => [
    Math.cos(i * 0.05 * Math.PI),
    Math.sin(i * 0.05 * Math.PI),
  ]).flat()
  const normals = normalStream(5)
  const draws = 4000
  const areas = Float64Array.from({ length: draws }, () =>
    planarAreaM2(circle.map((part) => part * radiusM + 10 * normals.next())),
  )
  const samplingError = 4 / Math.sqrt(2 * draws)
  expect(
    Math.abs(
      spreadOf(areas).sd /
        independentVertexSdM2(
          circle.map((part) => part * radiusM),
          10,
        ) -
        1,
    ),
  ).toBeLessThan(samplingError)
})

function planarAreaM2(xy: readonly number[]): number {
  let double = 0
  for (let i = 0; i < xy.length; i += 2) {
    const next = (i + 2) % xy.length
    double += xy[i]! * xy[next + 1]! - xy[next]! * xy[i + 1]!
  }
  return double / 2
}

describe('quoted accuracies as sigma per axis', () => {
  test.each([
    [{ kind: 'ce90', metres: 5 }, 2.33],
    [{ kind: 'ce95', metres: 2.448 }, 1],
    [{ kind: 'nssda', metres: 2.448 }, 1],
    [{ kind: 'rmse', metres: Math.SQRT2 }, 1],
    [{ kind: 'rmse', metres: Math.SQRT2, points: 4 }, 2],
    [{ kind: 'map-scale', denominator: 25_000 }, 8.84],
    [{ kind: 'operation', metres: 5 }, 2.5],
    [{ kind: 'imagery', metres: 10.6 }, 7.5],
    [{ kind: 'range', metres: 1000 }, 510.2],
    [{ kind: 'sigma', metres: 100 }, 100],
  ] as const)('%o', (quoted, expected) => expect(sigmaM(quoted)).toBeCloseTo(expected, 2))

  test.each([
    ['100', { kind: 'sigma', metres: 100 }],
    ['ce90:5', { kind: 'ce90', metres: 5 }],
    ['RMSE:12.5', { kind: 'rmse', metres: 12.5 }],
    ['RMSE:12/8/6', { kind: 'rmse', metres: 12, points: 8, parameters: 6 }],
    ['SCALE:25000', { kind: 'map-scale', denominator: 25_000 }],
    ['RANGE:500', { kind: 'range', metres: 500 }],
  ])('%s is read', (text, quoted) => expect(readAccuracy(text)).toEqual(quoted))

  test.each([
    '',
    '-5',
    'CE90:-5',
    'NaN',
    '1e9',
    '200000',
    'CE90',
    'CE90:',
    'CE90:5/3',
    'RMSE:5/3',
    'RMSE:5/3/2/1',
    'SCALE:0',
    'SIGMA:.',
    '5 m',
  ])('%j is none', (text) => expect(readAccuracy(text)).toBeNull())

  test('no number that is not finite and within 100 km passes, nor points that fit exactly', () => {
    for (const metres of [Number.NaN, Infinity, -1, 100_001])
      expect(quotedAccuracySchema.safeParse({ kind: 'ce90', metres }).success).toBe(false)
    expect(quotedAccuracySchema.safeParse({ kind: 'rmse', metres: 1, points: 3 }).success).toBe(false)
    expect(quotedAccuracySchema.safeParse({ kind: 'rmse', metres: 1, points: 3, parameters: 2 }).success).toBe(true)
  })
})

test('quantiles interpolate between the draws', () => {
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5)
  expect(quantile([7], 0.975)).toBe(7)
  const spread = spreadOf(Float64Array.from({ length: 1001 }, (_, i) => 1000 - i))
  expect(spread).toMatchObject({ mean: 500, low: 25, median: 500, high: 975 })
})
