import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { named } from '../server/import/made-files.ts'
import { arabicShapefile, controlFile, planFile, unplacedShapefile } from '../server/made-layers.ts'
import { dropped, eventually, openStage, stageTimeoutMs, textOf, type Stage } from './open-page.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, stageTimeoutMs)
afterAll(() => stage.close())

async function openNewStudy(title: string, language = 'en'): Promise<Page> {
  const answer = await fetch(`${stage.address}/api/studies`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title }),
  })
  const { id } = (await answer.json()) as { id: string }
  return (await stage.open(`?study=${id}&lang=${language}`)).page
}

const choose = (page: Page, ...files: Parameters<typeof dropped>[0][]): Promise<void> =>
  page.locator('input[type=file]').setInputFiles(files.map(dropped))

async function withPlan(title: string): Promise<Page> {
  const page = await openNewStudy(title)
  await choose(page, planFile)
  await page.waitForSelector('.settings')
  await page.locator('.roles input[value=plan]').check()
  await eventually(() => textOf(page, '.answer')).toContain('The plan covers')
  await page.getByRole('button', { name: 'Done' }).click()
  return page
}

test('a new layer is asked what it is about; ground lies in zones, which have a tab of their own', async () => {
  const page = await withPlan('Land use')
  await choose(page, controlFile)
  await page.waitForSelector('.settings')
  expect(await page.locator('.roles input:checked').count()).toBe(0)
  expect(await textOf(page, '.roles')).toContain('nothing of it is measured')
  await page.locator('#layer-classField').selectOption('side')
  await page.locator('.roles input[value=zones]').check()
  await eventually(() => textOf(page, '.answer')).toMatch(/50(?:\.0)? % ?\) lie in A/)
  expect(await page.locator('.roles input:checked').getAttribute('value')).toBe('zones')
  expect(await page.locator('.roles').innerText()).not.toContain('nothing of it is measured')
  await page.getByRole('tab', { name: 'Zones' }).click()
  await eventually(() => page.locator('#tab-panel tbody tr').count()).toBe(4)
  expect(await page.locator('body').innerText()).not.toContain('held by')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ')}`)).toEqual([])
})

test('the record of a file stands beside the question for its system and in the settings of its layer', async () => {
  const page = await openNewStudy('Record', 'ar')
  await choose(page, arabicShapefile())
  await page.waitForSelector('.settings')
  await page.locator('.settings .reading-record summary').click()
  const rows = page.locator('.settings .reading-record tbody tr')
  expect(await rows.count()).toBe(6)
  expect(await rows.nth(0).innerText()).toMatch(/windows-1256/)
  expect(await rows.nth(1).innerText()).toMatch(/EPSG:4326/)
  const english = await openNewStudy('Asked')
  await choose(english, unplacedShapefile())
  await english.waitForSelector('.question .reading-record')
  expect(await textOf(english, '.question .reading-record')).toContain('not known yet')
})

test('day or month first is asked where the dates of events leave it open', async () => {
  const page = await withPlan('Events')
  await choose(page, named('strikes.csv', 'date,lon,lat\n05/04/2018,36.305,33.485\n06/04/2018,36.306,33.486\n'))
  await page.waitForSelector('.settings')
  await page.locator('.roles input[value=shelling]').check()
  await page.locator('#layer-events').check()
  await page.waitForSelector('input[name=date-order]')
  expect(await page.locator('input[name=date-order]:checked').count()).toBe(0)
  await page.locator('input[name=date-order][value=dmy]').check()
  await page.getByRole('button', { name: 'Leave it to the file' }).waitFor()
  expect(await page.locator('input[name=date-order]:checked').getAttribute('value')).toBe('dmy')
  await eventually(() => page.locator('.reading-record').textContent()).toContain('The day comes before the month')
  await page.getByRole('button', { name: 'Leave it to the file' }).click()
  await eventually(() => page.locator('input[name=date-order]:checked').count()).toBe(0)
})
