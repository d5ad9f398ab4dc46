import { describe, expect, test } from 'vitest'
import { correctedCount, wilsonInterval, type Rate } from '../../../core/uncertainty/count-interval.ts'
import { binomialDraws } from '../uncertainty/binomial-draws.ts'

test('Wilson’s interval is the published one', () => {
  // Newcombe 1998, table I, method 3.
  expect(wilsonInterval({ hits: 81, of: 263 }).low).toBeCloseTo(0.2553, 4)
  expect(wilsonInterval({ hits: 81, of: 263 }).high).toBeCloseTo(0.3662, 4)
  expect(wilsonInterval({ hits: 0, of: 20 })).toEqual({ low: 0, high: expect.closeTo(0.1611, 4) as number })
  expect(wilsonInterval({ hits: 1, of: 29 }).low).toBeCloseTo(0.0061, 4)
})

describe('a count corrected by detection rates', () => {
  const corrected = (count: number, confirmed?: Rate, found?: Rate) => {
    const outcome = correctedCount(count, { confirmed, found })
    if (!outcome.ok) throw new Error(outcome.problem.code)
    return outcome.value
  }

  test('loses what was listed wrongly and gains what was missed', () => {
    expect(corrected(200, { hits: 45, of: 50 }, { hits: 60, of: 80 }).estimate).toBeCloseTo((200 * 0.9) / 0.75, 9)
    const { low, high } = corrected(200, { hits: 45, of: 50 })
    const wilson = wilsonInterval({ hits: 45, of: 50 })
    expect([low, high]).toEqual([expect.closeTo(200 * wilson.low, 9), expect.closeTo(200 * wilson.high, 9)])
    expect(corrected(200)).toEqual({ count: 200, estimate: 200, low: 200, high: 200 })
    expect(corrected(10, { hits: 0, of: 30 })).toMatchObject({ estimate: 0, low: 0 })
  })

  test('of a short list is wider than the checks alone make it, also where nothing was confirmed', () => {
    const checks = corrected(1_000_000, { hits: 45, of: 50 }, { hits: 30, of: 40 })
    const short = corrected(60, { hits: 45, of: 50 }, { hits: 30, of: 40 })
    expect(short.high / short.estimate).toBeGreaterThan(1.03 * (checks.high / checks.estimate))
    expect(short.low / short.estimate).toBeLessThan(0.97 * (checks.low / checks.estimate))
    const none = corrected(60, { hits: 0, of: 20 }, { hits: 30, of: 40 })
    expect(none).toMatchObject({ estimate: 0, low: 0 })
    expect(none.high).toBeGreaterThan((60 * 0.1611) / 0.75)
  })

  test.each([
    [10, 1, 0.7, 20, 20],
    [30, 4, 0.5, 60, 50],
    [60, 0, 0.7, 60, 50],
    [60, 10, 0.7, 60, 50],
    [60, 9, 0.5, 200, 200],
    [60, 9, 0.9, 20, 20],
    [60, 3, 0.98, 60, 50],
    [1000, 150, 0.7, 60, 50],
  ])(
    'holds the truth: %d sites, %d listed wrongly, found with %d, %d listed and %d known checked',
    (sites, wrong, share, listed, known) => {
      const draw = binomialDraws(17)
      const runs = 3_000
      let covered = 0
      for (let run = 0; run < runs; run++) {
        const right = draw.binomial(sites, share)
        const hits = draw.binomial(known, share)
        if (hits === 0 || right + wrong === 0) continue
        const { low, high } = corrected(right + wrong, checked(right, wrong, listed, draw), { hits, of: known })
        if (low <= sites && sites <= high) covered++
      }
      expect(covered / runs).toBeGreaterThan(0.935)
    },
  )

  test.each([[{ confirmed: { hits: 6, of: 5 } }], [{ found: { hits: 0, of: 9 } }], [{ found: { hits: 0, of: 0 } }]])(
    '%o is no rate',
    (rates) => {
      const outcome = correctedCount(5, rates)
      expect(!outcome.ok && outcome.problem.code).toBe('detection-rate')
    },
  )
})

/** So many of the list drawn without putting back, all of it where it is shorter. */
function checked(right: number, wrong: number, most: number, draw: ReturnType<typeof binomialDraws>): Rate {
  const of = Math.min(most, right + wrong)
  let [hits, leftRight, left] = [0, right, right + wrong]
  for (let i = 0; i < of; i++, left--) {
    if (draw.binomial(1, leftRight / left) === 0) continue
    hits++
    leftRight--
  }
  return { hits, of }
}
