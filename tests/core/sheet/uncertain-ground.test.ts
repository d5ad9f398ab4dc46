import { expect, test } from 'vitest'
import { unattributedGround } from '../../../core/uncertainty/unattributed-ground.ts'
import { drawSheets } from '../../../core/sheet/sheet.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import { exampleFeatures, exampleInput, exampleStudy, layoutOf } from './example-study.ts'

test('ground that the accuracy leaves open is a dotted band with its area in the legend, and stands only where asked for', () => {
  const study = exampleStudy()
  const features = exampleFeatures()
  const [measured, uncertain] = [measureStudy(study, features), unattributedGround(study, features)]
  if (!measured.ok || !uncertain.ok) throw new Error('not measured')
  const ofControl = uncertain.value.filter(({ name }) => name === 'control')
  const draw = (own: typeof ofControl): string => {
    const sheets = drawSheets(
      exampleInput({ measurement: measured.value, uncertain: own, layout: layoutOf({ page: { paper: 'a3' } }) }),
    )
    if (!sheets.ok) throw new Error(sheets.problem.code)
    return sheets.value[0]!
  }
  const svg = draw(ofControl)
  expect(svg).toMatch(/<g data-uncertain="uncertain-0">.*?fill="url\(#dots-1c1b1a/)
  expect(svg).toMatch(/<pattern id="dots-1c1b1a/)
  const words = svg.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  expect(words).toContain('Control: within 294 m of a boundary')
  expect(words).toContain((ofControl[0]!.areaM2 / 1e4).toFixed(1))
  expect(draw([])).not.toMatch(/data-uncertain|dots-1c1b1a/)
})
