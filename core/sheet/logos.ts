import type { Box } from './paper.ts'
import { element, group, type Svg } from './svg.ts'

/** A logo that has been checked: a PNG, and its size on paper. */
export type ResolvedLogo = {
  /** `data:image/png;base64,…`. */
  readonly png: string
  readonly alt: string
  readonly widthMm: number
  readonly heightMm: number
}

const gapMm = 4

/** Width that logos in a row take, with the gap before what stands beside them. */
export const logosWidthMm = (logos: readonly ResolvedLogo[]): number =>
  logos.reduce((sum, { widthMm }) => sum + widthMm + gapMm, 0)

export const logosHeightMm = (logos: readonly ResolvedLogo[]): number =>
  Math.max(0, ...logos.map(({ heightMm }) => heightMm))

/** Logos in a row at the end of the head, in reading order, each in the middle of the row's height. */
export function logoRow(logos: readonly ResolvedLogo[], box: Box, isRightToLeft: boolean): Svg {
  if (logos.length === 0) return ''
  const rowMm = logosHeightMm(logos)
  let from = logosWidthMm(logos) - gapMm
  const drawn = logos.map(({ png, alt, widthMm, heightMm }) => {
    const x = isRightToLeft ? box.x + from - widthMm : box.x + box.width - from
    from -= widthMm + gapMm
    return element('image', {
      x,
      y: box.y + (rowMm - heightMm) / 2,
      width: widthMm,
      height: heightMm,
      href: png,
      role: 'img',
      'aria-label': alt,
    })
  })
  return group({ id: 'logos' }, ...drawn)
}
