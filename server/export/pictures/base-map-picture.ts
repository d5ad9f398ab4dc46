import { Resvg } from '@resvg/resvg-js'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem, reasonValues, type Reason } from '../../../core/result/problem.ts'
import type { MapPlace } from '../../../core/sheet/sheet-pages.ts'
import type { BaseMap } from '../../base-map/base-map.ts'

const tileDots = 256
/** A dot more than a tile on each side closes the seams between tiles. */
const overlapDots = 0.6
const dotsPerInch = 150
const pictureDotsPerMm = 200 / 25.4
const mostTiles = 200
const metresPerDotAtEquator = 156_543.033_928

/**
 * The ground of a map as one PNG, from tiles in Web Mercator: each is laid where its corners lie on paper. Refused where
 * any tile cannot be had, because half a base map would look like ground without roads.
 */
export async function baseMapPicture(
  baseMap: BaseMap,
  { frame, projection, scale }: MapPlace,
  signal?: AbortSignal,
): Promise<Outcome<string>> {
  const corners = [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ].map(([x, y]) => projection.toGround(frame.x + x! * frame.width, frame.y + y! * frame.height))
  const [, lat] = projection.toGround(frame.x + frame.width / 2, frame.y + frame.height / 2)
  const wantedM = (scale * 0.0254) / dotsPerInch
  const exact = Math.log2((metresPerDotAtEquator * Math.cos((lat * Math.PI) / 180)) / wantedM)
  const zoom = Math.max(baseMap.minZoom, Math.min(baseMap.maxZoom, Math.round(exact)))
  const across = corners.map(([lon]) => columnOf(lon, zoom))
  const down = corners.map(([, y]) => rowOf(y, zoom))
  const [west, east, north, south] = [
    Math.min(...across),
    Math.max(...across),
    Math.min(...down),
    Math.max(...down),
  ].map(Math.floor) as [number, number, number, number]
  const unfit = (reason: Reason): Outcome<never> =>
    refused(problem('base-map-unfit', { name: baseMap.name, ...reason }))
  const count = (east - west + 1) * (south - north + 1)
  if (count > mostTiles) return unfit(reasonValues('why.base-map-tiles', { count, limit: mostTiles }))
  const images: string[] = []
  for (let y = north; y <= south; y++) {
    for (let x = west; x <= east; x++) {
      const tile = await baseMap.tile(zoom, x, y, signal)
      if (!tile.ok) return tile
      const { bytes, type } = tile.value
      if (type === 'image/webp') return unfit(reasonValues('why.base-map-webp'))
      const href = `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
      const at = (dx: number, dy: number) => projection.toPaper(lonOf(x + dx, zoom), latOf(y + dy, zoom))
      const [[ax, ay], [bx, by], [cx, cy]] = [at(0, 0), at(1, 0), at(0, 1)]
      const matrix = [bx - ax, by - ay, cx - ax, cy - ay].map((side) => side / tileDots)
      const size = tileDots + overlapDots
      images.push(
        `<image width="${size}" height="${size}" preserveAspectRatio="none" transform="matrix(${[...matrix, ax, ay].join(' ')})" href="${href}"/>`,
      )
    }
  }
  const { x, y, width, height } = frame
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}"><rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#fff"/>${images.join('')}</svg>`
  const image = new Resvg(svg, {
    fitTo: { mode: 'width', value: Math.round(width * pictureDotsPerMm) },
    font: { loadSystemFonts: false },
  }).render()
  return done(`data:image/png;base64,${image.asPng().toString('base64')}`)
}

const columnOf = (lon: number, zoom: number): number => ((lon + 180) / 360) * 2 ** zoom
const rowOf = (lat: number, zoom: number): number =>
  ((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 2 ** zoom
const lonOf = (column: number, zoom: number): number => (column / 2 ** zoom) * 360 - 180
const latOf = (row: number, zoom: number): number =>
  (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / 2 ** zoom))) * 180) / Math.PI
