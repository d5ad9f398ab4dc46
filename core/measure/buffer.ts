import { buffer as turfBuffer } from '@turf/turf'
import type { Position } from 'geojson'
import { shapesFromGeoJson } from '../geometry/geojson.ts'
import { metresPerRadian } from '../geometry/local-radii.ts'
import type { Features } from '../geometry/shapes.ts'

const turfRadiusM = 6_371_008.8
const cornersOfCircle = 64

/**
 * Zones of `radiusM` metres round points and lines, one polygon for each point and line. A circle is a polygon of 64
 * corners with the area of the circle; lines are buffered by turf in a plane whose metres are those of the ellipsoid
 * at the line's first vertex (error under 1e-4 of the radius for radii up to 50 km).
 */
export function bufferFeatures({ shapes, attributes }: Features, radiusM: number): Features {
  const { coordinates, partStart, partPolygon, polygonFeature } = shapes
  const zones: Position[][][][] = attributes.map(() => [])
  for (let part = 0; part < partPolygon.length; part++) {
    const zone = zones[polygonFeature[partPolygon[part]!]!]!
    const positions: Position[] = []
    for (let i = partStart[part]!; i < partStart[part + 1]!; i++) {
      positions.push([coordinates[i * 2]!, coordinates[i * 2 + 1]!])
    }
    if (shapes.kind === 'point') for (const position of positions) zone.push([circle(position, radiusM)])
    else zone.push(...bufferLine(positions, radiusM))
  }
  const geometries = zones.map((members) =>
    members.length === 0 ? null : ({ type: 'MultiPolygon', coordinates: members } as const),
  )
  return { shapes: shapesFromGeoJson(geometries, 'polygon'), attributes }
}

function circle(centre: Position, radiusM: number): Position[] {
  const plane = localPlane(centre)
  const angle = (2 * Math.PI) / cornersOfCircle
  const cornerM = radiusM * Math.sqrt(angle / Math.sin(angle))
  const ring = Array.from({ length: cornersOfCircle }, (_, i) =>
    plane.toDegrees(cornerM * Math.cos(i * angle), cornerM * Math.sin(i * angle)),
  )
  return [...ring, ring[0]!]
}

function bufferLine(line: readonly Position[], radiusM: number): Position[][][] {
  const plane = localPlane(line[0]!)
  const toTurf = (position: Position): Position =>
    plane.toMetres(position).map((metres) => (metres / turfRadiusM) * (180 / Math.PI))
  const fromTurf = ([x, y]: Position): Position =>
    plane.toDegrees(x! * (Math.PI / 180) * turfRadiusM, y! * (Math.PI / 180) * turfRadiusM)
  const geometry = { type: 'LineString' as const, coordinates: line.map(toTurf) }
  const zone = turfBuffer(geometry, radiusM, { units: 'meters', steps: cornersOfCircle / 4 })?.geometry
  if (!zone) return []
  const polygons = zone.type === 'Polygon' ? [zone.coordinates] : zone.coordinates
  return polygons.map((rings) => rings.map((ring) => ring.map(fromTurf)))
}

/** East and north in metres of the ellipsoid about one position. */
function localPlane([lon0, lat0]: Position) {
  const { eastM, northM } = metresPerRadian(lat0!)
  return {
    toMetres: ([lon, lat]: Position): Position => [
      (lon! - lon0!) * (Math.PI / 180) * eastM,
      (lat! - lat0!) * (Math.PI / 180) * northM,
    ],
    toDegrees: (x: number, y: number): Position => [
      lon0! + (x / eastM) * (180 / Math.PI),
      lat0! + (y / northM) * (180 / Math.PI),
    ],
  }
}
