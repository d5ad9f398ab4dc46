import { translate, type Language, type MessageKey } from '../i18n/translate.ts'
import { inks, type Box } from './paper.ts'
import type { PaperProjection } from './projection.ts'
import { element, group, type Svg } from './svg.ts'
import { textLine } from './text.ts'

/** Whole steps in seconds of arc. */
const stepsSeconds = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 18_000, 36_000, 54_000]
const leastSpacingMm = 34
const leastOwnSpacingMm = 19
const tickMm = 1.6
const crossMm = 1
const labelSizePt = 6

type Axis = 'lon' | 'lat'

/**
 * Ticks and degrees, minutes and seconds round the frame, and small crosses where the lines meet inside. A step of the
 * user's own is doubled until its labels keep apart.
 */
export function graticule(
  projection: PaperProjection,
  frame: Box,
  language: Language,
  everySeconds?: number,
  prefix = '',
): Svg {
  const { x, y, width, height } = frame
  const [right, bottom] = [x + width, y + height]
  const { lon: lonStep, lat: latStep } = graticuleSteps(projection, frame, everySeconds)
  const ticks: Svg[] = []
  const labels: Svg[] = []
  for (const [edgeY, inward] of [
    [y, 1],
    [bottom, -1],
  ] as const) {
    for (const { at, seconds } of crossings(lonStep, x, right, (along) => projection.toGround(along, edgeY)[0])) {
      ticks.push(line(at, edgeY, at, edgeY + inward * tickMm))
      labels.push(label(degrees(seconds, 'lon', language), at, inward === 1 ? y - 0.9 : bottom + 2.6, 0, language))
    }
  }
  for (const [edgeX, inward] of [
    [x, 1],
    [right, -1],
  ] as const) {
    for (const { at, seconds } of crossings(latStep, bottom, y, (along) => projection.toGround(edgeX, along)[1])) {
      ticks.push(line(edgeX, at, edgeX + inward * tickMm, at))
      labels.push(label(degrees(seconds, 'lat', language), inward === 1 ? x - 0.9 : right + 2.6, at, -90, language))
    }
  }
  return group(
    { id: `${prefix}graticule` },
    group(
      { stroke: inks.second, 'stroke-width': 0.15, fill: 'none' },
      ...ticks,
      ...crosses(projection, frame, lonStep, latStep),
    ),
    ...labels,
  )
}

/** The steps of the degrees round a frame, in seconds of arc. */
export function graticuleSteps(
  projection: PaperProjection,
  { x, y, width, height }: Box,
  everySeconds?: number,
): { readonly lon: number; readonly lat: number } {
  const [middleX, middleY] = [x + width / 2, y + height / 2]
  return {
    lon: stepFor(projection.toGround(x, middleY)[0], projection.toGround(x + width, middleY)[0], width, everySeconds),
    lat: stepFor(projection.toGround(middleX, y + height)[1], projection.toGround(middleX, y)[1], height, everySeconds),
  }
}

function stepFor(from: number, to: number, lengthMm: number, everySeconds: number | undefined): number {
  const secondsPerMm = (Math.abs(to - from) * 3600) / lengthMm
  if (everySeconds !== undefined) {
    const times = 2 ** Math.max(0, Math.ceil(Math.log2((secondsPerMm * leastOwnSpacingMm) / everySeconds)))
    return everySeconds * times
  }
  return stepsSeconds.find((step) => step >= secondsPerMm * leastSpacingMm) ?? stepsSeconds.at(-1)!
}

/** Where a frame's edge meets the lines of the graticule; `degreesAt` grows from `from` to `to`. */
function crossings(
  stepSeconds: number,
  from: number,
  to: number,
  degreesAt: (along: number) => number,
): { at: number; seconds: number }[] {
  const found: { at: number; seconds: number }[] = []
  const [first, last] = [degreesAt(from) * 3600, degreesAt(to) * 3600]
  if (!(last > first) || (last - first) / stepSeconds > 50) return found
  for (let seconds = Math.ceil(first / stepSeconds) * stepSeconds; seconds <= last; seconds += stepSeconds) {
    let [low, high] = [from, to]
    for (let i = 0; i < 40; i++) {
      const middle = (low + high) / 2
      if (degreesAt(middle) * 3600 < seconds) low = middle
      else high = middle
    }
    found.push({ at: (low + high) / 2, seconds })
  }
  return found
}

function crosses(projection: PaperProjection, frame: Box, lonStep: number, latStep: number): Svg[] {
  const { x, y, width, height } = frame
  const middleY = y + height / 2
  const meridians = crossings(lonStep, x, x + width, (along) => projection.toGround(along, middleY)[0])
  const parallels = crossings(latStep, y + height, y, (along) => projection.toGround(x + width / 2, along)[1])
  const keepOffMm = tickMm + crossMm
  return meridians.flatMap(({ seconds: lon }) =>
    parallels.flatMap(({ seconds: lat }) => {
      const [cx, cy] = projection.toPaper(lon / 3600, lat / 3600)
      const inside =
        cx > x + keepOffMm && cx < x + width - keepOffMm && cy > y + keepOffMm && cy < y + height - keepOffMm
      return inside ? [line(cx - crossMm, cy, cx + crossMm, cy), line(cx, cy - crossMm, cx, cy + crossMm)] : []
    }),
  )
}

const line = (x1: number, y1: number, x2: number, y2: number): Svg =>
  element('path', { d: `M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}` })

const round = (value: number): number => Math.round(value * 100) / 100

function label(text: string, x: number, y: number, turnDegrees: number, language: Language): Svg {
  const turned = turnDegrees === 0 ? {} : { transform: `rotate(${turnDegrees} ${round(x)} ${round(y)})` }
  return textLine(text, { x, y, anchor: 'middle' }, { sizePt: labelSizePt, fill: inks.second }, language, turned)
}

/** Such as 36°16'30" E; seconds only where the step needs them. */
export function degrees(seconds: number, axis: Axis, language: Language): string {
  const whole = Math.round(Math.abs(seconds))
  const pad = (value: number): string => String(value).padStart(2, '0')
  const value = `${Math.floor(whole / 3600)}°${pad(Math.floor(whole / 60) % 60)}'${pad(whole % 60)}"`
  const side = axis === 'lon' ? (seconds < 0 ? 'west' : 'east') : seconds < 0 ? 'south' : 'north'
  const key: MessageKey = `sheet.${side}`
  return translate(language, key, { value })
}
