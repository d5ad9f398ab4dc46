import { describe, expect, test } from 'vitest'
import { planDay } from '../../../core/compare/held-ground.ts'
import { precedentTable } from '../../../core/compare/precedent-table.ts'
import { compareStudies } from '../../../core/compare/comparison.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import { box, made, studyOf, zone } from '../measure/fixture.ts'

const classes = (['agreed', 'some-sources'] as const).map((confidence) => ({
  class: confidence,
  values: [confidence],
  label: { en: confidence },
  color: '#282727',
  pattern: 'solid' as const,
  party: 'ISIS',
  confidence,
}))
const drawing = { draws: 200, seed: 7 }

function studyWith(someWidth: number) {
  const { study, features } = studyOf(
    [
      made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan', accuracyM: 10 }),
      made([zone({ c: 'agreed' }, box(0, 0, 4, 10)), zone({ c: 'some-sources' }, box(4, 0, someWidth, 10))], {
        id: 'control',
        role: 'control',
        classField: 'c',
        classes,
        date: '2018-03-26',
        accuracyM: 20,
      }),
      made([zone({}, box(2, 2, 5, 5))], {
        id: 'shelling',
        role: 'shelling',
        from: '2018-04-01',
        to: '2018-04-21',
        accuracyM: 20,
      }),
    ],
    {
      title: { en: 'Made', ar: 'مصنوعة' },
      asOf: '2018-04-21',
      headline: { layer: 'control', party: 'ISIS', label: { en: 'ISIS', ar: 'تنظيم الدولة' } },
      plan: { layer: 'plan', name: { en: 'Plan' }, announced: '2018-03-26' },
      events: [{ date: '2018-05-21', title: { en: 'End' }, kind: 'taken' }],
    },
  )
  const dayOn = (at: string) => {
    const measurement = measureStudy(study, features, { at, ...drawing })
    if (!measurement.ok) throw new Error(measurement.problem.code)
    return measurement.value
  }
  return { study, onDay: dayOn('2018-04-21'), onAnnouncement: dayOn('2018-03-26'), against: [] }
}

describe('how sure a range of ground is', () => {
  test('is the interval of the class where the party has one, and of the layer where it has one class', () => {
    const { study, onDay } = studyWith(1e-9)
    const { held, shelled, damaged } = planDay(study, onDay)
    const own = (name: string) => onDay.layers.find((layer) => layer.name === name)!.classes[0]!
    expect(held!.interval!.lowM2).toBeCloseTo(own('control').low!, 4)
    expect(held!.interval!.highM2 / own('control').high!).toBeCloseTo(1, 6)
    expect(shelled!.interval).toMatchObject({ lowM2: own('shelling').low, highM2: own('shelling').high })
    expect(damaged).toBeNull()
  })

  test('reaches from what all sources say to what some say, closer than the ends of both classes added up', () => {
    const { study, onDay } = studyWith(3)
    const { held } = planDay(study, onDay)
    const [agreed, some] = onDay.layers[0]!.classes
    expect(held!.interval!.lowM2).toBeCloseTo(agreed!.low!, 4)
    expect(held!.interval!.highM2).toBeGreaterThan(agreed!.areaM2 + some!.areaM2)
    expect(held!.interval!.highM2).toBeLessThan(agreed!.high! + some!.high!)
  })
})

describe('the table of precedents', () => {
  const comparison = compareStudies([studyWith(3), { ...studyWith(2), study: { ...studyWith(2).study, id: 'other' } }])

  test('says of every study the same, with days, ranges and intervals, and what nothing is said of', () => {
    const { titles, rows } = precedentTable(comparison, 'en')
    expect(titles).toEqual(['Made', 'Made'])
    const cell = (key: string) =>
      rows
        .find((row) => row.key === key)!
        .cells[0]!.join(' | ')
        .replaceAll('\u00a0', ' ')
    expect(cell('held')).toMatch(
      /^ISIS: 40 \(3\d to 4\d\) % by all sources, up to 70 \(6\d to 7\d\) % by some \| in brackets: 95 % interval of its position \| as last reported on 26 March 2018, 26 days before 21 April 2018$/,
    )
    expect(cell('held-at-announcement')).toMatch(/26 March 2018$/)
    expect(cell('shelled')).toMatch(
      /^25 \(2\d to 2\d\) % \| in brackets: 95 % interval of its position \| 21 April 2018$/,
    )
    expect([cell('shelled-at-announcement'), cell('damaged')]).toEqual([
      'nothing is said about shelling',
      'nothing is said about damage',
    ])
    expect([cell('taken'), cell('siege')]).toEqual([
      '21 May 2018, 56 days after the announcement (26 March 2018)',
      'none recorded',
    ])
    expect(rows.every(({ cells }) => cells.length === titles.length)).toBe(true)
    for (const row of precedentTable(comparison, 'ar').rows)
      expect(JSON.stringify(row)).not.toMatch(/\{\w+\}|undefined|NaN/)
  })
})
