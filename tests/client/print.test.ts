import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually, openStage, stageTimeoutMs, textOf, type Stage } from './open-page.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, stageTimeoutMs)
afterAll(() => stage.close())

test('the report shows its pages, follows its options, and gives its files with progress and a way to stop', async () => {
  const { page, errors } = await stage.open('?lang=ar&view=report', { until: '#print-draws' })
  expect(await page.locator('#print-draws').inputValue()).toContain('1,000')
  await page.selectOption('#print-draws', { index: 0 })
  const picture = page.locator('.report-pages img')
  await picture.waitFor()
  await eventually(() =>
    picture.evaluate((image: HTMLImageElement) => image.naturalHeight / image.naturalWidth),
  ).toBeGreaterThan(5)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ')}`)).toEqual([])

  const before = await picture.getAttribute('src')
  await page.selectOption('#print-language', { label: 'English' })
  await page.selectOption('#print-standard', { index: 1 })
  await page.locator('.print-options input').uncheck()
  await eventually(() => picture.getAttribute('src')).not.toBe(before)
  const link = page.locator('.report-making a[href*="report.pdf"]')
  expect(await link.getAttribute('href')).toBe(
    '/api/studies/basilia-city/report.pdf?lang=en&draws=0&standard=a-2a&with=none&wait=300',
  )
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toBe('BAS_control_report_2018-04-21.pdf')
  expect((await readFile(await download.path())).toString('latin1')).toContain(
    '<pdfaid:conformance>A</pdfaid:conformance>',
  )

  await page.selectOption('#print-draws', { index: 2 })
  await page.locator('.report-making .progress button').click()
  await eventually(() => page.locator('.report-making .progress').count()).toBe(0)
  await page.locator('.views a').nth(0).click()
  await eventually(() => textOf(page, '.answer')).toContain('900')
  expect(errors).toEqual([])
})
