import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { named } from '../server/import/made-files.ts'
import { arabicShapefile, controlFile, planFile, unplacedShapefile } from '../server/made-layers.ts'
import { chooseFiles, loadFile, sendFile } from './load-file.ts'
import { eventually, openStage, stageTimeoutMs, textOf, type Stage } from './open-page.ts'

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

async function withPlan(title: string): Promise<Page> {
  const page = await openNewStudy(title)
  await loadFile(page, 'plan', [planFile])
  await eventually(() => textOf(page, '.answer')).toContain('The plan covers')
  await page.getByRole('button', { name: 'Done' }).click()
  return page
}

test('a new layer is asked what it is about; ground lies in zones, which have a tab of their own', async () => {
  const page = await withPlan('Land use')
  await chooseFiles(page, named('sides.geojson', controlFile.bytes))
  expect(await page.locator('.load-row select[id$=-role]').inputValue()).toBe('')
  await page.locator('.load-buttons button[type=submit]').click()
  await eventually(() => page.evaluate(() => document.activeElement?.id)).toMatch(/role$/)
  await sendFile(page, 'zones', { classField: 'side' })
  await page.waitForSelector('.settings')
  await eventually(() => textOf(page, '.answer')).toMatch(/50(?:\.0)? %, lie in A/)
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
  await loadFile(page, 'context', [arabicShapefile()])
  await page.locator('.settings .reading-record summary').click()
  const rows = page.locator('.settings .reading-record tbody tr')
  expect(await rows.count()).toBe(7)
  expect(await rows.nth(6).innerText()).toContain('اتفق قارئان')
  expect(await rows.nth(0).innerText()).toMatch(/windows-1256/)
  expect(await rows.nth(1).innerText()).toMatch(/EPSG:4326/)
  const english = await openNewStudy('Asked')
  await chooseFiles(english, unplacedShapefile())
  await sendFile(english, 'context')
  await english.waitForSelector('.question .reading-record')
  expect(await textOf(english, '.question .reading-record')).toContain('not known yet')
})

test('a layer of ground that could harm people is kept from every sheet, and a grid too fine is refused', async () => {
  const page = await withPlan('Sensitive')
  await loadFile(page, 'control', [controlFile], { classField: 'side' })
  const id = new URL(page.url()).searchParams.get('study')!
  const sheet = async (): Promise<string> =>
    (await fetch(`${stage.address}/api/studies/${id}/sheet.svg?draws=0`)).text()
  await eventually(() => page.locator('.roles input:checked').getAttribute('value')).toBe('control')
  expect(await sheet()).toContain('data-layer="control"')
  await page.locator('input[name=sensitive][value=left-out]').check()
  await eventually(() => page.locator('[data-step=undo]').getAttribute('aria-label')).toContain('leaves the study')
  expect(await sheet()).not.toContain('data-layer="control"')
  await page.locator('input[name=sensitive][value=grid]').check()
  await eventually(() => page.locator('#layer-sensitive-grid').inputValue()).toBe('1000')
  await page.locator('#layer-sensitive-grid').fill('20')
  await page.locator('#layer-sensitive-grid').press('Tab')
  await eventually(() => textOf(page, '.settings .problem')).toContain('100')
  await page.locator('input[name=sensitive][value=open]').check()
  await eventually(sheet).toContain('data-layer="control"')
})

test('day or month first is asked where the dates of events leave it open', async () => {
  const page = await withPlan('Events')
  await loadFile(page, 'shelling', [
    named('strikes.csv', 'date,lon,lat\n05/04/2018,36.305,33.485\n06/04/2018,36.306,33.486\n'),
  ])
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

test('the columns of days of a layer are chosen beside the map, and can be taken back', async () => {
  const ring = [36.3, 36.31, 36.31, 36.3, 36.3].map((x, i) => [x, i < 2 || i === 4 ? 33.48 : 33.49])
  const zone = (start: string, end: string | null) => ({
    type: 'Feature',
    properties: { start, end, floors: 4 },
    geometry: { type: 'Polygon', coordinates: [ring] },
  })
  const features = [zone('2012-05-01', '2016-03-31'), zone('2016-04-01', null)]
  const page = await withPlan('Dated')
  await loadFile(page, 'zones', [named('zones.geojson', JSON.stringify({ type: 'FeatureCollection', features }))])
  await page.locator('#layer-dates-from').selectOption('start')
  await page.locator('#layer-dates-to').selectOption('end')
  await eventually(() => page.locator('.reading-record').textContent()).toContain('start')
  expect(await page.locator('#layer-dates-to').inputValue()).toBe('end')
  await page.locator('#layer-dates-to').selectOption('')
  await page.locator('#layer-dates-from').selectOption('')
  await eventually(() => page.locator('.reading-record').textContent()).not.toContain('start')
})

test('the hatch of zones over control leans on the page as it does on the sheet', async () => {
  const page = await withPlan('Hatches')
  const id = new URL(page.url()).searchParams.get('study')!
  const upload = async (options: object): Promise<void> => {
    const form = new FormData()
    form.append('files', new Blob([controlFile.bytes as Uint8Array<ArrayBuffer>]), controlFile.name)
    form.append('options', JSON.stringify({ classField: 'side', accuracyM: 10, ...options }))
    const answer = await fetch(`${stage.address}/api/studies/${id}/layers?wait=60`, { method: 'POST', body: form })
    expect(answer.status).toBe(201)
  }
  const classes = ['A', 'B'].map((name) => ({
    class: name,
    values: [name],
    label: { en: name },
    color: '#2060c0',
    pattern: 'diagonal',
  }))
  await upload({ name: 'control', role: 'control' })
  await upload({ name: 'land use', role: 'zones', classes })
  await page.reload()
  await page.waitForSelector('.answer')
  const sheet = await (await fetch(`${stage.address}/api/studies/${id}/sheet.svg?draws=0`)).text()
  expect(sheet).toMatch(/<pattern id="diagonal-2060c0-0[^>]*>/)
  expect(sheet).not.toMatch(/<pattern id="diagonal-2060c0-[^>]*patternTransform/)
  // Upright lines: every row of a tile is like the first.
  const upright = await page.evaluate(async () => {
    const shown = [...document.querySelectorAll<HTMLElement>('.swatch')].flatMap(
      (own) => /url\("(.*)"\)/.exec(getComputedStyle(own).backgroundImage)?.[1] ?? [],
    )
    const tiles = await Promise.all(
      [...new Set(shown)].map(async (address) => {
        const bitmap = new Image()
        bitmap.src = address
        await bitmap.decode()
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
        context.drawImage(bitmap, 0, 0)
        const { data, width, height } = context.getImageData(0, 0, bitmap.width, bitmap.height)
        const row = (y: number): string => data.slice(4 * width * y, 4 * width * (y + 1)).join()
        return {
          isMarked: new Set(row(0).match(/(?:\d+,){3}\d+/g)).size > 1,
          isAlike: Array.from({ length: height }, (_, y) => row(y)).every((own) => own === row(0)),
        }
      }),
    )
    return tiles.filter(({ isMarked, isAlike }) => isMarked && isAlike).length
  })
  expect(upright).toBeGreaterThan(0)
})
