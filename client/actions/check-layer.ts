import { getValidity } from '../api/layers.ts'
import { page, type LayerCheck } from '../state/page-state.ts'

/** Has the geometry of the layer whose panel is open looked at, which takes a while for large files. */
export async function checkLayer(id: string): Promise<void> {
  const { studyId } = page.get()
  if (studyId === null) return
  const requested: LayerCheck = { report: null, problem: null, shown: null }
  showCheck(id, requested)
  const answer = await getValidity(studyId, id)
  const { layerPanel } = page.get()
  if (layerPanel?.check !== requested) return
  showCheck(id, answer.ok ? { ...requested, report: answer.value } : { ...requested, problem: answer.problem })
}

/** Marks the place of a fault, by its number in the report, and brings it into view; a drawer that covers it closes. */
export function showFault(id: string, shown: number): void {
  const check = page.get().layerPanel?.check
  if (!check) return
  showCheck(id, { ...check, shown })
  page.update({ isDrawerOpen: false })
}

function showCheck(id: string, check: LayerCheck): void {
  const { layerPanel } = page.get()
  if (layerPanel?.id === id) page.update({ layerPanel: { ...layerPanel, check } })
}
