import proj4, { type Converter } from 'proj4'
import type { Box } from './paper.ts'

export type Point = readonly [x: number, y: number]

/** From degrees on WGS 84 to millimetres on paper and back. */
export type PaperProjection = {
  /** Where it is true to scale: the middle of the frame. */
  readonly centre: Point
  /** N of 1:N there. */
  readonly scale: number
  readonly toPaper: (lonDegrees: number, latDegrees: number) => Point
  readonly toGround: (xMm: number, yMm: number) => Point
}

/**
 * Transverse Mercator on the WGS 84 ellipsoid about the middle of the frame, true to scale there: a length on paper is
 * 1:`scale` of the length on the ground, to 2e-8 within 1 km of the middle, 1e-6 within 9 km and 1.2e-4 within 100 km.
 */
export function paperProjection(centre: Point, scale: number, frame: Box): PaperProjection {
  const metres = localMetres(centre)
  const mmPerMetre = 1000 / scale
  const middleX = frame.x + frame.width / 2
  const middleY = frame.y + frame.height / 2
  return {
    centre,
    scale,
    toPaper: (lon, lat) => {
      const [east, north] = metres.forward<[number, number]>([lon, lat])
      return [middleX + east * mmPerMetre, middleY - north * mmPerMetre]
    },
    toGround: (x, y) => metres.inverse<[number, number]>([(x - middleX) / mmPerMetre, (middleY - y) / mmPerMetre]),
  }
}

/** East and north in metres about `centre`, and back to degrees. */
export const localMetres = ([lon, lat]: Point): Converter =>
  proj4(
    '+proj=longlat +ellps=WGS84',
    `+proj=tmerc +lat_0=${lat} +lon_0=${lon} +k=1 +x_0=0 +y_0=0 +ellps=WGS84 +units=m`,
  )

/** Scales that a reader can reckon with. */
const roundSteps = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 10]
const largestScale = 250

/** The largest round scale 1:N at which ground of that size in metres fits into the frame with a margin round it. */
export function fittingScale(widthM: number, heightM: number, frame: Box, marginShare = 0.09): number {
  const usable = 1 - 2 * marginShare
  const exact = Math.max(
    (widthM * 1000) / (frame.width * usable),
    (heightM * 1000) / (frame.height * usable),
    largestScale,
  )
  const power = 10 ** Math.floor(Math.log10(exact))
  const step = roundSteps.find((candidate) => candidate * power >= exact * (1 - 1e-9)) ?? 10
  return Math.round(step * power)
}
