import { describe, expect, test } from 'vitest'
import { estimateAreas, readErrorMatrix } from '../../../core/uncertainty/error-matrix.ts'
import { binomialDraws } from '../uncertainty/binomial-draws.ts'

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
  const estimate = estimateAreas(
    { classes, counts },
    pixels.map((count) => count * 900),
  )
  if (!estimate.ok) throw new Error(estimate.problem.code)

  test('gives the areas and margins of the published example', () => {
    const [deforestation] = estimate.value.classes
    expect(deforestation!.areaM2 / 10_000).toBeCloseTo(21_158, 0)
    expect(estimate.value.classes.map(({ marginM2 }) => Math.round(marginM2 / 10_000))).toEqual([
      6_158, 3_756, 15_510, 16_282,
    ])
    expect(estimate.value.overallAccuracy).toBeCloseTo(0.95, 2)
    expect(estimate.value.classes.map(({ usersAccuracy }) => Math.round(usersAccuracy * 100))).toEqual([88, 73, 93, 96])
    expect(deforestation!.producersAccuracy).toBeCloseTo(0.75, 2)
  })

  test('keeps the total', () => {
    const total = estimate.value.classes.reduce((sum, { areaM2 }) => sum + areaM2, 0)
    expect(total).toBeCloseTo(
      pixels.reduce((sum, count) => sum + count * 900, 0),
      0,
    )
  })

  test('has limits where no sample unit of a map class was wrong', () => {
    const perfect = estimateAreas(
      {
        classes: ['a', 'b'],
        counts: [
          [50, 0],
          [0, 50],
        ],
      },
      [100, 300],
    )
    if (!perfect.ok) throw new Error(perfect.problem.code)
    const [a, b] = perfect.value.classes
    // Wilson's upper limit of 0 of 50 is 7.1 %: of 300 in a, of 100 in b.
    expect([a!.areaM2, a!.marginM2]).toEqual([100, 0])
    expect(a!.high).toBeCloseTo(100 + 300 * 0.07135, 1)
    expect(a!.low).toBeCloseTo(100 - 100 * 0.07135, 1)
    expect(b!.low).toBeCloseTo(300 - 300 * 0.07135, 1)
  })

  test('notes few units, refuses a class with one', () => {
    const few = estimateAreas(
      {
        classes: ['a', 'b'],
        counts: [
          [9, 1],
          [0, 50],
        ],
      },
      [1, 1],
    )
    expect(few.ok && few.value.notes.map(({ code }) => code)).toEqual(['error-matrix-few'])
    const one = estimateAreas(
      {
        classes: ['a', 'b'],
        counts: [
          [1, 0],
          [0, 50],
        ],
      },
      [1, 1],
    )
    expect(!one.ok && one.problem.code).toBe('error-matrix-too-few')
  })
})

describe('coverage of the 95 % interval', () => {
  const published = counts.map((row) => row.map((count) => count / row.reduce((sum, own) => sum + own, 0)))
  test.each([
    ['the published example', published, [75, 75, 165, 325], pixels],
    [
      'two classes, 1 % wrong',
      [
        [0.99, 0.01],
        [0.01, 0.99],
      ],
      [50, 50],
      [30, 70],
    ],
    [
      'two classes, 5 % wrong',
      [
        [0.95, 0.05],
        [0.05, 0.95],
      ],
      [100, 100],
      [30, 70],
    ],
    [
      'two classes, 20 % wrong',
      [
        [0.8, 0.2],
        [0.2, 0.8],
      ],
      [30, 30],
      [30, 70],
    ],
    [
      'a map class that is always right',
      [
        [1, 0],
        [0.05, 0.95],
      ],
      [50, 50],
      [10, 90],
    ],
    [
      'three classes, 2 % wrong',
      [
        [0.98, 0.02, 0],
        [0.01, 0.98, 0.01],
        [0, 0.02, 0.98],
      ],
      [50, 50, 50],
      [10, 20, 70],
    ],
  ])('%s: the truth lies in it in 93 of 100 samples at least, of every class', (_, shares, units, mapped) => {
    const runs = 3_000
    const draw = binomialDraws(11)
    const truth = shares[0]!.map((_share, j) => shares.reduce((sum, row, i) => sum + row[j]! * mapped[i]!, 0))
    const covered = truth.map(() => 0)
    for (let run = 0; run < runs; run++) {
      const sample = shares.map((row, i) => draw.multinomial(units[i]!, row))
      const estimate = estimateAreas({ classes: truth.map(String), counts: sample }, mapped)
      if (!estimate.ok) throw new Error(estimate.problem.code)
      for (const [j, { low, high }] of estimate.value.classes.entries())
        if (low <= truth[j]! && truth[j]! <= high) covered[j]!++
    }
    expect(Math.min(...covered) / runs).toBeGreaterThan(0.93)
  })
})

describe('an error matrix from a table', () => {
  test.each([
    [
      [
        ['', 'a', 'b'],
        ['a', '9', '1'],
        ['b', '0', '50'],
      ],
      null,
    ],
    [
      [
        ['', 'a', 'b'],
        ['b', '9', '1'],
        ['a', '0', '50'],
      ],
      'error-matrix-classes',
    ],
    [
      [
        ['', 'a', 'b'],
        ['a', '9', '-1'],
        ['b', '0', '50'],
      ],
      'error-matrix-count',
    ],
    [
      [
        ['', 'a', 'b'],
        ['a', '9'],
        ['b', '0', '50'],
      ],
      'error-matrix-count',
    ],
    [[], 'error-matrix-classes'],
  ])('%j: %s', (rows, code) => {
    const read = readErrorMatrix('matrix.csv', rows)
    expect(read.ok ? null : read.problem.code).toBe(code)
  })
})
