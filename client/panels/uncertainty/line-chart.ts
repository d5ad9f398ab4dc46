import { html, nothing, svg, type TemplateResult } from 'lit/html.js'
import { formatNumber } from '../../../core/format/format.ts'

type ChartPoint = { readonly x: number; readonly y: number; readonly low?: number; readonly high?: number }

type Chart = {
  /** What the chart shows, for those who do not see it; its figures stand in the table beside it. */
  readonly label: string
  readonly xLabel: string
  readonly yLabel: string
  readonly points: readonly ChartPoint[]
  /** The x that the study itself uses. */
  readonly chosen: number | null
}

const [width, height] = [320, 132]
const inner = { left: 40, right: 302, top: 8, bottom: 112 }

/** One line with its band. Charts do not mirror: their axis runs from left to right in both languages. */
export function lineChart({ label, xLabel, yLabel, points, chosen }: Chart): TemplateResult {
  const highest = Math.max(...points.map(({ y, high }) => high ?? y))
  const top = niceTop(highest)
  const [first, last] = [points[0]!.x, points.at(-1)!.x]
  const xOf = (x: number): number => inner.left + ((x - first) / (last - first || 1)) * (inner.right - inner.left)
  const yOf = (y: number): number => inner.bottom - (y / top) * (inner.bottom - inner.top)
  const path = (of: (point: ChartPoint) => number, along: readonly ChartPoint[]): string =>
    along.map((point) => `${xOf(point.x)},${yOf(of(point))}`).join(' ')
  const hasBand = points.every(({ low, high }) => low !== undefined && high !== undefined)
  return html`<figure class="line-chart">
    <figcaption>${yLabel}</figcaption>
    <svg viewBox="0 0 ${width} ${height}" role="img" aria-label=${label} direction="ltr">
      ${[0, top / 2, top].map(
        (y) => svg`<line class="grid" x1=${inner.left} x2=${inner.right} y1=${yOf(y)} y2=${yOf(y)} />
          <text class="y-tick" x=${inner.left - 6} y=${yOf(y) + 4}>${formatNumber(y, top < 1 ? 2 : (top / 2) % 1 === 0 ? 0 : 1)}</text>`,
      )}
      ${
        hasBand
          ? svg`<polygon class="band" points=${`${path(({ low }) => low ?? 0, points)} ${path(({ high }) => high ?? 0, points.toReversed())}`} />`
          : nothing
      }
      ${chosen === null ? nothing : svg`<line class="chosen" x1=${xOf(chosen)} x2=${xOf(chosen)} y1=${inner.top} y2=${inner.bottom} />`}
      <polyline points=${path(({ y }) => y, points)} />
      ${points.map(({ x, y }) => svg`<circle cx=${xOf(x)} cy=${yOf(y)} r="2.5" />`)}
      ${points.map(({ x }, i) =>
        isLabelled(points, i)
          ? svg`<text class="x-tick" x=${xOf(x)} y=${inner.bottom + 15}>${tickText(x)}</text>`
          : nothing,
      )}
    </svg>
    <p class="x-label quiet">${xLabel}</p>
  </figure>`
}

/** At most two decimals, none that are zero. */
const tickText = (x: number): string => formatNumber(x, 2).replace(/\.?0+$/, '')

const leastPx = 34

/** Labels that would run into the one before them are left out; the table has them. */
function isLabelled(points: readonly ChartPoint[], i: number): boolean {
  const span = points.at(-1)!.x - points[0]!.x || 1
  const px = (x: number): number => ((x - points[0]!.x) / span) * (inner.right - inner.left)
  let last = -Infinity
  for (let k = 0; k <= i; k++) {
    const has = px(points[k]!.x) - last >= leastPx
    if (has) last = px(points[k]!.x)
    if (k === i) return has
  }
  return false
}

/** The next of 1, 2 or 5 times a power of ten. */
function niceTop(value: number): number {
  if (!(value > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  return power * ([1, 2, 5].find((step) => value <= step * power) ?? 10)
}
