import { afterAll, beforeAll, expect, test } from 'vitest'
import { metresAt, sliderEnd, stepAt } from '../../client/state/assumed-accuracies.ts'
import { formatInterval } from '../../core/format/interval-text.ts'
import type { Measurement } from '../../core/model/measurement.ts'
import { eventually, openStage, stageTimeoutMs, textOf, type Stage } from './open-page.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, stageTimeoutMs)
afterAll(() => stage.close(), stageTimeoutMs)

const measured = async (query: string): Promise<Measurement> =>
  (await (
    await fetch(`${stage.address}/api/studies/basilia-city/measurement?draws=1000&seed=1&wait=60${query}`)
  ).json()) as Measurement

/** The first figure of the answer's table as the API gives it for a query. */
async function figureOf(query: string): Promise<string> {
  const [row] = (await measured(query)).layers.find(({ role }) => role === 'control')!.classes
  return formatInterval(row!.areaM2, row!, 'en') ?? 'no interval'
}

const revision = async (): Promise<number> =>
  ((await (await fetch(`${stage.address}/api/studies/basilia-city`)).json()) as { revision: number }).revision

test('a slider steps from 1 m to 2 km, and finds its own values again', () => {
  expect([metresAt(0), metresAt(20), metresAt(40), metresAt(sliderEnd)]).toEqual([1, 10, 100, 2000])
  for (let step = 0; step <= sliderEnd; step++) expect(metresAt(stepAt(metresAt(step)))).toBe(metresAt(step))
})

test('the answer’s intervals follow a slider, go back, and stay when they are kept; a layer that says nothing is asked', async () => {
  const { page, errors } = await stage.open('?study=basilia-city')
  const figure = '#tab-panel tbody tr:first-child td:nth-child(2) .with-interval:not(.estimated)'
  await page.waitForSelector(figure)
  const stated = await figureOf('')
  const before = await revision()
  await page.getByText('What if the lines were better or worse?').click()
  const slider = page.getByRole('slider', { name: /Accuracy of Control/ })
  const requested = page.waitForRequest(/\/uncertainty\?.*accuracy=control%3A10/)
  await slider.fill('20')
  await requested
  const assumed = await figureOf('&accuracy=control:10')
  expect(assumed).not.toBe(stated)
  await eventually(() => textOf(page, figure)).toBe(assumed)
  await eventually(() => textOf(page, '.method')).toContain('1,000 draws')
  expect(await revision()).toBe(before)
  await page.getByRole('button', { name: 'Back to what is stated' }).click()
  await eventually(() => textOf(page, figure)).toBe(stated)
  await slider.fill('20')
  await page.getByRole('button', { name: 'Keep them' }).click()
  await eventually(async () => (await revision()) > before).toBe(true)
  await eventually(() => textOf(page, figure)).toBe(await figureOf(''))
  expect(await figureOf('')).toBe(assumed)

  await page.locator('.layers-column .icon-button:not(.to-table)').first().click()
  await page.locator('#layer-accuracy').fill('')
  await page.locator('#layer-accuracy').blur()
  await page.waitForSelector('.missing-accuracy')
  expect(await textOf(page, '.missing-accuracy')).toMatch(
    /^No interval: the accuracy of Basilia City.* is not stated\./,
  )
  await eventually(() => page.locator(figure).count()).toBe(0)
  await page.locator('#layer-accuracy-kind').selectOption({ label: 'Scale of a digitised map' })
  await page.getByRole('button', { name: '1:25,000' }).click()
  await page.waitForSelector(figure)
  expect(await textOf(page, '.accuracy')).toContain('Taken as 8.8 m of standard deviation per axis.')
  expect(await page.locator('.missing-accuracy').count()).toBe(0)
  expect(errors).toEqual([])
})
