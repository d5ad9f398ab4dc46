import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { identifiedSchema } from '../../../core/measure/identify.ts'
import { running, type Client } from './running-server.ts'

let client: Client
beforeAll(async () => {
  client = await running()
})
afterAll(() => client.stop())

const ask = async (query: string) => {
  const { status, json } = await client.get(`/api/studies/basilia-city/identify?${query}&wait=600`)
  return { status, said: status === 200 ? identifiedSchema.parse(json) : null, code: (json as { code?: string }).code }
}

describe('what the layers say of one place', () => {
  test('is told with class, by what right, and who says so', async () => {
    const { said } = await ask('lon=36.287&lat=33.464&at=2018-04-21')
    expect(said).toMatchObject({ lon: 36.287, lat: 33.464, at: '2018-04-21' })
    const roles = said!.layers.map(({ role }) => role)
    expect(roles).toContain('plan')
    const control = said!.layers.filter(({ role }) => role === 'control')
    expect(control.length).toBeGreaterThan(0)
    for (const own of control) {
      expect(own.class).toMatch(/ISIS/)
      expect(own.holds).toBe('shown')
      expect(own.sources.length).toBeGreaterThan(0)
      expect(own.feature).toBeGreaterThan(0)
    }
  })

  test('follows the day, and is nothing where no layer says anything', async () => {
    const { said: before } = await ask('lon=36.287&lat=33.464&at=2018-01-01')
    expect(before!.layers.filter(({ role }) => role === 'control')).toEqual([])
    const { said: far } = await ask('lon=10&lat=50&at=2018-04-21')
    expect(far!.layers).toEqual([])
  })

  test('refuses what is no place', async () => {
    for (const query of [
      'lon=36.3',
      'lon=&lat=',
      'lon=0x24&lat=33',
      'lon=200&lat=33',
      'lon=a&lat=33',
      'lon=36&lat=33&at=2018-02-30',
    ])
      expect((await ask(query)).status).toBe(400)
  })
})
