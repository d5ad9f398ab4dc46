import { expect, test } from 'vitest'
import { mapFigure } from '../../../core/report/map-figure.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import { severalStyle } from '../../../core/sheet/class-style.ts'
import { patternId } from '../../../core/sheet/patterns.ts'
import { drawSeries } from '../../../core/sheet/sheet.ts'
import { exampleFeatures, exampleInput, exampleStudy, polygons, rectangle } from '../../core/sheet/example-study.ts'
import { inkOf } from './ink-of.ts'

const stripes = `url(#${patternId(severalStyle.pattern!)})`

/** The example with the government in the west of the plan, and ISIS from `west` to the east. */
function exampleFrom(west: number) {
  const study = exampleStudy()
  const control = polygons([
    { rings: [rectangle(-40, -40, 0, 40)], properties: { held: 'Government' } },
    { rings: [rectangle(west, -40, 40, 40)], properties: { held: 'ISIS' } },
    { rings: [rectangle(west, -40, 20, 20)], properties: { held: 'ISIS' } },
  ])
  const features = new Map([...exampleFeatures(), ['control', control] as const])
  const measurement = measureStudy(study, features)
  if (!measurement.ok) throw new Error(measurement.problem.code)
  return { study, features, measurement: measurement.value }
}

const sheetOf = (own: ReturnType<typeof exampleFrom>): string => {
  const drawn = drawSeries([{ ...exampleInput(), ...own }], true)
  if (!drawn.ok) throw new Error(drawn.problem.code)
  return drawn.value[0]!
}
const mapOf = (svg: string): string => /<g id="map"[^>]*>.*?<g id="legend"/s.exec(svg)![0]

test('ground that two claim has on the map the stripes of the legend, and is not that of the class drawn last', () => {
  const contested = exampleFrom(-20)
  const svg = sheetOf(contested)
  expect(mapOf(svg)).toContain(stripes)
  const clip = /<clipPath id="(ground-control-\d+-claimed)">(.*?)<\/clipPath>/s.exec(svg)!
  const [, href] = /<g data-several="control"[^>]*><use href="#([^"]+)"/.exec(svg)!
  const later = new RegExp(`<g id="${href}"[^>]*>(.*?)</g>`, 's').exec(svg)![1]!
  const plan = /<g id="ground-plan"[^>]*>(.*?)<\/g>/s.exec(svg)![1]!
  const viewBox = /viewBox="([^"]+)"/.exec(svg)![1]!
  const striped = inkOf(
    viewBox,
    `${clip[0]}<clipPath id="plan">${plan}</clipPath><g clip-path="url(#plan)"><g clip-path="url(#${clip[1]})">${later}</g></g>`,
  )
  const { layers, plan: measured } = contested.measurement
  const { multipleM2 } = layers.find(({ name }) => name === 'control')!
  expect(multipleM2).toBeGreaterThan(0)
  expect(striped / inkOf(viewBox, plan)).toBeCloseTo(multipleM2 / measured.areaM2, 2)
})

test('the figure of the report has them too, with their row in its legend; ground that nobody contests has none', () => {
  const figureOf = (own: ReturnType<typeof exampleFrom>) =>
    mapFigure({ ...own, language: 'en', font: exampleInput().font }).svg
  expect(figureOf(exampleFrom(-20)).split(stripes)).toHaveLength(3)
  expect(figureOf(exampleFrom(0))).not.toContain(stripes)
  expect(mapOf(sheetOf(exampleFrom(0)))).not.toContain(stripes)
})
