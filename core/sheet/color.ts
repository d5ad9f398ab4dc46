/** Red, green and blue from 0 to 1 of `#rrggbb`. */
const channels = (color: string): readonly [number, number, number] => [
  Number.parseInt(color.slice(1, 3), 16) / 255,
  Number.parseInt(color.slice(3, 5), 16) / 255,
  Number.parseInt(color.slice(5, 7), 16) / 255,
]

const hex = (value: number): string =>
  Math.round(Math.min(1, Math.max(0, value)) * 255)
    .toString(16)
    .padStart(2, '0')

/** The colour with `share` of black in it. */
export const darker = (color: string, share: number): string =>
  `#${channels(color)
    .map((value) => hex(value * (1 - share)))
    .join('')}`

/** Relative luminance as WCAG defines it, 0 to 1. */
export function luminance(color: string): number {
  const [r, g, b] = channels(color).map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}
