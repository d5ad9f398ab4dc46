import { expect, test } from 'vitest'
import { tableOf } from '../../../client/state/attribute-table.ts'
import { pairOf } from '../../../client/state/pair.ts'
import { addressOf, readAddress } from '../../../client/state/address.ts'

test('an address brings the same page back', () => {
  const state = {
    studyId: 'basilia-city',
    language: 'ar',
    at: '2018-04-21',
    view: 'compare',
    compared: ['a', 'b'],
    camera: { zoom: 14.25, lat: 33.48561, lon: 36.3 },
    hidden: new Set(['control', 'أضرار, أخرى']),
    tab: 'damage',
    selected: { kind: 'class', layer: 'damage', class: null },
    table: tableOf({ layer: 'damage-2018', sort: '-area, م²', descending: true, filter: 'a&b' }),
    pair: pairOf({ mode: 'beside', study: 'jobar', at: null }),
  } as const
  expect(readAddress(addressOf(state))).toEqual(state)
  const plain = { ...state, camera: null, hidden: new Set<string>(), selected: null, table: null, pair: null }
  expect(addressOf(plain)).toBe('?study=basilia-city&lang=ar&at=2018-04-21&view=compare&studies=a,b')
  expect(addressOf(state)).toContain('&map=14.25/33.48561/36.3&hide=control&')
  // Of another study nothing of this one's map is said.
  expect(addressOf(state, { studyId: 'jobar' })).toBe('?study=jobar&lang=ar&at=2018-04-21&view=compare&studies=a,b')
})

test('what an address cannot mean is left out', () => {
  expect(readAddress('?lang=fr&at=2018-02-30&view=nowhere&map=99/1/1&row=["nowhere","class","a","b"]')).toEqual({
    studyId: null,
    at: null,
    view: 'map',
    compared: [],
    camera: null,
    hidden: new Set(),
    selected: null,
    table: null,
    pair: null,
  })
})
