import type { Geometry } from 'geojson'
import type { Extent } from '../../core/geometry/shapes.ts'
import { mostPolygons } from '../../core/tiles/most-polygons.ts'
import type { Preview } from '../state/previews.ts'

/** Larger files are seen once they are loaded. */
const mostBytes = 30_000_000
const timeLimitMs = 20_000

/**
 * The shapes of a zip of shapefiles as shpjs reads them by their own `.prj`: what the map shows while the file is sent. `null`
 * where it is no such zip, is large, or lies nowhere in degrees; nothing is measured of it.
 */
export async function previewZip(files: readonly File[], signal: AbortSignal): Promise<Preview | null> {
  const [file, ...others] = files
  if (!file || others.length > 0 || !/\.zip$/i.test(file.name) || file.size > mostBytes) return null
  const bytes = await file.arrayBuffer()
  const worker = new Worker(new URL('./preview-worker.ts', import.meta.url), { type: 'module' })
  const shapes = await new Promise<readonly Geometry[]>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<readonly Geometry[]>) => resolve(data))
    worker.addEventListener('error', () => resolve([]))
    signal.addEventListener('abort', () => resolve([]))
    setTimeout(() => resolve([]), timeLimitMs)
    worker.postMessage(bytes, [bytes])
  })
  worker.terminate()
  const extent = extentOf(shapes)
  return extent && { shapes: shapes.length > mostPolygons ? [boxOf(extent)] : shapes, extent }
}

/** Of so many shapes that outlines would be a blot. */
const boxOf = ([west, south, east, north]: Extent): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
})

/** `null` without positions, or where one is not in degrees: without a `.prj` shpjs leaves metres as they are. */
function extentOf(shapes: readonly Geometry[]): Extent | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  const take = (value: unknown): void => {
    if (!Array.isArray(value)) return
    if (typeof value[0] !== 'number') return value.forEach(take)
    const [lon, lat] = value as [number, number]
    west = Math.min(west, lon)
    south = Math.min(south, lat)
    east = Math.max(east, lon)
    north = Math.max(north, lat)
  }
  for (const shape of shapes) if (shape.type !== 'GeometryCollection') take(shape.coordinates)
  return west <= east && west >= -180 && east <= 180 && south >= -85 && north <= 85 ? [west, south, east, north] : null
}
