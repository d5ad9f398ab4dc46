import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stepText } from '../../../core/history/step-text.ts'
import type { Step } from '../../../core/history/entry.ts'
import type { Layer } from '../../../core/model/layer.ts'
import type { Study } from '../../../core/model/study.ts'
import { boxes, controlFile, planFile } from '../made-layers.ts'
import { unpacked } from '../export/made-exports.ts'
import { expectWellFormed } from '../export/well-formed.ts'
import { loaded, newStudy, running, type Client } from './running-server.ts'

let client: Client
beforeAll(async () => {
  client = await running()
})
afterAll(() => client.stop())

const unitsFile = boxes('units.geojson', [
  [[36.3, 33.48, 36.305, 33.49], { name: 'West', arabic: 'الغرب' }],
  [[36.305, 33.48, 36.31, 33.49], { name: 'East', arabic: '' }],
])
const shelledFile = boxes('shelled.geojson', [[[36.302, 33.482, 36.308, 33.488], {}]])

/** A plan, control on two days, shelling and units with names. */
async function begin(title: string): Promise<string> {
  const { id } = await newStudy(client, title)
  await loaded(client, id, [planFile], { role: 'plan', name: 'plan' })
  for (const date of ['2018-04-01', '2018-05-01'])
    await loaded(client, id, [controlFile], { role: 'control', name: 'control', classField: 'side', date })
  await loaded(client, id, [shelledFile], { role: 'shelling', name: 'shelling', date: '2018-04-01' })
  await loaded(client, id, [unitsFile], {
    role: 'units',
    name: 'units',
    idField: 'name',
    labelField: { en: 'name', ar: 'arabic' },
  })
  return id
}

const present = async (id: string): Promise<Study> => (await client.get(`/api/studies/${id}`)).json as Study
const layerIn = async (id: string, layer: string): Promise<Layer> =>
  (await present(id)).layers.find((own) => own.id === layer)!
const change = (id: string, layer: string, options: object, query = '') =>
  client.call('PATCH', `/api/studies/${id}/layers/${layer}${query}`, options, { 'if-match': '*' })
const lastStep = async (id: string): Promise<Step> =>
  ((await client.get(`/api/studies/${id}/history`)).json as { what: Step }[]).at(-1)!.what
const sheetOf = async (id: string): Promise<string> =>
  (await client.get(`/api/studies/${id}/sheet.svg?draws=0&at=2018-05-01`)).text
/** The layers of the map in the order that they are drawn in. */
const drawnIn = (svg: string): string[] => [...svg.matchAll(/<g data-layer="([^"]+)"/g)].map(([, id]) => id!)

describe('how the layers of a study are drawn', () => {
  test('a place moves the others along, for all snapshots of a series, on the sheet too, and is undone in one step', async () => {
    const id = await begin('Ordered')
    const before = await sheetOf(id)
    expect(drawnIn(before)).toEqual(['control-2018-05-01', 'shelling-2018-04-01', 'units'])
    const { status, json } = await change(id, 'control-2018-05-01', { order: 99 }, '?series=true')
    expect(status).toBe(200)
    expect(json).toMatchObject({ name: 'control', order: 3 })
    const { layers } = await present(id)
    expect(layers.map(({ name, order }) => [name, order])).toEqual([
      ['plan', undefined],
      ['control', 3],
      ['control', 3],
      ['shelling', 1],
      ['units', 2],
    ])
    expect(drawnIn(await sheetOf(id))).toEqual(['shelling-2018-04-01', 'units', 'control-2018-05-01'])
    expect(await lastStep(id)).toEqual({ code: 'layers-order', values: {} })
    for (const language of ['en', 'ar'] as const)
      expect(stepText(await lastStep(id), language)).not.toMatch(/layers-order|\{/)
    expect((await client.call('POST', `/api/studies/${id}/undo`, undefined, { 'if-match': '*' })).status).toBe(200)
    expect((await present(id)).layers.filter(({ order }) => order !== undefined)).toEqual([])
    // But for the name of the sheet, which tells one revision of a study from another.
    expect(drawnIn(await sheetOf(id))).toEqual(drawnIn(before))
    await client.call('POST', `/api/studies/${id}/redo`, undefined, { 'if-match': '*' })
    expect((await layerIn(id, 'control-2018-04-01')).order).toBe(3)
  })

  test('a snapshot that joins a series lies and looks as the others do', async () => {
    const id = await begin('Joined')
    await change(id, 'control-2018-04-01', { order: 2, opacity: 0.4 }, '?series=true')
    const joined = await loaded(client, id, [controlFile], {
      role: 'control',
      name: 'control',
      classField: 'side',
      date: '2018-06-01',
    })
    expect(joined).toMatchObject({ order: 2, opacity: 0.4 })
  })

  test('opacity is of the whole layer on the sheet and of its sample in the legend, and changes no figure', async () => {
    const id = await begin('Faded')
    const measured = async () => (await client.get(`/api/studies/${id}/measurement`)).json as { layers: unknown }
    const { layers } = await measured()
    const before = await sheetOf(id)
    expect((await change(id, 'shelling-2018-04-01', { opacity: 0.3 })).json).toMatchObject({ opacity: 0.3 })
    const svg = await sheetOf(id)
    const faded = /<g opacity="0.3">/g
    expect(before).not.toMatch(faded)
    expect(svg.match(/<g data-layer="shelling-2018-04-01"[^>]*><g opacity="0.3">/g)).toHaveLength(1)
    const legend = /<g id="legend">.*/s.exec(svg)![0]
    expect(legend.match(faded)!.length).toBeGreaterThan(0)
    expect((await measured()).layers).toEqual(layers)
    expect(stepText(await lastStep(id), 'en')).toBe(
      'Opacity of shelling: 30 % instead of 100 %'.replaceAll(' %', '\u00a0%'),
    )
    await change(id, 'shelling-2018-04-01', { opacity: null })
    expect(await layerIn(id, 'shelling-2018-04-01')).not.toHaveProperty('opacity')
  })

  test('names stand on the sheet unless the study says otherwise', async () => {
    const id = await begin('Named')
    const names = async (): Promise<string> => /<g id="names">.*?<g id="graticule"/s.exec(await sheetOf(id))![0]
    expect(await names()).toContain('West')
    await change(id, 'units', { labels: false })
    expect(await names()).not.toContain('West')
    expect(stepText(await lastStep(id), 'en')).toBe('Names of units on the map')
    // Control has them only where it is asked for.
    await change(id, 'control-2018-05-01', { labelField: { en: 'side' } })
    expect(await names()).not.toMatch(/>A</)
    await change(id, 'control-2018-05-01', { labels: true })
    expect(await names()).toMatch(/>A</)
  })

  test('what cannot be is refused by name', async () => {
    const id = await begin('Refused')
    const { revision } = await present(id)
    for (const [layer, options, code] of [
      ['plan', { order: 1 }, 'plan-on-top'],
      ['units', { order: 0 }, 'body-invalid'],
      ['units', { order: 1.5 }, 'body-invalid'],
      ['units', { opacity: 0 }, 'body-invalid'],
      ['units', { opacity: 1.1 }, 'body-invalid'],
      ['units', { labels: 'name' }, 'body-invalid'],
    ] as const) {
      const { status, json } = await change(id, layer, options)
      expect([status >= 400, json.code]).toEqual([true, code])
    }
    expect((await present(id)).revision).toBe(revision)
  })

  test('a project of QGIS lists the layers from above, as opaque and named as the study has them', async () => {
    const id = await begin('Packed')
    const projectOf = async (): Promise<string> => {
      const answer = await client.get(`/api/studies/${id}/export.package.zip?draws=0`)
      expect(answer.status).toBe(200)
      return (await unpacked(answer.bytes)).get('layers.qgs')!.toString()
    }
    const titles = (text: string): string[] => [...text.matchAll(/<Layer name="([^"]+)"/g)].map((own) => own[1]!)
    const before = await projectOf()
    expect(titles(before)).toEqual(['plan', 'units', 'Ground outside the plan, veiled', 'shelling', 'control'])
    await change(id, 'control-2018-05-01', { order: 3, opacity: 0.5 }, '?series=true')
    await change(id, 'units', { labels: false })
    const after = await projectOf()
    expectWellFormed(after)
    // As on the sheet: the veil lies over all that is ordered, and units under control that is put on top.
    expect(titles(after)).toEqual(['plan', 'Ground outside the plan, veiled', 'control', 'units', 'shelling'])
    // Units are named as on the sheet, until the study says otherwise.
    expect(before).toMatch(/<labeling type="simple">.*fieldName="name"/s)
    expect(after).not.toContain('<labeling')
    // 0.55 of a fill at half of it.
    expect(before).toContain(',140"')
    expect(after).toContain(',70"')
  })
})
