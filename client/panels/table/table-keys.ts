import { focusRow, selectFeature } from '../../actions/attribute-table.ts'
import { page } from '../../state/page-state.ts'
import { pageRows, type AttributeTable } from '../../state/attribute-table.ts'

/** As the style sheet has it. */
export const rowPx = 28
const pageStep = 10

const scrolled = (): HTMLElement | null => document.querySelector('.attribute-scroll')

/** Arrows, Page Up and Down, Home and End go from row to row; Enter or Space chooses one. */
export function moveByKey(event: KeyboardEvent, table: AttributeTable, rows: number): void {
  const line = (event.target as Element).closest<HTMLElement>('tr[data-place]')
  if (!line) return
  const place = Number(line.dataset['place'])
  const to = (
    {
      ArrowDown: place + 1,
      ArrowUp: place - 1,
      PageDown: place + pageStep,
      PageUp: place - pageStep,
      Home: 0,
      End: rows - 1,
    } as Record<string, number>
  )[event.key]
  if (to !== undefined) {
    event.preventDefault()
    goToRow(Math.min(rows - 1, Math.max(0, to)))
  }
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault()
    const own = table.pages.get(Math.floor(place / pageRows))?.[place % pageRows]
    if (own) void selectFeature(own.feature, 'row')
  }
}

function goToRow(place: number): void {
  focusRow(place)
  intoSight(place)
  // The row is there once the scrolling has been drawn.
  const focus = (left: number): void => {
    const line = document.querySelector<HTMLElement>(`.attribute-scroll tr[data-place="${place}"]`)
    if (line) line.focus({ preventScroll: true })
    else if (left > 0) requestAnimationFrame(() => focus(left - 1))
  }
  requestAnimationFrame(() => focus(10))
}

/** Scrolls as little as shows the row under the heads. */
function intoSight(place: number): void {
  const element = scrolled()
  if (!element) return
  const room = element.clientHeight - rowPx
  const [top, bottom] = [place * rowPx, (place + 1) * rowPx]
  if (top < element.scrollTop) element.scrollTop = top
  else if (bottom > element.scrollTop + room) element.scrollTop = bottom - room
}

let shown = ''

/** Brings a row into sight that was chosen on the map, and the first row of rows that are arranged otherwise. */
export function keepInSight(): void {
  const { table } = page.get()
  const element = scrolled()
  if (!table || !element) return
  const { layer, sort, descending, filter, selected } = table
  const place = selected && !selected.isZoomed ? selected.place : null
  const key = JSON.stringify([layer, sort, descending, filter, place, selected?.feature])
  if (key === shown) return
  shown = key
  if (place !== null) intoSight(place)
  else if (table.first === 0) element.scrollTop = 0
}
