import { expect, test } from 'vitest'
import { describeProblem } from '../../../core/result/problem.ts'
import { fitOf, mappingOf } from '../../../core/classify/class-mapping.ts'
import { readMapping } from '../../../core/classify/read-mapping.ts'
import type { SuggestedClassification } from '../../../core/model/layer.ts'
import { buildLayer } from '../../../core/layers/build-layer.ts'
import type { LayerOptions } from '../../../core/model/layer-options.ts'
import { valueCounts } from '../../../core/classify/value-counts.ts'

const shapes = {
  kind: 'point',
  coordinates: new Float64Array(),
  partStart: Uint32Array.of(0),
  partPolygon: new Uint32Array(),
  polygonFeature: new Uint32Array(),
} as const
const attributes = ['SAA', 'regime', 'داعش', 'Iran', null, 'SAA'].map((side, i) => ({
  side,
  code: i % 3,
  folder: i < 3 ? 'A' : 'B',
}))
const crs = { code: 'EPSG:4326', name: 'WGS 84', operation: null, accuracyM: 0, shiftM: 0 }
const offers: SuggestedClassification[] = [
  {
    id: 'folders',
    kind: 'folders',
    source: 'a.kml',
    field: 'folder',
    classes: [{ class: 'B', values: ['B'], label: { en: 'B' }, color: '#5ED575' }],
  },
]
const loaded = {
  name: 'control',
  features: { shapes, attributes },
  evenOdd: 'polygon',
  crs,
  encoding: null,
  offers,
  notes: [],
} as const

const settle = (options: LayerOptions) => buildLayer(loaded, { role: 'control', ...options }, '0'.repeat(64))
function resolved(options: LayerOptions) {
  const layer = settle(options)
  if (!layer.ok) throw new Error(describeProblem('en', layer.problem))
  return layer.value
}

test('classes are taken only when asked for: from an offer, from usual names, by a reading of codes', () => {
  const untouched = resolved({})
  expect([untouched.classField, untouched.classes, untouched.offers]).toEqual([undefined, [], offers])
  expect(resolved({ classesFrom: 'folders' })).toMatchObject({
    classField: 'folder',
    classes: [{ class: 'B', color: '#5ED575' }],
  })
  const names = resolved({ classField: 'side', classesFrom: 'control-names' })
  expect(names.classes.map((each) => [each.class, each.values])).toEqual([
    ['Government', ['SAA', 'regime']],
    ['ISIS', ['داعش']],
  ])
  const low = resolved({ classField: 'code', classesFrom: 'low-is-destroyed' })
  expect(low.classes.map((each) => [each.class, each.values])).toEqual([
    ['Destroyed', ['1']],
    ['Severely damaged', ['2']],
  ])
  for (const layer of [names, low]) expect(layer).not.toHaveProperty('classesFrom')
})

test.each<[LayerOptions, string]>([
  [{ classesFrom: 'elsewhere' }, 'classes-unknown'],
  [{ classesFrom: 'control-names' }, 'classes-without-field'],
  [{ classField: 'code', classesFrom: 'control-names' }, 'classes-not-fitting'],
  [{ classField: 'side', classesFrom: 'high-is-destroyed' }, 'classes-not-fitting'],
  [
    {
      classField: 'side',
      classes: [
        { class: 'A', values: ['SAA'] },
        { class: 'B', values: ['x', 'SAA'] },
      ],
    },
    'classes-value-twice',
  ],
])('%j is refused as %s, in words', (options, code) => {
  const refusal = settle(options)
  if (refusal.ok) throw new Error('taken')
  expect(refusal.problem.code).toBe(code)
  for (const language of ['en', 'ar'] as const)
    expect(describeProblem(language, refusal.problem)).not.toMatch(/\{\w+\}|undefined/)
})

test('a mapping comes back from its file as it was, and tells what is new and what is gone', () => {
  const layer = {
    ...resolved({ classField: 'side', classesFrom: 'control-names' }),
    id: 'control',
    file: 'layers/control.geojson',
  }
  const mapping = mappingOf(layer)!
  const read = readMapping('control.json', `\uFEFF${JSON.stringify(mapping)}`)
  expect(read).toEqual({ ok: true, value: mapping })
  const later = valueCounts([{ side: 'SAA' }, { side: 'YPG' }, { side: 'YPG' }, { side: ' ' }], 'side')
  expect(fitOf(mapping.classes, later)).toEqual({
    counts: [1, 0],
    unmapped: [{ value: 'YPG', count: 2 }],
    missing: ['regime', 'داعش'],
    empty: 1,
  })
  expect(mappingOf({ ...layer, classes: [] })).toBeNull()
})

const whole = {
  schema: 'basilia-classes/1',
  field: 'side',
  classes: [{ class: 'A', values: ['a'], label: { en: 'A' }, color: '#112233', pattern: 'solid' }],
}
test.each<[string, unknown, string]>([
  ['no JSON', '{"schema":', 'classes-file-not-json'],
  ['another file', JSON.stringify({ schema: 'basilia-study/1' }), 'classes-file-other'],
  ['a version to come', JSON.stringify({ ...whole, schema: 'basilia-classes/2' }), 'classes-file-other'],
  ['a list', '[]', 'classes-file-other'],
  ['no colour', JSON.stringify({ ...whole, classes: [{ ...whole.classes[0], color: 'red' }] }), 'classes-file-invalid'],
  ['no classes', JSON.stringify({ ...whole, classes: [] }), 'classes-file-invalid'],
  [
    'one value twice',
    JSON.stringify({ ...whole, classes: [...whole.classes, { ...whole.classes[0], class: 'B' }] }),
    'classes-value-twice',
  ],
])('a mapping file of %s is refused in words', (_, text, code) => {
  const read = readMapping('m.json', String(text))
  if (read.ok) throw new Error('taken')
  expect(read.problem.code).toBe(code)
  for (const language of ['en', 'ar'] as const) expect(describeProblem(language, read.problem)).toMatch(/m\.json/)
})
