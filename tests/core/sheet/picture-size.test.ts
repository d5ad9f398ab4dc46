import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { picturesFit } from '../../../core/sheet/picture-size.ts'

const side = fc.integer({ min: 60, max: 1200 })

test('The dots that a refusal names fit, and one more does not', () => {
  const requested = fc.record({
    widthMm: side,
    heightMm: side,
    dpi: fc.integer({ min: 36, max: 1200 }),
    count: fc.integer({ min: 1, max: 200 }),
  })
  fc.assert(
    fc.property(requested, ({ dpi, count, ...paper }) => {
      const outcome = picturesFit(paper, dpi, count)
      if (outcome.ok) return
      const fitting = Number(outcome.problem.values['fitting'])
      expect(fitting).toBeLessThan(dpi)
      const single = outcome.problem.code === 'picture-too-large'
      expect(picturesFit(paper, fitting, single ? 1 : count).ok).toBe(true)
      expect(picturesFit(paper, fitting + 1, single ? 1 : count).ok).toBe(false)
    }),
    { seed: 17 },
  )
})

test('A3 at 600 dots to the inch fits, at 1200 not; many small pictures are counted together', () => {
  const a3 = { widthMm: 420, heightMm: 297 }
  expect(picturesFit(a3, 600, 1).ok).toBe(true)
  expect(picturesFit(a3, 1200, 1)).toMatchObject({ problem: { code: 'picture-too-large', values: { fitting: 643 } } })
  expect(picturesFit(a3, 600, 10)).toMatchObject({ problem: { code: 'pictures-too-large', values: { count: 10 } } })
})
