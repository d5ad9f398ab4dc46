import { describe, expect, test } from 'vitest'
import { publishedRows } from '../../../core/precedents/published-rows.ts'
import { bundledStudy, featuresOf } from '../../data/bundled-study.ts'

function rows(id: string) {
  const study = bundledStudy(id)
  const features = new Map(study.layers.map((layer) => [layer.id, featuresOf(id, layer)]))
  const outcome = publishedRows(study, features)
  if (!outcome.ok) throw new Error(outcome.problem.code)
  return outcome.value
}
const percent = (value: number | undefined): number => Math.round(value! * 1000) / 10

describe('what the bundled studies’ sources print, against their layers', () => {
  test('Basilia City: 900 and 954 ha, and 70 % of Yarmouk Camp outside the plan', () => {
    const own = rows('basilia-city')
    expect(own.slice(0, 2).map(({ differenceOfPublished }) => percent(differenceOfPublished?.low))).toEqual([-0.1, -5.7])
    const camp = own.filter(({ published }) => published.of?.en.startsWith('Yarmouk Camp held'))
    expect(camp.map(({ at, measured, without }) => [at, measured && percent(measured.high), without])).toEqual([
      ['2018-04-21', 70.2, null], ['2018-01-14', null, 'no-snapshot'],
    ])
  })

  test('Yarmouk Camp: 70 % in January 2018 as well', () => {
    const held = rows('yarmouk-camp').filter(({ published }) => published.measuredAs)
    expect(held.map(({ at, measured }) => [at, percent(measured?.low), percent(measured?.high)])).toEqual([
      ['2018-04-21', 70.2, 70.2], ['2018-01-14', 70.2, 70.2], ['2015-04-04', 59.7, 89.8],
    ])
  })

  test('Marota City: 214.9 ha', () => expect(percent(rows('marota-city')[0]?.differenceOfPublished?.low)).toBe(0))
})
