import { describe, expect, test } from 'vitest'
import { drawSeries } from '../../../core/sheet/sheet.ts'
import { mapFigure } from '../../../core/report/map-figure.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import { notKnownStyle, severalStyle } from '../../../core/sheet/class-style.ts'
import { patternId } from '../../../core/sheet/patterns.ts'
import { exampleFeatures, exampleInput, exampleStudy, polygons, rectangle } from '../../core/sheet/example-study.ts'
import { inkOf } from './ink-of.ts'

const hatch = `url(#${patternId(notKnownStyle.pattern!)})`

/** The example on a day after the government's hold of its western half has ended, or before. */
function exampleOn(at: string) {
  const study = exampleStudy({
    asOf: at,
    events: [{ date: '2024-12-08', kind: 'other', title: { en: 'The end' }, ends: { party: 'Government' } }],
  })
  const control = polygons([
    { rings: [rectangle(-40, -40, 0, 40)], properties: { held: 'Government' } },
    { rings: [rectangle(0, -40, 40, 0)], properties: { held: 'ISIS' } },
  ])
  const features = new Map([...exampleFeatures(), ['control', control] as const])
  const measurement = measureStudy(study, features)
  if (!measurement.ok) throw new Error(measurement.problem.code)
  return { study, features, measurement: measurement.value }
}

/** The fills of the map, the legend and the bar of a drawing. */
const partsOf = (svg: string): Record<'map' | 'legend' | 'bar', string> => ({
  map: /<g id="map"[^>]*>.*?<g id="legend"|<g id="map"[^>]*>.*/s.exec(svg)?.[0] ?? '',
  legend: /<g id="legend">.*/s.exec(svg)?.[0] ?? '',
  bar: /<g id="share-bar">.*?<\/g>/s.exec(svg)?.[0] ?? '',
})

describe('ground of which nobody knows who holds it since a hold ended', () => {
  test('is hatched on map, legend and bar of the sheet, and only there and then', () => {
    expect(patternId(notKnownStyle.pattern!)).not.toBe(patternId(severalStyle.pattern!))
    for (const [at, isThere] of [
      ['2025-01-01', true],
      ['2018-05-01', false],
    ] as const) {
      const drawn = drawSeries([{ ...exampleInput(), ...exampleOn(at) }], true)
      if (!drawn.ok) throw new Error(drawn.problem.code)
      const parts = partsOf(drawn.value[0]!)
      for (const part of ['map', 'legend', 'bar'] as const)
        expect([at, part, parts[part].includes(hatch)]).toEqual([at, part, isThere])
    }
  })

  test('is hatched on the figure of the report, as Word documents have it', () => {
    const figure = mapFigure({ ...exampleOn('2025-01-01'), language: 'en', font: exampleInput().font })
    expect(figure.svg).toContain('data-not-known="control"')
    expect(figure.svg.split(hatch).length).toBeGreaterThan(2)
  })

  test('covers on the map the ground that is measured as not known, and no other', () => {
    const own = exampleOn('2025-01-01')
    const drawn = drawSeries([{ ...exampleInput(), ...own }], true)
    if (!drawn.ok) throw new Error(drawn.problem.code)
    const svg = drawn.value[0]!
    const id = /id="(not-known-control)"/.exec(svg)?.[1]
    const paths = new RegExp(`<g id="${id}"[^>]*>(.*?)</g>`, 's').exec(svg)![1]!
    const plan = /<g id="ground-plan"[^>]*>(.*?)<\/g>/s.exec(svg)![1]!
    const viewBox = /viewBox="([^"]+)"/.exec(svg)![1]!
    const clip = `<clipPath id="plan">${plan}</clipPath>`
    const ended = own.measurement.layers.find(({ name }) => name === 'control')!.ended![0]!
    if (!('areaM2' in ended)) throw new Error('not split')
    expect(inkOf(viewBox, `${clip}<g clip-path="url(#plan)">${paths}</g>`) / inkOf(viewBox, plan)).toBeCloseTo(
      ended.share,
      2,
    )
  })
})
