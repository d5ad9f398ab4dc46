import { getUnattributed, getUncertainty, type SureOf } from '../api/uncertainty.ts'
import { intervalsOf } from '../state/draws.ts'
import { page } from '../state/page-state.ts'
import type { SureState } from '../state/sure-state.ts'

let underWay = new AbortController()

const update = (change: Partial<SureState>): void => page.update({ sure: { ...page.get().sure, ...change } })

/**
 * Finds how sure the areas are that the page begins to show: the estimate at once, the rest where the panel
 * is open, and the ground that cannot be attributed where it is on the map. What was known of other areas is put away.
 */
export async function refreshSure(): Promise<void> {
  putAwaySure()
  const controller = underWay
  const requested = sureOf()
  if (requested === null) return
  if (page.get().sure.banded.size > 0) void loadBands()
  const answer = await getUncertainty(requested, null, { signal: controller.signal }).catch(() => null)
  if (answer === null || controller.signal.aborted) return
  if (answer.ok) update({ uncertainty: answer.value })
  if (page.get().sure.isOpen) await draw(controller)
}

/** Puts away what was known of areas, or of accuracies, that the page no longer shows; what was under way is given up. */
export function putAwaySure(): void {
  underWay.abort()
  underWay = new AbortController()
  update({ uncertainty: null, drawing: null, problem: null, bands: null, correction: null })
}

/** Opens or closes the panel; its draws begin when it is opened. */
export function toggleSure(): void {
  const isOpen = !page.get().sure.isOpen
  update({ isOpen })
  const { uncertainty, drawing } = page.get().sure
  if (isOpen && drawing === null && !(uncertainty && uncertainty.method.draws > 0)) void draw(underWay)
}

async function draw(controller: AbortController): Promise<void> {
  const requested = sureOf()
  if (requested === null || controller.signal.aborted) return
  update({ drawing: 0, problem: null })
  const progress = (drawing: number): void => update({ drawing })
  const answer = await getUncertainty(requested, intervalsOf(page.get()), {
    signal: controller.signal,
    progress,
  }).catch(() => null)
  if (answer === null || controller.signal.aborted) return
  update({ drawing: null, ...(answer.ok ? { uncertainty: answer.value } : { problem: answer.problem }) })
}

/** Puts the ground that a layer cannot attribute on the map, or takes it off. */
export function toggleBand(layer: string): void {
  const { banded, bands } = page.get().sure
  const others = [...banded].filter((name) => name !== layer)
  update({ banded: new Set(others.length < banded.size ? others : [...banded, layer]) })
  if (bands === null) void loadBands()
}

async function loadBands(): Promise<void> {
  const controller = underWay
  const requested = sureOf()
  if (requested === null) return
  const answer = await getUnattributed(requested, { signal: controller.signal }).catch(() => null)
  if (answer === null || controller.signal.aborted) return
  update(answer.ok ? { bands: answer.value } : { problem: answer.problem })
}

/** What the page shows: its study, day and assumed accuracies. */
function sureOf(): SureOf | null {
  const { studyId, at, assumed } = page.get()
  return studyId === null ? null : { studyId, at, assumed }
}

/** Shows the curve of another figure. */
export const chartFigure = (place: number): void => update({ charted: place })
