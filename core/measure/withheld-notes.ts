import { note, type Note } from '../result/note.ts'
import { isSensitive, type Layer } from '../model/layer.ts'

/** Which layers do not leave as they are, though the figures were measured with them; each name once. `gridM` is 0 without a grid. */
export function withheldNotes(layers: readonly Layer[]): Note[] {
  const byName = new Map(layers.filter(isSensitive).map((layer) => [layer.name, layer.sensitive]))
  return [...byName].map(([layer, sensitive]) =>
    note('layer-withheld', { layer, gridM: typeof sensitive === 'object' ? sensitive.gridM : 0 }, { layer }),
  )
}
