import type { Feature } from 'geojson'
import { expect, test } from 'vitest'
import { damageReportOf } from '../../../core/damage/damage-report.ts'
import { eventReportOf } from '../../../core/events/event-report.ts'
import { damageTables } from '../../../server/export/tables/damage-tables.ts'
import { eventTables } from '../../../server/export/tables/event-tables.ts'
import { tableNames } from '../../../server/export/tables/table-names.ts'
import { tableText } from '../../../server/export/tables/table-text.ts'
import type { LayerClass } from '../../../core/model/layer.ts'
import { box, made, studyOf, zone } from '../measure/fixture.ts'
import { allWords, reportFor, tablesOf } from './report-input.ts'

const point = (x: number, y: number, properties: Record<string, string | number | null>): Feature => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: [36.28 + x / 1000, 33.47 + y / 1000] },
})
const classes: LayerClass[] = [
  ['Destroyed', '3'],
  ['Severely damaged', '2'],
  ['Moderately damaged', '1'],
  ['No visible damage', '0'],
  ['Not assessed', '-1'],
].map(([name, value]) => ({ class: name!, values: [value!], label: { en: name! }, color: '#BD0026', pattern: 'solid' }))
const sites = [point(1, 1, { a: 0, b: 3 }), point(2, 1, { a: -1, b: 2 }), point(8, 1, { a: 1, b: 1 })]
const image = (field: string, date: string) =>
  made(sites, {
    id: `sites-${field}`,
    name: 'sites',
    file: 'layers/sites.geojson',
    role: 'damage',
    geometryType: 'point',
    classField: field,
    classes,
    date,
  })
const strikes = ['2018-04-20', '2018-04-21', '2018-04-22'].map((date) => point(5, 5, { date }))
const { study, features } = studyOf(
  [
    made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan' }),
    made([zone({ code: 'W', buildings: 10 }, box(0, 0, 5, 10)), zone({ code: 'E', buildings: 20 }, box(5, 0, 5, 10))], {
      id: 'units',
      role: 'units',
      idField: 'code',
      buildingsField: 'buildings',
    }),
    image('a', '2015-01-01'),
    image('b', '2016-01-01'),
    made([...strikes, point(3, 3, { date: '2018-04-20' })], {
      id: 'strikes',
      role: 'shelling',
      geometryType: 'point',
      events: {},
      bufferM: 50,
    }),
  ],
  { asOf: '2018-04-30' },
)

test('the report says what the lists come to, with rule, coverage and what is left out, in both languages', () => {
  const report = reportFor({ study, features })
  const words = allWords(report)
  for (const text of [
    'In the image of 1 January 2016, 3 sites in the plan are affected; 1 of them is destroyed.',
    'The image showed all 3 of the sites listed here.',
    'the image before is of 1 January 2015): 1 newly affected, 1 affected and never shown before',
    'cells of 250 m with at least 10 affected sites',
    '1 of 4 events take part, each with a circle of 50 m',
    'left out: the middle of a town, not a site',
    '33.475000, 36.285000: 3 on these days',
  ])
    expect(words).toContain(text)
  const byUnit = tablesOf(report).find(({ caption }) => caption.startsWith('Sites by unit'))!
  expect(byUnit.rows.map(({ cells }) => [cells[0], cells[1], cells.at(-1)])).toEqual([
    ['W', '2', '20.0\u00a0%'],
    ['E', '1', '5.0\u00a0%'],
  ])
  const record = tablesOf(report).find(({ caption }) => caption === 'The layers of this report.')!
  expect(record.rows.map(({ cells }) => cells[0]).filter((title) => title!.startsWith('sites'))).toHaveLength(1)
  const curve = tablesOf(report).find(({ caption }) => caption.includes('radius'))!
  expect(curve.rows.filter(({ isTotal }) => isTotal).map(({ cells }) => cells[0])).toEqual(['50'])
  expect(allWords(reportFor({ study, features, language: 'ar' }))).toContain(
    '3 مواقع متأثرة في المخطط، والمدمر من ذلك 1',
  )
})

test('the tables for other programs carry every image, unit, reason and rule', () => {
  const damage = damageTables(damageReportOf(study, features, '2018-04-30'), tableNames(study, 'en'), 'en')
  expect(damage.map(({ name, rows }) => [name, rows.length])).toEqual([
    ['damage', 8],
    ['damageclusters', 5],
  ])
  expect(tableText(damage[0]!, 'en')).toMatch(
    /sites +W +2016-01-01 +2 +2 +0 +0 +2 +1 +1 +0 +0 +0 .*2015-01-01 +20\.0 %/,
  )
  const report = eventReportOf(study, features, '2018-04-30')
  if (!report.ok) throw new Error(report.problem.code)
  expect(eventTables(report.value, tableNames(study, 'ar'), 'ar').map(({ name, rows }) => [name, rows.length])).toEqual(
    [
      ['events', 4],
      ['eventpositions', 1],
      ['eventrules', 9],
      ['eventunits', 3],
    ],
  )
  expect(damageTables(damageReportOf(study, features, '2014-01-01'), tableNames(study, 'en'), 'en')).toEqual([])
})
