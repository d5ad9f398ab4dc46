import { expect, test } from 'vitest'
import { addressOf, readAddress } from '../../../client/state/address.ts'

test('an address brings the same page back', () => {
  const state = {
    studyId: 'basilia-city',
    language: 'ar',
    at: '2018-04-21',
    view: 'compare',
    compared: ['a', 'b'],
  } as const
  expect(readAddress(addressOf(state))).toEqual(state)
  expect(addressOf(state)).toBe('?study=basilia-city&lang=ar&at=2018-04-21&view=compare&studies=a,b')
})

test('what an address cannot mean is left out', () => {
  expect(readAddress('?lang=fr&at=2018-02-30&view=nowhere')).toEqual({
    studyId: null,
    at: null,
    view: 'map',
    compared: [],
  })
})
