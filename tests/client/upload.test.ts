import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { named, polygonShp, shapefile, square, textTable, wgs84Prj, zipOf } from '../server/import/made-files.ts'
import { arabicShapefile, boxes, controlFile, planFile, unplacedShapefile } from '../server/made-layers.ts'
import { chooseFiles, loadFile, sendFile } from './load-file.ts'
import { dropped, eventually, openStage, stageTimeoutMs, textOf, type Stage } from './open-page.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, stageTimeoutMs)
afterAll(() => stage.close())

async function openNewStudy(title: string): Promise<Page> {
  const answer = await fetch(`${stage.address}/api/studies`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title }),
  })
  const { id } = (await answer.json()) as { id: string }
  return (await stage.open(`?study=${id}`)).page
}

describe('loading files', () => {
  test('a plan and a layer become a measurement: role and class field are chosen before they join', async () => {
    const page = await openNewStudy('Halves')
    await loadFile(page, 'plan', [planFile])
    await eventually(() => textOf(page, '.answer')).toContain('The plan covers')
    await page.getByRole('button', { name: 'Done' }).click()
    await loadFile(page, 'control', [controlFile], { classField: 'side' })
    await eventually(() => page.locator('#tab-panel tbody tr').count()).toBe(4)
    const rows = await page.locator('#tab-panel tbody tr').allInnerTexts()
    expect(rows[0]).toMatch(/^A\s+[\d.\s]+.*50\.0\s%/s)
    expect(rows[1]).toMatch(/^B\s+[\d.\s]+.*50\.0\s%/s)
    const values = await page.locator('.values').first().locator('tbody tr').all()
    const cells = await Promise.all(values.map((row) => row.locator('td:nth-child(-n + 2)').allInnerTexts()))
    expect(cells.map((row) => row.map((text) => text.trim()))).toEqual([
      ['A', '1'],
      ['B', '1'],
    ])
  })

  test('a dropped zip is on the map while it is still being sent', async () => {
    const page = await openNewStudy('Preview')
    let send = (): void => undefined
    const held = new Promise<void>((resolve) => (send = resolve))
    await page.route('**/api/uploads*', async (route) => {
      await held
      await route.continue()
    })
    const parts = { shp: polygonShp([[square(36.28, 33.47, 0.02)]]), dbf: textTable(['a']), prj: wgs84Prj }
    await chooseFiles(page, named('plan.zip', zipOf(shapefile('plan', parts))))
    const drawn = () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLCanvasElement>('.map canvas')].reduce((sum, canvas) => {
          const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
          return sum + data.reduce((count, value, i) => count + (i % 4 === 3 && value > 0 ? 1 : 0), 0)
        }, 0),
      )
    await eventually(drawn).toBeGreaterThan(500)
    expect(await page.locator('.load-row select').count()).toBe(0)
    send()
    await sendFile(page, 'plan')
    await page.waitForSelector('.settings')
  })

  test('a windows-1256 shapefile that says nothing of it reads right, and tells what was found', async () => {
    const page = await openNewStudy('Encoding')
    await loadFile(page, 'context', [arabicShapefile()])
    expect(await textOf(page, '.samples')).toContain('دمشق القديمة')
    expect(await page.locator('#layer-encoding').inputValue()).toBe('windows-1256')
    expect(await page.locator('.settings .notes li').count()).toBeGreaterThan(0)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ')}`)).toEqual([])
    await page.locator('#layer-encoding').selectOption('windows-1252')
    await eventually(() => textOf(page, '.samples')).not.toContain('دمشق')
    await page.locator('#layer-encoding').selectOption('windows-1256')
    await eventually(() => textOf(page, '.samples')).toContain('دمشق')
  })

  test('columns that were guessed for positions are chosen anew where their note stands', async () => {
    const page = await openNewStudy('Columns')
    await loadFile(page, 'context', [named('t.csv', 'a,b,c\nx,33.47391,36.30061\ny,33.50001,36.40001\n')])
    await page.waitForSelector('#layer-positions-x')
    expect([await page.inputValue('#layer-positions-x'), await page.inputValue('#layer-positions-y')]).toEqual([
      'c',
      'b',
    ])
    await eventually(() => page.getByText('taken for their values').count()).toBeGreaterThan(0)
    await page.selectOption('#layer-positions-x', 'b')
    await eventually(async () => [
      await page.inputValue('#layer-positions-x'),
      await page.inputValue('#layer-positions-y'),
    ]).toEqual(['b', 'c'])
    await eventually(() => page.getByText('taken for their values').count()).toBe(0)
  })

  test('a missing coordinate system is asked for beside the map, with candidates drawn, and never assumed', async () => {
    const page = await openNewStudy('Unplaced')
    await chooseFiles(page, unplacedShapefile())
    await sendFile(page, 'context')
    await page.waitForSelector('.question')
    expect(await page.locator('dialog, [aria-modal=true]').count()).toBe(0)
    expect(await textOf(page, '.question')).toContain('unplaced.zip')
    const choice = page.locator('.choice', { hasText: 'EPSG:32637' })
    const picture = async (): Promise<string> => (await page.locator('.map').screenshot()).toString('base64')
    // The pointer may lie where the choices came to stand, which lights one.
    await page.mouse.move(2, 2)
    await choice.focus()
    const lit = await picture()
    await page.locator('.choice').nth(1).focus()
    await eventually(picture).not.toBe(lit)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    await choice.click()
    await page.waitForSelector('.settings')
    expect(await textOf(page, '.settings')).toContain('EPSG:32637')
  })

  test('the layers of one file are chosen, and one answer places all that wait', async () => {
    const page = await openNewStudy('Together')
    const parts = { shp: polygonShp([[square(249_000, 3_708_000, 900)]]), dbf: textTable(['a']) }
    const both = named('both.zip', zipOf(['east', 'west', 'spare'].flatMap((name) => shapefile(name, parts))))
    await chooseFiles(page, both)
    await page.getByText('as the snapshots of one series').waitFor()
    expect(await page.locator('.series-form').isVisible()).toBe(false)
    await page.getByRole('checkbox', { name: 'east' }).check()
    await page.getByRole('checkbox', { name: 'west' }).check()
    await page.getByRole('button', { name: 'Continue with 2 layers' }).click()
    await eventually(() => page.locator('.load-row .reading-record').count()).toBe(2)
    for (const role of await page.locator('.load-row select[id$=-role]').all()) await role.selectOption('context')
    await page.locator('.load-buttons button[type=submit]').click()
    await eventually(() => page.locator('.waiting-file').count()).toBe(2)
    expect(await textOf(page, '.question')).toContain('these 2 files')
    await page.getByLabel('Another system').fill('99999')
    await page.getByRole('button', { name: 'Use it' }).click()
    await page.locator('.waiting-file summary').first().click()
    await eventually(() => textOf(page, '.waiting-file')).toContain('EPSG:99999')
    expect(await textOf(page, '.waiting-file')).toContain('3,708,900')
    await page.locator('.choice', { hasText: 'EPSG:32637' }).click()
    await page.waitForSelector('.settings')
    await page.getByRole('button', { name: 'Done' }).click()
    await eventually(() => page.locator('.series-head').allInnerTexts()).toEqual(['east', 'west'])
  })

  test('faults of the geometry are listed, and their places come to view by the keyboard', async () => {
    const page = await openNewStudy('Faults')
    const ring = [
      [36.3, 33.5],
      [36.31, 33.51],
      [36.31, 33.5],
      [36.3, 33.51],
      [36.3, 33.5],
    ]
    const bowTie = { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }
    await loadFile(page, 'context', [
      named('bow.geojson', JSON.stringify({ type: 'FeatureCollection', features: [bowTie] })),
    ])
    await page.getByRole('button', { name: 'Look for faults in the geometry' }).click()
    await page.waitForSelector('.faults')
    expect(await textOf(page, '.faults')).toMatch(/A ring crosses itself \(1\).*Counted, ha Otherwise 1 /)
    const picture = async (): Promise<string> => (await page.locator('.map').screenshot()).toString('base64')
    const before = await picture()
    await page.locator('.faults button').focus()
    await page.keyboard.press('Enter')
    await eventually(picture).not.toBe(before)
    expect(await page.locator('.faults button').getAttribute('aria-pressed')).toBe('true')
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ')}`)).toEqual([])
  })

  test('a declaration that the numbers belie is told, and asked about like a missing one', async () => {
    const page = await openNewStudy('Belied')
    await chooseFiles(
      page,
      boxes('metres.geojson', [[[249_000, 3_708_000, 249_900, 3_708_900], { name: 'in metres' }]]),
    )
    await page.waitForSelector('.question')
    expect(await textOf(page, '.question')).toContain('is declared as degrees')
    await page.locator('.choice', { hasText: 'EPSG:32637' }).click()
    await page.waitForSelector('.settings')
    expect(await textOf(page, '.settings')).toContain('EPSG:32637')
  })

  test('files dropped anywhere on the page are taken', async () => {
    const page = await openNewStudy('Dropped')
    const { name, buffer } = dropped(planFile)
    await page.evaluate(
      ([fileName, text]) => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File([text!], fileName!))
        for (const type of ['dragover', 'drop']) {
          document
            .querySelector('.map')!
            .dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
        }
      },
      [name, buffer.toString('utf8')],
    )
    await sendFile(page, 'plan')
    await page.waitForSelector('.settings')
    expect(await page.locator('#layer-title').inputValue()).toBe('plan')
  })

  test('what cannot be used is told in its place, by name, and nothing is saved', async () => {
    const page = await openNewStudy('Refused')
    await chooseFiles(page, { name: 'notes.zip', bytes: new TextEncoder().encode('no archive at all') })
    await page.waitForSelector('.load-row .problem')
    expect(await textOf(page, '.load-row')).toContain('notes.zip')
    expect(await page.locator('.load-buttons button[type=submit]').isDisabled()).toBe(true)
    await page.locator('.leave-out').click()
    await eventually(() => page.locator('.load-form').count()).toBe(0)
    await eventually(() => textOf(page, '.layers-scroll')).toContain('no layers yet')
  })

  test('a name that is taken is asked for anew', async () => {
    const page = await openNewStudy('Twice')
    await loadFile(page, 'context', [planFile])
    await chooseFiles(page, planFile)
    await sendFile(page, 'context')
    await page.waitForSelector('.load-row .problem')
    await page.locator('.load-row input[id$=-name]').fill('another plan')
    await page.locator('.load-row input[id$=-name]').press('Enter')
    await eventually(() => page.locator('#layer-title').inputValue()).toBe('another plan')
  })

  test('attribute values are only ever text', async () => {
    const page = await openNewStudy('<img src=x onerror="window.pwned=1">')
    const script = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>'
    await loadFile(page, 'control', [boxes('script.geojson', [[[36.3, 33.48, 36.31, 33.49], { name: script }]])], {
      classField: 'name',
    })
    await page.waitForSelector('.values')
    expect(await textOf(page, '.values')).toContain(script)
    expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
  })

  test('a layer is removed at once', async () => {
    const page = await openNewStudy('Removed')
    await loadFile(page, 'plan', [planFile])
    await page.getByRole('button', { name: 'Remove this layer' }).click()
    await eventually(() => page.locator('.settings').count()).toBe(0)
    await eventually(() => textOf(page, '.layers-scroll')).toContain('no layers yet')
  })
})
