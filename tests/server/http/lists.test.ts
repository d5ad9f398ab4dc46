import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { damageReportSchema } from '../../../core/damage/damage-answer.ts'
import { eventReportSchema } from '../../../core/events/event-answer.ts'
import type { NamedBytes } from '../../../server/import/record/imported.ts'
import { named } from '../import/made-files.ts'
import { boxes, planFile } from '../made-layers.ts'
import { loaded, newStudy, running, type Client } from './running-server.ts'

const realdata = '../shared/realdata'
const real = async (path: string): Promise<NamedBytes> => ({
  name: basename(path),
  bytes: await readFile(`${realdata}/${path}`),
})
const neighbourhoods = (): Promise<NamedBytes[]> =>
  Promise.all(
    ['shp', 'dbf', 'prj', 'cpg', 'shx'].map((ending) =>
      real(`ocha-syr-neighbourhoods-2018/city_neighbourhoods.${ending}`),
    ),
  )

const csv = (name: string, head: string, ...rows: readonly string[]): NamedBytes =>
  named(name, [head, ...rows, ''].join('\n'))
const sites = csv(
  'sites.csv',
  'lon,lat,2015-01-01,2016-01-01',
  '36.301,33.481,0,3',
  '36.302,33.481,-1,2',
  '36.306,33.481,1,1',
  '36.307,33.481,,0',
  '36.4,33.4,3,3',
)
const strikes = csv(
  'strikes.csv',
  'lon,lat,date',
  '36.301,33.481,2018-04-20',
  '36.309,33.489,2018-05-20',
  '36.305,33.485,2018-04-21',
  '36.305,33.485,2018-04-22',
  '36.305,33.485,2018-04-23',
  '36.302,33.482,1970-01-01',
)
const halves = boxes('units.geojson', [
  [[36.3, 33.48, 36.305, 33.49], { code: 'W', buildings: 40 }],
  [[36.305, 33.48, 36.31, 33.49], { code: 'E', buildings: null }],
])

describe('lists over HTTP', () => {
  let client: Client
  beforeAll(async () => {
    client = await running()
  })
  afterAll(() => client.stop())
  const damageOf = async (id: string, query = '') =>
    damageReportSchema.parse((await client.get(`/api/studies/${id}/damage${query}`)).json)
  const eventsOf = async (id: string, query = '') =>
    eventReportSchema.parse((await client.get(`/api/studies/${id}/events${query}`)).json)

  test('When dated columns are loaded, then they are one series and its sites are counted by grade, image and unit', async () => {
    const { id } = await newStudy(client, 'Sites')
    await loaded(client, id, [planFile], { role: 'plan' })
    await loaded(client, id, [halves], { role: 'units', idField: 'code', buildingsField: 'buildings' })
    const last = (await loaded(client, id, [sites], {
      name: 'sites',
      role: 'damage',
      snapshots: 'columns',
    })) as unknown as { id: string; series: string[] }
    expect([last.id, last.series]).toEqual(['sites-2016-01-01', ['sites-2015-01-01', 'sites-2016-01-01']])
    const open = await damageOf(id)
    expect(open.lists[0]).toMatchObject({
      grading: 'open',
      whole: null,
      readings: [
        { destroyed: '3', destroyedCount: 2 },
        { destroyed: '1', destroyedCount: 1 },
      ],
    })
    expect(open.notes.map(({ code }) => code)).toEqual(['damage-grades-open'])
    const changed = await client.call(
      'PATCH',
      `/api/studies/${id}/layers/${last.id}?series=true`,
      { destroyed: '3', accuracyM: 5 },
      { 'if-match': '*' },
    )
    expect([changed.status, changed.json.series]).toEqual([200, last.series])
    const study = (await client.get(`/api/studies/${id}`)).json
    const series = study.layers.filter(({ name }: { name: string }) => name === 'sites')
    expect(
      series.map((layer: { file: string; accuracyM: number; classField: string }) => [
        layer.file,
        layer.accuracyM,
        layer.classField,
      ]),
    ).toEqual([
      [series[0].file, 5, '2015-01-01'],
      [series[0].file, 5, '2016-01-01'],
    ])
    const { lists } = await damageOf(id)
    expect(lists[0]).toMatchObject({
      listed: 5,
      grading: 'stated',
      images: [{ date: '2015-01-01' }, { date: '2016-01-01' }],
    })
    const [before, now] = lists[0]!.whole!.dates
    expect(before).toMatchObject({ affected: 1, assessed: 2, unrecorded: 1, counts: { 'not-assessed': 2, none: 1 } })
    expect(now).toMatchObject({
      affected: 3,
      counts: { destroyed: 1, severe: 1, moderate: 1, none: 1 },
      newlyAffected: 1,
      firstSeenAffected: 1,
      since: '2015-01-01',
    })
    expect(lists[0]!.units.map((unit) => [unit.id, unit.dates[1]!.affected, unit.dates[1]!.shareOfBuildings])).toEqual([
      ['W', 2, 0.05],
      ['E', 1, undefined],
      [null, 0, undefined],
    ])
    expect((await damageOf(id, '?at=2015-06-01')).lists[0]!.images).toHaveLength(1)
    expect((await client.get(`/api/studies/${id}/damage?cellM=x`)).status).toBe(400)
    expect(
      (await client.get(`/api/studies/${id}/measurement?at=2015-06-01`)).json.points.map(
        (point: { class: string; count: number }) => [point.class, point.count],
      ),
    ).toContainEqual(['No visible damage', 1])
  })

  test('When files are loaded as snapshots, then each has the day of its name, or is asked for in words', async () => {
    const { id } = await newStudy(client, 'Snapshots')
    const snapshot = (name: string) => boxes(name, [[[36.3, 33.48, 36.31, 33.49], {}]])
    const all = [snapshot('front_20180421.geojson'), snapshot('front_20180326.geojson')]
    const offered = await client.upload(id, all)
    expect([offered.json.code, offered.json.snapshots]).toEqual([
      'several-layers',
      [
        { sublayer: 'front_20180421', date: '2018-04-21', reason: null, readings: [] },
        { sublayer: 'front_20180326', date: '2018-03-26', reason: null, readings: [] },
      ],
    ])
    const taken = await client.upload(id, [], { uploadId: offered.json.uploadId, snapshots: 'files', role: 'control' })
    expect([taken.status, taken.json.series]).toEqual([201, ['front-2018-03-26', 'front-2018-04-21']])
    const refusals = [
      [
        ['f_05-04-2018.geojson', 'f_20180501.geojson'],
        'snapshots-undated',
        'day and month may be exchanged: 2018-04-05, 2018-05-04',
      ],
      [['f_1439-08-05.geojson', 'f_20180501.geojson'], 'snapshots-undated', 'perhaps another calendar: 1439-08-05'],
      [['f_1397-02-01.geojson', 'f_20180501.geojson'], 'snapshots-undated', 'perhaps another calendar: 1397-02-01'],
      [['front.geojson', 'f_20180501.geojson'], 'snapshots-undated', 'there is none in it'],
      [['f_20180501.geojson', 'g_2018-05-01.geojson'], 'snapshots-one-day', '2018-05-01'],
    ] as const
    for (const [names, code, words] of refusals) {
      const { json } = await client.upload(id, names.map(snapshot), { snapshots: 'files', name: 'other' })
      expect([json.code, json.detail]).toEqual([code, expect.stringContaining(words)])
      expect(json.uploadId).toBeTruthy()
    }
    const requested = await client.upload(id, ['f_05-04-2018.geojson', 'f_20180501.geojson'].map(snapshot), {
      snapshots: 'files',
      name: 'other',
    })
    const snapshots = requested.json.snapshots.map(({ sublayer, date }: { sublayer: string; date: string | null }) => ({
      sublayer,
      date: date ?? '2018-04-05',
    }))
    expect((await client.upload(id, [], { uploadId: requested.json.uploadId, snapshots })).json.series).toEqual([
      'other-2018-04-05',
      'other-2018-05-01',
    ])
    const strange = await client.upload(id, all, {
      snapshots: [{ sublayer: 'front_20180421', date: '1439-08-05' }],
      name: 'strange',
    })
    expect(strange.json.code).toBe('date-other-calendar')
    expect(
      (
        await client.call(
          'PATCH',
          `/api/studies/${id}/layers/front-2018-04-21?series=true`,
          { role: 'plan' },
          { 'if-match': '*' },
        )
      ).json.code,
    ).toBe('plan-is-one')
    await loaded(client, id, [snapshot('a.geojson')], {
      name: 'held',
      role: 'control',
      from: '2018-01-01',
      to: '2018-04-30',
    })
    expect(
      (
        await client.upload(id, [snapshot('b.geojson')], {
          name: 'held',
          role: 'control',
          from: '2018-04-01',
          to: '2018-06-30',
        })
      ).json.code,
    ).toBe('snapshots-overlap')
  })

  test('When a list of events has a rule, then what is used, left out and why stands beside what other rules give', async () => {
    const { id } = await newStudy(client, 'Strikes')
    await loaded(client, id, [planFile], { role: 'plan' })
    await loaded(client, id, [halves], { role: 'units', idField: 'code' })
    await loaded(client, id, [strikes], {
      name: 'strikes',
      role: 'shelling',
      bufferM: 50,
      events: {},
      from: '2018-04-01',
    })
    const { lists } = await eventsOf(id, '?at=2018-04-30')
    expect(lists).toMatchObject([
      {
        layer: 'strikes',
        kind: 'dated',
        listed: 6,
        used: 1,
        inPlan: 1,
        window: { from: '2018-04-01', to: '2018-04-30' },
        rule: { by: 'radius', radiusM: 50 },
        leftOut: [
          { reason: 'date-unusable', count: 1 },
          { reason: 'outside-window', count: 1 },
          { reason: 'shared-position', count: 3 },
        ],
        shared: [{ lonDegrees: 36.305, latDegrees: 33.485, events: 3, inWindow: 3 }],
        units: [
          { id: 'W', count: 1 },
          { id: 'E', count: 0 },
          { id: null, count: 0 },
        ],
      },
    ])
    const measured = (await client.get(`/api/studies/${id}/measurement?at=2018-04-30`)).json
    expect(lists[0]!.ground!.areaM2).toBeCloseTo(measured.layers[0].classes[0].areaM2, 6)
    expect((await client.get(`/api/studies/${id}/events?at=announcement`)).json.code).toBe('announcement-unknown')
    expect((await client.get(`/api/studies/${id}/damage?at=announcement`)).json.code).toBe('announcement-unknown')
    const areas = lists[0]!.curves[0]!.areas.map(({ areaM2 }) => areaM2)
    expect(areas).toEqual(areas.toSorted((a, b) => a - b))
    expect(areas).toContain(lists[0]!.ground!.areaM2)
    expect(new Set(areas).size).toBe(areas.length)
  })

  // The folder of real layers lies beside the project on the machines that have it; it may not be copied into it.
  describe.skipIf(!existsSync(realdata))('with real layers (skipped where ../shared/realdata is missing)', () => {
    test.each([
      [
        'Aleppo',
        'unosat-aleppo-2016/aleppo_damage.zip',
        { affected: 35_722, destroyed: 4_773 },
        ['N0187', 292, 960, 1038, 3],
        4_895,
        9,
      ],
      [
        'Ar-Raqqa',
        'unosat-raqqa-2017/raqqa_damage.zip',
        { affected: 12_781, destroyed: 3_326 },
        ['N0474', 423, 543, 607, 0],
        203,
        5,
      ],
    ] as const)(
      'UNOSAT %s by neighbourhood gives the published figures',
      async (city, path, total, unit, outside, images) => {
        const { id } = await newStudy(client, city)
        await loaded(client, id, await neighbourhoods(), {
          role: 'units',
          name: 'units',
          idField: 'PCODE',
          where: { ADM4_EN: city },
        })
        await loaded(client, id, [await real(path)], {
          name: 'unosat',
          role: 'damage',
          crs: 'EPSG:4326',
          snapshots: 'columns',
          destroyed: '3',
        })
        const { lists } = await damageOf(id)
        expect(lists[0]!.images).toHaveLength(images)
        const last = lists[0]!.whole!.dates.at(-1)!
        expect([last.affected, last.counts.destroyed]).toEqual([total.affected, total.destroyed])
        const counts = lists[0]!.units.find((own) => own.id === unit[0])!.dates.at(-1)!.counts
        expect([counts.destroyed, counts.severe, counts.moderate]).toEqual(unit.slice(1, 4))
        expect(lists[0]!.units.find((own) => own.id === null)!.sites).toBe(outside)
        expect(lists[0]!.units.reduce((sum, own) => sum + own.dates.at(-1)!.affected, 0)).toBe(total.affected)
      },
    )

    test('Airwars: 8,114 records, 6,681 placed; no strike on Yarmouk of April 2018 is counted in a unit', async () => {
      const { id } = await newStudy(client, 'Airwars')
      await loaded(client, id, await neighbourhoods(), {
        role: 'units',
        name: 'units',
        idField: 'PCODE',
        where: { ADM4_EN: 'Damascus' },
      })
      const options = { name: 'airwars', role: 'shelling', events: {}, from: '2018-04-01', to: '2018-04-30' }
      await loaded(client, id, [await real('events-airwars-syria/airwars_syria_incidents.csv')], options)
      await loaded(client, id, [await real('events-airwars-syria/airwars_damascus_box.geojson')], {
        ...options,
        name: 'box',
      })
      const [all, box] = (await eventsOf(id)).lists
      expect([
        all!.kind,
        all!.listed,
        all!.leftOut.find(({ reason }) => reason === 'no-position')?.count,
        box!.listed,
      ]).toEqual(['Airwars', 8_114, 8_114 - 6_681, 468])
      expect(box!.shared).toContainEqual({
        lonDegrees: 36.300631,
        latDegrees: 33.473938,
        events: expect.any(Number),
        inWindow: 5,
      })
      expect(all!.units.every(({ id: unit, count }) => unit === null || count === 0)).toBe(true)
      expect(all!.used + all!.leftOut.reduce((sum, { count }) => sum + count, 0)).toBe(8_114)
    })
  })
})
