import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFields, south, step, west } from './field-grid.ts'
import { eventually, stageTimeoutMs, textOf, type Stage } from './open-page.ts'

const side = 80
const colors = { destroyed: '#c92610', severe: '#2060c0' }

/** Fields of half a step, so that a quarter of the plan lies in one: two of three destroyed, the others severe, these from May on. */
let stage: Stage
beforeAll(async () => {
  stage = await openFields({
    side,
    width: 0.5,
    propertiesOf: (i) => ({
      grade: i % 3 === 2 ? 'severe' : 'destroyed',
      since: i % 3 === 2 ? '2018-05-01' : '2018-04-01',
    }),
    options: {
      classField: 'grade',
      dateFields: { from: 'since' },
      classes: Object.entries(colors).map(([name, color]) => ({
        class: name,
        values: [name],
        label: { en: name, ar: name },
        color,
        pattern: 'solid',
      })),
    },
  })
}, 3 * stageTimeoutMs)
afterAll(() => stage.close())

/** How far the mean colour of the middle of the plan is from paper, as parts of the colours of both classes. */
async function sharesOnMap(page: Page): Promise<{ destroyed: number; severe: number }> {
  const { x, y, width, height } = (await page.locator('.map').boundingBox())!
  const clip = { x: x + width / 2 - 150, y: y + height / 2 - 150, width: 300, height: 300 }
  const picture = (await page.screenshot({ clip })).toString('base64')
  const [red, , blue] = await page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.codePointAt(0)!)
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
    context.drawImage(bitmap, 0, 0)
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
    const sums = [0, 0, 0]
    for (let i = 0; i < data.length; i++) if (i % 4 < 3) sums[i % 4]! += data[i]!
    return sums.map((sum) => (4 * sum) / data.length)
  }, picture)
  const paper = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--paper').trim())
  const parts = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  const [ofPaper, ofDestroyed, ofSevere] = [paper, colors.destroyed, colors.severe].map(parts)
  // Ground is drawn at 0.55 of its colour; two channels tell two classes apart.
  const [a, b, c, d] = [
    ofDestroyed![0]! - ofPaper![0]!,
    ofSevere![0]! - ofPaper![0]!,
    ofDestroyed![2]! - ofPaper![2]!,
    ofSevere![2]! - ofPaper![2]!,
  ]
  const [lessRed, lessBlue] = [red! - ofPaper![0]!, blue! - ofPaper![2]!]
  const determinant = 0.55 * (a * d - b * c)
  return {
    destroyed: (lessRed * d - b * lessBlue) / determinant,
    severe: (a * lessBlue - lessRed * c) / determinant,
  }
}

describe('a layer of more features than a map draws one by one', () => {
  test('is never fetched whole, and covers as much of the map as of the plan', async () => {
    const requested: string[] = []
    const { page, errors } = await stage.open('?study=fields&at=2018-06-01')
    page.on('request', (request) => requested.push(`${request.headers()['accept']} ${request.url()}`))
    await page.reload()
    await page.waitForSelector('.answer')
    await eventually(async () => {
      const { destroyed, severe } = await sharesOnMap(page)
      return Math.max(Math.abs(destroyed / (0.25 * (2 / 3)) - 1), Math.abs(severe / (0.25 / 3) - 1))
    }).toBeLessThan(0.08)
    expect(requested.filter((own) => own.includes('.mvt')).length).toBeGreaterThan(0)
    expect(requested.filter((own) => own.includes('geo+json') && own.includes('/layers/fields'))).toEqual([])
    expect(errors).toEqual([])
  })

  test('offers the days of its features to compare, and begins with the first and the last', async () => {
    const { page } = await stage.open('?study=fields&at=2018-06-01&view=timeline')
    await eventually(() =>
      page.locator('#change-from option').evaluateAll((all) => all.map((one) => one.getAttribute('value'))),
    ).toEqual(['2018-04-01', '2018-05-01'])
    await eventually(() => textOf(page, '.change-sentence')).toContain('From 1 April 2018 to 1 May 2018')
  })

  test('shows what held on the day', async () => {
    const { page } = await stage.open('?study=fields&at=2018-04-15')
    await eventually(async () => (await sharesOnMap(page)).destroyed).toBeGreaterThan(0.1)
    expect(Math.abs((await sharesOnMap(page)).severe)).toBeLessThan(0.01)
  })

  test('says through the server what lies under the pointer, and outlines that feature', async () => {
    const { page } = await stage.open('?study=fields&at=2018-06-01')
    await eventually(async () => (await sharesOnMap(page)).severe).toBeGreaterThan(0.05)
    const requested: string[] = []
    page.on('request', (request) => requested.push(request.url()))
    const { x, y, width, height } = (await page.locator('.map').boundingBox())!
    await page.locator('.map-buttons button').first().click()
    await page.locator('.map-buttons button').first().click()
    const placeAt = async (right: number, down: number) => {
      await page.mouse.move(x + width / 2 + right, y + height / 2 + down, { steps: 2 })
      const [lat, lon] = (await textOf(page, '.readout')).match(/[\d.]+(?=°)/g)!.map(Number)
      return { lat: lat!, lon: lon! }
    }
    const scaleOf = async () => {
      const [a, b] = [await placeAt(-200, 200), await placeAt(200, -200)]
      return {
        lon: (b.lon - a.lon) / 400,
        lat: (b.lat - a.lat) / 400,
        middle: { lon: (a.lon + b.lon) / 2, lat: (a.lat + b.lat) / 2 },
      }
    }
    // The map has come to rest when it says the same twice.
    let scale = await scaleOf()
    await eventually(async () => {
      const before = scale
      scale = await scaleOf()
      return JSON.stringify(before) === JSON.stringify(scale) && scale.lon < 0.000_03
    }).toBe(true)
    const pointAtField = async (i: number, aside: number): Promise<void> => {
      const lon = west + (i % side) * step + step / 4 + aside
      const lat = south + Math.floor(i / side) * step + step / 4
      const { middle } = scale
      await page.mouse.move(
        x + width / 2 + (lon - middle.lon) / scale.lon,
        y + height / 2 - (lat - middle.lat) / scale.lat,
        { steps: 2 },
      )
    }
    const inMiddle = 40 * side + 40
    for (const [field, aside, wanted] of [
      [inMiddle + ((2 - (inMiddle % 3) + 3) % 3), 0, /severe/],
      [inMiddle + ((3 - (inMiddle % 3)) % 3), 0, /destroyed/],
      [inMiddle, step / 2, /not covered/],
    ] as const) {
      await pointAtField(field, aside)
      await eventually(async () => (await page.locator('tr.lit').allInnerTexts()).join()).toMatch(wanted)
    }
    expect(requested.filter((url) => url.includes('/identify') && url.includes('outline=true')).length).toBeGreaterThan(
      2,
    )
  })

  test('is settled in a form with the count of every value, and boxed rather than outlined', async () => {
    const { page } = await stage.open('?study=fields&at=2018-06-01')
    await page
      .getByRole('button', { name: /fields/ })
      .last()
      .click()
    await eventually(() => textOf(page, '.layer-panel, aside')).toMatch(/destroyed 4,267/)
  })
})
