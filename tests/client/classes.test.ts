import { AxeBuilder } from '@axe-core/playwright'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { classMappingSchema } from '../../core/classify/read-mapping.ts'
import type { Role } from '../../core/model/layer.ts'
import type { Study } from '../../core/model/study.ts'
import type { NamedBytes } from '../../server/import/record/imported.ts'
import { named } from '../server/import/made-files.ts'
import { boxes, planFile } from '../server/made-layers.ts'
import { loadFile } from './load-file.ts'
import { eventually, openStage, stageTimeoutMs, textOf, type Stage } from './open-page.ts'

let stage: Stage
let id = ''
beforeAll(async () => {
  stage = await openStage()
  const body = JSON.stringify({ title: 'Classes' })
  const answer = await fetch(`${stage.address}/api/studies`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  id = ((await answer.json()) as { id: string }).id
}, stageTimeoutMs)
afterAll(() => stage.close())

const sided = (name: string, field: string, values: readonly unknown[]) =>
  boxes(
    name,
    values.map((value, i) => [[36.3 + i / 500, 33.48, 36.302 + i / 500, 33.49], { [field]: value }] as const),
  )

async function load(page: Page, role: Role, ...files: readonly NamedBytes[]): Promise<void> {
  await loadFile(page, role, files)
  await resolved(page)
}

const resolved = (page: Page) => eventually(() => page.locator('.settings-head .quiet').innerText()).toBe('')
const done = (page: Page) => page.getByRole('button', { name: 'Done' }).click()
const classesOf = async (layer: string) => {
  const study = (await (await fetch(`${stage.address}/api/studies/${id}`)).json()) as Study
  const { classField, classes } = study.layers.find((each) => each.name === layer)!
  return { classField, classes: classes.map((each) => `${each.class}: ${each.values.join('|')}`) }
}
const way = (page: Page, title: string) => page.locator('.way', { has: page.locator('summary', { hasText: title }) })
const violationsOf = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    ({ id: rule, nodes }) => `${rule} ${nodes[0]?.target.join(' ')}`,
  )

test('classes are offered, seen, taken, edited, ordered and saved', async () => {
  const { page, errors } = await stage.open(`?study=${id}`)
  await load(page, 'plan', planFile)
  await done(page)
  const style = named('control.qml', readFileSync('tests/fixtures/import/control.qml'))
  await load(page, 'control', sided('control.geojson', 'side', ['SAA', 'Regime', 'داعش', 'Iran', 'FSA']), style)
  const asWritten = ['FSA', 'Iran', 'Regime', 'SAA', 'داعش'].map((value) => `${value}: ${value}`)
  expect(await classesOf('control')).toEqual({ classField: 'side', classes: asWritten })

  const offer = way(page, 'Classes of the style file control.qml')
  await offer.locator('summary').click()
  expect(await offer.innerText()).toMatch(/Government\s+SAA, Regime\s+2/)
  expect(await offer.innerText()).toContain('Iran')
  await offer.getByRole('button', { name: 'Take these classes' }).click()
  await resolved(page)
  const taken = ['Government: SAA|Regime', 'تنظيم الدولة: داعش', 'Opposition: FSA', 'Nobody’s: Nobody']
  expect(await classesOf('control')).toEqual({ classField: 'side', classes: taken })
  await way(page, 'Usual names').locator('summary').click()
  expect(await violationsOf(page)).toEqual([])

  await page.getByRole('button', { name: 'Move Opposition up' }).focus()
  await page.keyboard.press('Enter')
  await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'Move Opposition up',
  )
  await page.keyboard.press('Enter')
  await resolved(page)
  await page.getByLabel('Class of the value Iran').selectOption({ label: 'Government' })
  await resolved(page)
  const government = page.locator('.class-list li', { hasText: 'Government' })
  await government.locator('summary').click()
  await government.getByLabel('Name in Arabic').fill('الحكومة وحلفاؤها')
  await government.getByLabel('Name in Arabic').press('Tab')
  await government.getByLabel('Pattern').selectOption('stripes')
  await resolved(page)
  const edited = ['Opposition: FSA', 'Government: SAA|Regime|Iran', 'تنظيم الدولة: داعش', 'Nobody’s: Nobody']
  expect((await classesOf('control')).classes).toEqual(edited)

  const [saving] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save these classes as a file' }).click(),
  ])
  const file = await readFile(await saving.path(), 'utf8')
  const mapping = classMappingSchema.parse(JSON.parse(file))
  expect(mapping.classes[1]).toMatchObject({
    class: 'Government',
    label: { en: 'Government', ar: 'الحكومة وحلفاؤها' },
    pattern: 'stripes',
  })
  expect(errors).toEqual([])
})

test('the next snapshot meets the classes of the one before, in the study and from a file, and says what is new and what is gone', async () => {
  const classes = [
    { class: 'Opposition', values: ['FSA'], label: { en: 'Opposition' }, color: '#5ED575', pattern: 'diagonal' },
    {
      class: 'Government',
      values: ['SAA', 'Regime', 'Iran'],
      label: { en: 'Government' },
      color: '#C92610',
      pattern: 'stripes',
    },
  ]
  const form = new FormData()
  form.append('options', JSON.stringify({ name: 'before', role: 'control', classField: 'side', classes }))
  form.append(
    'files',
    new Blob([sided('before.geojson', 'side', ['SAA', 'Regime', 'Iran', 'FSA']).bytes as BlobPart]),
    'before.geojson',
  )
  expect((await fetch(`${stage.address}/api/studies/${id}/layers`, { method: 'POST', body: form })).status).toBe(201)
  const file = JSON.stringify({ schema: 'basilia-classes/1', field: 'side', classes })
  const { page, errors } = await stage.open(`?study=${id}`)
  await load(page, 'control', sided('later.geojson', 'holder', ['SAA', 'YPG', null]))
  const choose = async (name: string, text: string) => {
    const [asking] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Classes from a file' }).click(),
    ])
    await asking.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
  }
  await choose('wrong.json', '{"schema":"basilia-study/1"}')
  await eventually(() => textOf(page, '.settings .problem')).toContain('wrong.json')
  await page.locator('#layer-classField').selectOption('holder')
  await resolved(page)
  await choose('control.qml', readFileSync('tests/fixtures/import/control.qml', 'utf8'))
  await eventually(() => way(page, 'Classes of the file control.qml').locator('tbody tr').count()).toBe(4)
  await choose('control-classes.json', file)
  const saved = way(page, 'Classes of the file control-classes.json')
  await eventually(() => saved.innerText()).toMatch(/New here.*YPG/)
  expect(await saved.innerText()).toMatch(/not in this layer.*FSA/)
  expect(await way(page, 'Classes of the layer “before”').count()).toBe(1)
  await saved.getByRole('button', { name: 'Take these classes' }).click()
  await resolved(page)
  expect(await classesOf('later')).toEqual({
    classField: 'holder',
    classes: ['Opposition: FSA', 'Government: SAA|Regime|Iran'],
  })
  expect(errors).toEqual([])
})

test('damage codes are shown in both readings and read only as the reader says', async () => {
  const { page, errors } = await stage.open(`?study=${id}&lang=ar`)
  await load(page, 'damage', sided('damage.geojson', 'grade', [3, 3, 2, 2, 2, 1, 0, -1, null]))
  await page.locator('#layer-classField').selectOption('grade')
  await page.waitForSelector('.damage-readings')
  await resolved(page)
  const rows = await page
    .locator('.damage-readings tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent?.trim())))
  expect(rows.map(([, ...counts]) => counts)).toEqual([
    ['2', '1'],
    ['3', '3'],
    ['1', '2'],
    ['6', '6'],
    ['1', '–'],
    ['1', '1'],
    ['–', '1'],
    ['1', '1'],
  ])
  expect(await page.locator('.damage-readings [aria-pressed=true]').count()).toBe(0)
  expect((await classesOf('damage')).classes).toEqual(['-1: -1', '0: 0', '1: 1', '2: 2', '3: 3', 'null: '])
  await page.locator('.damage-readings button').first().click()
  await resolved(page)
  expect((await classesOf('damage')).classes).toEqual([
    'Destroyed: 3',
    'Severely damaged: 2',
    'Moderately damaged: 1',
    'No visible damage: 0',
    'Not assessed: -1',
  ])
  expect(await page.locator('.damage-readings [aria-pressed=true]').count()).toBe(1)
  expect(await violationsOf(page)).toEqual([])
  expect(errors).toEqual([])
})
