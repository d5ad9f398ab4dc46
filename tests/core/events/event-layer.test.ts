import type { Feature } from 'geojson'
import { describe, expect, test } from 'vitest'
import type { Layer } from '../../../core/model/layer.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import type { Study } from '../../../core/model/study.ts'
import { timelineOf } from '../../../core/timeline/timeline.ts'
import { box, made, studyOf, zone } from '../measure/fixture.ts'

const strike = (x: number, y: number, date: string, type = 'air'): Feature => ({
  type: 'Feature',
  properties: { date, type },
  geometry: { type: 'Point', coordinates: [36.28 + x / 1000, 33.47 + y / 1000] },
})
const plan = made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan' })
const town = ['2018-04-20', '2018-04-21', '2018-04-22'].map((date) => strike(5, 5, date))
const list = [...town, strike(2, 2, '2018-04-20'), strike(8, 8, '2018-04-25', 'artillery'), strike(8, 2, '2018-06-01')]
const events = (record: Partial<Layer>) =>
  made(list, { id: 'strikes', role: 'shelling', geometryType: 'point', events: {}, ...record })
const record: Partial<Study> = { asOf: '2018-04-30' }

function measured(layer: ReturnType<typeof made>, at?: string) {
  const { study, features } = studyOf([plan, layer], record)
  const outcome = measureStudy(study, features, { at })
  if (!outcome.ok) throw new Error(outcome.problem.code)
  return outcome.value
}
const circles = (areaM2: number | undefined): number => Math.round((areaM2 ?? -1) / (Math.PI * 50 ** 2))

describe('a layer of events', () => {
  test('is the circles of those that happened by the day, without the middle of the town', () => {
    const layer = events({ bufferM: 50 })
    const areas = ['2018-04-19', '2018-04-20', '2018-04-30', '2018-06-30'].map((at) =>
      circles(measured(layer, at).layers[0]?.classes[0]?.areaM2),
    )
    expect(areas).toEqual([0, 1, 2, 3])
    const notes = measured(layer).notes.map(({ code, values }) => [code, values['count'] ?? values['events']])
    expect(notes).toEqual(
      expect.arrayContaining([
        ['events-by-radius', 2],
        ['event-shared-position', 3],
        ['event-outside-window', 1],
      ]),
    )
    expect(measured(layer).notes.find(({ code }) => code === 'event-sensitivity')?.message).toMatch(
      /25 m: 0\.4\sha.*; 50 m: 1\.6\sha.*; 100 m: 6\.3\sha/,
    )
  })

  test('takes only the days of the layer, and coarser places where that is said', () => {
    expect(
      circles(
        measured(events({ bufferM: 50, from: '2018-04-21', to: '2018-05-31' }), '2018-06-30').layers[0]?.classes[0]
          ?.areaM2,
      ),
    ).toBe(1)
    expect(circles(measured(events({ bufferM: 50, events: { coarsest: 'town' } })).layers[0]?.classes[0]?.areaM2)).toBe(
      3,
    )
  })

  test('keeps its classes, as circles and as cells of a grid', () => {
    for (const layer of [
      events({ bufferM: 50, classField: 'type' }),
      events({ events: { cellM: 100 }, classField: 'type' }),
    ]) {
      const [own] = measured(layer).layers
      expect(own?.classes.map(({ class: name, areaM2 }) => [name, Math.round(areaM2 / 1_000)])).toEqual([
        ['air', expect.toBeOneOf([8, 10])],
        ['artillery', expect.toBeOneOf([8, 10])],
      ])
    }
    expect(measured(events({ events: { cellM: 100, least: 2 } })).layers[0]?.classes[0]?.areaM2).toBe(0)
  })

  test('without a rule is counted, without the middle of the town', () => {
    const { points, notes } = measured(events({}))
    expect(points).toMatchObject([{ layer: 'strikes', count: 2 }])
    expect(notes.map(({ code }) => code)).toContain('events-counted')
  })

  test('stands in the timeline on the days of its events', () => {
    const { study, features } = studyOf([plan, events({ bufferM: 50 })], record)
    const line = timelineOf(study, features)
    if (!line.ok) throw new Error(line.problem.code)
    expect(
      line.value.dates.map(({ date, layers }) => [date, layers[0]?.holds, circles(layers[0]?.classes[0]?.areaM2)]),
    ).toEqual([
      ['2018-04-20', 'stated', 1],
      ['2018-04-25', 'stated', 2],
      ['2018-04-30', 'stated', 2],
      ['2018-06-01', 'stated', 3],
    ])
    expect(line.value.changes).toEqual([])
    expect(line.value.notes.filter(({ code }) => code === 'event-sensitivity')).toHaveLength(1)
  })
})
