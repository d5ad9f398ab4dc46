import type { AttributeValue, Features } from '../geometry/shapes.ts'
import { note, type Note } from '../note.ts'
import { classText } from './classes.ts'
import type { Layer } from './layer.ts'

/**
 * Which features of a layer whose features carry their own dates hold on `at` (YYYY-MM-DD; both ends inclusive, an
 * empty end is open). A feature whose date cannot be read takes no part, with a note.
 */
export function validOn(layer: Layer, features: Features, at: string | null): { valid: Uint8Array; notes: Note[] } {
  const valid = new Uint8Array(features.attributes.length).fill(1)
  const notes: Note[] = []
  const { from, to } = layer.dateFields ?? {}
  if (from === undefined && to === undefined) return { valid, notes }
  features.attributes.forEach((attributes, feature) => {
    const start = from === undefined ? null : readDate(attributes[from])
    const end = to === undefined ? null : readDate(attributes[to])
    for (const [field, read] of [[from, start], [to, end]] as const) {
      if (read !== undefined || field === undefined) continue
      const values = { layer: layer.name, feature: feature + 1, field, value: String(attributes[field]) }
      notes.push(note('feature-date-unreadable', values, { layer: layer.name, feature: feature + 1 }))
    }
    valid[feature] = start !== undefined && end !== undefined && holds(start, end, at) ? 1 : 0
  })
  return { valid, notes }
}

const holds = (start: string | null, end: string | null, at: string | null): boolean =>
  at === null || ((start === null || start <= at) && (end === null || at <= end))

/**
 * A date as YYYY-MM-DD from `2018-04-21`, `2018/04/21`, `20180421` or a date with a time; `null` where it is
 * empty, `undefined` where it is no date.
 */
export function readDate(value: AttributeValue | undefined): string | null | undefined {
  const text = classText(value)
  if (text === null) return null
  const [, year, month, day] = /^(\d{4})([-/.]?)(\d\d)\2(\d\d)(?:[T ].*)?$/.exec(text)?.toSpliced(2, 1) ?? []
  if (year === undefined || Number.isNaN(Date.parse(`${year}-${month}-${day}T00:00:00Z`))) return undefined
  return `${year}-${month}-${day}`
}
