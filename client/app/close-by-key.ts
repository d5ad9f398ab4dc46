import { closeTable } from '../actions/attribute-table.ts'
import { forgetPlace } from '../actions/ask-place.ts'
import { closeLayerPanel } from '../actions/change-layer-options.ts'
import { focusOn } from '../actions/focus-on.ts'
import { closePair } from '../actions/pair-maps.ts'
import { page } from '../state/page-state.ts'

/**
 * Escape closes what was opened last, and the focus goes back to what opened it. A form that files wait in stays: what was
 * typed there would be lost.
 */
export function closeByKey(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
  const { menu, place, ruler, table, pair, layerPanel, areNotesOpen, isDrawerOpen, loadForm, question } = page.get()
  if (menu !== null) return
  if (place) {
    forgetPlace()
    focusOn('.map')
  } else if (ruler) {
    page.update({ ruler: null })
    focusOn('[data-tool=ruler]')
  } else if (layerPanel) closeLayerPanel()
  else if (isDrawerOpen && !loadForm && !question) {
    page.update({ isDrawerOpen: false })
    focusOn('.drawer-button')
  } else if (table) closeTable()
  else if (pair) {
    closePair()
    focusOn('[data-tool=pair]')
  } else if (areNotesOpen) {
    page.update({ areNotesOpen: false })
    focusOn('[aria-controls=notes]')
  }
}
