import { describe, expect, test } from 'vitest'
import { publishedRows } from '../../../core/compare/published-rows.ts'
import { bundledStudy, featuresOf } from '../../data/bundled-study.ts'

function rows(id: string) {
  const study = bundledStudy(id)
  const features = new Map(study.layers.map((layer) => [layer.id, featuresOf(id, layer)]))
  const outcome = publishedRows(study, features)
  if (!outcome.ok) throw new Error(outcome.problem.code)
  return outcome.value
}
const percent = (value: number | undefined): number => Math.round(value! * 1000) / 10

const differencesOf = (id: string): [string, number][] =>
  rows(id).flatMap(({ published, differenceOfPublished: found }) =>
    found ? [[published.id, percent(found.low)] as [string, number]] : [],
  )

describe('what the bundled studies’ sources print, against their layers', () => {
  test('Basilia City: no difference of an outline that was drawn to one of its areas, and the camp beside it', () => {
    expect(differencesOf('basilia-city')).toEqual([['yarmouk-area-1957', -0.3]])
    const areas = rows('basilia-city').filter(({ measured }) => measured)
    expect(areas.map(({ published, date, at, verdict }) => [published.id, date, at, verdict])).toEqual([
      ['area-2018-03-26', '2018-03-26', '2018-04-21', 'drawn'],
      ['area-880', '2018', '2018-04-21', 'drawn'],
      ['area-954', null, '2018-04-21', 'drawn'],
      ['yarmouk-area-1957', '1957', '2018-04-21', 'no-interval'],
    ])
  })

  test('Yarmouk Camp: three areas of the camp, and no share that was drawn', () => {
    expect(differencesOf('yarmouk-camp')).toEqual([
      ['area-1957', -0.3],
      ['area-2020', -0.8],
      ['area-2019', -4.9],
    ])
  })

  test('Jobar: the area of plan 106 stands beside that of the district, which the row says is not the plan', () => {
    const plan = rows('jobar').find(({ published }) => published.id === 'plan-106')!
    expect([plan.without, Math.round(plan.measured!.high / 1e4)]).toEqual([null, 391])
    expect(plan.published.of?.en).toMatch(/ours is the district, and not this plan/)
  })

  test('Darayya: its area is a figure of November 2014 for the plan of 1980', () => {
    const area = rows('darayya').find(({ published }) => published.id === 'area-1980')!
    expect(area.date).toBe('2014-11')
  })

  test('Darayya and Baba Amr have nothing of ours to set against what is printed', () => {
    for (const id of ['darayya', 'baba-amr'])
      expect(bundledStudy(id).published.some(({ measuredAs }) => measuredAs)).toBe(false)
  })
})
