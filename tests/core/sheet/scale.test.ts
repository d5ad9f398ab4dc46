import geographiclib from 'geographiclib-geodesic'
import { describe, expect, test } from 'vitest'
import { degrees } from '../../../core/sheet/graticule.ts'
import { fittingScale, paperProjection } from '../../../core/sheet/projection.ts'
import { barLengthM, scaleBar } from '../../../core/sheet/scale-bar.ts'
import { middle } from './example-study.ts'

const frame = { x: 10, y: 30, width: 200, height: 130 }
const { WGS84 } = geographiclib.Geodesic

/** Longitude and latitude of the point `distanceM` from the middle. */
function pointAt(azimuthDegrees: number, distanceM: number): readonly [number, number] {
  const { lon2, lat2 } = WGS84.Direct(middle[1], middle[0], azimuthDegrees, distanceM)
  return [lon2!, lat2!]
}

describe('the projection', () => {
  test.each([0, 37, 90, 145, 270])('is true to 1:N along azimuth %s, by the geodesic', (azimuth) => {
    for (const [distanceM, tolerance] of [
      [1000, 1e-7],
      [9000, 2e-6],
      [100_000, 1.3e-4],
    ] as const) {
      const projection = paperProjection(middle, 20_000, frame)
      const [x, y] = projection.toPaper(...pointAt(azimuth, distanceM))
      const onPaperMm = Math.hypot(x - 110, y - 95)
      expect(Math.abs((onPaperMm * 20_000) / 1000 / distanceM - 1)).toBeLessThan(tolerance)
    }
  })

  test('has north up and comes back to the ground', () => {
    const projection = paperProjection(middle, 20_000, frame)
    const [x, y] = projection.toPaper(middle[0], middle[1] + 0.01)
    expect(x).toBeCloseTo(110, 6)
    expect(y).toBeLessThan(95)
    const [lon, lat] = projection.toGround(x, y)
    expect(lon).toBeCloseTo(middle[0], 9)
    expect(lat).toBeCloseTo(middle[1] + 0.01, 9)
  })

  test('takes the largest round scale that shows the plan with a margin', () => {
    expect(fittingScale(3000, 3000, frame)).toBe(30_000)
    expect(fittingScale(20, 20, frame)).toBe(250)
    expect(fittingScale(200_000, 200_000, frame)).toBe(2_000_000)
  })
})

describe('the scale bar', () => {
  test.each([1000, 20_000, 40_000, 75_000, 2_000_000])('is as long as its ground at 1:%s', (scale) => {
    const box = { x: 10, y: 180, width: 50, height: 20 }
    const svg = scaleBar(scale, box, 'en')
    const lengthMm = Number(/class="bar" x="[\d.]+" y="[\d.]+" width="([\d.]+)"/.exec(svg)![1])
    const lengthM = barLengthM(scale, 42)
    expect((lengthMm * scale) / 1000).toBeCloseTo(lengthM, 0)
    expect(lengthMm).toBeLessThanOrEqual(42)
    expect(lengthMm).toBeGreaterThan(16)
    const unit = lengthM >= 1000 ? `${lengthM / 1000} km` : `${lengthM} m`
    expect(svg).toContain(`>${unit}<`)
    expect(svg).toContain(`>1:${scale.toLocaleString('en-US')}<`)
  })

  test('lies at the right edge in Arabic and still runs left to right', () => {
    const svg = scaleBar(40_000, { x: 10, y: 180, width: 50, height: 20 }, 'ar')
    const [, x, width] = /class="bar" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/.exec(svg)!
    expect(Number(x) + Number(width)).toBeGreaterThan(50)
    expect(svg.indexOf('>0<')).toBeLessThan(svg.indexOf('كم'))
  })
})

test('degrees are written with minutes and seconds and the side', () => {
  expect(degrees(36.275 * 3600, 'lon', 'en')).toBe('36°16\'30" E')
  expect(degrees(-0.5, 'lat', 'en')).toBe('0°00\'01" S')
  expect(degrees(33.5 * 3600, 'lat', 'ar')).toBe('33°30\'00" شمالًا')
})
