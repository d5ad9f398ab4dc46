import { networkInterfaces } from 'node:os'
import { describe, expect, test } from 'vitest'
import { running } from './running-server.ts'

const ownAddress = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address

describe('how often one address may ask', () => {
  test('When loopback asks more often than the rate, then it is still answered', async () => {
    const client = await running({ rate: '3' })
    for (let i = 0; i < 10; i++) expect((await client.get('/healthz')).status).toBe(200)
    await client.stop()
  })

  test.skipIf(ownAddress === undefined)(
    'When another address does, then it is told to wait (needs a network address)',
    async () => {
      const client = await running({ rate: '3', host: ownAddress! })
      for (let i = 0; i < 3; i++) expect((await client.get('/healthz')).status).toBe(200)
      const { status, headers, json } = await client.get('/healthz')
      expect([status, json.code]).toEqual([429, 'too-many-requests'])
      expect(Number(headers['retry-after'])).toBeGreaterThan(0)
      await client.stop()
    },
  )
})
