import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { measurementSchema } from '../../../core/model/measurement.ts'
import { comparisonSchema, publishedAnswerSchema } from '../../../core/compare/comparison-answer.ts'
import { timelineSchema } from '../../../core/timeline/timeline-answer.ts'
import { newStudy, running, type Client } from './running-server.ts'

const given = JSON.parse(readFileSync('tests/fixtures/issues/plan-without-outline.json', 'utf8')) as Record<
  string,
  unknown
> & { plan: Record<string, unknown> }

describe('a plan without an outline over HTTP', () => {
  let client: Client
  let id: string
  beforeAll(async () => {
    client = await running()
    const made = await newStudy(client, 'Told')
    id = made.id
    const { status } = await client.call(
      'PUT',
      `/api/studies/${id}`,
      { ...given, id, revision: made.revision },
      { 'if-match': '*' },
    )
    expect(status).toBe(200)
  })
  afterAll(() => client.stop())

  test('every answer comes, with what is claimed and without ground', async () => {
    const measured = measurementSchema.parse((await client.get(`/api/studies/${id}/measurement?draws=20`)).json)
    expect([measured.plan.areaFrom, measured.layers, measured.claimed.length, measured.notes[0]!.code]).toEqual([
      'published-1',
      [],
      4,
      'plan-without-outline',
    ])
    expect(timelineSchema.parse((await client.get(`/api/studies/${id}/timeline?draws=20`)).json).changes).toEqual([])
    const { published } = publishedAnswerSchema.parse((await client.get(`/api/studies/${id}/published`)).json)
    expect(published.map(({ without }) => without)).toEqual(['no-outline', 'no-outline', 'not-an-area'])
    const { studies } = comparisonSchema.parse(
      (await client.get(`/api/compare?studies=${id},marota-city&draws=0`)).json,
    )
    expect(studies[0]!.claimed.map(({ id: own }) => own)).toEqual(['d95', 'army-65', 'opp-most', 'razed'])
  })

  test.each([
    'uncertainty',
    'damage',
    'events',
    'sheet.svg',
    'sheet.png',
    'sheet.pdf',
    'report.pdf',
    'report.docx',
    'export.xlsx',
    'export.csv',
    'export.geojson',
    'export.gpkg',
    'export.shp.zip',
    'export.package.zip',
    'export.zip',
  ])('%s comes', async (path) => {
    expect(
      (await client.get(`/api/studies/${id}/${path}?draws=20&wait=60`.replace(/(damage|events)\?.*/, '$1'))).status,
    ).toBe(200)
  })

  test('a cross-table is refused with its reason', async () => {
    const { status, json } = await client.get(`/api/studies/${id}/cross-table?layers=control,damage`)
    expect([status, json.code]).toEqual([422, 'cross-table-no-outline'])
  })

  test.each([
    [
      'a share above one',
      { claimed: [{ id: 'x', measure: 'share', of: 'plan', party: 'ISIS', date: '2016', value: 65, source: 'sana' }] },
      'claimed-share-above-one',
    ],
    [
      'a figure without a day',
      { claimed: [{ id: 'x', measure: 'share', of: 'plan', party: 'ISIS', value: 0.65, source: 'sana' }] },
      'claimed-undated',
    ],
    ['an area from a figure that is not there', { plan: { ...given.plan, areaFrom: 'nowhere' } }, 'published-unknown'],
    ['an area that is not the figure', { plan: { ...given.plan, areaM2: 5 } }, 'plan-area-differs'],
  ])('%s is refused by name', async (_, change, code) => {
    const { json } = await client.call('PUT', `/api/studies/${id}`, { ...given, ...change, id }, { 'if-match': '*' })
    expect(json.code).toBe(code)
  })

  test('without a place it is a study without a plan', async () => {
    const { place: _place, ...plan } = given.plan
    const made = await newStudy(client, 'Nowhere')
    await client.call('PUT', `/api/studies/${made.id}`, { ...given, id: made.id, plan }, { 'if-match': '*' })
    const { status, json } = await client.get(`/api/studies/${made.id}/measurement`)
    expect([status, json.code]).toEqual([422, 'plan-missing'])
  })
})
