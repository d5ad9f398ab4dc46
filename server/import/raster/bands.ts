import { childrenNamed } from '../../../core/classify/xml-element.ts'
import { xmlTree } from '../text/xml-tree.ts'
import type { Band } from './read-cells.ts'
import type { TiffFile } from './tiff-file.ts'

const transparencies = [1, 2]
const [rgb, separated, yCbCr, lab] = [2, 5, 6, 8]

/** The bands that hold values, and the number of the one that is transparency alone. */
export type Bands = { readonly names: readonly string[]; readonly band: (index: number) => Band }

/** Whether the samples of a pixel are parts of one colour. */
export const isOfColours = ({ image, tags: { PhotometricInterpretation: kind } }: TiffFile): boolean =>
  image.getSamplesPerPixel() >= 3 && (kind === rgb || kind === separated || kind === yCbCr || kind === lab)

export function bandsOf({ image, tags }: TiffFile): Bands {
  const samples = image.getSamplesPerPixel()
  const extra =
    tags.ExtraSamples === undefined
      ? []
      : [tags.ExtraSamples].flatMap((own) => (typeof own === 'number' ? [own] : Array.from(own)))
  const isAlpha = samples > 1 && transparencies.includes(extra.at(-1) ?? 0)
  const count = isAlpha ? samples - 1 : samples
  const items = metadataItems(tags.GDAL_METADATA)
  const stated = (band: number, role: string): string | undefined =>
    items.find((item) => item.sample === band && item.role === role)?.text
  const numberOf = (text: string | undefined, otherwise: number): number => {
    const value = Number(text)
    return text === undefined || !Number.isFinite(value) ? otherwise : value
  }
  const described = Array.from({ length: count }, (_, band) => stated(band, 'description') ?? '')
  return {
    names: described.map((name, band) => (name === '' || described.indexOf(name) !== band ? `band ${band + 1}` : name)),
    band: (number) => ({
      number,
      noData: noDataOf(tags.GDAL_NODATA),
      alpha: isAlpha ? samples - 1 : null,
      scale: numberOf(stated(number, 'scale'), 1),
      offset: numberOf(stated(number, 'offset'), 0),
    }),
  }
}

/** As text that ends with a null. */
function noDataOf(stated: string | undefined): number | null {
  const text = stated?.replace(/\0.*$/s, '').trim() ?? ''
  if (text === '' || /nan/i.test(text)) return null
  const value = Number(text)
  return Number.isNaN(value) ? null : value
}

function metadataItems(text: string | undefined) {
  const root = text === undefined ? null : xmlTree(text.replaceAll('\0', ''))
  return root === null
    ? []
    : childrenNamed(root, 'Item').map(({ attributes, text: own }) => ({
        sample: attributes['sample'] === undefined ? null : Number(attributes['sample']),
        role: attributes['role'] ?? '',
        text: own.trim(),
      }))
}
