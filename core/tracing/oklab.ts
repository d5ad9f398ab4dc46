/** A colour in OKLab (Ottosson 2020): lightness 0 to 1, and two axes of colour. */
export type Oklab = readonly [lightness: number, a: number, b: number]

/** Light of each value of an sRGB channel, 0 to 1. */
const light = Float64Array.from({ length: 256 }, (_, value) => {
  const part = value / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
})

/** The colour of sRGB channels, 0 to 255, in OKLab. */
export function oklabOf(red: number, green: number, blue: number): Oklab {
  const [r, g, b] = [light[red]!, light[green]!, light[blue]!]
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

/** How far apart two colours look: their distance in OKLab times 100. About 2 is the least that is seen. */
export const colourDistance = (one: Oklab, other: Oklab): number =>
  100 * Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])

/** Red, green and blue, 0 to 255, of `#rrggbb`. */
export type Rgb = readonly [red: number, green: number, blue: number]

export const rgbOf = (color: string): Rgb => {
  const value = Number.parseInt(color.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

export const hexOf = (rgb: Rgb): string =>
  `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`

/** The colour of `#rrggbb` in OKLab. */
export const oklabOfHex = (color: string): Oklab => oklabOf(...rgbOf(color))
