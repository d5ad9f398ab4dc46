import { Resvg } from '@resvg/resvg-js'
import { version } from '../../core/version.ts'
import type { MapPlace } from '../../core/sheet/sheet-pages.ts'

const tileDots = 256
/** A dot more than a tile on each side closes the seams between tiles. */
const overlapDots = 0.6
const dotsPerInch = 150
const pictureDotsPerMm = 200 / 25.4
const largestZoom = 19
const mostTiles = 200
const largestTileBytes = 2_000_000
const longestMs = 10_000
const metresPerDotAtEquator = 156_543.033_928

/**
 * The ground of a map as one PNG, from tiles in Web Mercator: each is laid where its corners lie on paper. `null` where
 * any tile cannot be had, because half a base map would look like ground without roads.
 */
export async function baseMapPicture(tiles: string, { frame, projection, scale }: MapPlace, signal?: AbortSignal): Promise<string | null> {
  const corners = [[0, 0], [1, 0], [0, 1], [1, 1]].map(([x, y]) => projection.toGround(frame.x + x! * frame.width, frame.y + y! * frame.height))
  const [, lat] = projection.toGround(frame.x + frame.width / 2, frame.y + frame.height / 2)
  const wantedM = (scale * 0.0254) / dotsPerInch
  const exact = Math.log2((metresPerDotAtEquator * Math.cos((lat * Math.PI) / 180)) / wantedM)
  const zoom = Math.max(0, Math.min(largestZoom, Math.round(exact)))
  const across = corners.map(([lon]) => columnOf(lon, zoom))
  const down = corners.map(([, y]) => rowOf(y, zoom))
  const [west, east, north, south] = [Math.min(...across), Math.max(...across), Math.min(...down), Math.max(...down)].map(Math.floor) as [number, number, number, number]
  if ((east - west + 1) * (south - north + 1) > mostTiles) return null
  const images: string[] = []
  for (let y = north; y <= south; y++) {
    for (let x = west; x <= east; x++) {
      const tile = await fetchTile(tiles, zoom, x, y, signal)
      if (!tile) return null
      const at = (dx: number, dy: number) => projection.toPaper(lonOf(x + dx, zoom), latOf(y + dy, zoom))
      const [[ax, ay], [bx, by], [cx, cy]] = [at(0, 0), at(1, 0), at(0, 1)]
      const matrix = [bx - ax, by - ay, cx - ax, cy - ay].map((side) => side / tileDots)
      const size = tileDots + overlapDots
      images.push(`<image width="${size}" height="${size}" preserveAspectRatio="none" transform="matrix(${[...matrix, ax, ay].join(' ')})" href="${tile}"/>`)
    }
  }
  const { x, y, width, height } = frame
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}"><rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#fff"/>${images.join('')}</svg>`
  const image = new Resvg(svg, { fitTo: { mode: 'width', value: Math.round(width * pictureDotsPerMm) }, font: { loadSystemFonts: false } }).render()
  return `data:image/png;base64,${image.asPng().toString('base64')}`
}

const columnOf = (lon: number, zoom: number): number => ((lon + 180) / 360) * 2 ** zoom
const rowOf = (lat: number, zoom: number): number =>
  ((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 2 ** zoom
const lonOf = (column: number, zoom: number): number => (column / 2 ** zoom) * 360 - 180
const latOf = (row: number, zoom: number): number => (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / 2 ** zoom))) * 180) / Math.PI

async function fetchTile(tiles: string, z: number, x: number, y: number, signal?: AbortSignal): Promise<string | null> {
  const address = tiles.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y))
  try {
    const limit = AbortSignal.timeout(longestMs)
    const answer = await fetch(address, {
      headers: { 'user-agent': `basilia-overlay/${version}` },
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    })
    const bytes = Buffer.from(await answer.arrayBuffer())
    const type = answer.headers.get('content-type') ?? ''
    return answer.ok && /^image\/(png|jpeg)$/.test(type) && bytes.length <= largestTileBytes
      ? `data:${type};base64,${bytes.toString('base64')}`
      : null
  } catch {
    return null
  }
}
