import type { Features } from '../geometry/shapes.ts'
import { note, type Note } from '../result/note.ts'
import { classText } from '../classify/classes.ts'
import type { Layer } from '../model/layer.ts'

/** What the rows of a plan's features or of units are called: the id field's value, else the number from 1. */
export function featureIds(layer: Layer, { attributes }: Features): { ids: string[]; notes: Note[] } {
  const field = layer.idField
  const ids = attributes.map((values, i) => (field === undefined ? null : classText(values[field])) ?? String(i + 1))
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const id of ids) {
    if (seen.has(id)) repeated.add(id)
    seen.add(id)
  }
  if (repeated.size === 0) return { ids, notes: [] }
  const values = {
    layer: layer.name,
    field: field ?? '',
    ids: [...repeated].slice(0, 5).join(', '),
    count: repeated.size,
  }
  return { ids, notes: [note('id-repeated', values, { layer: layer.name })] }
}
