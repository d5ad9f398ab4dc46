import { Resvg } from '@resvg/resvg-js'
import type { Position } from 'geojson'
import { featuresFromGeoJson } from '../../../core/geometry/geojson.ts'
import type { Features } from '../../../core/geometry/shapes.ts'
import type { Box } from '../../../core/sheet/paper.ts'
import type { PaperProjection } from '../../../core/sheet/projection.ts'
import { sheetLayers } from '../../../core/sheet/sheet-layers.ts'
import type { Layer } from '../../../core/model/layer.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import type { ClassName } from '../../../core/model/measurement.ts'
import type { Study } from '../../../core/model/study.ts'
import { layerRecord } from '../../core/sheet/example-study.ts'

/** Each darkens one channel alone, so that a dot tells every class that was printed there. */
const inks = ['#00FFFF', '#FF00FF', '#FFFF00'] as const

/** What is left away, because it may stand on ground. */
export const bareMap = {
  names: false,
  graticule: false,
  northArrow: false,
  locator: false,
  uncertainGround: false,
} as const

/** A study that draws its plan and one layer, three classes of it filled in inks of their own and the others not at all. */
export type Printing = { readonly study: Study; readonly layer: Layer; readonly classes: readonly ClassName[] }

/** The printings that show every class of every layer of ground that holds on the day. */
export function printings(study: Study, features: ReadonlyMap<string, Features>, at: string | null): Printing[] {
  const ground = sheetLayers(study, features, at, 'en').filter(
    ({ layer, features: { shapes } }) =>
      ['control', 'damage', 'shelling'].includes(layer.role) && shapes.kind === 'polygon',
  )
  return ground.flatMap(({ layer, classes: all }) => {
    const names = all.map(({ name }) => name)
    return Array.from({ length: Math.ceil(names.length / inks.length) }, (_, turn): Printing => {
      const classes = names.slice(turn * inks.length, (turn + 1) * inks.length)
      const styles = names.map((name) => ({
        ...(layer.classes.find((known) => known.class === name) ?? {
          class: name,
          values: name === null ? [] : [name],
          label: { en: String(name) },
        }),
        color: inks[classes.indexOf(name)] ?? '#000000',
        pattern: classes.includes(name) ? 'solid' : 'none',
        confidence: undefined,
      }))
      const { events: _events, ...rest } = layer
      const painted = { ...rest, role: 'control', classes: styles } as Layer
      const plan = study.layers.filter(({ id, role }) => id === study.plan.layer || role === 'units')
      return { study: { ...study, layers: [...plan, painted] }, layer: painted, classes }
    })
  })
}

/** How much ground each class has, and how much of it two or more of them have. */
export type Amounts = { readonly classes: readonly number[]; readonly several: number }

/** The frame of a map in a drawing, and what stands before its ids. */
export type MapBox = Box & { readonly prefix: string }

export const mapsIn = (svg: string): MapBox[] =>
  [
    ...svg.matchAll(/<clipPath id="((?:m\d+-)?)frame"><rect x="([^"]+)" y="([^"]+)" width="([^"]+)" height="([^"]+)"/g),
  ].map(([, prefix, ...sides]) => {
    const [x, y, width, height] = sides.map(Number) as [number, number, number, number]
    return { prefix: prefix!, x, y, width, height }
  })

/**
 * The dots of each class inside one frame of a drawing in millimetres. Fills alone, because a line lies half on either
 * ground; outside the plan nothing; inks that leave each other's channel; each dot inked or not by what is at its middle;
 * and turned, because of an edge along the rows of dots half a row may be off on all its length.
 */
export function printedIn(svg: string, { prefix, ...frame }: MapBox, dotsPerMm: number): Amounts {
  const [x, y] = [frame.x + frame.width / 2, frame.y + frame.height / 2]
  const side = Math.ceil(Math.hypot(frame.width, frame.height))
  const drawn = fillsAlone(svg)
    .replaceAll(/ (?:clip-path|mask)="url\(#([^)]*)\)"/g, (own: string, id: string) =>
      id === `${prefix}frame` || id === `${prefix}outside` ? own : ' display="none"',
    )
    .replaceAll(/(<rect [^>]*) opacity="[^"]*"/g, '$1')
    .replaceAll(/(<use [^>]*) opacity=/g, '$1 style="mix-blend-mode:multiply" opacity=')
    .replaceAll(/<text[^>]*>.*?<\/text>/g, '')
    .replace(
      /<svg[^>]*>/,
      `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="${x - side / 2} ${y - side / 2} ${side} ${side}" shape-rendering="crispEdges"><g transform="rotate(${turnDegrees} ${x} ${y})">`,
    )
    .replace(/<\/svg>\s*$/, '</g></svg>')
  const { pixels, width } = new Resvg(drawn, {
    font: { loadSystemFonts: false },
    fitTo: { mode: 'zoom', value: dotsPerMm },
  }).render()
  const [cos, sin] = [Math.cos((turnDegrees * Math.PI) / 180), Math.sin((turnDegrees * Math.PI) / 180)]
  const byChannels = new Float64Array(8)
  for (let i = 0; i < pixels.length; i += 4) {
    const [u, v] = [
      (((i / 4) % width) + 0.5) / dotsPerMm - side / 2,
      (Math.floor(i / 4 / width) + 0.5) / dotsPerMm - side / 2,
    ]
    if (Math.abs(cos * u + sin * v) > frame.width / 2 || Math.abs(cos * v - sin * u) > frame.height / 2) continue
    byChannels[(pixels[i]! < inked ? 1 : 0) + (pixels[i + 1]! < inked ? 2 : 0) + (pixels[i + 2]! < inked ? 4 : 0)]!++
  }
  return amountsOf(byChannels)
}

function amountsOf(byChannels: Float64Array): Amounts {
  const [, a, b, ab, c, ac, bc, abc] = byChannels as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  return { classes: [a + ab + ac + abc, b + ab + bc + abc, c + ac + bc + abc], several: ab + ac + bc + abc }
}

/** A drawing without its lines and the stripes over ground of several, and nothing where the plan is not. */
export const fillsAlone = (svg: string): string =>
  svg.replaceAll(/<g data-several="[^"]*"[^>]*>.*?<\/g>/gs, '').replaceAll(/ (stroke|fill-opacity)="[^"]*"/g, '')

/** A picture of a drawing, four bytes to a dot. */
export type Picture = { readonly pixels: Uint8Array; readonly width: number; readonly dotsPerMm: number }

/** The dots of each class inside the frame of a picture; where classes lie over one another the last hides the others. */
export function picturedIn({ pixels, width, dotsPerMm }: Picture, frame: Box): Amounts {
  const byChannels = new Float64Array(8)
  const first = (mm: number): number => Math.ceil(mm * dotsPerMm - 0.5)
  for (let y = first(frame.y); y < first(frame.y + frame.height); y++) {
    for (let x = first(frame.x); x < first(frame.x + frame.width); x++) {
      const at = (y * width + x) * 4
      byChannels[
        (pixels[at]! < inked ? 1 : 0) + (pixels[at + 1]! < inked ? 2 : 0) + (pixels[at + 2]! < inked ? 4 : 0)
      ]!++
    }
  }
  return { ...amountsOf(byChannels), several: 0 }
}

const turnDegrees = 23

/** Between the paper of the map, 250, and the same under an ink of 55 %, 112. */
const inked = 181

/** The measured ground of the plan within the frame in square metres. */
export function measuredIn(
  frame: Box,
  { toGround }: PaperProjection,
  { study, layer, classes }: Printing,
  features: ReadonlyMap<string, Features>,
): Amounts {
  const steps = 24
  const side = (x0: number, y0: number, x1: number, y1: number): Position[] =>
    Array.from({ length: steps }, (_, i) => [...toGround(x0 + ((x1 - x0) * i) / steps, y0 + ((y1 - y0) * i) / steps)])
  const [right, bottom] = [frame.x + frame.width, frame.y + frame.height]
  const ring = [
    ...side(frame.x, frame.y, right, frame.y),
    ...side(right, frame.y, right, bottom),
    ...side(right, bottom, frame.x, bottom),
    ...side(frame.x, bottom, frame.x, frame.y),
  ]
  const geometry = { type: 'Polygon' as const, coordinates: [[...ring, ring[0]!]] }
  const inFrame = featuresFromGeoJson(
    { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry }] },
    'polygon',
  )
  const units = layerRecord({ id: 'frame', role: 'units' }) as unknown as Layer
  const layers = [...study.layers.filter(({ role }) => role !== 'units'), units]
  const measured = measureStudy({ ...study, layers }, new Map([...features, ['frame', inFrame]]))
  if (!measured.ok) throw new Error(JSON.stringify(measured.problem))
  const row = measured.value.units?.find(({ id }) => id !== null)
  const found = (row?.combinations ?? []).map(({ classes: own, areaM2 }) => ({
    own: classes.filter((name) => own[layer.name]?.includes(name)),
    areaM2,
  }))
  const areaOf = (takes: (own: readonly ClassName[]) => boolean): number =>
    found.reduce((sum, { own, areaM2 }) => sum + (takes(own) ? areaM2 : 0), 0)
  return {
    classes: classes.map((name) => areaOf((own) => own.includes(name))),
    several: areaOf((own) => own.length > 1),
  }
}

/** Each class within 1 % of its ground, and what several claim; what is not, in words. */
export const offGround = (printed: Amounts, measured: Amounts, metresPerDot: number, what: string): string[] =>
  offDots(
    printed,
    {
      classes: measured.classes.map((areaM2) => areaM2 / metresPerDot ** 2),
      several: measured.several / metresPerDot ** 2,
    },
    what,
  )

/** The same in dots. */
export function offDots(printed: Amounts, measured: Amounts, what: string): string[] {
  const found = [...printed.classes.slice(0, measured.classes.length), printed.several]
  const wanted = [...measured.classes, measured.several]
  const all = wanted.reduce((sum, dots) => sum + dots, 0)
  return wanted.flatMap((dots, i) => {
    const room = 0.01 * dots + edgeDots(all)
    return Math.abs(found[i]! - dots) <= room
      ? []
      : [`${what}: ${i + 1}. of ${wanted.length}, ${found[i]} dots for ${dots.toFixed(0)}`]
  })
}

/** What edges may round, and what lies between neighbours that were generalised each by itself. */
const edgeDots = (all: number): number => 0.2 * Math.sqrt(all) + 6
