import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { uncertaintySchema } from '../../../server/routes/uncertainty-schemas.ts'
import { running, type Client } from './running-server.ts'

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
    const isis = figures.find(({ subject }) => subject.kind === 'class' && subject.class === 'ISIS, claimed')!
    expect(isis.draws!.lowM2).toBeLessThan(isis.areaM2)
    expect(isis.bounds!.minM2).toBeLessThan(isis.draws!.lowM2)
    expect(isis.bounds!.maxM2).toBeGreaterThan(isis.estimate!.highM2)
    expect(layers.map(({ name }) => name)).toEqual(['plan', 'control', 'shelling', 'damage'])
    expect((await ask()).json).toEqual(json)
  })

  test('When no draws are asked for, then there is the estimate alone, and narrower bands give narrower bounds', async () => {
    const at = async (band: string) => uncertaintySchema.parse((await client.get(`/api/studies/basilia-city/uncertainty?draws=0&band=${band}`)).json)
    const [narrow, wide] = [await at('1'), await at('2')]
    expect(wide.figures[0]).not.toHaveProperty('draws')
    expect(wide.contributions).toEqual([])
    expect(narrow.figures[0]!.estimate).toEqual(wide.figures[0]!.estimate)
    expect(narrow.figures[0]!.bounds!.maxM2).toBeLessThan(wide.figures[0]!.bounds!.maxM2)
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
})
