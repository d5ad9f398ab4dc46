import type { AttributeValue, Features } from '../geometry/shapes.ts'
import { note, type Note } from '../result/note.ts'
import { isPlausible } from '../time/days.ts'
import { classText } from '../classify/classes.ts'
import type { Layer } from '../model/layer.ts'

/**
 * Which features of a layer whose features carry their own dates hold on `at` (YYYY-MM-DD; both ends inclusive, an
 * empty end is open). A feature whose date cannot be read, or is of another calendar, takes no part, with a note.
 */
export function validOn(layer: Layer, features: Features, at: string | null): { valid: Uint8Array; notes: Note[] } {
  const valid = new Uint8Array(features.attributes.length).fill(1)
  const notes: Note[] = []
  const { from, to } = layer.dateFields ?? {}
  if (from === undefined && to === undefined) return { valid, notes }
  let strange = 0
  features.attributes.forEach((attributes, feature) => {
    const start = from === undefined ? null : readDate(attributes[from])
    const end = to === undefined ? null : readDate(attributes[to])
    for (const [field, read] of [
      [from, start],
      [to, end],
    ] as const) {
      if (field === undefined || (read !== undefined && isUsable(read))) continue
      if (read) strange++
      if (read !== undefined) continue
      const values = { layer: layer.name, feature: feature + 1, field, value: String(attributes[field]) }
      notes.push(note('feature-date-unreadable', values, { layer: layer.name, feature: feature + 1 }))
    }
    const isKnown = start !== undefined && end !== undefined && isUsable(start) && isUsable(end)
    valid[feature] = isKnown && holds(start, end, at) ? 1 : 0
  })
  if (strange > 0)
    notes.push(note('feature-dates-other-calendar', { layer: layer.name, count: strange }, { layer: layer.name }))
  return { valid, notes }
}

/** An open end, or a day of our calendar: the year 1439 or 1397 is of another. */
const isUsable = (date: string | null): boolean => date === null || isPlausible(date)

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
