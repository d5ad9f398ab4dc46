import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Feature, Polygon, Position } from 'geojson'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stepText } from '../../../core/history/step-text.ts'
import type { Step } from '../../../core/history/entry.ts'
import type { Study } from '../../../core/model/study.ts'
import { controlFile, planFile } from '../made-layers.ts'
import { loaded, newStudy, running, type Client } from './running-server.ts'

let workspace = ''
let client: Client
beforeAll(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'basilia-drawing-'))
  client = await running({ workspace })
})
afterAll(async () => {
  await client.stop()
  await rm(workspace, { recursive: true })
})

const region = (ring: readonly Position[], properties: Record<string, unknown> = {}): Feature<Polygon> => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [[...ring]] },
})

const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]

const collection = (...features: readonly Feature[]) => ({ type: 'FeatureCollection', features })
const present = async (id: string): Promise<Study> => (await client.get(`/api/studies/${id}`)).json as Study
const start = (id: string, options: Record<string, unknown>) => client.upload(id, [], { drawn: true, ...options })
const put = (id: string, layer: string, drawing: unknown, revision = '*', type = 'application/geo+json') =>
  client.call('PUT', `/api/studies/${id}/layers/${layer}/features?wait=600`, Buffer.from(JSON.stringify(drawing)), {
    'if-match': revision,
    'content-type': type,
  })
const featuresOf = async (id: string, layer: string) =>
  JSON.parse(
    (await client.get(`/api/studies/${id}/layers/${layer}`, { accept: 'application/geo+json' })).text,
  ) as ReturnType<typeof collection>
const measured = async (id: string, query = '') =>
  client.get(`/api/studies/${id}/measurement?wait=600${query === '' ? '' : `&${query}`}`)
const step = (id: string, direction: 'undo' | 'redo') =>
  client.call('POST', `/api/studies/${id}/${direction}`, undefined, { 'if-match': '*' })
const codesOf = (notes: readonly { readonly code: string }[]): string[] => notes.map(({ code }) => code)

/** A study with a loaded plan, and control that is started to be drawn. */
async function begin(title: string): Promise<string> {
  const { id } = await newStudy(client, title)
  await loaded(client, id, [planFile], { role: 'plan', name: 'plan' })
  const started = await start(id, {
    role: 'control',
    name: 'control',
    title: { en: 'Control', ar: 'السيطرة' },
    date: '2018-04-21',
    accuracyM: 50,
    classes: [{ values: ['A'] }, { values: ['B'] }],
  })
  expect(started.status).toBe(201)
  return id
}

const control = 'control-2018-04-21'
const west = region(box(36.3, 33.48, 36.305, 33.49), { class: 'A' })
const east = region(box(36.305, 33.48, 36.31, 33.49), { class: 'B' })

describe('a layer that is drawn', () => {
  test('is started empty, says how it is made, and measures as nothing with a note', async () => {
    const id = await begin('Started')
    const layer = (await present(id)).layers.find((own) => own.id === control)!
    expect(layer).toMatchObject({
      drawn: true,
      method: 'by-hand',
      accuracyM: 50,
      features: 0,
      extent: null,
      geometryType: 'polygon',
      classField: 'class',
    })
    expect(layer.classes.map((own) => own.class)).toEqual(['A', 'B'])
    const { status, json } = await measured(id, 'draws=100')
    expect(status).toBe(200)
    expect(json.layers).toEqual([expect.objectContaining({ name: 'control', date: null, classes: [], uncoveredM2: 0 })])
    expect(codesOf(json.notes)).toContain('layer-undrawn')
    expect(codesOf(json.notes)).not.toContain('layer-after-date')
    for (const file of ['sheet.svg', 'export.csv', 'export.geojson', 'timeline'])
      expect([file, (await client.get(`/api/studies/${id}/${file}?draws=0`)).status]).toEqual([file, 200])
    const sheet = await client.get(`/api/studies/${id}/sheet.svg?draws=0`)
    expect(sheet.text).not.toMatch(/\b0 ha/)
  })

  test('is written back as a step of the history that is undone and done again, also after a restart', async () => {
    const id = await begin('Written back')
    const first = await put(id, control, collection(west))
    expect([first.status, first.headers['etag']]).toEqual([200, `"${(await present(id)).revision}"`])
    await put(id, control, collection(west, east))
    await put(id, control, collection(west, { ...east, properties: { class: 'A' } }))
    const { json } = await measured(id)
    expect(json.layers[0].classes[1]).toMatchObject({ class: 'B', areaM2: 0 })
    expect(json.layers[0].classes[0].areaM2).toBeCloseTo(json.plan.areaM2, 3)
    expect(codesOf(json.notes)).toContain('layer-by-hand')

    const steps = (await client.get(`/api/studies/${id}/history`)).json as { readonly what: Step }[]
    expect(steps.slice(1).map(({ what }) => stepText(what, 'en'))).toEqual([
      'Control: started, to be drawn',
      'Drawn in Control: 1 region instead of 0',
      'Drawn in Control: 2 regions instead of 1',
      'Drawn in Control: lines or classes of 2 regions',
    ])
    for (const { what } of steps) expect(stepText(what, 'ar')).not.toMatch(/[{}]|drawing/)
    const last = await featuresOf(id, control)
    expect((await step(id, 'undo')).status).toBe(200)
    expect((await featuresOf(id, control)).features).toEqual([west, east])
    await client.stop()
    client = await running({ workspace })
    expect((await step(id, 'undo')).status).toBe(200)
    expect((await featuresOf(id, control)).features).toEqual([west])
    for (const _ of [1, 2]) expect((await step(id, 'redo')).status).toBe(200)
    expect(await featuresOf(id, control)).toEqual(last)
  })

  test('is written by whoever has seen how it stands, and by nobody else', async () => {
    const id = await begin('Two windows')
    const { revision } = await present(id)
    expect((await put(id, control, collection(west), `"${revision}"`)).status).toBe(200)
    const late = await put(id, control, collection(east), `"${revision}"`)
    expect([late.status, late.json.code]).toEqual([412, 'revision-stale'])
    expect((await featuresOf(id, control)).features).toEqual([west])
    const path = `/api/studies/${id}/layers/${control}/features`
    expect((await client.call('PUT', path, collection(west))).status).toBe(428)
  })

  test('keeps coordinates to the last digit, so that neighbours share their lines', async () => {
    const id = await begin('To the last digit')
    const x = 36.3 + 1 / 300
    const drawing = collection(
      region(box(36.3, 33.48, x, 33.49), { class: 'A' }),
      region(box(x, 33.48, 36.31, 33.49), { class: 'B' }),
    )
    expect((await put(id, control, drawing)).status).toBe(200)
    expect(await featuresOf(id, control)).toEqual(drawing)
    const { json } = await measured(id)
    expect(json.layers[0].multipleM2).toBe(0)
    expect(json.layers[0].uncoveredM2).toBeCloseTo(0, 3)
  })

  test('takes classes that it did not have, after those that it had', async () => {
    const id = await begin('New classes')
    const answer = await put(id, control, collection(west, { ...east, properties: { class: 'C' } }))
    expect(answer.json.classes.map((own: { class: string }) => own.class)).toEqual(['A', 'B', 'C'])
    await put(id, control, collection())
    const emptied = (await present(id)).layers.find((own) => own.id === control)!
    expect([emptied.features, emptied.classes.length]).toEqual([0, 3])
    expect(codesOf((await measured(id)).json.notes)).toContain('layer-undrawn')
  })

  test.each([
    ['no collection', { type: 'Feature' }, 400, 'body-invalid'],
    [
      'points',
      collection({
        type: 'Feature',
        properties: { class: 'A' },
        geometry: { type: 'Point', coordinates: [36.3, 33.48] },
      }),
      422,
      'layer-not-polygons',
    ],
    ['a position off the earth', collection(region(box(36.3, 33.48, 36.31, 133.49), { class: 'A' })), 422, null],
    [
      'a position that is no number',
      collection(
        region(
          [
            ['x' as unknown as number, 1],
            [36.3, 33.4],
            [36.3, 33.48],
          ],
          { class: 'A' },
        ),
      ),
      422,
      null,
    ],
    ['regions without a class', collection(region(box(36.3, 33.48, 36.31, 33.49))), 422, 'field-absent'],
  ] as const)('refuses %s and stays as it was', async (_what, drawing, status, code) => {
    const id = await begin('Refused')
    await put(id, control, collection(west))
    const before = await present(id)
    const answer = await put(id, control, drawing)
    expect(answer.status).toBe(status)
    expect(answer.json.detail).not.toBe('')
    if (code !== null) expect(answer.json.code).toBe(code)
    expect(await present(id)).toEqual(before)
  })

  test('closes open rings and tells of lines that cross themselves', async () => {
    const id = await begin('Noted')
    const open = await put(id, control, collection(region(box(36.3, 33.48, 36.305, 33.49).slice(0, 4), { class: 'A' })))
    expect(open.status).toBe(200)
    expect((await featuresOf(id, control)).features).toEqual([west])
    const bow = region(
      [
        [36.3, 33.48],
        [36.31, 33.49],
        [36.31, 33.48],
        [36.3, 33.49],
        [36.3, 33.48],
      ],
      { class: 'A' },
    )
    const crossed = await put(id, control, collection(bow))
    expect(crossed.status).toBe(200)
    expect(codesOf(crossed.json.notes)).toContain('rings-crossing')
  })

  test('refuses too many vertices, too many bytes, and another kind of body', async () => {
    const id = await begin('Too much')
    const many = Array.from({ length: 200_001 }, (_, i): Position => {
      const angle = (i / 200_001) * 2 * Math.PI
      return [36.3 + 0.01 * Math.cos(angle), 33.48 + 0.01 * Math.sin(angle)]
    })
    const answer = await put(id, control, collection(region([...many, many[0]!], { class: 'A' })))
    expect([answer.status, answer.json.code]).toEqual([422, 'drawing-too-large'])
    const heavy = await put(id, control, { ...collection(west), remark: 'x'.repeat(21_000_000) })
    expect([heavy.status, heavy.json.code]).toEqual([413, 'body-too-large'])
    expect((await put(id, control, collection(west), '*', 'text/plain')).status).toBe(415)
  })
})

describe('who may be drawn on', () => {
  test('no layer of a file, but a copy of it', async () => {
    const { id } = await newStudy(client, 'A copy')
    await loaded(client, id, [planFile], { role: 'plan', name: 'plan', accuracyM: 10 })
    const refusal = await put(id, 'plan', collection(west))
    expect([refusal.status, refusal.json.code]).toEqual([422, 'layer-not-drawn'])
    await loaded(client, id, [controlFile], {
      role: 'control',
      name: 'control',
      classField: 'side',
      date: '2018-04-21',
      accuracyM: 100,
    })
    const copied = await start(id, { copyOf: control, name: 'corrected', accuracyM: 30 })
    expect([copied.status, copied.json.drawn, copied.json.method, copied.json.accuracyM]).toEqual([
      201,
      true,
      'by-hand',
      30,
    ])
    expect(codesOf(copied.json.notes)).toContain('drawing-copied')
    expect((await featuresOf(id, copied.json.id)).features).toEqual((await featuresOf(id, control)).features)
    const asked = await start(id, { copyOf: control, name: 'nobody said how exactly' })
    expect(asked.json.accuracyM).toBeUndefined()
    const { layers } = (await measured(id)).json
    expect(layers[1].classes).toEqual(layers[0].classes)

    const own = await featuresOf(id, copied.json.id)
    expect((await put(id, copied.json.id, { ...own, features: own.features.slice(0, 1) })).status).toBe(200)
    expect((await featuresOf(id, control)).features).toHaveLength(2)
  })

  test('is not decided by who writes the study back', async () => {
    const { id } = await newStudy(client, 'By the back door')
    await loaded(client, id, [planFile], { role: 'plan', name: 'plan' })
    const study = await present(id)
    const layers = study.layers.map((layer) => ({ ...layer, drawn: true }))
    const answer = await client.call('PUT', `/api/studies/${id}`, { ...study, layers }, { 'if-match': '*' })
    expect([answer.status, answer.json.code]).toEqual([422, 'layer-member-fixed'])
  })

  test('takes no file beside it, nor a copy of what is not there', async () => {
    const { id } = await newStudy(client, 'Neither nor')
    const both = await client.upload(id, [planFile], { drawn: true, role: 'plan' })
    expect([both.status, both.json.code]).toEqual([422, 'drawing-with-file'])
    expect((await start(id, { copyOf: 'nothing' })).status).toBe(404)
  })
})

describe('a plan that is drawn', () => {
  test('is none until something is drawn, and takes the place of the one before only then', async () => {
    const { id } = await newStudy(client, 'A plan from nothing')
    expect((await start(id, { role: 'plan', name: 'outline', accuracyM: 5 })).status).toBe(201)
    const nothing = await measured(id)
    expect([nothing.status, nothing.json.code]).toEqual([422, 'plan-undrawn'])
    await put(id, 'outline', collection(region(box(36.3, 33.48, 36.31, 33.49))))
    const { json } = await measured(id, 'draws=200')
    expect(json.plan.areaM2).toBeGreaterThan(1_000_000)
    expect(json.plan.low).toBeLessThan(json.plan.areaM2)
    expect(codesOf(json.notes)).toContain('layer-by-hand')

    await start(id, { role: 'plan', name: 'second' })
    expect((await present(id)).plan.layer).toBe('outline')
    await put(id, 'second', collection(region(box(36.3, 33.48, 36.305, 33.49))))
    const after = await present(id)
    expect([after.plan.layer, after.layers.find((own) => own.id === 'outline')!.role]).toEqual(['second', 'context'])
    await put(id, 'second', collection())
    expect((await present(id)).plan.layer).toBeNull()
  })

  test('carries how it was made, and how exactly, into the measurement and the sheet', async () => {
    const id = await begin('Carried')
    await put(id, control, collection(west, east))
    const sheet = await client.get(`/api/studies/${id}/sheet.svg?draws=0`)
    expect(sheet.text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')).toContain(
      'Drawn by hand in Basilia Overlay: Control.',
    )
    const { notes } = (await measured(id)).json
    expect(notes.find(({ code }: { code: string }) => code === 'layer-by-hand').message).toBe(
      'control: drawn by hand in Basilia Overlay; its lines are said to be good to 50 m (one standard deviation per axis).',
    )
    const { json } = await client.get(`/api/studies/${id}/layers/${control}`)
    expect(json).toMatchObject({ method: 'by-hand', accuracyM: 50 })
  })
})
