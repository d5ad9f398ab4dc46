type Rgb = readonly [red: number, green: number, blue: number]

const parse = (hex: string): Rgb => {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

/** `#rrggbb` with an opacity from 0 to 1. */
export const withAlpha = (hex: string, alpha: number): string => `rgb(${parse(hex).join(' ')} / ${alpha})`

/** A colour on the way from one to another; `part` 0 is the first, 1 the second. */
export function mix(from: string, to: string, part: number): string {
  const [a, b] = [parse(from), parse(to)]
  return `#${a
    .map((value, i) =>
      Math.round(value + (b[i]! - value) * part)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

/** Relative luminance, 0 to 1 (WCAG 2). */
export function luminance(hex: string): number {
  const [red, green, blue] = parse(hex).map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}
