import { inflateSync } from 'node:zlib'
import { addDecoder, BaseDecoder, GeoTIFF, type GeoTIFFImage } from 'geotiff'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import type { NamedBytes } from '../record/imported.ts'

/** The tags of a TIFF that are looked at, by their names. */
export type TiffTags = {
  readonly NewSubfileType?: number
  readonly Compression?: number
  readonly PhotometricInterpretation?: number
  readonly ExtraSamples?: ArrayLike<number> | number
  readonly ColorMap?: ArrayLike<number>
  readonly ModelTiepoint?: ArrayLike<number>
  readonly ModelPixelScale?: ArrayLike<number>
  readonly ModelTransformation?: ArrayLike<number>
  readonly GDAL_NODATA?: string
  readonly GDAL_METADATA?: string
  readonly TileOffsets?: ArrayLike<number>
  readonly StripOffsets?: ArrayLike<number>
  readonly TileByteCounts?: ArrayLike<number>
  readonly StripByteCounts?: ArrayLike<number>
}

/** A TIFF as it was opened, nothing of its pixels read yet. */
export type TiffFile = {
  readonly file: string
  readonly image: GeoTIFFImage
  readonly tags: TiffTags
  readonly keys: Readonly<Record<string, number | string | undefined>>
  /** Says of each pixel whether it holds anything; `null` where there is none. */
  readonly mask: GeoTIFFImage | null
  /** Pictures beside the first that are neither smaller copies of it nor masks. */
  readonly otherPages: number
}

const mostPictures = 64
const [isSmaller, isMask] = [1, 4]
/** No way of packing makes its input twice as long; longer would be other than what it says. */
const mostSwollen = 2
const slackBytes = 4_096
const mostBlockBytes = 400_000_000

/** What geotiff throws of a damaged file is the file's fault; what the disk throws has a code. */
export async function unharmed<Value>(file: string, read: () => Promise<Value>): Promise<Outcome<Value>> {
  try {
    return done(await read())
  } catch (error) {
    const { message } = error as Error
    return refused(problem('raster-unreadable', { file, reason: message.split('\n')[0]!.slice(0, 200) }))
  }
}

/** Of deflated blocks no more is unpacked than the block can hold, so that a small file cannot fill the memory. */
class Inflating extends BaseDecoder {
  readonly #most: number
  constructor(directory?: unknown) {
    super()
    this.#most = blockBytes(directory as Directory)
  }
  decodeBlock(buffer: ArrayBuffer): ArrayBuffer {
    const { buffer: whole, byteOffset, length } = inflateSync(buffer, { maxOutputLength: this.#most + slackBytes })
    return whole.slice(byteOffset, byteOffset + length)
  }
}

type Directory = {
  readonly ImageWidth: number
  readonly ImageLength: number
  readonly TileWidth?: number
  readonly TileLength?: number
  readonly RowsPerStrip?: number
  readonly BitsPerSample?: ArrayLike<number>
  readonly SamplesPerPixel?: number
}

/** Of one block unpacked. */
function blockBytes(own: Directory): number {
  const across = own.TileWidth ?? own.ImageWidth
  const down = own.TileLength ?? Math.min(own.RowsPerStrip ?? own.ImageLength, own.ImageLength)
  const bits = Math.max(1, ...Array.from(own.BitsPerSample ?? [1]))
  return Math.ceil((across * bits * (own.SamplesPerPixel ?? 1)) / 8) * down
}

addDecoder([8, 32946], () => Promise.resolve(Inflating))

/** Opens a TIFF and finds what belongs to its first picture. Damage, and blocks of impossible length, are refused. */
export async function openTiff({ name: file, bytes }: NamedBytes): Promise<Outcome<TiffFile>> {
  const opened = await unharmed(file, async () => {
    const own = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
    const tiff = await GeoTIFF.fromSource(sourceOf(own))
    return { tiff, image: await tiff.getImage(0) }
  })
  if (!opened.ok) return opened
  const { tiff, image } = opened.value
  const broken = (reason: string) => refused(problem('raster-unreadable', { file, reason }))
  const [width, height] = [image.getWidth(), image.getHeight()]
  if (!(width > 0 && height > 0)) return broken('it has no pixels')
  let mask: GeoTIFFImage | null = null
  let otherPages = 0
  for (let number = 1; number < mostPictures; number++) {
    const next = await tiff.getImage(number).catch(() => null)
    if (next === null) break
    const { NewSubfileType: kind = 0 } = next.getFileDirectory() as TiffTags
    if (kind === 0) otherPages++
    if ((kind & isSmaller) === 0 && (kind & isMask) !== 0 && next.getWidth() === width && next.getHeight() === height)
      mask ??= next
  }
  for (const each of [image, ...(mask ? [mask] : [])]) {
    const fault = faultOfBlocks(each.getFileDirectory() as TiffTags & Directory, bytes.length)
    if (fault !== null) return broken(fault)
  }
  const keys = (image.getGeoKeys() ?? {}) as TiffFile['keys']
  return done({ file, image, tags: image.getFileDirectory() as TiffTags, keys, mask, otherPages })
}

function faultOfBlocks(tags: TiffTags & Directory, fileBytes: number): string | null {
  const most = blockBytes(tags)
  if (!(most > 0 && most <= mostBlockBytes)) return `its pixels lie in blocks of ${Math.round(most / 1e6)} MB`
  const offsets = tags.TileOffsets ?? tags.StripOffsets ?? []
  const counts = tags.TileByteCounts ?? tags.StripByteCounts ?? []
  for (let block = 0; block < counts.length; block++) {
    if (counts[block]! > mostSwollen * most + slackBytes) return 'a block is longer than what it holds'
    if (!(offsets[block]! + counts[block]! <= fileBytes)) return 'it ends before its pixels do'
  }
  return null
}

type Slice = { readonly offset: number; readonly length: number }

/** A directory is read in pieces that may go beyond the end; the blocks of pixels are held against the file's length before. */
function sourceOf(bytes: ArrayBuffer) {
  const part = ({ offset, length }: Slice): ArrayBuffer => {
    if (!(offset >= 0 && offset < bytes.byteLength)) throw new Error('it ends before what it speaks of')
    return bytes.slice(offset, Math.min(offset + length, bytes.byteLength))
  }
  return {
    fileSize: bytes.byteLength,
    fetchSlice: (slice: Slice) => Promise.resolve(part(slice)),
    fetch: (slices: readonly Slice[]) => Promise.resolve(slices.map(part)),
    close: () => Promise.resolve(),
  }
}
