import type { Arc } from './boundary-arcs.ts'

/**
 * A line that an arc may become: the middles of its pixel edges in turn, with the nodes at the ends of an open one. `corners` are the
 * pixel corners between them, which the line passes within half a pixel too; the one with number k follows the middle with number k.
 */
export type FineLine = {
  readonly xs: Float64Array
  readonly ys: Float64Array
  readonly arc: Arc
  /** Twice the area swept from the first place to each. */
  readonly swept: Float64Array
}

/** How far a line may leave pixel edges, in pixels. */
const mostAwayPx = 0.5
/** And how far to one side on average: chords of a bend lie all inside of it, which would add up to an area. */
const mostAsidePx = 0.08

/** The middles of an arc's edges: staircases become straight, corners are cut by a third of a pixel. Areas change by an eighth of a pixel at a corner, which cancel. */
export function fineLine(arc: Arc): FineLine {
  const edges = arc.corners.length / 2 - 1
  const count = arc.isClosed ? edges + 1 : edges + 2
  const [xs, ys] = [new Float64Array(count), new Float64Array(count)]
  const first = arc.isClosed ? 0 : 1
  for (let edge = 0; edge < edges; edge++) {
    xs[first + edge] = (arc.corners[2 * edge]! + arc.corners[2 * edge + 2]!) / 2
    ys[first + edge] = (arc.corners[2 * edge + 1]! + arc.corners[2 * edge + 3]!) / 2
  }
  if (arc.isClosed) {
    xs[edges] = xs[0]!
    ys[edges] = ys[0]!
  } else {
    ;[xs[0], ys[0]] = [arc.corners[0]!, arc.corners[1]!]
    ;[xs[count - 1], ys[count - 1]] = [arc.corners[2 * edges]!, arc.corners[2 * edges + 1]!]
  }
  const swept = new Float64Array(count)
  for (let k = 1; k < count; k++) swept[k] = swept[k - 1]! + xs[k - 1]! * ys[k]! - xs[k]! * ys[k - 1]!
  return { xs, ys, arc, swept }
}

/**
 * The places of a fine line that are kept, ascending, the first and last among them: those without which a corner or middle would lie
 * more than half a pixel away (Douglas and Peucker 1973), or the line to one side. A closed line keeps three at least.
 */
export function keptPlaces(line: FineLine): number[] {
  const last = line.xs.length - 1
  const anchors = line.arc.isClosed ? closedAnchors(line) : [0, last]
  const kept = new Set(anchors)
  const open = anchors.slice(1).map((to, i) => [anchors[i]!, to] as const)
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const middle = farthestPlace(line, ...pair)
    if (middle < 0) continue
    kept.add(middle)
    open.push([pair[0], middle], [middle, pair[1]])
  }
  return [...kept].toSorted((a, b) => a - b)
}

function closedAnchors({ xs, ys }: FineLine): number[] {
  const last = xs.length - 1
  const farthest = (away: (place: number) => number): number => {
    let [best, most] = [1, -1]
    for (let place = 1; place < last; place++) if (away(place) > most) [best, most] = [place, away(place)]
    return best
  }
  const across = farthest((place) => Math.hypot(xs[place]! - xs[0]!, ys[place]! - ys[0]!))
  const beside = farthest((place) =>
    Math.abs((xs[across]! - xs[0]!) * (ys[place]! - ys[0]!) - (ys[across]! - ys[0]!) * (xs[place]! - xs[0]!)),
  )
  return [...new Set([0, across, beside, last])].toSorted((a, b) => a - b)
}

/** The place between two at which the line leaves their segment farthest; -1 where it stays within what is allowed. */
function farthestPlace({ xs, ys, arc, swept }: FineLine, from: number, to: number): number {
  if (to - from < 2) return -1
  const [x0, y0, dx, dy] = [xs[from]!, ys[from]!, xs[to]! - xs[from]!, ys[to]! - ys[from]!]
  const length2 = dx * dx + dy * dy
  const awaySquared = (x: number, y: number): number => {
    const along = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / length2))
    const [ax, ay] = [x - x0 - along * dx, y - y0 - along * dy]
    return ax * ax + ay * ay
  }
  const shift = arc.isClosed ? 1 : 0
  let [best, most, isAway] = [-1, -1, false]
  const look = (square: number, place: number): void => {
    if (square > mostAwayPx * mostAwayPx) isAway = true
    if (square > most) [best, most] = [place, square]
  }
  for (let place = from; place < to; place++) {
    if (place > from) look(awaySquared(xs[place]!, ys[place]!), place)
    // The corner between this middle and the next; a place beside it is what can be kept.
    const corner = place + shift
    const beside = place > from ? place : place + 1
    if (beside < to) look(awaySquared(arc.corners[2 * corner]!, arc.corners[2 * corner + 1]!), beside)
  }
  const area = (swept[to]! - swept[from]! + xs[to]! * ys[from]! - xs[from]! * ys[to]!) / 2
  return isAway || Math.abs(area) > mostAsidePx * Math.sqrt(length2) ? best : -1
}
