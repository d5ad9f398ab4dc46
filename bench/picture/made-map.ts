import { Resvg } from '@resvg/resvg-js'
import sharp from 'sharp'
import type { ColourClass } from '../../core/tracing/colour-choices.ts'
import { hexOf, rgbOf, type Rgb } from '../../core/tracing/oklab.ts'
import type { Pixels } from '../../core/tracing/pixel-grid.ts'
import { randomFrom, type Random } from '../random.ts'
import { madeGround } from './made-ground.ts'

/** What stands on a made map, and how it is kept. */
export type MapKind = {
  readonly width: number
  readonly height: number
  readonly classes: number
  readonly labels: number
  readonly roads: number
  /** Width of the lines between classes in pixels; 0 is none. */
  readonly borderPx: number
  readonly hasLegend: boolean
  /** Of JPEG; `null` is PNG. */
  readonly quality: number | null
  /** How much of the base map a class's colour covers, 1 all of it. */
  readonly opacity: number
  readonly hasHatch: boolean
}

export type MadeMap = {
  readonly pixels: Pixels
  readonly file: Buffer
  /** Part of each pixel that each class truly has: classes by row, pixels along it. */
  readonly parts: readonly Float32Array[]
  /** What a user clicks. */
  readonly classes: readonly ColourClass[]
  readonly masks: readonly [number, number, number, number][]
}

const palette = ['#d7301f', '#4daf4a', '#ffd92f', '#5a5a5a', '#377eb8', '#b07aa1', '#f28e2b', '#76c7c0']
const land = '#f3efe6'
const subsamples = 3

/** A made control map by its kind and number: the picture, as it is published, and the truth under it. */
export async function madeMap(kind: MapKind, number: number): Promise<MadeMap> {
  const { width, height, classes } = kind
  const chance = randomFrom(7919 * number + 13)
  const ground = madeGround(width, height, classes, chance, Math.min(width, height) * 0.06)
  const isBased = kind.opacity < 1
  const base = await drawn(
    isBased ? baseMap(kind, chance) : `<rect width="100%" height="100%" fill="#ffffff"/>`,
    width,
    height,
  )
  const colours = palette.slice(0, classes)
  const parts = colours.map(() => new Float32Array(width * height))
  const bytes = Buffer.alloc(3 * width * height)
  const period = 8 + Math.floor(4 * chance())
  const paintOf = (label: number, x: number, y: number): Rgb => {
    const isStriped = kind.hasHatch && label === classes
    const other = isStriped && (x + y) % period < period / 2
    return rgbOf(colours[other ? 0 : label - 1]!)
  }
  const [dark] = [rgbOf('#222222')]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x
      const sum = [0, 0, 0]
      for (let k = 0; k < subsamples ** 2; k++) {
        const [u, v] = [x + ((k % subsamples) + 0.5) / subsamples, y + (Math.floor(k / subsamples) + 0.5) / subsamples]
        const label = ground.classAt(u, v)
        if (label > 0) parts[label - 1]![pixel]! += 1 / subsamples ** 2
        const isLine = kind.borderPx > 0 && ground.borderAt(u, v) < kind.borderPx / 2
        const own = label > 0 ? paintOf(label, u, v) : null
        for (const axis of [0, 1, 2]) {
          const under = base[4 * pixel + axis]!
          const covered = own ? under + (own[axis]! - under) * kind.opacity : under
          sum[axis]! += isLine ? dark[axis]! : covered
        }
      }
      for (const axis of [0, 1, 2]) bytes[3 * pixel + axis] = Math.round(sum[axis]! / subsamples ** 2)
    }
  }
  const legend = legendOf(kind, colours)
  const over = Buffer.from(await drawnPng(`${overlayOf(kind, chance)}${legend.svg}`, width, height))
  const flat = sharp(bytes, { raw: { width, height, channels: 3 } }).composite([{ input: over }])
  const file =
    kind.quality === null ? await flat.png().toBuffer() : await flat.jpeg({ quality: kind.quality }).toBuffer()
  const raw = await sharp(file).removeAlpha().toColourspace('srgb').raw().toBuffer()
  const pixels: Pixels = { width, height, rgb: new Uint8Array(raw) }
  const masks = legend.mask ? [legend.mask] : []
  for (const [x0, y0, x1, y1] of masks)
    for (const own of parts) for (let y = y0; y < y1; y++) own.fill(0, y * width + x0, y * width + x1)
  const clicked = colours.map((_, i): ColourClass => {
    if (kind.hasHatch && i === classes - 1)
      return {
        class: `class ${i + 1}`,
        hatch: [
          hexOf(mixedOver(land, colours[i]!, isBased, kind.opacity)),
          hexOf(mixedOver(land, colours[0]!, isBased, kind.opacity)),
        ],
      }
    return {
      class: `class ${i + 1}`,
      colors: [
        clickedColour(
          pixels,
          parts[i]!,
          bytes,
          mixedOver(isBased ? land : '#ffffff', colours[i]!, true, kind.opacity),
          chance,
        ),
      ],
    }
  })
  return { pixels, file, parts, classes: clicked, masks }
}

const mixedOver = (under: string, own: string, isOver: boolean, opacity: number): Rgb => {
  const [from, to] = [rgbOf(under), rgbOf(own)]
  return isOver ? (from.map((value, i) => Math.round(value + (to[i]! - value) * opacity)) as unknown as Rgb) : to
}

/** The colour of a plain place of the class, as somebody who clicks on it takes it: the mean of three by three pixels. */
function clickedColour(
  { width, height, rgb }: Pixels,
  part: Float32Array,
  painted: Buffer,
  plain: Rgb,
  chance: Random,
): string {
  const isPlain = (pixel: number): boolean =>
    part[pixel] === 1 && plain.every((value, axis) => Math.abs(painted[3 * pixel + axis]! - value) <= 1)
  for (let tries = 0; tries < 200_000; tries++) {
    const [x, y] = [8 + Math.floor((width - 16) * chance()), 8 + Math.floor((height - 16) * chance())]
    const near = Array.from({ length: 49 }, (_, k) => (y + Math.floor(k / 7) - 3) * width + x + (k % 7) - 3)
    if (!near.every(isPlain)) continue
    const middle = near.filter((_, k) => Math.abs((k % 7) - 3) < 2 && Math.abs(Math.floor(k / 7) - 3) < 2)
    const mean = [0, 1, 2].map((axis) => middle.reduce((sum, pixel) => sum + rgb[3 * pixel + axis]!, 0) / middle.length)
    if (mean.every((value, axis) => Math.abs(value - plain[axis]!) < 12)) return hexOf(mean as unknown as Rgb)
  }
  return hexOf(plain)
}

const names = [
  'Darayya',
  'Moadamiya',
  'Harasta',
  'Douma',
  'Qaboun',
  'Jobar',
  'Yarmouk',
  'Babbila',
  'Kafr Sousa',
  'Mezzeh',
  'داريا',
  'دوما',
]

function baseMap({ width, height }: MapKind, chance: Random): string {
  const blob = (fill: string): string => {
    const [x, y, rx, ry] = [
      width * chance(),
      height * chance(),
      width * (0.03 + 0.05 * chance()),
      height * (0.03 + 0.05 * chance()),
    ]
    return `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"/>`
  }
  const street = (color: string, thick: number): string => {
    const [x0, y0, x1, y1, bend] = [width * chance(), 0, width * chance(), height, width * chance()]
    const isAcross = chance() < 0.5
    const path = isAcross
      ? `M0 ${y0 + height * chance()} Q${bend} ${height * chance()} ${width} ${height * chance()}`
      : `M${x0} ${y0} Q${bend} ${height / 2} ${x1} ${y1}`
    return `<path d="${path}" stroke="${color}" stroke-width="${thick}" fill="none"/>`
  }
  return [
    `<rect width="100%" height="100%" fill="${land}"/>`,
    ...Array.from({ length: 4 }, () => blob('#e6e2d8')),
    ...Array.from({ length: 2 }, () => blob('#dfe8d4')),
    ...Array.from({ length: 18 }, () => street('#ffffff', 2 + 2 * chance())),
    ...Array.from({ length: 3 }, () => street('#f7e3a1', 5)),
  ].join('')
}

function overlayOf({ width, height, labels, roads }: MapKind, chance: Random): string {
  const road = (): string => {
    const from = [width * chance(), 0, width * chance(), height]
    const path = `M${from[0]} ${from[1]} Q${width * chance()} ${height * chance()} ${from[2]} ${from[3]}`
    const thick = 2 + 3 * chance()
    return `<path d="${path}" stroke="#777777" stroke-width="${thick + 2}" fill="none"/><path d="${path}" stroke="#ffffff" stroke-width="${thick}" fill="none"/>`
  }
  const label = (k: number): string => {
    const [x, y, size] = [width * (0.1 + 0.7 * chance()), height * (0.12 + 0.76 * chance()), 11 + 8 * chance()]
    const name = names[k % names.length]!
    const halo = chance() < 0.5 ? `stroke="#ffffff" stroke-width="3" paint-order="stroke"` : ''
    return `<circle cx="${x - 6}" cy="${y - size / 3}" r="3.5" fill="#ffffff" stroke="#000000" stroke-width="1.5"/><text x="${x}" y="${y}" font-size="${size}" font-family="IBM Plex Sans Arabic, DejaVu Sans, sans-serif" fill="#111111" ${halo}>${name}</text>`
  }
  return [...Array.from({ length: roads }, road), ...Array.from({ length: labels }, (_, k) => label(k))].join('')
}

function legendOf(
  { width, height, hasLegend }: MapKind,
  colours: readonly string[],
): { readonly svg: string; readonly mask: [number, number, number, number] | null } {
  if (!hasLegend) return { svg: '', mask: null }
  const [w, h] = [130, 22 * colours.length + 16]
  const [x, y] = [width - w - 8, height - h - 8]
  const rows = colours.map(
    (color, i) =>
      `<rect x="${x + 8}" y="${y + 10 + 22 * i}" width="24" height="14" fill="${color}" stroke="#000000"/><text x="${x + 40}" y="${y + 22 + 22 * i}" font-size="12" font-family="DejaVu Sans, sans-serif">class ${i + 1}</text>`,
  )
  return {
    svg: `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="#ffffff" stroke="#000000"/>${rows.join('')}`,
    mask: [x - 2, y - 2, width - 4, height - 4],
  }
}

const svgOf = (content: string, width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`
const render = (content: string, width: number, height: number) =>
  new Resvg(svgOf(content, width, height), { font: { loadSystemFonts: true } }).render()
const drawn = async (content: string, width: number, height: number): Promise<Buffer> =>
  render(content, width, height).pixels
const drawnPng = async (content: string, width: number, height: number): Promise<Uint8Array> =>
  render(content, width, height).asPng()
