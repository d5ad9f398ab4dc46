import { describe, expect, test } from 'vitest'
import { estimateAreas, readErrorMatrix } from '../../../core/uncertainty/error-matrix.ts'

/** The worked example of Olofsson et al. 2014, section 5: 30 m Landsat pixels of Deforestation, Gain, Forest, Non-forest. */
const counts = [
  [66, 0, 5, 4],
  [0, 55, 8, 12],
  [1, 0, 153, 11],
  [2, 1, 9, 313],
]
const pixels = [200_000, 150_000, 3_200_000, 6_450_000]
const classes = ['Deforestation', 'Gain', 'Forest', 'Non-forest']

describe('the error-matrix estimator', () => {
  const estimate = estimateAreas({ classes, counts }, pixels.map((count) => count * 900))
  if (!estimate.ok) throw new Error(estimate.problem.code)

  test('gives the areas and intervals of the published example', () => {
    const [deforestation] = estimate.value.classes
    expect(deforestation!.areaM2 / 10_000).toBeCloseTo(21_158, 0)
    expect((deforestation!.high! - deforestation!.low!) / 2 / 10_000).toBeCloseTo(6_158, -1)
    expect(estimate.value.overallAccuracy).toBeCloseTo(0.95, 2)
    expect(estimate.value.classes.map(({ usersAccuracy }) => Math.round(usersAccuracy * 100))).toEqual([88, 73, 93, 96])
    expect(deforestation!.producersAccuracy).toBeCloseTo(0.75, 2)
  })

  test('keeps the total', () => {
    const total = estimate.value.classes.reduce((sum, { areaM2 }) => sum + areaM2, 0)
    expect(total).toBeCloseTo(pixels.reduce((sum, count) => sum + count * 900, 0), 0)
  })

  test('a sample without an error has no interval, and says what it supports', () => {
    const clean = estimateAreas({ classes: ['a', 'b'], counts: [[50, 0], [0, 50]] }, [1e6, 2e6])
    if (!clean.ok) throw new Error(clean.problem.code)
    for (const own of clean.value.classes) {
      expect([own.low, own.high]).toEqual([undefined, undefined])
      expect(own.areaM2).toBeCloseTo(own.mappedM2, 3)
    }
    // 0.05^(1/50) = 0.9418
    expect(clean.value.notes).toMatchObject([{ code: 'error-matrix-no-spread', values: { class: 'a', units: 50, percent: '94' } }, {}])
  })

  test('notes few units, refuses a class with one', () => {
    const few = estimateAreas({ classes: ['a', 'b'], counts: [[9, 1], [0, 50]] }, [1, 1])
    expect(few.ok && few.value.notes.map(({ code }) => code)).toEqual(['error-matrix-few'])
    const one = estimateAreas({ classes: ['a', 'b'], counts: [[1, 0], [0, 50]] }, [1, 1])
    expect(!one.ok && one.problem.code).toBe('error-matrix-too-few')
  })
})

describe('an error matrix from a table', () => {
  test.each([
    [[['', 'a', 'b'], ['a', '9', '1'], ['b', '0', '50']], null],
    [[['', 'a', 'b'], ['b', '9', '1'], ['a', '0', '50']], 'error-matrix-classes'],
    [[['', 'a', 'b'], ['a', '9', '-1'], ['b', '0', '50']], 'error-matrix-count'],
    [[['', 'a', 'b'], ['a', '9'], ['b', '0', '50']], 'error-matrix-count'],
    [[], 'error-matrix-classes'],
  ])('%j: %s', (rows, code) => {
    const read = readErrorMatrix('matrix.csv', rows)
    expect(read.ok ? null : read.problem.code).toBe(code)
  })
})
