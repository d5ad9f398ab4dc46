import { AxeBuilder } from '@axe-core/playwright'
import type { Page, Request } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFields, south, step, west } from './field-grid.ts'
import { eventually, stageTimeoutMs, textOf, type Stage } from './open-page.ts'

const side = 100
/** Ten thousand fields, so that the page has the layer in tiles. */
let stage: Stage
beforeAll(async () => {
  stage = await openFields({
    side,
    width: 1,
    propertiesOf: (i) => ({ name: `Field ${i}`, size: (i * 7919) % 10_007, حي: i === 4_242 ? 'القدم' : null }),
    options: { date: '2018-04-21' },
  })
}, 3 * stageTimeoutMs)
afterAll(() => stage.close())

/** What stands in the first rows that are drawn, by their places. */
const rowsOf = (page: Page): Promise<string[]> =>
  page
    .locator('.attribute-scroll tbody tr:not(.gap)')
    .evaluateAll((all) => all.slice(0, 3).map((row) => (row as HTMLElement).innerText.replaceAll(/\s+/g, ' ').trim()))

const openTable = async (page: Page): Promise<void> => {
  await page.locator('.series .to-table').last().press('Enter')
  await page.waitForSelector('.attribute-scroll tbody td bdi')
}

test.each(['en', 'ar'])('the table of a large layer is sorted, filtered and walked by keyboard (%s)', async (lang) => {
  const { page, errors } = await stage.open(`?study=fields&lang=${lang}`)
  await openTable(page)
  expect(await rowsOf(page)).toEqual(
    ['1 Field 0 0', '2 Field 1 7,919', '3 Field 2 5,831'].map((row) => row.replace(',', '')),
  )
  expect(await page.locator('.attribute-scroll table').getAttribute('aria-rowcount')).toBe('10001')
  // So many rows are not in the page.
  expect(await page.locator('.attribute-scroll tbody tr').count()).toBeLessThan(120)
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])

  const size = page.locator('.attribute-scroll thead button').nth(1)
  await size.press('Enter')
  await eventually(async () => (await rowsOf(page))[0]).toBe('1 Field 0 0')
  await size.press('Enter')
  await eventually(async () => (await rowsOf(page))[0]).toMatch(/ 10006$/)
  expect(await page.locator('[aria-sort="descending"]').count()).toBe(1)

  await page.locator('.attribute-scroll tbody tr[tabindex="0"]').focus()
  await page.keyboard.press('End')
  const place = (): Promise<string | null> =>
    page.evaluate(() => document.activeElement?.getAttribute('data-place') ?? null)
  await eventually(place).toBe('9999')
  await page.keyboard.press('ArrowUp')
  await eventually(place).toBe('9998')
  await eventually(() => page.locator('tr[data-place="9998"]').innerText()).toMatch(/Field/)
  await page.keyboard.press('Home')
  await eventually(place).toBe('0')

  await page.locator('.attribute-head input').fill('القدم')
  await eventually(() => rowsOf(page)).toEqual([expect.stringMatching(/^4[,،٬]?243 Field 4242 .*القدم$/)])
  await eventually(() => new URL(page.url()).searchParams.get('filter')).toBe('القدم')
  await page.reload()
  await page.waitForSelector('.attribute-scroll tbody td bdi')
  await eventually(() => rowsOf(page)).toEqual([expect.stringMatching(/القدم$/)])
  expect(await page.locator('.attribute-head input').inputValue()).toBe('القدم')
  expect(errors).toEqual([])
})

test('a row goes to its feature on the map, and a click on the map to the row of what lies there', async () => {
  const { page, errors } = await stage.open('?study=fields&lang=en')
  await openTable(page)
  await page.locator('.attribute-head input').fill('Field 4242')
  await eventually(async () => (await rowsOf(page)).length).toBe(1)
  await page.locator('tr[data-place="0"]').press('Enter')
  await eventually(() => textOf(page, '.attribute-head [role="status"]')).toContain('Row 4,243 is outlined on the map.')
  // The map goes to the field, whose place the address then says.
  const camera = (): number[] => (new URL(page.url()).searchParams.get('map') ?? '0/0/0').split('/').map(Number)
  const [x, y] = [west + (4242 % side) * step + step / 2, south + Math.floor(4242 / side) * step + step / 2]
  await eventually(() => Math.max(Math.abs(camera()[1]! - y), Math.abs(camera()[2]! - x))).toBeLessThan(step / 4)
  await eventually(() => camera()[0]!).toBeGreaterThan(15)

  // The chosen row is asked for again, and its answer comes late.
  let release = (): void => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  let asked: Request | undefined
  const ended = new Set<Request>()
  page.on('requestfinished', (request) => ended.add(request))
  page.on('requestfailed', (request) => ended.add(request))
  await page.route(/feature=/, async (route) => {
    if (asked) return route.continue()
    asked = route.request()
    await released
    await route.continue().catch(() => {})
  })
  await page.locator('.attribute-head input').fill('')
  await eventually(() => asked).toBeDefined()
  await eventually(() => textOf(page, '.attribute-head [role="status"]')).toContain('10,000 rows')
  // Beside its neighbour to the east, whose row is then chosen and in sight.
  const map = (await page.locator('.map').boundingBox())!
  const perPixel = 360 / 256 / 2 ** camera()[0]!
  await page.mouse.click(map.x + map.width / 2 + step / perPixel, map.y + map.height / 2)
  await eventually(() => page.locator('tr[aria-selected="true"]').allInnerTexts()).toEqual([
    expect.stringContaining('Field 4243'),
  ])
  // It does not take the place of what was chosen since.
  release()
  await eventually(() => ended.has(asked!)).toBe(true)
  expect(await page.locator('tr[aria-selected="true"]').allInnerTexts()).toEqual([
    expect.stringContaining('Field 4243'),
  ])
  const row = (await page.locator('tr[aria-selected="true"]').boundingBox())!
  const panel = (await page.locator('.attribute-scroll').boundingBox())!
  expect(row.y >= panel.y && row.y + row.height <= panel.y + panel.height + 1).toBe(true)
  expect(errors).toEqual([])
})
