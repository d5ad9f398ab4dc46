import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually, openBundled, stageTimeoutMs, textOf, type Stage } from './open-page.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openBundled()
}, stageTimeoutMs)
afterAll(() => stage.close())

test('a line measured on the map is as long as the scale bar says, and encloses ground', async () => {
  const { page } = await stage.open('?study=marota-city')
  await page.waitForSelector('.scale-bar .length:not(:empty)')
  await page.getByRole('button', { name: 'Measure on the map' }).click()
  expect(await textOf(page, '.ruler')).toContain('press Enter for its middle')
  const { x, y, width, height } = (await page.locator('.map').boundingBox())!
  const [middleX, middleY] = [x + width / 2, y + height / 2]
  for (const [east, south] of [
    [-100, 0],
    [100, 0],
    [100, 150],
  ] as const) {
    await page.mouse.move(middleX + east, middleY + south, { steps: 3 })
    await page.mouse.click(middleX + east, middleY + south)
  }
  await eventually(() => textOf(page, '.ruler')).toMatch(/^[\d.]+ km; [\d.]+ ha enclosed\./)
  const [, kilometres, hectares] = /^([\d.]+) km; ([\d.]+) ha/.exec(await textOf(page, '.ruler'))!
  const bar = (await page.locator('.scale-bar .bar').boundingBox())!
  const [, number, unit] = /^([\d.]+)\s(km|m)$/.exec(await textOf(page, '.scale-bar .length'))!
  const perPixelM = (Number(number) * (unit === 'km' ? 1000 : 1)) / bar.width
  expect(Number(kilometres) / ((350 * perPixelM) / 1000)).toBeCloseTo(1, 1)
  expect(Number(hectares) / (((200 * 150) / 2) * (perPixelM ** 2 / 10_000))).toBeCloseTo(1, 1)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await page.locator('.map').press('Escape')
  await eventually(() => page.locator('.ruler').count()).toBe(0)
})

test('corners are set from the keyboard at the middle of the map', async () => {
  const { page } = await stage.open('?study=marota-city')
  await page.waitForSelector('.scale-bar .length:not(:empty)')
  await page.getByRole('button', { name: 'Measure on the map' }).press('Enter')
  const map = page.locator('.map')
  await map.press('Enter')
  const from = await textOf(page, '.ruler')
  await map.press('ArrowRight')
  await eventually(async () => {
    await map.press('Enter')
    return textOf(page, '.ruler')
  }).not.toBe(from)
  expect(await textOf(page, '.ruler')).toMatch(/^[\d.,]+ k?m\. A first look/)
})

test('a click on the map, or Enter for its middle, tells what every layer says of the place, until Escape', async () => {
  for (const language of ['en', 'ar']) {
    const { page } = await stage.open(`?study=basilia-city&lang=${language}`)
    await page.waitForSelector('.scale-bar .length:not(:empty)')
    const { x, y, width, height } = (await page.locator('.map').boundingBox())!
    // The plan comes to the middle of the map when it is there.
    await eventually(async () => {
      await page.mouse.click(x + width / 2, y + height / 2)
      // Another click asks anew: it waits until this one is answered.
      await page.waitForSelector('.place-card :is(li, p:not(.quiet))')
      return page.locator('.place-card li').count()
    }).toBeGreaterThan(1)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    expect(await textOf(page, '.place-card')).not.toMatch(/undefined|null|\{/)
    // The neighbourhood by its name, in the language of the page.
    expect((await page.locator('.place-card li b').allInnerTexts()).join()).toMatch(
      language === 'ar' ? /\p{Script=Arabic}/u : /[A-Z]/,
    )
    await page.locator('.map').press('Escape')
    await eventually(() => page.locator('.place-card').count()).toBe(0)
    await page.locator('.map').press('Enter')
    await page.waitForSelector('.place-card li')
  }
})

test.each(['en', 'ar'])(
  'what is measured and where the pointer is cover no other words of a narrow map (%s)',
  async (language) => {
    const { page } = await stage.open(`?study=marota-city&lang=${language}`, { viewport: { width: 390, height: 844 } })
    await page.waitForSelector('.scale-bar .length:not(:empty)')
    await page.locator('.map-buttons button').last().click()
    const { x, y, width, height } = (await page.locator('.map').boundingBox())!
    for (const east of [-40, 40]) await page.mouse.click(x + width / 2 + east, y + height / 2)
    await page.mouse.move(x + width / 2, y + height / 2 + 20, { steps: 3 })
    await page.waitForSelector('.readout:not([hidden])')
    const boxes = await page
      .locator('.ruler, .readout, .scale-bar, .drawer-button, .map-buttons')
      .evaluateAll((all) => all.map((one) => ({ name: one.className, box: one.getBoundingClientRect().toJSON() })))
    expect(boxes).toHaveLength(5)
    const met = boxes.flatMap(({ name, box }, i) =>
      boxes
        .slice(i + 1)
        .filter(
          (other) =>
            other.box.left < box.right &&
            box.left < other.box.right &&
            other.box.top < box.bottom &&
            box.top < other.box.bottom,
        )
        .map((other) => `${name} and ${other.name}`),
    )
    expect(met).toEqual([])
  },
)
