import { expect, test } from 'vitest'
import { madeMap } from '../../../bench/picture/made-map.ts'
import { smallMap } from '../../../bench/picture/small-map.ts'
import { classRegions } from '../../../core/tracing/class-regions.ts'

/** The short form of `npm run bench -- picture`. */
test('classes of a made map with names, roads, lines and a legend are within two hundredths of the plan, of so small a picture', async () => {
  const kind = { width: 360, height: 300, classes: 4, labels: 3, roads: 1, borderPx: 2, hasLegend: true, quality: 75, opacity: 1, hasHatch: false } // prettier-ignore
  const map = await madeMap(kind, 5)
  const choices = { classes: [...map.classes], tolerance: 4, healPx: 12, masks: [...map.masks] }
  const found = classRegions(map.pixels, choices, () => undefined)
  if (!found.ok) throw new Error(found.problem.code)
  const trueAreas = map.parts.map((part) => part.reduce((sum, value) => sum + value, 0))
  const plan = trueAreas.reduce((sum, own) => sum + own, 0)
  for (const [i, { tracedPixels }] of found.value.classes.entries())
    expect(Math.abs(tracedPixels - trueAreas[i]!) / plan, `class ${i + 1}`).toBeLessThan(0.02)
  const { classes, uncoveredPixels, maskedPixels } = found.value
  const all = classes.reduce((sum, { pixels }) => sum + pixels, uncoveredPixels + maskedPixels)
  expect(all).toBe(kind.width * kind.height)
})

test('intervals of small made maps hold the true areas', async () => {
  const results = []
  for (let number = 0; number < 3; number++) results.push(...(await smallMap(number, 60)))
  expect(results.length).toBeGreaterThanOrEqual(7)
  expect(results.filter(({ holds }) => holds).length).toBeGreaterThanOrEqual(0.85 * results.length)
})
