import { GeoTIFF, type GeoTIFFImage } from 'geotiff'
import proj4 from 'proj4'
import { projString, type CoordinateSystem } from '../../core/crs/system.ts'
import { operationAt, toWgs84 } from '../../core/crs/to-wgs84.ts'
import { systemOfCode } from '../import/place/epsg-systems.ts'
import { SourceFault, type ByteSource } from './byte-source.ts'
import { rgbaPng } from './rgba-png.ts'

/** A GeoTIFF as tiles in Web Mercator (OGC 19-008r4). */
export type PictureTiles = {
  readonly minZoom: number
  readonly maxZoom: number
  /** Whose it is, as its tags say; empty where they do not. */
  readonly name: string
  /** A PNG; `null` where the picture has no ground there. */
  readonly tile: (zoom: number, x: number, y: number) => Promise<Uint8Array | null>
}

const tilePixels = 256
/** A tile's pixels are placed one by one within squares of so many; along their sides places lie on straight lines. */
const gridStep = 16
const metresPerPixelAtEquator = 156_543.033_928
const mostZoom = 22
const leastPixels = 64
/** Of what must be unpacked for one tile. */
const mostBytesOfTile = 128e6
const mostBytesOfPart = 16e6
const mostPictures = 32
const mostName = 200

type Position = [x: number, y: number]
type Place = Readonly<Position>
/** Columns and rows of the whole picture at a longitude and latitude. */
type PixelAt = (lon: number, lat: number) => Place

/** Opens a picture; throws a `SourceFault` or what its source throws, as its `tile` does. */
export async function openGeotiff(source: ByteSource): Promise<PictureTiles> {
  const file = await unharmed(() => GeoTIFF.fromSource(sourceOf(source)))
  const whole = await unharmed(() => file.getImage(0))
  const [width, height] = [whole.getWidth(), whole.getHeight()]
  if (!(width > 0 && height > 0)) throw new SourceFault('it has no pixels')
  const reading = readingOf(whole)
  const images = [whole, ...(await overviewsOf(file, width, height))]
  const { pixelAt, groundAt } = await placing(whole)
  const middle = groundAt(width / 2, height / 2)
  const beside = groundAt(width / 2 + 1, height / 2)
  if (!middle || !beside) throw new SourceFault('its place is not on earth')
  const metres =
    Math.hypot((beside[0] - middle[0]) * Math.cos((middle[1] * Math.PI) / 180), beside[1] - middle[1]) * 111_320
  const deepest = Math.ceil(Math.log2((metresPerPixelAtEquator * Math.cos((middle[1] * Math.PI) / 180)) / metres))
  const maxZoom = Math.max(0, Math.min(mostZoom, deepest))
  const shrunk = Math.max(0, Math.floor(Math.log2(Math.max(width, height) / leastPixels)))
  return {
    name: nameOf(whole),
    minZoom: Math.max(0, maxZoom - shrunk),
    maxZoom,
    async tile(zoom, x, y) {
      const places = placesOf(zoom, x, y, pixelAt)
      const box = boxOf(places, width, height)
      if (!box) return null
      const perPixel = Math.max((box[2] - box[0]) / tilePixels, (box[3] - box[1]) / tilePixels)
      const image = images.findLast((own) => width / own.getWidth() <= Math.max(1, perPixel)) ?? whole
      return paint(places, image, width / image.getWidth(), box, reading)
    },
  }
}

/** What the library throws of a damaged file is the file's fault. */
async function unharmed<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof SourceFault || (error as NodeJS.ErrnoException).code !== undefined) throw error
    throw new SourceFault(`it cannot be read as GeoTIFF (${error instanceof Error ? error.message.slice(0, 200) : ''})`)
  }
}

type Slice = { readonly offset: number; readonly length: number }

function sourceOf({ size, read }: ByteSource) {
  const fetchSlice = async ({ offset, length }: Slice): Promise<ArrayBuffer> => {
    if (length > mostBytesOfPart) throw new SourceFault(`a part of it is larger than ${mostBytesOfPart / 1e6} MB`)
    if (!(offset >= 0 && offset < size)) throw new SourceFault('it ends before what it speaks of')
    const bytes = await read(offset, Math.min(length, size - offset))
    return new Uint8Array(bytes).buffer
  }
  return {
    fileSize: size,
    fetchSlice,
    fetch: (slices: readonly Slice[]) => Promise.all(slices.map(fetchSlice)),
    close: () => Promise.resolve(),
  }
}

/** The same picture in fewer pixels, from fine to coarse. */
async function overviewsOf(file: GeoTIFF, width: number, height: number): Promise<GeoTIFFImage[]> {
  const found: GeoTIFFImage[] = []
  const count = Math.min(mostPictures, await unharmed(() => file.getImageCount()))
  for (let number = 1; number < count; number++) {
    const image = await unharmed(() => file.getImage(number))
    const { NewSubfileType: kind = 0 } = image.getFileDirectory() as { readonly NewSubfileType?: number }
    const [across, down] = [width / image.getWidth(), height / image.getHeight()]
    if (kind === 1 && across > 1 && Math.abs(across / down - 1) < 0.05) found.push(image)
  }
  return found.toSorted((a, b) => b.getWidth() - a.getWidth())
}

type Reading = { readonly shift: number; readonly noData: number | null }

function readingOf(image: GeoTIFFImage): Reading {
  const bits = image.getBitsPerSample() as number
  const format = (image.getSampleFormat() as number | undefined) ?? 1
  if (format !== 1 || (bits !== 8 && bits !== 16))
    throw new SourceFault(`its pixels are no colours of 8 or 16 bits but of ${bits}; convert it to 8 bits first`)
  const isScaled = (image.getFileDirectory() as { PhotometricInterpretation?: number }).PhotometricInterpretation === 2
  return { shift: bits === 16 && isScaled ? 8 : 0, noData: image.getGDALNoData() }
}

/** Where the pixels of the picture lie on earth, and back. */
async function placing(image: GeoTIFFImage) {
  const { ModelTransformation: turned } = image.getFileDirectory() as { readonly ModelTransformation?: number[] }
  if (turned && (turned[1] !== 0 || turned[4] !== 0)) throw new SourceFault('it lies turned; warp it north up first')
  const keys = (image.getGeoKeys() ?? {}) as Readonly<Record<string, number | undefined>>
  const number = keys['ProjectedCSTypeGeoKey'] ?? keys['GeographicTypeGeoKey']
  const code = `EPSG:${number ?? 0}`
  const answer = number === undefined || number === 32_767 ? null : await systemOfCode(code)
  const isMercator = code === 'EPSG:3857'
  if (!isMercator && answer?.kind !== 'system')
    throw new SourceFault(`its coordinate system (${number === undefined ? 'none' : code}) is not known`)
  const [left, top, perX, perY] = await unharmed(async () => {
    const [ox, oy] = image.getOrigin()
    const [rx, ry] = image.getResolution()
    const half = keys['GTRasterTypeGeoKey'] === 2 ? 0.5 : 0
    return [ox! - half * rx!, oy! - half * ry!, rx!, ry!] as const
  })
  if (!(Math.abs(perX) > 0 && Math.abs(perY) > 0)) throw new SourceFault('its pixels have no size')
  const [to, from] = isMercator || answer?.kind !== 'system' ? mercator() : converters(answer.system, left, top)
  const pixelAt: PixelAt = (lon, lat) => {
    const [x, y] = to(lon, lat)
    return [(x - left) / perX, (y - top) / perY]
  }
  return { pixelAt, groundAt: (column: number, row: number) => from(left + column * perX, top + row * perY) }
}

type Convert = (x: number, y: number) => Place

function mercator(): [Convert, (x: number, y: number) => Place | null] {
  const { forward, inverse } = proj4('EPSG:4326', 'EPSG:3857')
  return [(lon, lat) => forward<Position>([lon, lat]), (x, y) => inverse<Position>([x, y])]
}

function converters(
  system: CoordinateSystem,
  left: number,
  top: number,
): [Convert, (x: number, y: number) => Place | null] {
  const about = toWgs84(system, null)(left, top)
  const operation = about && operationAt(system, about[0], about[1])
  const { forward } = proj4('EPSG:4326', projString(system, operation))
  return [(lon, lat) => forward<Position>([lon, lat]), toWgs84(system, operation)]
}

/** Columns and rows of the picture at the corners of the squares of a tile, row by row. */
function placesOf(zoom: number, x: number, y: number, pixelAt: PixelAt): Place[] {
  const places: Place[] = []
  const side = 2 ** zoom
  for (let row = 0; row <= tilePixels; row += gridStep) {
    const north = y + row / tilePixels
    const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * north) / side))) * 180) / Math.PI
    for (let column = 0; column <= tilePixels; column += gridStep)
      places.push(pixelAt(((x + column / tilePixels) / side) * 360 - 180, lat))
  }
  return places
}

/** The pixels of the picture that a tile takes: left, top, right, bottom; `null` where it takes none. */
function boxOf(places: readonly Place[], width: number, height: number): [number, number, number, number] | null {
  const [columns, rows] = [places.map(([column]) => column), places.map(([, row]) => row)]
  if (![...columns, ...rows].every(Number.isFinite)) return null
  const box: [number, number, number, number] = [
    Math.max(0, Math.floor(Math.min(...columns))),
    Math.max(0, Math.floor(Math.min(...rows))),
    Math.min(width, Math.ceil(Math.max(...columns)) + 1),
    Math.min(height, Math.ceil(Math.max(...rows)) + 1),
  ]
  return box[0] < box[2] && box[1] < box[3] ? box : null
}

/** The tile, each pixel that of the picture which lies nearest. */
async function paint(
  places: readonly Place[],
  image: GeoTIFFImage,
  shrunk: number,
  box: readonly [number, number, number, number],
  { shift, noData }: Reading,
): Promise<Uint8Array> {
  const [left, top, right, bottom] = [
    Math.floor(box[0] / shrunk),
    Math.floor(box[1] / shrunk),
    Math.min(image.getWidth(), Math.ceil(box[2] / shrunk)),
    Math.min(image.getHeight(), Math.ceil(box[3] / shrunk)),
  ] as const
  holdWithin(image, right - left, bottom - top)
  const read = await unharmed(() =>
    image.readRGB({ window: [left, top, right, bottom], interleave: true, enableAlpha: true }),
  )
  const values = read as unknown as ArrayLike<number>
  const [across, down] = [right - left, bottom - top]
  const stride = values.length / (across * down)
  const pixels = new Uint8Array(4 * tilePixels ** 2)
  const corners = tilePixels / gridStep + 1
  for (let row = 0; row < tilePixels; row++)
    for (let column = 0; column < tilePixels; column++) {
      const [u, v] = [(column + 0.5) / gridStep, (row + 0.5) / gridStep]
      const [i, j] = [Math.floor(u), Math.floor(v)]
      const at = (part: 0 | 1): number => {
        const a = places[j * corners + i]![part] * (1 - u + i) + places[j * corners + i + 1]![part] * (u - i)
        const b =
          places[(j + 1) * corners + i]![part] * (1 - u + i) + places[(j + 1) * corners + i + 1]![part] * (u - i)
        return a * (1 - v + j) + b * (v - j)
      }
      const [x, y] = [Math.floor(at(0) / shrunk) - left, Math.floor(at(1) / shrunk) - top]
      if (x < 0 || y < 0 || x >= across || y >= down) continue
      const from = stride * (y * across + x)
      const own = [values[from]!, values[from + 1]!, values[from + 2]!]
      if (noData !== null && own.every((value) => value === noData)) continue
      const alpha = stride > 3 ? values[from + 3]! >> shift : 255
      pixels.set([...own.map((value) => value >> shift), alpha], 4 * (row * tilePixels + column))
    }
  return rgbaPng(pixels, tilePixels)
}

/** By the sizes that the file tells, before any of it is unpacked. */
function holdWithin(image: GeoTIFFImage, across: number, down: number): void {
  const [blockWidth, blockHeight] = [image.getTileWidth(), image.getTileHeight()]
  const blocks = (Math.ceil(across / blockWidth) + 1) * (Math.ceil(down / blockHeight) + 1)
  const bytes = blocks * blockWidth * blockHeight * image.getBytesPerPixel()
  if (!(bytes <= mostBytesOfTile))
    throw new SourceFault('a tile of it takes too many pixels; give it tiles and overviews (a cloud optimised GeoTIFF)')
}

function nameOf(image: GeoTIFFImage): string {
  const { Copyright: stated } = image.getFileDirectory() as { readonly Copyright?: unknown }
  return typeof stated === 'string'
    ? stated
        .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
        .trim()
        .slice(0, mostName)
    : ''
}
