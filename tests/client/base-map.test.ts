import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
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
let site = ''

beforeAll(async () => {
  outside = createServer((req, res) => {
    requested.push(req.url ?? '')
    if (isAnswering) res.writeHead(200, { 'content-type': 'image/png' }).end(redTile)
    else res.writeHead(503).end()
  })
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve))
  const { port } = outside.address() as AddressInfo
  site = `http://127.0.0.1:${port}`
  stage = await openStage({ 'base-map': `${site}/{z}/{x}/{y}.png` })
}, stageTimeoutMs)
afterAll(async () => {
  await stage.close()
  outside.close()
})

const choice = (page: Page) => page.locator('#base-map')
const chosen = (page: Page): Promise<string> =>
  choice(page).evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]!.textContent.trim())
/** Once the choices are there. */
async function choose(page: Page, place: number): Promise<void> {
  await eventually(() => choice(page).locator('option').count()).toBeGreaterThan(place)
  await choice(page).selectOption({ index: place })
}

describe('a base map', () => {
  test('is off until chosen, asks only this server, names its makers, and is never remembered as chosen', async () => {
    requested = []
    const visit = await stage.open('')
    await visit.page.waitForSelector('td .with-interval')
    expect(await chosen(visit.page)).toBe('None')
    expect([requested, await visit.page.locator('.attribution').count()]).toEqual([[], 0])
    await choose(visit.page, 1)
    await eventually(() => requested.length).toBeGreaterThan(3)
    expect(requested.every((path) => /^\/\d+\/\d+\/\d+\.png$/.test(path))).toBe(true)
    await eventually(() => chosen(visit.page)).toMatch(/^Asks 127\.0\.0\.1:\d+ for the ground shown$/)
    await eventually(() => textOf(visit.page, '.attribution')).toMatch(/^127\.0\.0\.1:\d+$/)
    expect([visit.outside, visit.errors]).toEqual([[], []])
    await eventually(() => visit.page.locator('.base-map canvas').count()).toBe(1)
    expect(visit.page.url()).not.toContain('base')
    await visit.page.reload()
    await visit.page.waitForSelector('.answer')
    expect(await chosen(visit.page)).toBe('None')
  })

  test('says in its place that the outside does not answer, and the map goes on', async () => {
    isAnswering = false
    const { page, outside: strangers, errors } = await stage.open('?study=jobar')
    await choose(page, 1)
    await eventually(() => textOf(page, '.base-map-choice')).toContain('The map goes on without it.')
    expect(errors.every((text) => text.startsWith('Failed to load resource'))).toBe(true)
    expect(strangers).toEqual([])
    await choose(page, 0)
    await eventually(() => textOf(page, '.base-map-choice')).not.toContain('goes on without it')
    isAnswering = true
  })

  test('of the reader’s own is named with its makers, shown with them on map and sheet, kept for the next visit and taken away', async () => {
    requested = []
    const { page, errors } = await stage.open('?study=jobar')
    await page.getByText('Another base map', { exact: true }).click()
    const address = page.getByLabel('Address or file')
    await address.fill('no base map')
    await page.getByRole('button', { name: 'Add and show' }).click()
    await eventually(() => textOf(page, '.base-map-choice')).toContain('“no base map” is no base map')
    await address.fill(`${site}/wms?layers=streets&a=b c`)
    await page.getByLabel('Whose it is').fill('© Survey & <b>Sons</b>')
    await page.getByRole('button', { name: 'Add and show' }).click()
    await eventually(() => textOf(page, '.attribution')).toBe('© Survey & <b>Sons</b>')
    await eventually(() => page.locator('.base-map canvas').count()).toBe(1)
    await eventually(() => requested.length).toBeGreaterThan(3)
    expect(requested.every((path) => path.startsWith('/wms?') && path.includes('request=GetMap'))).toBe(true)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

    await page
      .getByRole('tab', { name: 'Sheet' })
      .or(page.getByRole('link', { name: 'Sheet' }))
      .first()
      .click()
    await page.getByRole('checkbox', { name: /^Base map: © Survey/ }).check()
    await eventually(() =>
      page.locator('.sheet-picture').evaluate((host) => host.shadowRoot!.textContent.replace(/[\u2066-\u2069]/g, '')),
    ).toContain('Base map: © Survey & <b>Sons</b>')
    expect(await page.locator('.sheet-command code').textContent()).toContain(
      `--base-map '${site}/wms?layers=streets&a=b c' --base-map-credit '© Survey & <b>Sons</b>'`,
    )

    await page.goto(`${stage.address}/?study=jobar`)
    await choose(page, 2)
    await eventually(() => textOf(page, '.attribution')).toBe('© Survey & <b>Sons</b>')
    await page.getByRole('button', { name: 'Remove this base map' }).click()
    await eventually(() => choice(page).locator('option').count()).toBe(2)
    expect(await chosen(page)).toBe('None')
    expect(errors.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([])
  }, 180_000)
})
