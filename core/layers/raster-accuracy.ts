import { sigmaM } from '../model/accuracy.ts'
import type { LayerOptions } from '../model/layer-options.ts'
import { note } from '../result/note.ts'
import type { LayerDraft, LoadedLayer } from './build-layer.ts'

/** Of a cell: as far as a line along its edges may be from where the ground changes. */
const half = 0.5
const digits = 3

/**
 * A layer of cells with the accuracy that their size leaves: half a cell where nobody states one, so that it is never taken for
 * exact, and a note where a finer one is stated. Any other layer as it is.
 */
export function asRaster(draft: LayerDraft, { name, cellM }: LoadedLayer, options: LayerOptions): LayerDraft {
  if (cellM === undefined) return draft
  const halfM = Number((half * cellM).toPrecision(digits))
  const { accuracy, accuracyM } = options
  const told = (own: ReturnType<typeof note>): LayerDraft['notes'] => [...draft.notes, { ...own, layer: draft.name }]
  const metres = accuracy ? sigmaM(accuracy) : accuracyM
  if (typeof metres !== 'number')
    return { ...draft, accuracyM: halfM, notes: told(note('raster-accuracy-unstated', { file: name, metres: halfM })) }
  if (metres >= halfM) return draft
  return { ...draft, notes: told(note('raster-accuracy-finer', { file: name, metres, halfM })) }
}

/** That an accuracy is not stated holds until one is. */
export const accuracyNotes = (notes: LayerDraft['notes'], { accuracy, accuracyM }: LayerOptions): LayerDraft['notes'] =>
  accuracy || typeof accuracyM === 'number' ? notes.filter(({ code }) => code !== 'raster-accuracy-unstated') : notes
