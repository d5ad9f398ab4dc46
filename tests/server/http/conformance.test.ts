import { afterAll, beforeAll, expect, test } from 'vitest'
import { driveServer, type Conformance } from '../../../bench/conformance/conformance.ts'
import { running, type Client } from './running-server.ts'

/** The short form of `npm run bench -- conformance`. */
const calls = 250

let client: Client
let found: Conformance
beforeAll(async () => {
  client = await running({ 'base-map': 'none' })
  found = await driveServer(client.address, calls, 17)
}, 180_000)
afterAll(() => client.stop())

test('every answer is as the OpenAPI document says, and none is a fault', () => {
  expect(found.differences).toEqual([])
})

test('every operation was called', () => {
  expect([...found.answers.values()].reduce((sum, own) => sum + Object.values(own).reduce((a, b) => a + b, 0), 0)).toBe(
    found.calls,
  )
  expect(found.answers.size).toBeGreaterThan(55)
})
