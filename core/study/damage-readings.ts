import type { GivenClass } from './layer-options.ts'
import { damagePreset } from './presets.ts'
import type { ValueCount } from './value-counts.ts'

/** One way to read the codes of a damage field, with what it comes to. */
export type DamageReading = {
  readonly direction: 'high-is-destroyed' | 'low-is-destroyed'
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

/**
 * What the codes mean in each direction. UNOSAT's layers of Syria count up to 3 for destroyed and give 0 to what shows
 * no damage; others of its layers count from 1 for destroyed. -1, where it occurs, stands for "not assessed",
 * which is not "no damage".
 */
const meanings: Readonly<Record<DamageReading['direction'], Readonly<Record<number, string>>>> = {
  'high-is-destroyed': { 3: 'Destroyed', 2: 'Severely damaged', 1: 'Moderately damaged', 0: 'No visible damage', [-1]: 'Not assessed' },
  'low-is-destroyed': { 1: 'Destroyed', 2: 'Severely damaged', 3: 'Moderately damaged', [-1]: 'Not assessed' },
}

const affectedClasses = ['Destroyed', 'Severely damaged', 'Moderately damaged']

export const isAffectedClass = (name: string): boolean => affectedClasses.includes(name)

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
  const read = (direction: DamageReading['direction']) => reading(direction, codes as Codes)
  return { readings: [read('high-is-destroyed'), read('low-is-destroyed')], empty }
}

type Codes = readonly { readonly value: string; readonly count: number }[]

function reading(direction: DamageReading['direction'], codes: Codes): DamageReading {
  const classOf = (value: string): string | undefined => meanings[direction][Number(value)]
  const found = damagePreset.flatMap(({ class: name, label, color, pattern }) => {
    const own = codes.filter(({ value }) => classOf(value) === name)
    if (own.length === 0) return []
    const count = own.reduce((sum, each) => sum + each.count, 0)
    return [{ count, given: { class: name, values: own.map(({ value }) => value), label, color, pattern } }]
  })
  const affected = found.filter(({ given }) => isAffectedClass(given.class))
  return {
    direction,
    classes: found.map(({ given, count }) => ({ class: given.class, count })),
    affected: affected.reduce((sum, { count }) => sum + count, 0),
    mapping: found.map(({ given }) => given),
    unread: codes.filter(({ value }) => classOf(value) === undefined),
  }
}
