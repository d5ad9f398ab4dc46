import { expect, test } from 'vitest'
import type { Features } from '../../../core/geometry/shapes.ts'
import { describeProblem } from '../../../core/result/problem.ts'
import { changeSeries } from '../../../core/layers/change-series.ts'
import { seriesOfColumns } from '../../../core/layers/series-of-columns.ts'
import { seriesOfFiles } from '../../../core/layers/series-of-files.ts'
import { buildLayer, type ChangedLayer } from '../../../core/layers/build-layer.ts'
import type { Layer } from '../../../core/model/layer.ts'
import type { LayerOptions } from '../../../core/model/layer-options.ts'

const shapes = {
  kind: 'point',
  coordinates: new Float64Array(),
  partStart: Uint32Array.of(0),
  partPolygon: new Uint32Array(),
  polygonFeature: new Uint32Array(),
} as const
const crs = { code: 'EPSG:4326', name: 'WGS 84', operation: null, accuracyM: 0, shiftM: 0 }
const featuresOf = (sides: readonly string[]): Features => ({ shapes, attributes: sides.map((side) => ({ side })) })
const days = { 'control_2018-04-21': ['A', 'C'], 'control_2018-05-21': ['B', 'C'] }
const loaded = Object.entries(days).map(
  ([name, sides]) =>
    ({ name, features: featuresOf(sides), evenOdd: 'polygon', crs, encoding: null, offers: [], notes: [] }) as const,
)

function seriesWith(options: LayerOptions) {
  const drafts = seriesOfFiles(loaded, 'files', { name: 'control', role: 'control', ...options }, '0'.repeat(64))
  if (!drafts.ok) throw new Error(describeProblem('en', drafts.problem))
  return drafts.value
}
const styles = ({ classes }: Pick<Layer, 'classes'>) =>
  classes.map(({ class: name, color, pattern }) => [name, color, pattern])

test('a class has one look on every day of a series, whichever values a day has', () => {
  const [early, late] = seriesWith({ classField: 'side' })
  expect(styles(early!).map(([name]) => name)).toEqual(['A', 'B', 'C'])
  expect(styles(late!)).toEqual(styles(early!))
  const given = seriesWith({ classField: 'side', classes: [{ class: 'both', values: ['A', 'B'] }] })
  expect(given.map(({ classes }) => classes.map((each) => each.class))).toEqual([['both'], ['both']])
})

test('a class field chosen later is one of the whole series too', () => {
  const layers = seriesWith({}).map((draft, i): ChangedLayer => ({
    ...draft,
    id: `control-${i}`,
    file: `layers/control-${i}.geojson`,
  }))
  const features = new Map(layers.map(({ id }, i) => [id, loaded[i]!.features]))
  const changed = changeSeries(layers, features, { classField: 'side' })
  if (!changed.ok) throw new Error(describeProblem('en', changed.problem))
  expect(styles(changed.value[0]!)).toHaveLength(3)
  expect(styles(changed.value[1]!)).toEqual(styles(changed.value[0]!))
})

test('dated columns of one file take usual names for the values of all of them, and refuse a word that nothing means', () => {
  const attributes = [
    { '2016-01-01': 'none', '2016-06-01': 'severe' },
    { '2016-01-01': 'odd', '2016-06-01': 'Destroyed' },
  ]
  const plain = buildLayer({ ...loaded[0]!, name: 'damage', features: { shapes, attributes } }, {}, '0'.repeat(64))
  if (!plain.ok) throw new Error(plain.problem.code)
  const columns = (classesFrom: string) =>
    seriesOfColumns(plain.value, { shapes, attributes }, 'columns', { classesFrom })
  const drafts = columns('damage-names')
  if (!drafts.ok) throw new Error(describeProblem('en', drafts.problem))
  const names = ['Destroyed', 'Severely damaged', 'No visible damage']
  expect(drafts.value.map((draft) => [draft.classField, draft.classes.map((each) => each.class)])).toEqual([
    ['2016-01-01', names],
    ['2016-06-01', names],
  ])
  expect(columns('damage.qml')).toMatchObject({ ok: false, problem: { code: 'classes-unknown' } })
  const layers = drafts.value.map((draft, i): ChangedLayer => ({
    ...draft,
    id: `damage-${i}`,
    file: 'layers/damage.geojson',
  }))
  const features = new Map(layers.map(({ id }) => [id, { shapes, attributes }]))
  expect(changeSeries(layers, features, { classesFrom: 'control-names' })).toMatchObject({
    ok: false,
    problem: { code: 'classes-not-fitting' },
  })
})
