import { expect, test } from 'vitest'
import { measureStudy } from '../../../core/measure/measure.ts'
import type { Study } from '../../../core/model/study.ts'
import { readLayerFeatures } from '../../../server/store/layer-features.ts'
import { openStudy } from '../../../server/store/open-study.ts'
import { makeExport } from '../../../server/usecases/make-export.ts'
import { unpacked, usualExport } from './made-exports.ts'
import { expectWellFormed } from './well-formed.ts'

/** The project in the package of Basilia, as it is or with its layers changed. */
async function project(change: (layer: Study['layers'][number]) => Study['layers'][number] = (layer) => layer) {
  const opened = await openStudy('basilia-city')
  if (!opened.ok) throw new Error(opened.problem.code)
  const { paths } = opened.value
  const study = { ...opened.value.study, layers: opened.value.study.layers.map(change) }
  const features = await readLayerFeatures(study, study.layers, paths)
  if (!features.ok) throw new Error(features.problem.code)
  const measurement = measureStudy(study, features.value, {})
  if (!measurement.ok) throw new Error(measurement.problem.code)
  const request = { ...usualExport, format: 'package.zip' as const }
  const made = await makeExport({ study, paths, others: [], measurement: measurement.value, request }, {})
  if (!made.ok) throw new Error(made.problem.code)
  const files = await unpacked(Buffer.from(made.value.bytes))
  const text = files.get('layers.qgs')!.toString()
  expectWellFormed(text)
  const [, set] = /<LayerSet>(.*?)<\/LayerSet>/s.exec(text)!
  return { text, files, order: [...set!.matchAll(/>([a-z0-9_]+)_basilia</g)].map(([, id]) => id) }
}

test('the print layout has the roads and places of the sheet, the degrees round its map and where it lies', async () => {
  const { text, order } = await project()
  expect(order).toEqual([
    'plan',
    'neighbourhoods',
    'places',
    'roads',
    'veil',
    'shelling_2018_04_21',
    'control_2018_04_21',
  ])
  expect(text).toMatch(/<layer-tree-group name="Context"[^>]*>.*id="places_basilia".*id="roads_basilia"/s)
  const grid = /<ComposerMapGrid [^>]*>/.exec(text)![0]
  expect(Number(/intervalX="([^"]*)"/.exec(grid)![1]) * 3600).toBeCloseTo(120, 6)
  const picture = /file="base64:([^"]*)"/.exec(text)![1]!
  const locator = Buffer.from(picture, 'base64').toString()
  expectWellFormed(locator)
  expect(locator).toContain('Where the map lies')
  expect(text).toContain('No check in the field is recorded.')
  expect(text).not.toContain('QGIS draws every class in its own look')
})

test('units that the study orders under control lie under it, and the veil over all, as on the sheet', async () => {
  const { order } = await project((layer) =>
    layer.role === 'units' ? { ...layer, order: 0 } : layer.role === 'control' ? { ...layer, order: 1 } : layer,
  )
  expect(order.slice(0, 2)).toEqual(['plan', 'veil'])
  expect(order.indexOf('neighbourhoods')).toBeGreaterThan(order.indexOf('control_2018_04_21'))
})

test('a sensitive layer of context stays behind', async () => {
  const { text, order } = await project((layer) =>
    layer.name === 'places' ? { ...layer, sensitive: true as const } : layer,
  )
  expect(order).not.toContain('places')
  expect(text).not.toContain('Kafr Sousa')
})
