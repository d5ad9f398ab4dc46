import { describe, expect, test } from 'vitest'
import { correctedCount, wilsonInterval, type Rate } from '../../../core/uncertainty/count-interval.ts'
import { normalStream } from '../../../core/uncertainty/random.ts'

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

  test('covers the truth in about 95 of 100 checks', () => {
    const normals = normalStream(17)
    const draw = (of: number, share: number): Rate => {
      // A normal deviate below the share's quantile is a hit.
      const quantile = share === 0.85 ? 1.036433 : 0.524401
      let hits = 0
      for (let i = 0; i < of; i++) if (normals.next() < quantile) hits++
      return { hits, of }
    }
    const runs = 4000
    let covered = 0
    for (let run = 0; run < runs; run++) {
      const { low, high } = corrected(1000, draw(60, 0.85), draw(50, 0.7))
      if (low <= (1000 * 0.85) / 0.7 && high >= (1000 * 0.85) / 0.7) covered++
    }
    expect(covered / runs).toBeGreaterThan(0.94)
    expect(covered / runs).toBeLessThan(0.97)
  })

  test.each([[{ confirmed: { hits: 6, of: 5 } }], [{ found: { hits: 0, of: 9 } }], [{ found: { hits: 0, of: 0 } }]])('%o is no rate', (rates) => {
    const outcome = correctedCount(5, rates)
    expect(!outcome.ok && outcome.problem.code).toBe('detection-rate')
  })
})
