import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { crossTable } from '../../core/measure/cross-table.ts'
import type { Measurement } from '../../core/model/measurement.ts'
import type { Study } from '../../core/model/study.ts'
import { boxes, planFile } from '../server/made-layers.ts'
import { eventually, openStage, stageTimeoutMs, textOf, type Stage } from './open-page.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, stageTimeoutMs)
afterAll(() => stage.close())

const ask = async <T>(path: string): Promise<T> => (await (await fetch(`${stage.address}${path}`)).json()) as T

/** How much of the mask lets the map through: its share of pixels without colour. */
const openShare = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.veil canvas')!
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
    let open = 0
    for (let i = 3; i < data.length; i += 4) if (data[i] === 0) open++
    return open / (data.length / 4)
  })

/** How much of the map lies under the stripes of ground that several claim. */
const stripedShare = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.several-ground canvas')!
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
    let striped = 0
    for (let i = 3; i < data.length; i += 4) if (data[i]! > 127) striped++
    return striped / (data.length / 4)
  })

/** A study whose plan lies half under A, of which B claims two thirds as well. */
async function claimedByTwo(): Promise<string> {
  const send = (path: string, body: string | FormData, type?: string) =>
    fetch(`${stage.address}/api/studies${path}`, {
      method: 'POST',
      body,
      ...(type ? { headers: { 'content-type': type } } : {}),
    })
  const { id } = (await (await send('', JSON.stringify({ title: 'Two claims' }), 'application/json')).json()) as {
    id: string
  }
  const control = boxes('control.geojson', [
    [[36.29, 33.47, 36.306, 33.5], { side: 'A' }],
    [[36.302, 33.47, 36.32, 33.5], { side: 'B' }],
  ])
  for (const [file, role] of [
    [planFile, 'plan'],
    [control, 'control'],
  ] as const) {
    const form = new FormData()
    form.append('options', JSON.stringify({ name: role, role, ...(role === 'control' ? { classField: 'side' } : {}) }))
    form.append('files', new Blob([file.bytes as Uint8Array<ArrayBuffer>]), file.name)
    const answer = await send(`/${id}/layers?wait=60`, form)
    expect(answer.status).toBe(201)
  }
  return id
}

const rowOf = (page: Page, name: string) =>
  page.locator('#tab-panel tbody tr').filter({ has: page.getByRole('rowheader', { name, exact: true }) })

/** The middle of the map, where the plan of every study lies after opening. */
async function mapPoint(page: Page, dx = 0, dy = 0): Promise<{ x: number; y: number }> {
  const box = (await page.locator('.map').boundingBox())!
  return { x: box.x + box.width / 2 + dx, y: box.y + box.height / 2 + dy }
}

describe('rows and ground', () => {
  test('a row lights its ground: the parts of the plan that rows light are those that they measure', async () => {
    const { page } = await stage.open('')
    await page.waitForSelector('.veil canvas')
    await eventually(() => openShare(page)).toBeGreaterThan(0.05)
    const plan = await openShare(page)
    const measurement = await ask<Measurement>('/api/studies/basilia-city/measurement')
    const { classes } = measurement.layers.find(({ role }) => role === 'control')!
    let sum = 0
    for (const name of ['ISIS', 'ISIS, some sources (3 of 4)', 'ISIS, some sources (2 of 4)']) {
      await rowOf(page, name).hover()
      const wanted = classes.find((one) => one.class === name)!.areaM2 / measurement.plan.areaM2
      await eventually(async () => Math.abs((await openShare(page)) / plan - wanted)).toBeLessThan(0.03)
      sum += await openShare(page)
    }
    expect(sum / plan).toBeGreaterThan(0.34)
    expect(sum / plan).toBeLessThan(0.42)
  })

  test('ground lights its row, and leaves it when the pointer does', async () => {
    const { page } = await stage.open('')
    await page.waitForSelector('.veil canvas')
    await eventually(() => openShare(page)).toBeGreaterThan(0.05)
    const { x, y } = await mapPoint(page, -200, -20)
    await page.mouse.move(x, y)
    await eventually(() => page.locator('tr.lit').count()).toBe(1)
    expect(await textOf(page, 'tr.lit')).toContain('not covered')
    expect(await textOf(page, '.readout')).toMatch(/^33\.\d{4}° N 36\.\d{4}° E$/)
    await page.mouse.move(5, 5)
    await eventually(() => page.locator('tr.lit').count()).toBe(0)
  })

  test('focus lights as the pointer does; Enter pins, and again lets go', async () => {
    const { page } = await stage.open('')
    const button = rowOf(page, 'ISIS').getByRole('button')
    await button.focus()
    await eventually(() => page.locator('tr.lit').count()).toBe(1)
    await page.keyboard.press('Enter')
    await page.locator('#tab-control').focus()
    expect(await textOf(page, 'tr.lit')).toContain('ISIS')
    expect(await button.getAttribute('aria-pressed')).toBe('true')
    await button.press('Enter')
    await page.locator('#tab-control').focus()
    await eventually(() => page.locator('tr.lit').count()).toBe(0)
  })

  test('combinations and units have their ground too', async () => {
    const { page } = await stage.open('')
    await page.waitForSelector('.veil canvas')
    await eventually(() => openShare(page)).toBeGreaterThan(0.05)
    for (const tab of ['combined', 'units']) {
      await page.locator('h1').hover()
      await eventually(() => page.locator('tr.lit').count()).toBe(0)
      const plan = await openShare(page)
      await page.locator(`#tab-${tab}`).click()
      const rows = page.locator('#tab-panel tbody tr:has(.row-button)')
      // The tables of a tab may come after it.
      await eventually(() => rows.count()).toBeGreaterThan(2)
      const count = await rows.count()
      let sum = 0
      for (let i = 0; i < count; i++) {
        const before = await openShare(page)
        await rows.nth(i).hover()
        await eventually(() => openShare(page)).not.toBe(before)
        sum += await openShare(page)
      }
      expect(sum / plan).toBeGreaterThan(0.9)
      expect(sum / plan).toBeLessThan(1.01)
    }
  })

  // On a day that has damage too, so that there is a third layer to look within.
  test('a cell of the cross-table has its ground, and so has the total of its row', async () => {
    const { page } = await stage.open('?at=2018-04-24')
    await page.waitForSelector('.veil canvas')
    await eventually(() => openShare(page)).toBeGreaterThan(0.05)
    const plan = await openShare(page)
    await page.locator('#tab-combined').click()
    await page.locator('#pivot-columns').selectOption('shelling')
    const study = await ask<Study>('/api/studies/basilia-city')
    const measurement = await ask<Measurement>('/api/studies/basilia-city/measurement?at=2018-04-24')
    const crossed = crossTable(study, measurement, ['control', 'shelling'])
    if (!crossed.ok) throw new Error(crossed.problem.code)
    const [rows, columns] = crossed.value.axes
    expect(await page.locator('.pivot tbody tr').count()).toBe(rows!.categories.length + 1)
    expect(await page.locator('.pivot thead th').count()).toBe(columns!.categories.length + 1)
    const cells = columns!.categories.map(({ key }) =>
      crossed.value.cells.find(({ keys }) => keys[0] === rows!.categories[1]!.key && keys[1] === key),
    )
    for (const [i, cell] of [...cells, rows!.categories[1]!].entries()) {
      const shown = page.locator('.pivot tbody tr').nth(1).locator('td').nth(i)
      expect(await shown.locator('button').count()).toBe(cell ? 1 : 0)
      if (!cell) continue
      await shown.locator('button').hover()
      await eventually(async () => Math.abs((await openShare(page)) / plan - cell.share)).toBeLessThan(0.03)
    }
    await page.locator('#pivot-within').selectOption({ index: 1 })
    await eventually(() => page.locator('.pivot-block').innerText()).not.toContain('add up to the plan')
    await page.locator('#pivot-within').selectOption('')
    await page.getByRole('checkbox', { name: /one party together/ }).check()
    const parties = crossTable(study, measurement, ['control', 'shelling'], 'party')
    if (!parties.ok) throw new Error(parties.problem.code)
    await page.locator('.pivot tbody tr').first().locator('td').last().locator('button').hover()
    await eventually(async () =>
      Math.abs((await openShare(page)) / plan - parties.value.axes[0]!.categories[0]!.share),
    ).toBeLessThan(0.03)
  })

  test('ground that two claim has the stripes of the bar, on as much of the plan as is measured', async () => {
    const id = await claimedByTwo()
    const measurement = await ask<Measurement>(`/api/studies/${id}/measurement`)
    const wanted = measurement.layers[0]!.multipleM2 / measurement.plan.areaM2
    expect(wanted).toBeGreaterThan(0.2)
    const { page } = await stage.open(`?study=${id}`)
    await page.waitForSelector('.several-ground canvas')
    await eventually(() => openShare(page)).toBeGreaterThan(0.05)
    await eventually(async () => Math.abs((await stripedShare(page)) / (await openShare(page)) - wanted)).toBeLessThan(
      0.01,
    )
    await page.getByRole('checkbox', { name: 'control' }).uncheck()
    await eventually(() => page.locator('.several-ground canvas').count()).toBe(0)
  })

  test('a layer switched off leaves the map', async () => {
    const { page } = await stage.open('')
    const picture = async (): Promise<string> => (await page.locator('.map').screenshot()).toString('base64')
    await page.waitForSelector('.veil canvas')
    await eventually(() => openShare(page)).toBeGreaterThan(0.05)
    const before = await picture()
    await page.getByRole('checkbox', { name: 'Control on 21 April 2018' }).uncheck()
    await eventually(picture).not.toBe(before)
    expect(await textOf(page, '.answer')).toContain('ISIS')
  })
})
