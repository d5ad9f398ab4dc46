import { describe, expect, test } from 'vitest'
import { addLayer, addSeries, replaceLayer } from '../../../core/layers/layer-set.ts'
import type { Layer } from '../../../core/model/layer.ts'
import { prepareLayer } from '../../../core/measure/measured-layer.ts'
import { seriesOfFiles } from '../../../core/layers/series-of-files.ts'
import { changeLayer, type LoadedLayer } from '../../../core/layers/build-layer.ts'
import { box, made, studyOf, zone } from './fixture.ts'

const control = (record: Partial<Layer>) =>
  made([zone({}, box(0, 0, 5, 5))], { id: record.id ?? 'c', role: 'control', name: 'control', ...record })
const study = (...records: readonly Partial<Layer>[]) => studyOf(records.map(control)).study
const codeOf = (outcome: { ok: true } | { ok: false; problem: { code: string } }): string | null =>
  outcome.ok ? null : outcome.problem.code
const added = (before: readonly Partial<Layer>[], record: Partial<Layer>) =>
  codeOf(addLayer(study(...before), control(record).layer))

describe('a snapshot that does not fit its series', () => {
  test('names no day, or stands beside one that names none', () => {
    expect(added([{ date: '2018-03-26' }], {})).toBe('series-undated')
    expect(added([{}], { date: '2018-03-26' })).toBe('series-undated')
    expect(added([{ date: '2018-03-26' }], { date: '2018-04-21' })).toBeNull()
    expect(added([{ date: '2018-03-26' }], { date: '2018-03-26' })).toBe('layer-name-taken')
  })

  test('says who held the ground on days of which another says it too', () => {
    const first = { from: '2018-01-01', to: '2018-04-30' }
    expect(added([first], { from: '2018-04-01', to: '2018-06-30' })).toBe('snapshots-overlap')
    expect(added([{ from: '2018-04-01', to: '2018-06-30' }], first)).toBe('snapshots-overlap')
    expect(added([first], { from: '2018-05-01', to: '2018-06-30' })).toBeNull()
    expect(added([first], { date: '2018-04-21' })).toBe('snapshots-overlap')
  })

  test('is of another calendar', () => {
    for (const date of ['1439-08-05', '1397-02-01', '2561-04-21'])
      expect(codeOf(changeLayer(control({}).layer, { date }, null))).toBe('date-other-calendar')
    const features = [
      zone({ from: '1439-08-05' }, box(0, 0, 5, 5)),
      zone({ from: '2018-04-21' }, box(5, 0, 5, 5)),
      zone({ from: '1397-02-01' }, box(0, 5, 5, 5)),
    ]
    const layer = made(features, { id: 'c', role: 'control', dateFields: { from: 'from' } })
    const prepared = prepareLayer(layer.layer, layer.features, '2018-05-01', [])
    expect(prepared.ok && [...prepared.value.classOfFeature]).toEqual([0, 0, -1])
    expect(prepared.ok && prepared.value.notes).toMatchObject([
      { code: 'feature-dates-other-calendar', values: { count: 1 } },
      { code: 'dates-read-hijri', values: { count: 1, from: '2018-04-21' } },
      { code: 'features-without-end' },
    ])
  })
})

test('a read again of one column is a read again of all that share its file', () => {
  const drafts = ['2015-01-01', '2016-01-01'].map((date) => {
    const { id: _id, file: _file, ...draft } = control({ date }).layer
    return draft
  })
  const grown = addSeries(study(), drafts, true)
  if (!grown.ok) throw new Error(grown.problem.code)
  expect(grown.value.layers.map(({ file }) => file)).toEqual([
    'layers/control-2015-01-01.geojson',
    'layers/control-2015-01-01.geojson',
  ])
  const reread = replaceLayer(grown.value.study, { ...grown.value.layers[0]!, encoding: 'windows-1256' }, true)
  const files = reread.ok ? reread.value.study.layers.map(({ file, encoding, date }) => [file, encoding, date]) : []
  expect(files).toEqual([
    [files[1]![0], 'windows-1256', '2015-01-01'],
    [files[0]![0], 'windows-1256', '2016-01-01'],
  ])
})

test('layers of several kinds are no series', () => {
  const loaded = (name: string, kind: 'polygon' | 'point'): LoadedLayer => {
    const { layer, features } = made([zone({}, box(0, 0, 1, 1))], { id: 'x', role: 'context' })
    return { ...layer, offers: [], name, features: { ...features, shapes: { ...features.shapes, kind } }, notes: [] }
  }
  const outcome = seriesOfFiles(
    [loaded('a_20180421', 'polygon'), loaded('a_20180521', 'point')],
    'files',
    {},
    '0'.repeat(64),
  )
  expect(codeOf(outcome)).toBe('snapshots-of-kinds')
})
