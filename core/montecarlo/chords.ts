import { metresPerRadian } from '../geometry/local-radii.ts'

const radian = Math.PI / 180
const mostMerged = 100

/** Calls `visit` with each chord of a run of segments and how far, in metres, the run strays from it. */
export type OnChord = (x0: number, y0: number, x1: number, y1: number, strayM: number) => void

/**
 * Segments (x0, y0, x1, y1 in degrees) that follow one another, forwards or backwards, joined to chords from which they
 * stray by no more than `mostM`: a finely drawn boundary has far more vertices than a wide band round it needs.
 */
export function eachChord(segments: Float64Array, mostM: number, visit: OnChord): void {
  const count = segments.length / 4
  for (let first = 0; first < count;) {
    const isBackward = first + 1 < count && endsMeet(segments, first + 1, first)
    const follows = (i: number): boolean => (isBackward ? endsMeet(segments, i, i - 1) : endsMeet(segments, i - 1, i))
    let last = first
    let strayM = 0
    while (last + 1 < count && last + 1 - first < mostMerged && follows(last + 1)) {
      const stray = strayOf(segments, first, last + 1, isBackward)
      if (stray > mostM) break
      strayM = stray
      last++
    }
    const [from, to] = isBackward ? [4 * last, 4 * first + 2] : [4 * first, 4 * last + 2]
    visit(segments[from]!, segments[from + 1]!, segments[to]!, segments[to + 1]!, strayM)
    first = last + 1
  }
}

/** Whether segment `a` ends where segment `b` begins. */
const endsMeet = (segments: Float64Array, a: number, b: number): boolean =>
  segments[4 * a + 2] === segments[4 * b] && segments[4 * a + 3] === segments[4 * b + 1]

/** The largest distance of the vertices of segments `first` to `last` from the chord between their ends. */
function strayOf(segments: Float64Array, first: number, last: number, isBackward: boolean): number {
  const [from, to] = isBackward ? [4 * last, 4 * first + 2] : [4 * first, 4 * last + 2]
  const [x0, y0] = [segments[from]!, segments[from + 1]!]
  const { eastM, northM } = metresPerRadian(y0)
  const [east, north] = [eastM * radian, northM * radian]
  const [run, climb] = [(segments[to]! - x0) * east, (segments[to + 1]! - y0) * north]
  const square = run * run + climb * climb
  let most = 0
  for (let i = first; i <= last; i++) {
    const [x, y] = [(segments[4 * i]! - x0) * east, (segments[4 * i + 1]! - y0) * north]
    const along = square > 0 ? Math.min(1, Math.max(0, (x * run + y * climb) / square)) : 0
    most = Math.max(most, Math.hypot(x - along * run, y - along * climb))
  }
  return most
}
