import type { Flat } from './clip.ts'
import type { Box } from './paper.ts'

const cellMm = 0.5
/** Names keep off the frame by this. */
const edgeMm = 0.8

/** A rectangle with text in it, turned clockwise about its middle. */
export type Footprint = {
  readonly x: number
  readonly y: number
  readonly widthMm: number
  readonly heightMm: number
  readonly turnDegrees: number
}

/** Which half millimetres of the frame are taken. */
export type Occupancy = {
  readonly takeBox: (box: Box) => void
  /** Takes closed lines, and what lies within `aroundMm` of them. */
  readonly takeRings: (rings: readonly Flat[], aroundMm: number) => void
  readonly take: (footprint: Footprint) => void
  /** Whether it lies well in the frame and on nothing that is taken. */
  readonly isFree: (footprint: Footprint) => boolean
}

export function occupancyOf(frame: Box): Occupancy {
  const across = Math.ceil(frame.width / cellMm)
  const down = Math.ceil(frame.height / cellMm)
  const taken = new Uint8Array(across * down)
  const cellAt = (x: number, y: number): number => {
    const column = Math.floor((x - frame.x) / cellMm)
    const row = Math.floor((y - frame.y) / cellMm)
    return column < 0 || row < 0 || column >= across || row >= down ? -1 : row * across + column
  }
  const takePoint = (x: number, y: number): void => {
    const cell = cellAt(x, y)
    if (cell >= 0) taken[cell] = 1
  }
  return {
    takeBox: ({ x, y, width, height }) => {
      const footprint = { x: x + width / 2, y: y + height / 2, widthMm: width, heightMm: height, turnDegrees: 0 }
      for (const [px, py] of pointsOf(footprint)) takePoint(px, py)
    },
    takeRings: (rings, aroundMm) => {
      for (const ring of rings) {
        for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
          const [ax, ay, bx, by] = [ring[j]!, ring[j + 1]!, ring[i]!, ring[i + 1]!]
          const steps = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / cellMm))
          for (let step = 0; step <= steps; step++) {
            const [x, y] = [ax + ((bx - ax) * step) / steps, ay + ((by - ay) * step) / steps]
            for (const dx of [-aroundMm, 0, aroundMm])
              for (const dy of [-aroundMm, 0, aroundMm]) takePoint(x + dx, y + dy)
          }
        }
      }
    },
    take: (footprint) => {
      for (const [x, y] of pointsOf(footprint)) takePoint(x, y)
    },
    isFree: (footprint) =>
      pointsOf(footprint).every(([x, y]) => {
        const isInFrame =
          x >= frame.x + edgeMm &&
          y >= frame.y + edgeMm &&
          x <= frame.x + frame.width - edgeMm &&
          y <= frame.y + frame.height - edgeMm
        return isInFrame && taken[cellAt(x, y)] === 0
      }),
  }
}

/** Points over the rectangle, no farther apart than a cell. */
export function pointsOf({ x, y, widthMm, heightMm, turnDegrees }: Footprint): (readonly [number, number])[] {
  const turn = (turnDegrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const across = Math.max(1, Math.ceil(widthMm / cellMm))
  const down = Math.max(1, Math.ceil(heightMm / cellMm))
  const points: (readonly [number, number])[] = []
  for (let i = 0; i <= across; i++) {
    for (let k = 0; k <= down; k++) {
      const u = (i / across - 0.5) * widthMm
      const v = (k / down - 0.5) * heightMm
      points.push([x + u * cos - v * sin, y + u * sin + v * cos])
    }
  }
  return points
}
