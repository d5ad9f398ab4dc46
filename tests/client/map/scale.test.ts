import { Geodesic } from 'geographiclib-geodesic'
import { fromLonLat } from 'ol/proj.js'
import { expect, test } from 'vitest'
import { groundScale } from '../../../client/map/ground-scale.ts'
import { roundLength } from '../../../client/map/scale-bar.ts'

test.each([-60, 0, 33.47, 48, 70])('a metre of the map is true ground eastwards at latitude %f', (lat) => {
  const [west, east] = [36.28, 36.281]
  const mapM = fromLonLat([east, lat])[0]! - fromLonLat([west, lat])[0]!
  const groundM = Geodesic.WGS84.Inverse(lat, west, lat, east).s12!
  expect(mapM * groundScale(lat)).toBeCloseTo(groundM, 4)
})

test('bars have round lengths', () => {
  expect([1, 1.9, 3, 49, 50, 730, 12_000].map(roundLength)).toEqual([1, 1, 2, 20, 50, 500, 10_000])
})
