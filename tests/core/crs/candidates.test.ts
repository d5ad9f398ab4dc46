import { expect, test } from 'vitest'
import { rankedCandidates } from '../../../core/crs/candidates.ts'
import type { Extent } from '../../../core/geometry/shapes.ts'

const damascus: Extent = [36.19, 33.45, 36.36, 33.58]
const codes = (box: Extent, near?: Extent) => rankedCandidates(box, near).map(({ code }) => code)

test('degrees are WGS 84 first, and no place at the origin of a grid', () => {
  expect(codes(damascus)[0]).toBe('EPSG:4326')
  expect(
    rankedCandidates(damascus)
      .slice(1)
      .every(({ score }) => score < 0.1),
  ).toBe(true)
})

test('metres of UTM come out where zone 37 puts them', () => {
  const [first] = rankedCandidates([240_000, 3_705_000, 254_500, 3_718_000])
  expect(first?.code).toBe('EPSG:32637')
  expect(first?.extent[0]).toBeGreaterThan(36.1)
  expect(first?.extent[3]).toBeLessThan(33.6)
})

test('the ground of the study decides between systems that are all possible', () => {
  // The south of Damascus in Syria Lambert: also possible in Palestine's grid and in Levant Stereographic.
  const box: Extent = [193_000, 171_000, 203_000, 181_000]
  expect(codes(box)).toEqual(expect.arrayContaining(['EPSG:22770', 'EPSG:22700', 'EPSG:28191']))
  expect(codes(box, damascus).slice(0, 2)).toEqual(['EPSG:22770', 'EPSG:22700'])
  expect(codes(box, [35, 31, 36, 32.5])[0]).toBe('EPSG:28191')
})

test('coordinates that no usual system can hold have no candidate', () => {
  expect(codes([4e7, 4e7, 5e7, 5e7])).toEqual([])
})
