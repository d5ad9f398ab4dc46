import { damageCodes, grades, isAffected, type CodeDirection, type Grade } from './grades.ts'
import type { GivenClass } from '../model/layer-options.ts'
import { damagePreset } from './presets.ts'
import type { ValueCount } from './value-counts.ts'

/** One way to read the codes of a damage field, with what it comes to. */
export type DamageReading = {
  readonly direction: CodeDirection
  readonly classes: readonly { readonly class: string; readonly count: number }[]
  /** Destroyed, severely and moderately damaged together: what UNOSAT calls affected. The same in both readings. */
  readonly affected: number
  /** The mapping to take over where this reading is chosen. */
  readonly mapping: readonly GivenClass[]
  /** Codes that this reading gives no meaning; without a mapping they are classes of their own. */
  readonly unread: readonly { readonly value: string; readonly count: number }[]
}

/** Features whose cell is empty: neither damage nor its absence. */
export type DamageReadings = { readonly readings: readonly [DamageReading, DamageReading]; readonly empty: number }

/** Whether a class of the preset stands for damage that counts as affected. */
export const isAffectedClass = (name: string): boolean =>
  grades.some((grade, rank) => isAffected(grade) && damagePreset[rank]!.class === name)

/**
 * Both readings of a field of damage codes, for their codes run both ways and no file says which. `null` where the field
 * is none: its values are not small whole numbers with 1, 2 or 3 among them.
 */
export function damageReadings({ values }: { readonly values?: readonly ValueCount[] }): DamageReadings | null {
  const codes = (values ?? []).filter(({ value }) => value !== null && value.trim() !== '')
  const isCode = ({ value }: { readonly value: string | null }): boolean => /^-?\d{1,2}(?:\.0+)?$/.test(value ?? '')
  const grades = codes.filter(({ value }) => ['1', '2', '3'].includes(String(Number(value))))
  if (!values || codes.length > 15 || grades.length < 2 || !codes.every(isCode)) return null
  const empty = values.filter((each) => !codes.includes(each)).reduce((sum, { count }) => sum + count, 0)
  const read = (direction: CodeDirection) => reading(direction, codes as Codes)
  return { readings: [read('high-is-destroyed'), read('low-is-destroyed')], empty }
}

type Codes = readonly { readonly value: string; readonly count: number }[]

function reading(direction: CodeDirection, codes: Codes): DamageReading {
  const meanings: Readonly<Record<string, Grade>> = damageCodes[direction]
  const gradeOf = (value: string): Grade | undefined => meanings[String(Number(value))]
  const found = grades.flatMap((grade, rank) => {
    const own = codes.filter(({ value }) => gradeOf(value) === grade)
    if (own.length === 0) return []
    const { class: name, label, color, pattern } = damagePreset[rank]!
    const count = own.reduce((sum, each) => sum + each.count, 0)
    return [{ grade, count, given: { class: name, values: own.map(({ value }) => value), label, color, pattern } }]
  })
  return {
    direction,
    classes: found.map(({ given, count }) => ({ class: given.class, count })),
    affected: found.filter(({ grade }) => isAffected(grade)).reduce((sum, { count }) => sum + count, 0),
    mapping: found.map(({ given }) => given),
    unread: codes.filter(({ value }) => gradeOf(value) === undefined),
  }
}
