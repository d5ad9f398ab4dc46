import { focusOn } from './focus-on.ts'
import { getRows } from '../api/layers.ts'
import { pageRows, tableOf, type Arrangement, type AttributeTable } from '../state/attribute-table.ts'
import { page } from '../state/page-state.ts'

let asking = new AbortController()

/** Opens the table of a layer. */
export function openTable(layer: string): void {
  const { table } = page.get()
  if (table?.layer === layer) return
  page.update({ table: tableOf({ layer, sort: null, descending: false, filter: '' }), isDrawerOpen: false })
  void refreshTable()
}

export function closeTable(): void {
  asking.abort()
  const { table, study } = page.get()
  const name = study?.layers.find(({ id }) => id === table?.layer)?.name
  page.update({ table: null })
  if (name !== undefined) focusOn(`[data-table-of="${CSS.escape(name)}"]`)
}

/** Sorts by a field: the way it runs turns when it is asked for again. */
export function sortTable(sort: string): void {
  const { table } = page.get()
  if (table) arrange({ ...table, sort, descending: table.sort === sort && !table.descending })
}

const restMs = 250
let resting: ReturnType<typeof setTimeout> | undefined

/** Filters once nothing more is typed for a moment. */
export function filterTable(filter: string): void {
  clearTimeout(resting)
  resting = setTimeout(() => {
    const { table } = page.get()
    if (table && table.filter !== filter) arrange({ ...table, filter })
  }, restMs)
}

function arrange(arrangement: Arrangement & Pick<AttributeTable, 'selected' | 'size'>): void {
  const { selected, size } = arrangement
  page.update({ table: { ...tableOf(arrangement), selected, size } })
  void refreshTable()
}

/** Asks for the rows in sight anew: the table is arranged otherwise, or the study has changed. */
export async function refreshTable(): Promise<void> {
  asking.abort()
  asking = new AbortController()
  const { table, study } = page.get()
  if (!table || !study) return
  if (!study.layers.some(({ id }) => id === table.layer)) return closeTable()
  page.update({ table: { ...table, pages: new Map(), problem: null } })
  await Promise.all([
    loadPages(table.first),
    table.selected ? selectFeature(table.selected.feature, 'quietly') : Promise.resolve(),
  ])
}

/** Brings the rows from a place on, where they are not there. */
export function showRows(first: number): void {
  const { table } = page.get()
  if (!table || table.first === first) return
  page.update({ table: { ...table, first } })
  void loadPages(first)
}

const inSight = 60

async function loadPages(first: number): Promise<void> {
  const { signal } = asking
  const wanted = [...new Set([first, first + inSight].map((place) => Math.floor(place / pageRows)))]
  await Promise.all(wanted.map((number) => loadPage(number, signal)))
}

async function loadPage(number: number, signal: AbortSignal): Promise<void> {
  const { table, studyId } = page.get()
  if (!table || studyId === null || table.pages.has(number)) return
  if (number > 0 && table.size && number * pageRows >= table.size.matching) return
  const options = { from: number * pageRows, count: pageRows }
  const answer = await getRows(studyId, table, options, signal).catch(() => null)
  const now = page.get().table
  if (!answer || !now || signal.aborted) return
  if (!answer.ok) return page.update({ table: { ...now, problem: answer.problem } })
  const { rows, ...size } = answer.value
  page.update({ table: { ...now, size, pages: new Map(now.pages).set(number, rows) } })
}

let choosing = new AbortController()

/**
 * Chooses a feature, in the place of one that is still asked for: from its row the map goes to it, from the map the table goes to
 * its row; `quietly` neither does, where the rows are only arranged otherwise.
 */
export async function selectFeature(feature: number, from: 'row' | 'map' | 'quietly'): Promise<void> {
  const { table, studyId } = page.get()
  if (!table || studyId === null) return
  choosing.abort()
  choosing = new AbortController()
  const signal = AbortSignal.any([asking.signal, choosing.signal])
  const answer = await getRows(studyId, table, { from: 0, count: 1, feature }, signal).catch(() => null)
  const now = page.get().table
  if (!answer || !now || signal.aborted) return
  if (!answer.ok) return page.update({ table: { ...now, problem: answer.problem } })
  const { found } = answer.value
  if (!found) return
  const place = found.place ?? now.focused
  const isThere = from === 'map' && found.place !== null
  const selected = { ...found, isZoomed: from === 'row' }
  page.update({ table: { ...now, selected, ...(isThere ? { focused: place, first: Math.max(0, place - 2) } : {}) } })
  if (isThere) await loadPages(Math.max(0, place - 2))
}

/** Puts the keyboard on another row. */
export function focusRow(place: number): void {
  const { table } = page.get()
  if (table) page.update({ table: { ...table, focused: place } })
}
