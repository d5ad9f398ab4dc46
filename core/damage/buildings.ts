import type { Features } from '../geometry/shapes.ts'
import { note, type Note } from '../result/note.ts'
import { classText } from '../classify/classes.ts'
import type { Layer } from '../model/layer.ts'

/**
 * The number of buildings counted in each feature of a plan or of units, `null` where the field says none; `null` as a
 * whole where the layer names no such field. A cell that is no whole number from 0 on becomes a note.
 */
export function buildingsOf(layer: Layer, { attributes }: Features, notes: Note[]): (number | null)[] | null {
  const { buildingsField: field, name } = layer
  if (field === undefined) return null
  let unreadable = 0
  const counts = attributes.map((own) => {
    const text = classText(own[field])
    if (text === null) return null
    const count = Number(text)
    if (Number.isInteger(count) && count >= 0) return count
    unreadable++
    return null
  })
  if (unreadable > 0)
    notes.push(note('buildings-unreadable', { layer: name, field, count: unreadable }, { layer: name }))
  return counts
}
