import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually, openStage, stageTimeoutMs, textOf, type Stage } from './open-page.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, stageTimeoutMs)
afterAll(() => stage.close())

const pairIn = (page: Page): string | null => new URL(page.url()).searchParams.get('pair')
const widthOf = async (page: Page, selector: string): Promise<number> =>
  (await page.locator(selector).first().boundingBox())!.width

test.each(['en', 'ar'])(
  'a second day is swiped over the first by keyboard, and both say their day (%s)',
  async (lang) => {
    const { page, errors } = await stage.open(`?study=basilia-city&lang=${lang}`)
    await page.locator('.map-buttons button').nth(3).press('Enter')
    await page.waitForSelector('.second-map.swipe canvas')
    await eventually(() => textOf(page, '.side-label.left')).toMatch(/2018/)
    await eventually(() => textOf(page, '.side-label.right')).toMatch(/2018/)
    expect(await textOf(page, '.side-label.left')).not.toBe(await textOf(page, '.side-label.right'))
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])

    const clip = (): Promise<string> =>
      page.locator('.second-map').evaluate((element) => getComputedStyle(element).clipPath)
    const before = await clip()
    await page.locator('.swipe-handle').press('ArrowUp')
    await eventually(clip).not.toBe(before)
    await page.locator('.swipe-handle').press('Home')
    await eventually(() => page.locator('.swipe-handle').inputValue()).toBe('0')

    // Another day of the second map stands in the address, and comes back from there.
    const days = page.locator('.pair-bar select').last()
    const values = await days.locator('option').evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))
    const former = await textOf(page, '.side-label.right')
    await days.selectOption(values.at(-1)!)
    await eventually(() => pairIn(page)).toBe(`swipe/${values.at(-1)}`)
    await eventually(() => textOf(page, '.side-label.right')).not.toBe(former)
    const label = await textOf(page, '.side-label.right')
    await page.reload()
    await page.waitForSelector('.second-map.swipe canvas')
    await eventually(() => textOf(page, '.side-label.right')).toBe(label)

    // Nothing of the second map lies over the buttons of the map.
    await page.locator('.map-buttons button').nth(3).click()
    await eventually(() => page.locator('.second-map').count()).toBe(0)
    expect(pairIn(page)).toBeNull()
    expect(errors).toEqual([])
  },
)

test('two maps side by side move together, and two studies far apart each keep their plan', async () => {
  const { page, errors } = await stage.open('?study=basilia-city&lang=en&pair=beside/2018-04-28')
  await page.waitForSelector('.second-map.beside canvas')
  const frame = await widthOf(page, '.map-frame')
  expect(Math.abs((await widthOf(page, '.map')) - frame / 2)).toBeLessThan(4)
  expect(Math.abs((await widthOf(page, '.second-map')) - frame / 2)).toBeLessThan(4)
  // What the second map is moved by, the first is: its place then stands in the address.
  const camera = (): number[] => (new URL(page.url()).searchParams.get('map') ?? '0/0/0').split('/').map(Number)
  const second = (await page.locator('.second-map').boundingBox())!
  const [x, y] = [second.x + second.width / 2, second.y + second.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x - 60, y, { steps: 4 })
  await page.mouse.up()
  await eventually(() => camera()[2]!).toBeGreaterThan(36)

  await page.locator('.pair-bar select').first().selectOption('darayya')
  await eventually(() => textOf(page, '.side-label.right')).toMatch(/Darayya/)
  await eventually(() => textOf(page, '.side-label.left')).toMatch(/Basilia City/)
  await eventually(() => pairIn(page)).toBe('beside//darayya')
  expect(errors).toEqual([])
})
