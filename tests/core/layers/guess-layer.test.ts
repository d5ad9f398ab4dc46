import { expect, test } from 'vitest'
import { guessLayer } from '../../../core/layers/guess-layer.ts'
import type { FoundLayer } from '../../../core/layers/inspection.ts'

const found = (name: string, fields: FoundLayer['fields'] = []): FoundLayer => ({
  name,
  geometryType: 'polygon',
  features: 3,
  crs: { code: 'EPSG:4326', name: 'WGS 84', operation: null, accuracyM: null, shiftM: null, candidates: [] },
  encoding: null,
  stated: {},
  evenOdd: 'polygon',
  readings: [],
  fields,
  offers: [],
  extent: null,
  notes: [],
})

test.each([
  ['isis_held_2018-04-21.geojson', 'control', 'ISIS'],
  ['Free Syrian Army 2016.shp', 'control', 'Opposition'],
  ['داعش_2018.zip', 'control', 'ISIS'],
  ['قوات النظام.zip', 'control', 'Government'],
  // Of two parties, of none, of one whose name is a word of its own as well, and of another role.
  ['sdf_and_isis.shp', null, null],
  ['parks.geojson', null, null],
  ['where_it_is.geojson', null, null],
  ['disputed.geojson', null, null],
  ['isis_damage.geojson', 'damage', 'ISIS'],
])('the name %s speaks for the role %s and the party %s', (name, role, holder) => {
  const guesses = guessLayer(name, found('layer'))
  expect([guesses.role?.value ?? null, guesses.holder?.value ?? null]).toEqual([role, holder])
})

test('values of a field come before the party that a name speaks of', () => {
  const values = [{ value: 'destroyed', count: 3 }]
  const layer = found('layer', [{ name: 'grade', type: 'text', samples: ['destroyed'], values }])
  expect(guessLayer('isis_2018.shp', layer).role).toEqual({ value: 'damage', by: 'values', of: 'grade' })
})
