import { newDrawing } from '../state/drawing-state.ts'
import { page } from '../state/page-state.ts'

/** Begins to draw in a layer, or to start one; the tools come with the first use. */
export const openDrawing = (layer: string | null): void =>
  page.update({
    drawing: { ...newDrawing, layer },
    layerPanel: null,
    ruler: null,
    place: null,
    hovered: null,
    selected: null,
    isDrawerOpen: true,
  })
