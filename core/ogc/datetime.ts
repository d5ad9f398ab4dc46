import { z } from 'zod'
import { dateSchema } from '../model/text-schema.ts'

/** Days from one to another, both inclusive; `null` is an open end. */
export type Days = { readonly from: string | null; readonly to: string | null }

const instantSchema = z.union([dateSchema, z.iso.datetime({ offset: true })])

/**
 * The days of the parameter `datetime` (OGC 17-069r4, 7.15.4): a day or a moment, or two of them with a slash, of which one
 * may be open ("" or ".."). A moment counts as its day in UTC. `null` where it is none of these.
 */
export function daysOf(text: string): Days | null {
  const ends = text.split('/')
  if (ends.length > 2) return null
  const days = ends.map((end) => (end === '' || end === '..' ? null : dayOf(end)))
  if (days.includes(undefined)) return null
  const [from, to] = [days[0]!, days.at(-1)!]
  if (from === null && to === null) return null
  return from !== null && to !== null && from > to ? null : { from, to }
}

/** GDAL 3.6 writes a day that has no time as `2018-04-21T`. */
function dayOf(said: string): string | undefined {
  const text = said.replace(/T$/, '')
  if (!instantSchema.safeParse(text).success) return undefined
  return new Date(text).toISOString().slice(0, 10)
}

/** Whether two stretches of days have a day in common. What has no days at all has one with every other. */
export const haveCommonDay = (one: Days, other: Days): boolean =>
  (one.from === null || other.to === null || one.from <= other.to) &&
  (one.to === null || other.from === null || other.from <= one.to)
