import type { Feature } from 'geojson'
import { describe, expect, test } from 'vitest'
import { assessmentsOf } from '../../../core/damage/assessments.ts'
import { columnValues } from '../../../core/classify/column-values.ts'
import { clusterSum, damageClusters } from '../../../core/damage/damage-clusters.ts'
import { damageCounts, type DamageGround } from '../../../core/damage/damage-counts.ts'
import { gradeReadings } from '../../../core/classify/grades.ts'
import { box, made, zone } from '../measure/fixture.ts'

const first = '2015-01-01'
const second = '2016-09-18'
const site = (x: number, y: number, before: number | null, now: number | null): Feature => ({
  type: 'Feature',
  properties: { [first]: before, [second]: now },
  geometry: { type: 'Point', coordinates: [36.28 + x / 1000, 33.47 + y / 1000] },
})
const sites = made(
  [
    site(1, 1, 0, 3),
    site(2, 1, -1, 2),
    site(3, 1, 1, 2),
    site(4, 1, 3, 3),
    site(6, 1, 0, -1),
    site(7, 1, 2, 0),
    site(8, 1, null, 1),
    site(50, 1, 3, 3),
  ],
  { id: 'damage', role: 'damage', geometryType: 'point' },
).features
const plan = made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan' }).features
const units = made([zone({}, box(0, 0, 5, 10)), zone({}, box(5, 0, 3.5, 10))], { id: 'units', role: 'units' }).features
const assessments = assessmentsOf(sites.attributes)
const mapping = gradeReadings(
  columnValues(
    sites.attributes,
    assessments.map(({ field }) => field),
  ),
)[0]!
const images = assessments.map((own) => ({ ...own, mapping }))
const counted = (ground: DamageGround) => damageCounts('damage', sites, images, ground)

describe('the columns and grades of an assessment', () => {
  test('columns named after the day of their image, or pairs of class and sensor date', () => {
    expect(assessments).toEqual([
      { field: first, date: first },
      { field: second, date: second },
    ])
    const pairs = [
      {
        SiteID: 1,
        DmgCls: 'Destroyed',
        SensorDate: '2014-05-01',
        DmgCls_2: 'Severe Damage',
        SensorDate_2: '2013-11-01',
      },
    ]
    expect(assessmentsOf(pairs)).toEqual([
      { field: 'DmgCls_2', date: '2013-11-01' },
      { field: 'DmgCls', date: '2014-05-01' },
    ])
    expect(assessmentsOf([{ SiteID: 1, Neigh: 'x' }])).toEqual([])
  })

  test('codes run both ways and are never assumed; words are read as they stand', () => {
    const readings = gradeReadings(['-1', '0', '1', '2', '3'])
    expect(
      readings.map((reading) => [reading.get('3'), reading.get('1'), reading.get('0'), reading.get('-1')]),
    ).toEqual([
      ['destroyed', 'moderate', 'none', 'not-assessed'],
      ['moderate', 'destroyed', undefined, 'not-assessed'],
    ])
    expect(gradeReadings(['1', '2', '3', '4'])).toHaveLength(1)
    const worded = ['Destroyed', 'Severe Damage', 'Moderate Damage', 'Possible Damage', 'No Visible Damage']
    expect(gradeReadings(worded).map((reading) => worded.map((value) => reading.get(value)))).toEqual([
      ['destroyed', 'severe', 'moderate', 'possible', 'none'],
    ])
    expect(gradeReadings(['7', 'x'])).toEqual([])
  })
})

describe('counts', () => {
  const { whole, units: rows } = counted({ plan, units: { features: units, ids: ['N1', 'N2'] } })

  test('affected, destroyed, not assessed and no damage stand apart', () => {
    expect(whole.dates[1]).toMatchObject({
      date: second,
      affected: 5,
      assessed: 6,
      counts: { destroyed: 2, severe: 2, moderate: 1, possible: 0, none: 1, 'not-assessed': 1 },
    })
    expect(whole.dates[0]).toMatchObject({ affected: 3, assessed: 5, counts: { 'not-assessed': 2, none: 2 } })
    expect(whole.dates[1]!.affectedPerHa).toBeCloseTo(5 / (whole.areaM2! / 10_000), 9)
  })

  test('new since the last image that showed the site; what was never shown before is not new', () => {
    expect(whole.dates[1]).toMatchObject({
      newlyAffected: 1,
      firstSeenAffected: 2,
      worsened: 1,
      since: first,
      unrecorded: 0,
    })
    expect(whole.dates[0]).toMatchObject({ newlyAffected: 0, firstSeenAffected: 3 })
  })

  test('what an earlier image showed as affected is affected again, not new', () => {
    const grades = [
      ['2', '0', '3'],
      ['0', '0', '1'],
      ['0', '1', '2'],
      ['', '', '2'],
    ]
    const seen = made(
      grades.map(([d0, d1, d2], i): Feature => ({
        type: 'Feature',
        properties: { d0: d0!, d1: d1!, d2: d2! },
        geometry: { type: 'Point', coordinates: [36 + i, 33] },
      })),
      { id: 'damage', role: 'damage', geometryType: 'point' },
    ).features
    const days = ['2015-01-01', '2016-01-01', '2017-01-01']
    const images = days.map((day, i) => ({
      field: `d${i}`,
      date: day,
      mapping: gradeReadings(['3', '2', '1', '0'])[0]!,
    }))
    const last = damageCounts('damage', seen, images).whole.dates[2]!
    expect(last).toMatchObject({ affected: 4, newlyAffected: 1, affectedAgain: 1, firstSeenAffected: 1, worsened: 1 })
  })

  test('per unit add up to the plan, with those outside all units', () => {
    expect(rows.map(({ id, sites: count, dates }) => [id, count, dates[1]!.affected])).toEqual([
      ['N1', 4, 4],
      ['N2', 3, 1],
      [null, 0, 0],
    ])
    expect(rows.reduce((sum, { dates }) => sum + dates[1]!.affected, 0)).toBe(whole.dates[1]!.affected)
    expect(counted({}).whole).toMatchObject({
      sites: 8,
      areaM2: null,
      dates: [{}, { affectedPerHa: null, affected: 6 }],
    })
  })

  test('density is of the ground in the plan; a unit only partly in it has no share of its buildings', () => {
    const across = made([zone({}, box(0, 0, 20, 10)), zone({}, box(30, 0, 5, 5))], {
      id: 'units',
      role: 'units',
    }).features
    const {
      units: [half, rest],
      whole: all,
    } = counted({
      plan,
      units: { features: across, ids: ['half', 'away'] },
      buildings: { units: new Map([['half', 10]]) },
    })
    expect([half!.id, rest!.id]).toEqual(['half', null])
    expect(half!.areaM2).toBeCloseTo(all.areaM2!, 3)
    expect(half!.dates[1]).toMatchObject({ affected: 5, affectedPerHa: all.dates[1]!.affectedPerHa })
    expect(half!.dates[1]).not.toHaveProperty('shareOfBuildings')
  })

  test('a share only of buildings that somebody counted', () => {
    expect(whole.dates[1]).not.toHaveProperty('shareOfBuildings')
    const buildings = { whole: 50, units: new Map([['N1', 8]]) }
    const shared = counted({ plan, units: { features: units, ids: ['N1', 'N2'] }, buildings })
    expect([
      shared.whole.dates[1]!.shareOfBuildings,
      shared.units.map(({ dates }) => dates[1]!.shareOfBuildings),
    ]).toEqual([0.1, [0.5, undefined, undefined]])
  })

  test('a value that no grade has is counted in none, with a note', () => {
    const { whole, notes } = damageCounts(
      'damage',
      sites,
      assessments.map((own) => ({ ...own, mapping: new Map([['3', 'destroyed']]) })),
    )
    expect(whole.dates[1]!.counts).toMatchObject({ destroyed: 3, severe: 0 })
    expect(notes).toMatchObject([{ code: 'damage-value-unknown', values: { count: 10 } }])
  })
})

describe('clusters', () => {
  const rule = (cellM: number, least: number) => ({ cellM, least })

  test('are the cells with enough affected sites', () => {
    const clusters = (least: number) => damageClusters(sites, images[1]!, rule(100_000, least)).attributes
    expect(clusters(1)).toEqual([{ affected: 6 }])
    expect(clusters(7)).toEqual([])
  })

  test('cells that share a side are one; their ground is that of the cells, inside the plan where there is one', () => {
    const own = clusterSum(sites, images[1]!, rule(100, 1), null)
    expect(own).toMatchObject({ affected: 6, cells: 6 })
    expect(own.areaM2 / 60_000).toBeCloseTo(1, 3)
    expect(own.clusters).toBeLessThan(own.cells)
    const inPlan = clusterSum(sites, images[1]!, rule(100, 1), plan.shapes)
    expect(inPlan.areaM2).toBeLessThan(own.areaM2)
  })
})
