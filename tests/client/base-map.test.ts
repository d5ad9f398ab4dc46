import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually, openStage, stageTimeoutMs, textOf, type Stage } from './open-page.ts'

const redTile = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
  'base64',
)

let stage: Stage
let outside: Server
let isAnswering = true
let requested: string[] = []

beforeAll(async () => {
  outside = createServer((req, res) => {
    requested.push(req.url ?? '')
    if (isAnswering) res.writeHead(200, { 'content-type': 'image/png' }).end(redTile)
    else res.writeHead(503).end()
  })
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve))
  const { port } = outside.address() as AddressInfo
  stage = await openStage({ 'base-map': `http://127.0.0.1:${port}/{z}/{x}/{y}.png` })
}, stageTimeoutMs)
afterAll(async () => {
  await stage.close()
  outside.close()
})

const choice = (page: Page) =>
  page.getByRole('checkbox', { name: /^Base map \(asks 127\.0\.0\.1:\d+ for the ground shown/ })

describe('the online base map', () => {
  test('is off until chosen, asks only this server, names its makers, and is never remembered', async () => {
    requested = []
    const visit = await stage.open('')
    await visit.page.waitForSelector('td .with-interval')
    expect(await choice(visit.page).isChecked()).toBe(false)
    expect([requested, await visit.page.locator('.attribution').count()]).toEqual([[], 0])
    await choice(visit.page).check()
    await eventually(() => requested.length).toBeGreaterThan(3)
    expect(requested.every((path) => /^\/\d+\/\d+\/\d+\.png$/.test(path))).toBe(true)
    expect(await textOf(visit.page, '.attribution')).toMatch(/^127\.0\.0\.1:\d+$/)
    expect([visit.outside, visit.errors]).toEqual([[], []])
    await eventually(() => visit.page.locator('.base-map canvas').count()).toBe(1)
    expect(visit.page.url()).not.toContain('base')
    await visit.page.reload()
    await visit.page.waitForSelector('.answer')
    expect(await choice(visit.page).isChecked()).toBe(false)
  })

  test('says in its place that the outside does not answer, and the map goes on', async () => {
    isAnswering = false
    const { page, outside: strangers, errors } = await stage.open('?study=jobar')
    await choice(page).check()
    await eventually(() => textOf(page, '.base-map-choice')).toContain('The map goes on without it.')
    expect(errors.every((text) => text.startsWith('Failed to load resource'))).toBe(true)
    expect(strangers).toEqual([])
    await choice(page).uncheck()
    await eventually(() => textOf(page, '.base-map-choice')).not.toContain('goes on without it')
    isAnswering = true
  })
})
