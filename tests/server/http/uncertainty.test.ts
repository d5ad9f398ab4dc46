import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { uncertaintySchema } from '../../../core/uncertainty/uncertainty.ts'
import { areaEstimateSchema } from '../../../core/uncertainty/error-matrix.ts'
import { controlFile, planFile } from '../made-layers.ts'
import { loaded, newStudy, running, type Client } from './running-server.ts'

describe('how sure a study is, over HTTP', () => {
  let client: Client
  beforeAll(async () => {
    client = await running()
  })
  afterAll(() => client.stop())

  test('When it is asked, then every area has its interval, its estimate and its bounds, the same again for one seed', async () => {
    const ask = () => client.get('/api/studies/basilia-city/uncertainty?draws=100&seed=5&wait=120')
    const { status, json } = await ask()
    expect([status, json.detail]).toEqual([200, undefined])
    const { figures, method, layers } = uncertaintySchema.parse(json)
    expect(method).toMatchObject({ draws: 100, seed: 5, bandSigmas: 1.96 })
    const isis = figures.find(
      ({ subject }) => subject.kind === 'class' && subject.class === 'ISIS, some sources (2 of 4)',
    )!
    expect(isis.draws!.lowM2).toBeLessThan(isis.areaM2)
    expect(isis.bounds!.minM2).toBeLessThan(isis.draws!.lowM2)
    expect(isis.bounds!.maxM2).toBeGreaterThan(isis.estimate!.highM2)
    expect(layers.map(({ name }) => name)).toEqual(['plan', 'control', 'shelling'])
    expect((await ask()).json).toEqual(json)
  })

  test('When no draws are asked for, then there is the estimate alone, and narrower bands give narrower bounds', async () => {
    const at = async (band: string) =>
      uncertaintySchema.parse((await client.get(`/api/studies/basilia-city/uncertainty?draws=0&band=${band}`)).json)
    const [narrow, wide] = [await at('1'), await at('2')]
    expect(wide.figures[0]).not.toHaveProperty('draws')
    expect(wide.contributions).toEqual([])
    expect(narrow.figures[0]!.estimate).toEqual(wide.figures[0]!.estimate)
    expect(narrow.figures[0]!.bounds!.maxM2).toBeLessThan(wide.figures[0]!.bounds!.maxM2)
    const assumed = uncertaintySchema.parse(
      (await client.get('/api/studies/basilia-city/uncertainty?draws=0&accuracy=control:400')).json,
    )
    expect(assumed.layers.find(({ name }) => name === 'control')!.sigmaM).toBe(400)
    expect(assumed.layers.find(({ name }) => name === 'plan')!.sigmaM).toBe(100)
    const { status, json } = await client.get('/api/studies/basilia-city/uncertainty?band=-3')
    expect([status, json.code]).toEqual([400, 'query-invalid'])
  })

  test('When the ground that cannot be attributed is asked for, then it is polygons whose area is the one told', async () => {
    const { status, json } = await client.get('/api/studies/basilia-city/unattributed')
    expect(status).toBe(200)
    const { layers } = uncertaintySchema.parse((await client.get('/api/studies/basilia-city/uncertainty?draws=0')).json)
    const control = json.features.find((each: { properties: { layer: string } }) => each.properties.layer === 'control')
    expect(control.properties.areaM2 / layers.find(({ name }) => name === 'control')!.unattributedM2!).toBeCloseTo(1, 7)
    expect(control.geometry.type).toMatch(/Polygon$/)
  })

  test('When an error matrix is sent, then the layer’s areas are corrected by it, and what it cannot be of is refused', async () => {
    const { id } = await newStudy(client, 'Corrected')
    await loaded(client, id, [planFile], { role: 'plan' })
    await loaded(client, id, [controlFile], { name: 'control', role: 'control', classField: 'side' })
    const send = (query: string, matrix: string) =>
      client.call('POST', `/api/studies/${id}/error-matrix?${query}`, Buffer.from(matrix), {
        'content-type': 'text/csv',
      })
    const { status, json } = await send('layer=control&sampling=probability', 'map,A,B\nA,45,5\nB,0,50\n')
    expect([status, json.detail]).toEqual([200, undefined])
    const { classes, notes } = areaEstimateSchema.parse(json)
    expect(classes[0]!.areaM2 / classes[0]!.mappedM2).toBeCloseTo(0.9, 6)
    expect(notes).toEqual([])
    expect((await send('layer=control', 'map,A,B\nA,45,5\nB,0,many\n')).json.code).toBe('error-matrix-count')
    expect((await client.get(`/api/studies/${id}/corrected-counts?layer=control&found=8/9`)).json.code).toBe(
      'counts-layer',
    )
  })
})
