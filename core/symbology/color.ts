/** Red, green and blue from 0 to 255 of `#rrggbb`. */
const channels = (color: string): readonly [number, number, number] => {
  const value = Number.parseInt(color.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

/** `#rrggbb` with an opacity from 0 to 1, as CSS writes it. */
export const withAlpha = (color: string, alpha: number): string => `rgb(${channels(color).join(' ')} / ${alpha})`

/** A colour on the way from one to another; `part` 0 is the first, 1 the second. */
export function mix(from: string, to: string, part: number): string {
  const ends = channels(to)
  return `#${channels(from)
    .map((value, i) =>
      Math.round(value + (ends[i]! - value) * part)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

/** The colour with `share` of black in it. */
export const darker = (color: string, share: number): string => mix(color, '#000000', share)

/** Relative luminance as WCAG 2 defines it, 0 to 1. */
function luminance(color: string): number {
  const [red, green, blue] = channels(color).map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

/** Whether marks in a darkened tone of the colour would not be seen on it, so that they are light instead. */
export const isDark = (color: string): boolean => luminance(color) < 0.1
