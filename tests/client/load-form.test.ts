import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { translate } from '../../core/i18n/translate.ts'
import type { Study } from '../../core/model/study.ts'
import type { NamedBytes } from '../../server/import/record/imported.ts'
import {
  named,
  polygonShp,
  shapefile,
  square,
  textTable,
  wgs84Prj,
  zipOf,
  type Ring,
} from '../server/import/made-files.ts'
import { unplacedShapefile } from '../server/made-layers.ts'
import { textBy } from '../server/pdf-readers.ts'
import { eventually, openStage, stageTimeoutMs, textOf, type Stage } from './open-page.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, stageTimeoutMs)
afterAll(() => stage.close())

/** A zipped shapefile of squares of a hundredth of a degree, one beside the other from west to east. */
const zipped = (name: string, west: number, sides: readonly string[]): NamedBytes =>
  named(
    `${name}.zip`,
    zipOf(
      shapefile(name, {
        shp: polygonShp(sides.map((_, i) => [square(west + i / 100, 33.48, 0.01)])),
        dbf: textTable([...sides]),
        prj: wgs84Prj,
      }),
    ),
  )

const planZip = zipped('city_plan', 36.3, ['x'])
const controlZip = zipped('control_2018-04-21', 36.295, [''])

const drop = (page: Page, ...files: readonly NamedBytes[]): Promise<void> =>
  page.evaluate(
    (given) => {
      const dataTransfer = new DataTransfer()
      for (const { name, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        dataTransfer.items.add(new File([bytes], name))
      }
      for (const type of ['dragover', 'drop'])
        document
          .querySelector('.map')!
          .dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
    },
    files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') })),
  )

const row = (page: Page, file: string) => page.getByRole('group', { name: file, exact: true })
const areRead = (page: Page, count: number) =>
  eventually(() => page.locator('.load-row select[id$=role]').count()).toBe(count)
const load = (page: Page) => page.locator('.load-buttons button[type=submit]')

/** Presses Tab until the focus is on what `selector` means. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let pressed = 0; pressed < 80; pressed++) {
    await page.keyboard.press(key)
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
  }
  throw new Error(`${selector} is not reached by ${key}`)
}

async function studyOf(page: Page) {
  const id = new URL(page.url()).searchParams.get('study')!
  return (await (await fetch(`${stage.address}/api/studies/${id}`)).json()) as Study
}

const spoken = {
  en: {
    holder: 'ISIS',
    source: 'Control map',
    answer: 'Of 103 ha, 52 ha, or 50 %, were held by ISIS on 21 April 2018',
    // As a reader of PDF gives it back, in the order of its own.
    print: ['52 ha', 'or 50 %, were held', 'by ISIS on 21 April 2018', 'as of 21 April 2018', 'Control map'],
  },
  ar: {
    holder: 'تنظيم الدولة',
    source: 'خريطة السيطرة',
    answer: 'كان 52 هكتارًا، أي \u200e50%\u200f، تحت سيطرة تنظيم الدولة في 21 نيسان 2018',
    print: ['52', '50%', '21', 'نيسان', '2018', 'هكتارا', 'سيطرة', 'تنظيم', 'الدولة', 'خريطة', 'السيطرة'],
  },
} as const

describe('several files at once', () => {
  test('a field that is still wanted is scrolled clear of the buttons, and a day follows a Latin title whole in Arabic', async () => {
    const { page, errors } = await stage.open('?lang=ar', { viewport: { width: 1200, height: 420 } })
    await drop(page, planZip, controlZip)
    await areRead(page, 2)
    await load(page).click()
    await eventually(() => page.evaluate(() => document.activeElement?.id)).toMatch(/holder$/)
    const clear = () =>
      page.evaluate(() => {
        const bottom = document.activeElement!.getBoundingClientRect().bottom
        return bottom <= document.querySelector('.load-buttons')!.getBoundingClientRect().top
      })
    await eventually(clear).toBe(true)
    await page.keyboard.type('Acme')
    await load(page).click()
    const caption = page.locator('#answer table caption').first()
    await eventually(() => caption.innerText().catch(() => '')).toContain('Acme · 21 نيسان 2018')
    const places = await caption.evaluate((own) => {
      const walker = document.createTreeWalker(own, NodeFilter.SHOW_TEXT)
      const found: Record<string, number> = {}
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        for (const word of ['Acme', '21', 'نيسان']) {
          const at = node.textContent!.indexOf(word)
          if (at < 0) continue
          const range = document.createRange()
          range.setStart(node, at)
          range.setEnd(node, at + word.length)
          found[word] = range.getBoundingClientRect().left
        }
      return found
    })
    expect(places['Acme']).toBeGreaterThan(places['21']!)
    expect(places['21']).toBeGreaterThan(places['نيسان']!)
    expect(errors).toEqual([])
  })

  for (const language of ['en', 'ar'] as const) {
    const { holder, source, answer, print } = spoken[language]

    test(`two zips become a PDF within six presses of the pointer (${language})`, async () => {
      const { page, errors } = await stage.open(`?lang=${language}`)
      let clicks = 0
      await page.exposeFunction('clicked', () => clicks++)
      await page.evaluate(() =>
        addEventListener('pointerdown', () => (globalThis as unknown as { clicked(): void }).clicked(), true),
      )
      await drop(page, planZip, controlZip)
      await areRead(page, 2)
      expect(await page.locator('.load-row select[id$=role]').evaluateAll(valuesIn)).toEqual(['plan', 'control'])
      expect(await page.locator('.load-row input[type=date]').inputValue()).toBe('2018-04-21')
      expect(await page.locator('.load-row .guess:not(:empty)').count()).toBe(3)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ')}`)).toEqual([])
      await row(page, controlZip.name).locator('input[id$=holder]').click()
      await page.keyboard.type(holder)
      await row(page, controlZip.name).locator('input[id$=source-title]').click()
      await page.keyboard.type(source)
      await load(page).click()
      await eventually(() => textOf(page, '.answer')).toContain(answer)
      await page.locator('[data-menu=export] button').first().click()
      const saving = page.waitForEvent('download')
      await page.locator('a[href*="sheet.pdf"]').click()
      const saved = await saving
      expect(saved.suggestedFilename()).toContain('2018-04-21')
      const text = (await textBy('pdfjs', await readFile(await saved.path()))).replace(/\s+/g, ' ')
      for (const words of print) expect(text).toContain(words)
      expect(clicks).toBeLessThanOrEqual(6)
      expect(errors).toEqual([])
    })

    test(`what one Load brought one press of undo takes back (${language})`, async () => {
      const { page } = await stage.open(`?lang=${language}`)
      await drop(page, planZip, controlZip)
      await areRead(page, 2)
      await page.locator('[id$=holder]').fill(holder)
      await load(page).click()
      await eventually(() => textOf(page, '.answer')).toContain(answer.slice(0, 12))
      expect((await studyOf(page)).layers).toHaveLength(2)
      const undo = page.locator('[data-step=undo]')
      await eventually(() => undo.getAttribute('aria-disabled')).toBe('false')
      await undo.click()
      await eventually(() => textOf(page, '.answer')).toBe(translate(language, 'page.no-plan'))
      expect((await studyOf(page)).layers).toEqual([])
      await eventually(() => undo.getAttribute('aria-disabled')).toBe('true')
    })

    test(`and with the keyboard alone (${language})`, async () => {
      const { page, errors } = await stage.open(`?lang=${language}`)
      await drop(page, planZip, controlZip)
      await areRead(page, 2)
      await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('load-form-title')
      await tabTo(page, '[id$=holder]')
      await page.keyboard.type(holder)
      await tabTo(page, '[id$=source-title]')
      await page.keyboard.type(source)
      await page.keyboard.press('Enter')
      await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('answer')
      await eventually(() => textOf(page, '.answer')).toContain(answer)
      await tabTo(page, '[data-menu=export] button', 'Shift+Tab')
      await page.keyboard.press('Enter')
      await tabTo(page, 'a[href*="sheet.pdf"]')
      const saving = page.waitForEvent('download')
      await page.keyboard.press('Enter')
      const text = await textBy('pdfjs', await readFile(await (await saving).path()))
      for (const words of print) expect(text.replace(/\s+/g, ' ')).toContain(words)
      expect(errors).toEqual([])
    })
  }

  test('the class field is guessed by its values, which are shown, and a guess that is changed is none any more', async () => {
    const { page } = await stage.open('')
    const control = zipped('control_20180421', 36.295, ['ISIS', 'Opposition'])
    await drop(page, planZip, control)
    await areRead(page, 2)
    const own = row(page, control.name)
    expect(await own.locator('.samples').innerText()).toMatch(/ISIS \(1\)\s+Opposition \(1\)/)
    expect(await own.locator('.guess').allInnerTexts()).toContain('Guess: from the file’s name')
    await own.locator('select[id$=role]').selectOption('zones')
    await eventually(() => own.locator('.guess').first().innerText()).toBe('')
    await own.locator('select[id$=role]').selectOption('control')
    await load(page).click()
    await eventually(() => textOf(page, '.answer')).toContain('or 50 %, were held by ISIS')
    const { layers, plan } = await studyOf(page)
    expect(layers.map(({ role, classField }) => [role, classField])).toEqual([
      ['plan', undefined],
      ['control', 'NAME'],
    ])
    expect(plan.layer).toBe(layers[0]!.id)
  })

  for (const language of ['en', 'ar'] as const)
    test(`what is believed of a file stands there before it joins as it does afterwards (${language})`, async () => {
      const { page } = await stage.open(`?lang=${language}`)
      const bowTie: Ring = [
        [36.305, 33.48],
        [36.315, 33.49],
        [36.315, 33.48],
        [36.305, 33.49],
        [36.305, 33.48],
      ]
      const settings = translate(language, 'page.layer.settings', { layer: '' }).replaceAll('\u2068\u2069', '').trim()
      const control = named(
        'control_2018-04-21.zip',
        zipOf(
          shapefile('control', {
            shp: polygonShp([[square(36.295, 33.48, 0.01)], [bowTie]]),
            // Without a word of its encoding, which its texts tell.
            dbf: textTable(['تنظيم الدولة', 'المعارضة المسلحة']),
            prj: wgs84Prj,
          }),
        ),
      )
      await drop(page, planZip, control)
      await areRead(page, 2)
      const recordIn = async (table: Locator): Promise<readonly string[]> =>
        table
          .locator('tr:has(td)')
          .evaluateAll((rows) => rows.map((own) => own.textContent.replaceAll(/\s+/g, ' ').trim()))
      const before = await recordIn(row(page, control.name).locator('.reading-record'))
      expect(before).toHaveLength(7)
      expect(before[4]).toContain(language === 'en' ? 'cross' : 'تقاطع')
      expect(before.join(' ')).toMatch(/2018/)
      expect(before.join(' ')).toContain('utf-8')
      expect(before.join(' ')).toContain('WGS 84')
      await row(page, control.name).locator('select[id$=class]').selectOption('NAME')
      await load(page).click()
      await eventually(() => page.locator('.load-form').count()).toBe(0)
      await page.getByRole('button', { name: settings }).last().click()
      await page.waitForSelector('.settings .reading-record')
      expect(await recordIn(page.locator('.settings .reading-record'))).toEqual(before)
    })

  test('one file that is refused keeps all that was typed, and the others are loaded', async () => {
    const { page } = await stage.open('')
    const parts = (west: number) => ({
      shp: polygonShp([[square(west, 33.48, 0.01)]]),
      dbf: textTable(['']),
      prj: wgs84Prj,
    })
    const front = (name: string, west: number) => named(name, zipOf(shapefile('front', parts(west))))
    await drop(
      page,
      { name: 'broken.zip', bytes: new TextEncoder().encode('no archive at all') },
      front('east control.zip', 36.305),
      planZip,
      front('west control.zip', 36.295),
    )
    await areRead(page, 3)
    expect(await row(page, 'broken.zip').getByRole('alert').innerText()).toContain('broken.zip')
    for (const side of ['east', 'west']) {
      await row(page, `${side} control.zip`).locator('input[id$=holder]').fill(`the ${side}`)
      await row(page, `${side} control.zip`).locator('input[id$=source-title]').fill(`map of the ${side}`)
    }
    await load(page).click()
    const west = row(page, 'west control.zip')
    await eventually(() => west.getByRole('alert').count()).toBe(1)
    expect(await west.locator('input[id$=holder]').inputValue()).toBe('the west')
    expect(await west.locator('input[id$=source-title]').inputValue()).toBe('map of the west')
    expect(await page.locator('.load-row').count()).toBe(2)
    await west.locator('input[id$=name]').fill('west')
    await load(page).click()
    await eventually(() => page.locator('.load-row').count()).toBe(1)
    await page.getByRole('button', { name: 'Leave out' }).click()
    await eventually(() => page.locator('.load-form').count()).toBe(0)
    const { layers, sources } = await studyOf(page)
    expect(layers.map(({ title }) => title.en).toSorted()).toEqual(['city_plan', 'the east', 'the west'])
    expect(sources.map(({ title }) => title.en)).toEqual(['map of the east', 'map of the west'])
  })

  test('a file without a coordinate system is asked about after Load, and what was said of it stays said', async () => {
    const { page } = await stage.open('')
    await drop(page, planZip, unplacedShapefile())
    await areRead(page, 2)
    const own = row(page, 'unplaced.zip')
    expect(await own.innerText()).toContain('does not say its coordinate system')
    await own.locator('select[id$=role]').selectOption('shelling')
    await own.locator('input[id$=source-title]').fill('a list')
    await load(page).click()
    await page.locator('.choice', { hasText: 'EPSG:32637' }).click()
    await page.waitForSelector('.settings')
    const { layers, sources } = await studyOf(page)
    expect(layers.map(({ role }) => role)).toEqual(['plan', 'shelling'])
    expect(sources.map(({ title }) => title.en)).toEqual(['a list'])
  })

  test('files are given up without a trace, and a second plan is refused in its place', async () => {
    const { page } = await stage.open('')
    const before = page.url()
    await drop(page, planZip, zipped('other_plan', 36.4, ['x']))
    await areRead(page, 2)
    expect(await page.getByRole('alert').innerText()).toContain('A study has one')
    expect(await load(page).isDisabled()).toBe(true)
    await page.getByRole('button', { name: 'Cancel', exact: true }).click()
    await eventually(() => page.locator('.load-form').count()).toBe(0)
    expect(page.url()).toBe(before)
  })
})

describe('the form of a layer', () => {
  test('has its source, publisher, address, date, licence and remark, which the study then lists', async () => {
    const { page, errors } = await stage.open('')
    await drop(page, planZip, controlZip)
    await areRead(page, 2)
    await row(page, controlZip.name).locator('input[id$=holder]').fill('ISIS')
    await load(page).click()
    await page.getByRole('button', { name: 'Settings of ISIS' }).click()
    await page.locator('.source-setting summary').click()
    const written = {
      'layer-source-title': 'Map of April',
      'layer-source-licence': 'CC BY 4.0',
      'layer-source-publisher': 'A monitor',
      'layer-source-date': '2018-04-22',
      'layer-source-url': 'https://example.org/map',
      'layer-remark': 'Drawn at 1:50,000',
    }
    for (const [id, text] of Object.entries(written)) {
      await page.locator(`#${id}`).fill(text)
      await page.locator(`#${id}`).press('Tab')
    }
    const stated = async () => {
      const { layers, sources } = await studyOf(page)
      const layer = layers.find(({ role }) => role === 'control')
      const { id: _id, ...source } = sources.find(({ id }) => id === layer?.source) ?? { id: '' }
      return { source, remark: layer?.remark }
    }
    // A source that is written anew takes the place of the one before.
    await eventually(async () => (await studyOf(page)).sources.length).toBe(1)
    await eventually(stated).toEqual({
      source: {
        title: { en: 'Map of April' },
        publisher: { en: 'A monitor' },
        url: 'https://example.org/map',
        date: '2018-04-22',
        licence: 'CC BY 4.0',
      },
      remark: { en: 'Drawn at 1:50,000' },
    })
    const { violations } = await new AxeBuilder({ page }).include('.layers-column').analyze()
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ')}`)).toEqual([])
    expect(errors).toEqual([])
  })
})

const valuesIn = (selects: Element[]): string[] => selects.map((select) => (select as HTMLSelectElement).value)
