import { getValidity } from '../api/layers.ts'
import { page, type LayerCheck } from '../state/page-state.ts'

/** Has the geometry of the layer whose panel is open looked at, which takes a while for large files. */
export async function checkLayer(id: string): Promise<void> {
  const { studyId } = page.get()
  if (studyId === null) return
  const asked: LayerCheck = { report: null, problem: null, shown: null }
  showCheck(id, asked)
  const answer = await getValidity(studyId, id)
  const { layerPanel } = page.get()
  if (layerPanel?.check !== asked) return
  showCheck(id, answer.ok ? { ...asked, report: answer.value } : { ...asked, problem: answer.problem })
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
