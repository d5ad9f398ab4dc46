import { note, type Note, type NoteCode } from '../../../core/result/note.ts'
import type { MessageValues } from '../../../core/i18n/translate.ts'

/** Counts faults and remembers the first places, for one note that names them. */
export type Places = { count: number; readonly named: string[]; first: number }

const mostNamed = 10

export const noPlaces = (): Places => ({ count: 0, named: [], first: 0 })

/** `feature` and `ring` count from 1. */
export function addPlace(places: Places, feature: number, ring?: number): void {
  if (places.count++ === 0) places.first = feature
  if (places.named.length < mostNamed) places.named.push(ring === undefined ? `${feature}` : `${feature} (${ring})`)
}

/** A note with `{count}` and `{places}`: "3 (1), 9 (2), …", feature numbers with the ring's number in brackets. */
export function noteOfPlaces(
  code: NoteCode,
  file: string,
  { named, count, first }: Places,
  more: MessageValues = {},
): Note {
  const places = named.join(', ') + (count > named.length ? ', …' : '')
  return note(code, { file, count, places, ...more }, { feature: first })
}
