import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { FeatureCollection, Polygon } from 'geojson'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { translate, type Language } from '../../core/i18n/translate.ts'
import type { Layer } from '../../core/model/layer.ts'
import type { Measurement } from '../../core/model/measurement.ts'
import { fitPicture } from '../../core/picture/fit.ts'
import { pixelOf } from '../../core/picture/pixel-of.ts'
import { basiliaHere } from '../server/cli/running-command.ts'
import { eventually, openStage, stageTimeoutMs, textOf, type Stage } from './open-page.ts'

let stage: Stage
let folder = ''
let picture: Buffer
const [width, height] = [800, 600]
const plan = [[36.29, 33.47], [36.3223, 33.47], [36.3223, 33.497], [36.29, 33.497], [36.29, 33.47]] // prettier-ignore

beforeAll(async () => {
  stage = await openStage()
  folder = await mkdtemp(join(tmpdir(), 'basilia-placing-'))
  const block = (side: number, background: string) => ({ create: { width: side, height: side, channels: 3, background }, } as const) // prettier-ignore
  const crosses = [[60, 60], [700, 60], [700, 500], [60, 500], [380, 280]] as const // prettier-ignore
  picture = await sharp({ create: { width, height, channels: 3, background: '#f4efe4' } })
    .composite([
      { input: block(240, '#3b3b3b'), left: 180, top: 160 },
      ...crosses.map(([left, top]) => ({ input: block(10, '#1f5fa8'), left, top })),
    ])
    .png()
    .toBuffer()
}, stageTimeoutMs)
afterAll(async () => {
  await stage.close()
  await rm(folder, { recursive: true, force: true })
})

/** A study of a plan of about 900 ha, drawn as exactly as can be. */
async function newStudy(title: string): Promise<string> {
  const answer = await fetch(`${stage.address}/api/studies`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title }),
  })
  const { id } = (await answer.json()) as { id: string }
  const form = new FormData()
  form.append('options', JSON.stringify({ role: 'plan', name: 'plan', crs: 'EPSG:4326', accuracyM: 0 }))
  form.append('files', new Blob([JSON.stringify(planFile)]), 'plan.geojson')
  await fetch(`${stage.address}/api/studies/${id}/layers?wait=60`, { method: 'POST', body: form })
  return id
}

const planFile = { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [plan] } }

/** Drops the picture on the page, as somebody with a pointer does. */
async function drop(page: Page): Promise<void> {
  const transfer = await page.evaluateHandle((base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const dropped = new DataTransfer()
    dropped.items.add(new File([bytes], 'livemap.png', { type: 'image/png' }))
    return dropped
  }, picture.toString('base64'))
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
}

const rows = (page: Page) => page.locator('.placing-points tbody tr')

async function sayLayer(page: Page): Promise<void> {
  await page.locator('#trace-name').fill('control')
  await page.locator('.placing-trace input[value=control]').check()
  await page.locator('#trace-date').fill('2018-04-21')
  await page.locator('#trace-class').fill('ISIS')
  await page.locator('#trace-source-title').fill('Livemap')
  await page.locator('#placing-sourceM').fill('50')
  await page.locator('#trace-start').click()
  await page.waitForSelector('#draw-place')
}

const layerOf = async (study: string): Promise<Layer> => {
  const { layers } = (await (await fetch(`${stage.address}/api/studies/${study}`)).json()) as { layers: Layer[] }
  return layers.find(({ role }) => role === 'control')!
}
const featuresOf = async (study: string): Promise<FeatureCollection<Polygon>> => {
  const path = `${stage.address}/api/studies/${study}/layers/${(await layerOf(study)).id}`
  return (await fetch(path, { headers: { accept: 'application/geo+json' } })).json() as Promise<
    FeatureCollection<Polygon>
  >
}
const areaOf = ({ layers }: Measurement): number => layers.find(({ role }) => role === 'control')!.classes[0]!.areaM2

/** What the command makes of the same picture, points and corners: corners brought back to pixels. */
async function measuredByCommand(study: string): Promise<Measurement> {
  const { picture: record } = await layerOf(study)
  const fit = fitPicture(record!.points, record!.transform, record!.plane)
  const ground = await featuresOf(study)
  const regions = {
    type: 'FeatureCollection',
    features: ground.features.map(({ properties, geometry }) => ({
      type: 'Feature',
      properties: { class: (properties as { class: string }).class },
      geometry: {
        type: 'Polygon',
        coordinates: geometry.coordinates.map((ring) => ring.map(([lon, lat]) => pixelOf(fit, [lon!, lat!])!)),
      },
    })),
  }
  const at = (name: string): string => join(folder, `${study}-${name}`)
  const points = ['x,y,lon,lat', ...record!.points.map(({ x, y, lon, lat }) => [x, y, lon, lat].join())].join('\n')
  await writeFile(at('livemap.png'), picture)
  await writeFile(at('points.csv'), points)
  await writeFile(at('regions.geojson'), JSON.stringify(regions))
  await writeFile(at('plan.geojson'), JSON.stringify(planFile))
  const run = async (...args: string[]): Promise<string> => {
    const { code, out, err } = await basiliaHere(...args)
    expect(code, err).toBe(0)
    return out
  }
  await run('measure', '--plan', at('plan.geojson'), '--plan-accuracy', '0', '--save', at('study'), '--format', 'json')
  await run('picture', at('livemap.png'), '--points', at('points.csv'), '--regions', at('regions.geojson'), '--accuracy', '50', '--study', at('study'), '--role', 'control', '--date', '2018-04-21', '--name', 'control') // prettier-ignore
  const measured = JSON.parse(await run('measure', at('study'), '--draws', '1000', '--format', 'json')) as Measurement
  return measured
}

test.each<Language>(['en', 'ar'])(
  'a dropped picture is placed, traced and answered by pointer in %s',
  async (language) => {
    const study = await newStudy(`by pointer ${language}`)
    const { page, errors, outside } = await stage.open(`?study=${study}&lang=${language}`, { until: '#place-new' })
    await drop(page)
    await page.waitForSelector('.picture-map canvas')
    const [pane, map] = [
      (await page.locator('.picture-map').boundingBox())!,
      (await page.locator('.map').boundingBox())!,
    ]
    const scale = Math.min((pane.width - 48) / width, (pane.height - 48) / height)
    const onPicture = ([x, y]: readonly [number, number]) =>
      page.mouse.click(
        pane.x + pane.width / 2 + (x - width / 2) * scale,
        pane.y + pane.height / 2 + (y - height / 2) * scale,
      )
    const mapAt = ([x, y]: readonly [number, number]) =>
      [map.x + map.width / 2 + (x - width / 2) * 0.6, map.y + map.height / 2 + (y - height / 2) * 0.6] as const
    const pixels = [[65, 65], [705, 65], [705, 505], [65, 505], [385, 285]] as const // prettier-ignore
    for (const [i, pixel] of pixels.entries()) {
      // In either order.
      if (i % 2 === 0) await onPicture(pixel)
      await page.mouse.click(...mapAt(pixel))
      if (i % 2 === 1) await onPicture(pixel)
      await eventually(() => rows(page).count()).toBe(i + 1)
    }
    await page.locator('#placing-undo').click()
    await eventually(() => rows(page).count()).toBe(4)
    await page.locator('#placing-redo').click()
    await eventually(() => rows(page).count()).toBe(5)
    // A click is read to a pixel of the screen: two of the picture.
    expect(await rows(page).first().locator('td.number').first().innerText()).toMatch(/\d[.,]\d/)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    const shown = page.waitForResponse((answer) => answer.url().includes('/picture?'))
    await sayLayer(page)
    expect((await shown).headers()['content-type']).toBe('image/webp')
    const corners = [[180, 160], [420, 160], [420, 400], [180, 400]] as const // prettier-ignore
    // The map has its whole place again.
    const whole = (await page.locator('.map').boundingBox())!
    const placed = async (corner: readonly [number, number]) => {
      const [x, y] = mapAt(corner)
      return [x - map.x - map.width / 2 + whole.x + whole.width / 2, y] as const
    }
    for (const corner of corners) await page.mouse.click(...(await placed(corner)))
    await page.mouse.click(...(await placed(corners[0])))
    await eventually(async () => (await featuresOf(study)).features.length).toBe(1)
    await eventually(() => textOf(page, '.draw .settings-head [role=status]')).toBe(translate(language, 'draw.saved'))
    // A corner is dragged to where the picture shows it.
    await page.locator('input[name=draw-tool][value=corners]').check()
    const before = JSON.stringify(await featuresOf(study))
    await page.mouse.move(...(await placed(corners[2])))
    await page.mouse.down()
    await page.mouse.move(...(await placed([430, 410])), { steps: 4 })
    await page.mouse.up()
    await eventually(async () => JSON.stringify(await featuresOf(study)) === before).toBe(false)
    await eventually(() => textOf(page, '.draw .settings-head [role=status]')).toBe(translate(language, 'draw.saved'))
    await page.locator('#draw-done').click()
    const sentence =
      language === 'ar'
        ? /ISIS.*كما رُسم في Livemap/
        : /Of 899(?:\.0)? ha, .* ha.*were held by ISIS on 21 April 2018, as drawn in Livemap\./
    await eventually(() => textOf(page, '.answer')).toMatch(sentence)

    const own = (await (
      await fetch(`${stage.address}/api/studies/${study}/measurement?draws=1000&wait=60`)
    ).json()) as Measurement
    const measured = await measuredByCommand(study)
    expect(areaOf(measured) / areaOf(own)).toBeCloseTo(1, 5)
    expect([errors, outside]).toEqual([[], []])
  },
)

/** Goes on with Tab until the focus is there. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 200; step++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no Tab leads to ${selector}`)
}

async function typeInto(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector)
  await page.keyboard.type(text)
}

const typed = [
  [65, 65, '33.4961, 36.2920'],
  [705, 65, '33.4960, 36.3204'],
  [705, 505, '33.4798, 36.3203'],
  [65, 505, '33.4799, 36.2921'],
  [385, 285, '33.4880, 36.3062'],
] as const

async function chooseByKeys(page: Page): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await tabTo(page, '#place-new')
  await page.keyboard.press('Enter')
  await (await choosing).setFiles({ name: 'livemap.png', mimeType: 'image/png', buffer: picture })
  await page.waitForSelector('#placing-x')
}

async function typePoint(
  page: Page,
  [x, y, place]: (typeof typed)[number] | readonly [number, number, string],
): Promise<void> {
  const count = await rows(page).count()
  await typeInto(page, '#placing-x', String(x))
  await typeInto(page, '#placing-y', String(y))
  await typeInto(page, '#placing-place', place)
  await page.keyboard.press('Enter')
  await eventually(() => rows(page).count()).toBe(count + 1)
}

test.each<Language>(['en', 'ar'])('the same by the keyboard alone in %s', async (language) => {
  const study = await newStudy(`by keys ${language}`)
  const { page, errors } = await stage.open(`?study=${study}&lang=${language}`, { until: '#place-new' })
  await chooseByKeys(page)
  for (const point of typed) await typePoint(page, point)
  // A point is taken back and set again.
  await page.keyboard.press('Tab')
  await tabTo(page, '#placing-add')
  await page.keyboard.press('Control+z')
  await eventually(() => rows(page).count()).toBe(4)
  await page.keyboard.press('Control+Shift+Z')
  await eventually(() => rows(page).count()).toBe(5)
  await typeInto(page, '#trace-name', 'control')
  await tabTo(page, '.placing-trace input[name=role]')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.locator('#trace-date').fill('2018-04-21')
  await typeInto(page, '#trace-class', 'ISIS')
  await typeInto(page, '#trace-source-title', 'Livemap')
  await tabTo(page, '#trace-start')
  await page.keyboard.press('Enter')
  await page.waitForSelector('#draw-place')
  await tabTo(page, '#draw-place')
  for (const [i, place] of ['33.480, 36.295', '33.480, 36.305', '33.490, 36.305', '33.490, 36.295'].entries()) {
    await page.keyboard.type(place)
    await page.keyboard.press('Enter')
    await eventually(() => page.locator('.draw > .corner-list li').count()).toBe(i + 1)
  }
  await page.keyboard.press('Enter')
  await eventually(() => textOf(page, '.draw .settings-head [role=status]')).toBe(translate(language, 'draw.saved'))
  await tabTo(page, '#draw-done')
  await page.keyboard.press('Enter')
  const sentence =
    language === 'ar'
      ? /103.*ISIS.*كما رُسم في Livemap/
      : /103.* ha.*were held by ISIS on 21 April 2018, as drawn in Livemap\./
  await eventually(() => textOf(page, '.answer')).toMatch(sentence)
  // What is drawn on it errs as it was placed.
  const { accuracyM, picture: record } = await layerOf(study)
  expect(accuracyM).toBeCloseTo(record!.pixelM, 6)
  expect(record!.points).toHaveLength(5)
  expect(errors).toEqual([])
})

test('points that place nothing, or elsewhere, are told while they are typed', async () => {
  const study = await newStudy('told')
  const { page } = await stage.open(`?study=${study}`, { until: '#place-new' })
  await chooseByKeys(page)
  const problem = () => page.locator('.placing .problem').first().innerText()
  const notes = () => page.locator('.placing .notes').innerText()
  for (const point of typed) await typePoint(page, point)
  // Longitude before latitude.
  await typePoint(page, [200, 400, '36.2980, 33.4838'])
  await eventually(problem).toContain('control point 6 (200, 400) are exchanged')
  await page.keyboard.press('Control+z')
  await tabTo(page, '#placing-add')
  await page.keyboard.press('Control+z')
  await eventually(() => rows(page).count()).toBe(5)
  await typePoint(page, [900, 300, '33.4875, 36.3290'])
  await eventually(notes).toContain('Control point 6 (900, 300) lies outside the picture (800 × 600 px)')
  // A file takes the place of what was typed: another country, then a line.
  const points = async (lines: readonly string[]) => {
    const choosing = page.waitForEvent('filechooser')
    await page.locator('#placing-file').click()
    await (
      await choosing
    ).setFiles({ name: 'p.csv', mimeType: 'text/csv', buffer: Buffer.from(['x,y,lon,lat', ...lines].join('\n')) })
  }
  await points([
    '65,65,2.30,48.90',
    '705,65,2.33,48.90',
    '705,505,2.33,48.88',
    '65,505,2.30,48.88',
    '385,285,2.315,48.89',
  ])
  await eventually(notes).toContain('shows no ground of the study')
  await points(['65,65,36.30,33.49', '165,165,36.31,33.48', '265,265,36.32,33.47', '365,365,36.33,33.46'])
  await eventually(problem).toContain('lie on a line')
  await points(['x,1,2,3'])
  await eventually(problem).toContain('is not a number')
  // What stood before a file comes back.
  await page.locator('#placing-undo').click()
  await eventually(notes).toContain('shows no ground of the study')
})
