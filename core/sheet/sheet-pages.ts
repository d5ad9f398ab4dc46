import type { Outcome } from '../result/outcome.ts'
import { claimedCounts } from './claimed-rows.ts'
import { pagesOf, type MadePages, type SheetPages } from './pages-of-way.ts'
import type { SheetInput } from './sheet-input.ts'
import { shows } from './sheet-layout.ts'
import { leastFilled, type Way } from './way.ts'

export type { MapPlace, SheetPages } from './pages-of-way.ts'

/**
 * What one question has on its sheets. A further sheet is begun only for what fills half of it: the legend gives way to nothing and
 * is set under the map, or on a sheet of its own, before anything of it is left; of claimed figures, sources and method as
 * much stands as there is room for. What is left says where it stands.
 */
export function sheetPages(input: SheetInput): Outcome<SheetPages> {
  const usual = waysOf(input)
  let last: Outcome<MadePages> | null = null
  for (const way of usual) {
    last = pagesOf(input, way)
    if (!last.ok || last.value.sheets.pages.length === 1) return sheetsOf(last)
  }
  const least = usual.at(-1)!
  const made = last as Extract<Outcome<MadePages>, { ok: true }>
  // What takes several further sheets is not made one by being brief.
  if (made.value.sheets.pages.length > mostToShorten) {
    return isFilled(made) ? sheetsOf(made) : sheetsOf(pagesOf(input, { ...least, isLeftToReport: true }))
  }
  const brief = { ...least, isBriefLegend: made.value.left.has('legend'), isBriefFoot: isLeftOfFoot(made.value) }
  const first = pagesOf(input, brief)
  if (first.ok && first.value.sheets.pages.length === 1) return sheetsOf(first)
  if (isFilled(made)) return sheetsOf(made)
  const further: Way[] =
    brief.isBriefLegend && isFree(input)
      ? [
          { ...brief, legend: 'below' },
          { ...brief, isBriefLegend: false, legend: 'apart' },
        ]
      : []
  for (const way of further) {
    const next = pagesOf(input, way)
    if (next.ok && (next.value.sheets.pages.length === 1 || isFilled(next))) return sheetsOf(next)
  }
  return sheetsOf(pagesOf(input, { ...brief, isLeftToReport: true }))
}

const mostToShorten = 3

/** As it is, then with fewer of the claimed figures. */
function waysOf({ measurement, beside = [], unit, layout }: SheetInput): Way[] {
  const hasClaimed = beside.length === 0 && !unit && shows(layout, 'areas')
  const [most = 0, ...fewer] = hasClaimed ? claimedCounts(measurement.claimed) : []
  return [most, ...fewer].map((claimedCount) => ({
    claimedCount,
    isBriefLegend: false,
    isBriefFoot: false,
    legend: 'usual',
    isLeftToReport: false,
  }))
}

const sheetsOf = (made: Outcome<MadePages>): Outcome<SheetPages> =>
  made.ok ? { ok: true, value: made.value.sheets } : made

const isLeftOfFoot = ({ left }: MadePages): boolean => left.has('sources') || left.has('method')

const isFilled = (made: Outcome<MadePages>): boolean => made.ok && made.value.lastFilled >= leastFilled

/** Whether the layout leaves open where the columns stand. */
const isFree = ({ layout: { columns, boxes } }: SheetInput): boolean =>
  columns === undefined && boxes.columns === undefined && boxes.map === undefined
