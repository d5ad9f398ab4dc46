import { describe, expect, test } from 'vitest'
import { metresPerRadian } from '../../../core/geometry/local-radii.ts'
import { drawField, fieldAt, fieldGrid, placeInField } from '../../../core/uncertainty/displacement-field.ts'
import { normalStream } from '../../../core/uncertainty/random.ts'

const lambdaM = 400
const [lon, lat] = [36.28, 33.47]
const degreesPerM = 180 / Math.PI / metresPerRadian(lat).eastM

/** Vertices on a line eastwards, at the given distances in metres from the first. */
const verticesAt = (distancesM: readonly number[]) =>
  Float64Array.from(distancesM.flatMap((distanceM) => [lon + 0.0013 + distanceM * degreesPerM, lat + 0.0021]))

function correlations(distancesM: readonly number[], draws: number): { variance: number; withFirst: number[] } {
  const grid = fieldGrid([lon, lat - 0.01, lon + 0.03, lat + 0.01], lambdaM)
  const places = placeInField(grid, verticesAt(distancesM))
  const sums = distancesM.map(() => 0)
  for (let draw = 0; draw < draws; draw++) {
    const field = drawField(grid, normalStream(11, draw))
    const first = fieldAt(field, grid, places, 0)
    distancesM.forEach((_, i) => (sums[i]! += first * fieldAt(field, grid, places, i)))
  }
  const products = sums.map((sum) => sum / draws)
  return { variance: products[0]!, withFirst: products }
}

describe('the displacement field', () => {
  test('has variance 1 and covariance exp(-d² / (2 lambda²)), within sampling error', () => {
    const distancesM = [0, 100, 200, 400, 600, 800, 1600]
    const draws = 4000
    const { withFirst } = correlations(distancesM, draws)
    distancesM.forEach((distanceM, i) => {
      const covariance = Math.exp(-(distanceM ** 2) / (2 * lambdaM ** 2))
      const samplingSd = Math.sqrt((1 + covariance ** 2) / draws)
      expect(Math.abs(withFirst[i]! - covariance)).toBeLessThan(4 * samplingSd + 0.01)
    })
  })

  test('is the same for the same seed, draw and source, and another for any other', () => {
    const grid = fieldGrid([lon, lat, lon + 0.01, lat + 0.01], lambdaM)
    const field = (seed: number, draw: number, source: number) => drawField(grid, normalStream(seed, draw, source))
    expect(field(1, 2, 3)).toEqual(field(1, 2, 3))
    const others: [number, number, number][] = [[2, 2, 3], [1, 3, 3], [1, 2, 4], [1, 3, 2]]
    for (const [seed, draw, source] of others) expect(field(seed, draw, source)).not.toEqual(field(1, 2, 3))
  })
})

describe('normal deviates', () => {
  test('have the moments of a standard normal, within sampling error', () => {
    const normals = normalStream(42, 0)
    const count = 200_000
    const moments = [0, 0, 0, 0]
    for (let i = 0; i < count; i++) {
      const value = normals.next()
      for (let power = 1; power <= 4; power++) moments[power - 1]! += value ** power / count
    }
    const bounds = [1, 2, 15, 96].map((variance) => 4 * Math.sqrt(variance / count))
    ;[0, 1, 0, 3].forEach((expected, i) => expect(Math.abs(moments[i]! - expected)).toBeLessThan(bounds[i]!))
  })

  test('are these on every machine', () => {
    const normals = normalStream(1, 2, 3)
    expect([normals.next(), normals.next(), normals.next()]).toMatchInlineSnapshot(`
      [
        -0.4247925706426029,
        1.6047399103573812,
        -1.0728616260147863,
      ]
    `)
  })
})
