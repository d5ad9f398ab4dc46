import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { layerSchema } from '../../../core/model/layer-schema.ts'
import { named } from '../import/made-files.ts'
import { boxes } from '../made-layers.ts'
import { loaded, newStudy, running, type Client } from './running-server.ts'

const style = named('control.qml', readFileSync('tests/fixtures/import/control.qml'))
const control = boxes(
  'control.geojson',
  ['SAA', 'Regime', 'داعش'].map((side, i) => [[36.3 + i / 100, 33, 36.31 + i / 100, 33.01], { side, grade: i + 1 }]),
)

describe('classes over HTTP', () => {
  let client: Client
  beforeAll(async () => {
    client = await running()
  })
  afterAll(() => client.stop())

  const valuesOf = (layer: { classes: { class: string | null; values: string[] }[] }) =>
    layer.classes.map((each) => [each.class, each.values])

  test('When a file comes with a style, then its classes are offered, and taken when they are asked for', async () => {
    const { id } = await newStudy(client, 'Styled')
    const layer = layerSchema.parse(await loaded(client, id, [control, style], { role: 'control' }))
    expect([layer.classField, layer.classes]).toEqual([undefined, []])
    expect(layer.offers?.map((offer) => [offer.id, offer.field])).toEqual([['control.qml', 'side']])
    const path = `/api/studies/${id}/layers/control`
    const taken = await client.call('PATCH', path, { classesFrom: 'control.qml' }, { 'if-match': '*' })
    expect(taken.json).toMatchObject({
      classField: 'side',
      classes: [
        { class: 'Government', color: '#C92610', values: ['SAA', 'Regime'] },
        { class: 'تنظيم الدولة', pattern: 'dots' },
        {},
        {},
      ],
    })
    const reread = await client.call('PATCH', path, { where: { side: 'SAA' } }, { 'if-match': '*' })
    expect(reread.json).toMatchObject({ features: 1, classes: taken.json.classes, offers: taken.json.offers })
    const { json } = await client.get(`/api/studies/${id}`)
    const offers = json.layers[0].offers.map((offer: object) => ({ ...offer, source: 'elsewhere' }))
    const forged = await client.call(
      'PUT',
      `/api/studies/${id}`,
      { ...json, layers: [{ ...json.layers[0], offers }] },
      { 'if-match': '*' },
    )
    expect(forged.json.code).toBe('layer-member-fixed')
  })

  test('When usual names or a reading of codes are asked for, then values become classes by them', async () => {
    const { id } = await newStudy(client, 'Words')
    const named = await loaded(client, id, [control], {
      role: 'control',
      classField: 'side',
      classesFrom: 'control-names',
    })
    expect(valuesOf(named)).toEqual([
      ['Government', ['SAA', 'Regime']],
      ['ISIS', ['داعش']],
    ])
    const codes = await loaded(client, id, [control], {
      role: 'damage',
      name: 'damage',
      classField: 'grade',
      classesFrom: 'low-is-destroyed',
    })
    expect(valuesOf(codes)).toEqual([
      ['Destroyed', ['1']],
      ['Severely damaged', ['2']],
      ['Moderately damaged', ['3']],
    ])
  })

  test('When classes are asked for that are not there, then the bytes wait for a better answer', async () => {
    const { id } = await newStudy(client, 'Unknown')
    const requested = await client.upload(id, [control, style], { role: 'control', classesFrom: 'other.qml' })
    expect([requested.status, requested.json.code]).toEqual([422, 'classes-unknown'])
    expect(requested.json.known).toContain('control.qml')
    const taken = await client.upload(id, [], { uploadId: requested.json.uploadId, classesFrom: 'control.qml' })
    expect([taken.status, taken.json.classField]).toEqual([201, 'side'])
    const twice = await client.upload(id, [control], {
      name: 'twice',
      role: 'control',
      classField: 'side',
      classes: [{ values: ['SAA'] }, { values: ['Regime', 'SAA'] }],
    })
    expect([twice.status, twice.json.code]).toEqual([422, 'classes-value-twice'])
  })
})
