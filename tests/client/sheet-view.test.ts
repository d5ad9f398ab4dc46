import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { eventually, openBundled, openStage, stageTimeoutMs, type Stage } from './open-page.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openBundled()
}, stageTimeoutMs)
afterAll(() => stage.close())

/** The sheet that is looked at, as text. */
const sheetText = (page: Page): Promise<string> =>
  page
    .locator('.sheet-picture')
    .evaluate((host) => (host.shadowRoot!.textContent ?? '').replace(/[\u2066-\u2069]/g, ''))
const viewBox = (page: Page): Promise<string | null> =>
  page.locator('.sheet-picture').evaluate((host) => host.shadowRoot!.querySelector('svg')!.getAttribute('viewBox'))

test('the Sheet view shows the sheet as it is printed, and what is chosen is on it and in its files', async () => {
  const { page, errors } = await stage.open('?study=jobar&view=sheet&lang=en', { until: '.sheet-picture' })
  expect(await viewBox(page)).toBe('0 0 297 210')
  expect(await sheetText(page)).toContain('JOB_control_overlap_a4_2018-03-23')

  await page.selectOption('#sheet-paper', 'figure')
  await page.fill('#sheet-width', '280')
  await page.locator('#sheet-width').press('Enter')
  await page.getByLabel('Sources', { exact: true }).check()
  await page.selectOption('#sheet-scale', '50000')
  await eventually(() => viewBox(page)).toBe('0 0 280 120')
  await eventually(() => sheetText(page)).toContain('Sources')
  expect(await sheetText(page)).toContain('1:50,000')

  const file = await page.locator('a[href*="sheet.svg"]').first().getAttribute('href')
  const made = await (await fetch(stage.address + file!)).text()
  expect(made).toContain('width="280mm" height="120mm"')
  expect(
    await page.locator('.sheet-picture').evaluate((host) => host.shadowRoot!.querySelectorAll('path').length),
  ).toBe(made.split('<path').length - 1)
  expect(await page.locator('.sheet-command code').textContent()).toContain('basilia sheet jobar --out sheet.pdf')

  await page.selectOption('#sheet-paper', 'a4')
  await page.selectOption('#sheet-maps', 'pair')
  await eventually(() => sheetText(page)).toContain('1 ·')
  await page.selectOption('#sheet-maps', 'pages-dates')
  await eventually(() => page.locator('.sheet-status').innerText()).toContain('Sheet 1 of')
  await page.getByRole('button', { name: 'Next sheet' }).click()
  await eventually(() => page.locator('.sheet-picture').getAttribute('aria-label')).toMatch(/2 of \d/)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  expect(errors).toEqual([])
}, 120_000)

test('in Arabic the sheet is Arabic and does not mirror, and what cannot be drawn is said', async () => {
  const { page } = await stage.open('?study=yarmouk-camp&view=sheet&lang=ar', {
    until: '.sheet-picture',
    viewport: { width: 360, height: 740 },
  })
  expect(await sheetText(page)).toContain('مخيم اليرموك')
  const edges = await page.locator('.sheet-picture').evaluate((host) => {
    const box = host.getBoundingClientRect()
    return [...host.shadowRoot!.querySelectorAll('#title text')].every(
      (line) => line.getBoundingClientRect().right <= box.right,
    )
  })
  expect(edges).toBe(true)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await page.selectOption('#sheet-paper', 'figure')
  await page.fill('#sheet-width', '60')
  await page.fill('#sheet-height', '60')
  await page.locator('#sheet-height').press('Enter')
  await eventually(() => page.locator('.sheet-view .problem').innerText()).toContain('60 × 60')
}, 120_000)

for (const language of ['en', 'ar'] as const)
  test(`who publishes is said for this study or for all, stands on the sheet at once and can be taken back (${language})`, async () => {
    const own = await openStage()
    onTestFinished(() => own.close())
    const { page, errors } = await own.open(`?study=marota-city&view=sheet&lang=${language}`, {
      until: '.sheet-picture',
    })
    const form = page.locator('.publication-form')
    await form.locator('summary').click()
    await form.locator('input[type=radio]').nth(1).check()
    await eventually(() => form.locator('#publication-institution').isEnabled()).toBe(true)
    await form.locator('#publication-institution').fill(`Institute ${language}`)
    await form.locator('#publication-institution').press('Enter')
    await eventually(() => sheetText(page)).toContain(`Institute ${language}`)
    await form.locator('input[type=radio]').nth(0).check()
    expect(await form.innerText()).toContain(`Institute ${language}`)
    await form.locator('#publication-author').fill('رنا حداد')
    await form.locator('#publication-author').press('Enter')
    await eventually(() => sheetText(page)).toContain('رنا حداد')
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await page.locator('[data-step=undo]').click()
    await eventually(() => sheetText(page)).not.toContain('رنا حداد')
    expect(await sheetText(page)).toContain(`Institute ${language}`)
    expect(errors).toEqual([])
  })
