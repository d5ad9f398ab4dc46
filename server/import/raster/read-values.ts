import type { GeoTIFFImage } from 'geotiff'
import type { Outcome } from '../../../core/result/outcome.ts'
import { unharmed, type TiffFile, type TiffTags } from './tiff-file.ts'

/** Values of part of a picture, row by row. */
export type Part = {
  readonly values: ArrayLike<number>
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Reads one band block by block, each unpacked once. `sparse` is what blocks hold that the file leaves out. */
export async function eachPart(
  { file }: TiffFile,
  image: GeoTIFFImage,
  band: number,
  sparse: number,
  take: (part: Part) => void,
): Promise<Outcome<null>> {
  const [width, height] = [image.getWidth(), image.getHeight()]
  const [across, down] = [image.getTileWidth(), image.getTileHeight()]
  const columns = Math.ceil(width / across)
  const rows = Math.ceil(height / down)
  const tags = image.getFileDirectory() as TiffTags & { readonly PlanarConfiguration?: number }
  const counts = tags.TileByteCounts ?? tags.StripByteCounts ?? []
  const first = tags.PlanarConfiguration === 2 ? band * columns * rows : 0
  return unharmed(file, async () => {
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const [left, top] = [column * across, row * down]
        const part = { left, top, width: Math.min(across, width - left), height: Math.min(down, height - top) }
        if (counts[first + row * columns + column] === 0) {
          take({ ...part, values: new Float64Array(part.width * part.height).fill(sparse) })
          continue
        }
        const window = [left, top, left + part.width, top + part.height]
        const read = await image.readRasters({ window, samples: [band] })
        const values = (read as unknown as readonly ArrayLike<number>[])[0]
        if (values?.length !== part.width * part.height) throw new Error('it holds fewer pixels than it says')
        take({ ...part, values })
      }
    return null
  })
}

/** Of each pixel whether it holds something, by the mask or the transparency of the file; `null` where it has neither. */
export async function presence(tiff: TiffFile, alpha: number | null): Promise<Outcome<Uint8Array | null>> {
  const { image, mask } = tiff
  const source = mask ?? (alpha === null ? null : image)
  if (source === null) return { ok: true, value: null }
  const width = image.getWidth()
  const held = new Uint8Array(width * image.getHeight())
  const read = await eachPart(tiff, source, mask ? 0 : alpha!, 0, (part) => {
    for (let row = 0, i = 0; row < part.height; row++)
      for (let at = (part.top + row) * width + part.left, end = at + part.width; at < end; at++, i++)
        if (part.values[i] !== 0) held[at] = 1
  })
  return read.ok ? { ok: true, value: held } : read
}
