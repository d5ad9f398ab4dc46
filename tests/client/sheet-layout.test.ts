import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { Resvg } from '@resvg/resvg-js'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { basilia } from '../server/cli/running-command.ts'
import { madePmtiles } from '../server/made-pmtiles.ts'
import { eventually, openStage, stageTimeoutMs, textOf, type Stage } from './open-page.ts'

const square = Buffer.from(
  new Resvg(
    '<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><rect width="256" height="256" fill="#c8d8c0"/></svg>',
  )
    .render()
    .asPng(),
)
let stage: Stage
let folder = ''
let tiles = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'basilia-layout-'))
  tiles = join(folder, 'survey.pmtiles')
  const all = Array.from({ length: 40 * 40 }, (_, i) => ({
    z: 12,
    x: 2440 + (i % 40),
    y: 1625 + Math.floor(i / 40),
    bytes: square,
  }))
  await writeFile(tiles, madePmtiles(all, { metadata: { name: 'Survey of 2016' } }))
  stage = await openStage({ 'base-map': tiles })
}, stageTimeoutMs)
afterAll(async () => {
  await stage.close()
  await rm(folder, { recursive: true })
})

const sheetSvg = (page: Page): Promise<string> =>
  page.locator('.sheet-picture').evaluate((host) => host.shadowRoot!.innerHTML.replace(/[\u2066-\u2069]/g, ''))
const loadLayout = async (page: Page, content: unknown): Promise<void> => {
  const requested = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Load a layout file' }).click()
  await (
    await requested
  ).setFiles({
    name: 'figure.json',
    mimeType: 'application/json',
    buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
  })
}

test('a PMTiles file is the base map of page and sheet, and a layout goes in and out as a file', async () => {
  const { page, errors } = await stage.open('?study=jobar&lang=en')
  await page.getByLabel('Base map', { exact: true }).selectOption('Survey of 2016')
  await eventually(() => textOf(page, '.attribution')).toBe('Survey of 2016')
  await eventually(() => page.locator('.base-map canvas').count()).toBe(1)

  await page.goto(`${stage.address}/?study=jobar&view=sheet&lang=en`)
  await page.waitForSelector('.sheet-picture')
  expect(await sheetSvg(page)).not.toContain('<image')
  await page.getByRole('checkbox', { name: 'Base map: Survey of 2016' }).check()
  await eventually(() => sheetSvg(page)).toContain('<image')
  expect(await sheetSvg(page)).toContain('Base map: Survey of 2016')

  await loadLayout(page, { schema: 'basilia-layout/1', page: { paper: 'a7' } })
  await eventually(() => textOf(page, '.sheet-layout-files .problem')).toContain('page.paper')
  await loadLayout(page, '{')
  await eventually(() => textOf(page, '.sheet-layout-files .problem')).toContain('figure.json')
  const logo = { image: `data:image/png;base64,${square.toString('base64')}`, alt: 'The survey' }
  await loadLayout(page, {
    schema: 'basilia-layout/1',
    page: { widthMm: 280, heightMm: 180 },
    scale: 45_000,
    title: { en: 'Who held Jobar' },
    logos: [logo],
    show: { sources: true },
  })
  await eventually(() => sheetSvg(page)).toContain('Who held Jobar')
  expect(await page.locator('.sheet-layout-files .problem').count()).toBe(0)
  expect(await page.locator('#sheet-scale').inputValue()).toBe('45000')
  await page.fill('#sheet-width', '270')
  await page.locator('#sheet-width').press('Enter')
  await eventually(() =>
    page.locator('.sheet-picture').evaluate((host) => host.shadowRoot!.querySelector('svg')!.getAttribute('viewBox')),
  ).toBe('0 0 270 180')

  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save this layout' }).click()
  const kept = join(folder, 'jobar-layout.json')
  await (await saving).saveAs(kept)
  const making = page.waitForEvent('download')
  await page.locator('.sheet-files').getByRole('button', { name: /SVG/ }).click()
  await (await making).saveAs(join(folder, 'page.svg'))
  const command = await page.locator('.sheet-command code').textContent()
  expect(command).toContain('--layout jobar-layout.json')
  const made = await basilia('sheet', 'jobar', '--out', join(folder, 'line.svg'), '--layout', kept, '--lang', 'en')
  expect([made.code, made.err]).toEqual([0, made.err])
  expect(await readFile(join(folder, 'line.svg'), 'utf8')).toBe(await readFile(join(folder, 'page.svg'), 'utf8'))
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  await page.getByRole('button', { name: 'Put it away' }).click()
  await eventually(() => sheetSvg(page)).not.toContain('Who held Jobar')
  expect(errors).toEqual([])
}, 180_000)
