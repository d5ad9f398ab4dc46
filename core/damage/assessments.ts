import type { Attributes } from '../geometry/shapes.ts'
import { dateColumn } from '../time/date-column.ts'
import { dateInName } from '../time/date-in-name.ts'

/** One image of a damage assessment: the column with its classes and the day of the image. */
export type Assessment = { readonly field: string; readonly date: string }

const classField = /^(?:main_damage_site_class|main_damag|dmgcls|dasitcl|damage_class)_?(\d*)$/i
const dateField = /^(?:sensordate|sensor_dat|sensdate|sensdt)_?(\d*)$/i

/**
 * The assessments of a layer of damage points, by date: columns that are named after the day of their image
 * (`2016-09-18`), or UNOSAT's pairs of a class and a sensor date (`DmgCls_2`, `SensorDate_2`). The day of a pair is the
 * commonest in its date column, because a product may take in a neighbouring image of another day.
 */
export function assessmentsOf(attributes: readonly Attributes[]): Assessment[] {
  const fields = [...new Set(attributes.slice(0, 100).flatMap((own) => Object.keys(own)))]
  const named = fields.flatMap((field): Assessment[] => {
    const found = dateInName(field)
    return found.kind === 'day' ? [{ field, date: found.date }] : []
  })
  const dateFields = new Map(
    fields.flatMap((field) => {
      const [, number] = dateField.exec(field) ?? []
      return number === undefined ? [] : [[number, field] as const]
    }),
  )
  const paired = fields.flatMap((field): Assessment[] => {
    const [, number] = classField.exec(field) ?? []
    const dates = number === undefined ? undefined : dateFields.get(number)
    const date = dates === undefined ? null : commonestDay(attributes, dates)
    return date === null ? [] : [{ field, date }]
  })
  return [...named, ...paired].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

function commonestDay(attributes: readonly Attributes[], field: string): string | null {
  const column = dateColumn(attributes.map((own) => own[field]))
  const counts = new Map<string, number>()
  for (const own of attributes) {
    const reading = column.read(own[field])
    if (reading.kind !== 'days' || reading.from !== reading.to) continue
    counts.set(reading.from, (counts.get(reading.from) ?? 0) + 1)
  }
  return (
    [...counts].reduce<readonly [string, number] | null>(
      (best, each) => (best && best[1] >= each[1] ? best : each),
      null,
    )?.[0] ?? null
  )
}
