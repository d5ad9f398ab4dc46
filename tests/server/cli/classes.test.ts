import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Inspection } from '../../../core/layers/inspection.ts'
import type { Measurement } from '../../../core/model/measurement.ts'
import type { Study } from '../../../core/model/study.ts'
import { boxes, planFile } from '../made-layers.ts'
import { basiliaHere } from './running-command.ts'

let folder = ''
const at = (name: string) => join(folder, name)
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'basilia-classes-'))
  const rows = ['SAA', 'Regime', 'داعش', 'Iran'].map(
    (side, i) => [[36.3 + i / 400, 33.48, 36.3 + (i + 1) / 400, 33.49], { side, grade: i }] as const,
  )
  const control = boxes('control.geojson', rows)
  for (const { name, bytes } of [planFile, control]) await writeFile(at(name), bytes)
  await cp('tests/fixtures/import/control.qml', at('control.qml'))
})
afterAll(() => rm(folder, { recursive: true }))

const measure = (...args: readonly string[]) =>
  basiliaHere(
    'measure',
    '--plan',
    at('plan.geojson'),
    '--layer',
    `control=${at('control.geojson')}`,
    ...args,
    '--format',
    'json',
  )

async function sharesOf(...args: readonly string[]): Promise<Record<string, number>> {
  const { code, out, err } = await measure(...args)
  expect([code, err]).toEqual([0, err])
  const { layers } = JSON.parse(out) as Measurement
  return Object.fromEntries(layers[0]!.classes.map((each) => [String(each.class), Math.round(each.share * 1e4) / 1e4]))
}

test('inspect prints what a style beside the file offers, and both readings of codes', async () => {
  const { out } = await basiliaHere('inspect', at('control.geojson'))
  const [layer] = (JSON.parse(out) as Inspection).layers
  expect(layer!.offers.map(({ id, field, classes }) => [id, field, classes.length])).toEqual([
    ['control.qml', 'side', 4],
  ])
  const grade = layer!.fields.find(({ name }) => name === 'grade')!
  expect(grade.damageReadings?.readings.map(({ direction, classes }) => [direction, classes[0]])).toEqual([
    ['high-is-destroyed', { class: 'Destroyed', count: 1 }],
    ['low-is-destroyed', { class: 'Destroyed', count: 1 }],
  ])
})

test('--classes takes an offer, usual names, a style, and the mapping of a saved study for another field', async () => {
  const styled = { Government: 0.5, 'تنظيم الدولة': 0.25, Opposition: 0, 'Nobody’s': 0, Iran: 0.25 }
  expect(await sharesOf('--class', 'control=side')).toEqual({ Iran: 0.25, Regime: 0.25, SAA: 0.25, داعش: 0.25 })
  expect(await sharesOf('--classes', 'control=control.qml')).toEqual(styled)
  expect(await sharesOf('--classes', `control=${at('control.qml')}`)).toEqual(styled)
  expect(
    await sharesOf('--class', 'control=side', '--classes', 'control=control-names', '--save', at('saved')),
  ).toEqual({ Government: 0.5, ISIS: 0.25, Iran: 0.25 })
  const study = JSON.parse(await readFile(join(at('saved'), 'study.json'), 'utf8')) as Study
  const { classes } = study.layers.find(({ name }) => name === 'control')!
  await writeFile(at('names.json'), JSON.stringify({ schema: 'basilia-classes/1', field: 'holder', classes }))
  expect(await sharesOf('--class', 'control=side', '--classes', `control=${at('names.json')}`)).toEqual({
    Government: 0.5,
    ISIS: 0.25,
    Iran: 0.25,
  })
  const absent = await measure('--classes', `control=${at('names.json')}`)
  expect([absent.code, absent.out]).toEqual([1, ''])
  expect(absent.err).toContain('holder')
})

test.each([
  ['nothing.json', undefined, /nothing\.json/],
  ['study.json', '{"schema":"basilia-study/1"}', /basilia-study\/1/],
  ['steps.qml', '<qgis><renderer-v2 type="graduatedSymbol"/></qgis>', /graduatedSymbol/],
  ['no-such-offer', undefined, /control\.qml/],
])('--classes control=%s is refused by name', async (name, content, words) => {
  if (content !== undefined) await writeFile(at(name), content)
  const { code, err } = await measure('--classes', `control=${name.includes('.') ? at(name) : name}`)
  expect(code).toBe(1)
  expect(err).toMatch(words)
})
