import { controlPreset, damagePreset, plainSpelling, type PresetClass } from '../classify/presets.ts'
import type { Role } from '../model/layer.ts'
import { usualParties } from '../model/party-text.ts'
import { dateInName, type NamedDate } from '../time/date-in-name.ts'
import type { FoundLayer, InspectedField } from './inspection.ts'

/** A value that nobody stated, and what speaks for it: a name, the values of a field, the only outline, the name of a field. */
export type Guess<T> = { readonly value: T; readonly by: 'name' | 'values' | 'outline' | 'field'; readonly of: string }

/** What the name and the content of a file suggest of the layer that it may become; `null` where nothing does. */
export type LayerGuesses = {
  readonly role: Guess<Role> | null
  readonly date: NamedDate
  readonly classField: Guess<string> | null
  /** Who held the ground, by the usual name of the party. */
  readonly holder: Guess<string> | null
}

/** Words in names of files, in lower case. Long ones count inside of words too. */
const roleWords: Readonly<Partial<Record<Role, readonly string[]>>> = {
  plan: ['plan', 'masterplan', 'master', 'boundary', 'outline', 'limits', 'مخطط', 'المخطط', 'حدود'],
  control: [
    'control',
    'deepstate',
    'territory',
    'territorial',
    'frontline',
    'front',
    'سيطرة',
    'السيطرة',
    'مناطق_السيطرة',
  ],
  damage: ['damage', 'unosat', 'destruction', 'destroyed', 'أضرار', 'الأضرار', 'دمار', 'الدمار'],
  shelling: ['shelling', 'airstrike', 'strikes', 'bombing', 'bombardment', 'airwars', 'قصف', 'القصف', 'غارات'],
  zones: ['zoning', 'zones', 'landuse', 'hazard', 'flood'],
  units: ['neighbourhood', 'neighborhood', 'district', 'parcels', 'units', 'admin', 'أحياء', 'الأحياء', 'حارات'],
}
/** A word of fewer letters must stand alone: "plan" is part of "explanation". */
const longWord = 6

/** Names of fields that usually tell who held ground, how much was damaged or what a zone is. */
const classFieldWords =
  /^(status|control\w*|side|party|holder|held_?by|owner|actor|faction|class\w*|type|category|zone|zoning\w*|damage\w*|grade|الحالة|السيطرة|الجهة|النوع|الفئة)$/iu
/** A field of more values names things rather than classes. */
const mostClasses = 60

/** Guesses by a file's own name and one of the layers found in it. Nothing of them is applied: the reader sees them first. */
export function guessLayer(file: string, layer: FoundLayer): LayerGuesses {
  const ownDate = dateInName(layer.name)
  const fileDate = dateInName(file)
  const holder = partyInName(file) ?? partyInName(layer.name)
  const byParty: Guess<Role> | null = holder && { value: 'control', by: 'name', of: holder.of }
  const role = roleInName(file) ?? roleInName(layer.name) ?? roleInValues(layer) ?? byParty
  return {
    role: role !== null && isFitting(role.value, layer) ? role : null,
    date: fileDate.kind === 'open' && fileDate.reason === 'none' ? ownDate : fileDate,
    classField: guessClassField(layer),
    holder,
  }
}

/** Shorter names of parties are words of their own. */
const shortestParty = 3

/** The party that a name speaks of, as `isis_held_2018.shp`; `null` where it speaks of none, or of several. */
function partyInName(name: string): Guess<string> | null {
  const words = wordsOf(name).map(plainSpelling)
  const spoken = words.flatMap((_, i) => [1, 2, 3].map((count) => words.slice(i, i + count).join('')))
  const found = controlPreset.filter(
    (party) =>
      party.class in usualParties &&
      party.spellings.some((spelling) => spelling.length >= shortestParty && spoken.includes(spelling)),
  )
  return found.length === 1 ? { value: found[0]!.class, by: 'name', of: name } : null
}

/** The words of a file's name, without its ending. */
const wordsOf = (name: string): string[] => stemOf(name).split(/[^\p{L}]+/u)

const stemOf = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\.[^.]+$/, '')

/** The role that the words of a name speak for; `null` where they speak for none, or for several. */
function roleInName(name: string): Guess<Role> | null {
  const stem = stemOf(name)
  const words = wordsOf(name)
  const found = (Object.keys(roleWords) as Role[]).filter((role) =>
    roleWords[role]!.some((word) => words.includes(word) || (word.length >= longWord && stem.includes(word))),
  )
  return found.length === 1 ? { value: found[0]!, by: 'name', of: name } : null
}

/** The role that the usual names of controllers or of grades of damage speak for among the values of a field. */
function roleInValues({ fields }: FoundLayer): Guess<Role> | null {
  const says = (preset: readonly PresetClass[]) => fields.find((field) => usualValues(field, preset) > 0)
  const [control, damage] = [says(controlPreset), says(damagePreset)]
  if (control && !damage) return { value: 'control', by: 'values', of: control.name }
  if (damage && !control) return { value: 'damage', by: 'values', of: damage.name }
  return null
}

/** How many different values of the field are usual names; 0 where most of them are not. */
function usualValues({ values = [] }: InspectedField, preset: readonly PresetClass[]): number {
  const named = values.flatMap(({ value }) => (value === null || value.trim() === '' ? [] : [plainSpelling(value)]))
  const usual = named.filter((own) => preset.some(({ spellings }) => spellings.includes(own)))
  return usual.length * 2 > named.length ? usual.length : 0
}

const isFitting = (role: Role, { geometryType }: FoundLayer): boolean =>
  geometryType === 'polygon' || (role !== 'plan' && role !== 'units')

/** The field with most usual names, else the one with a usual name of its own. */
function guessClassField({ fields }: FoundLayer): Guess<string> | null {
  const byValues = fields
    .map((field) => ({ field, usual: Math.max(usualValues(field, controlPreset), usualValues(field, damagePreset)) }))
    .filter(({ usual }) => usual > 0)
    .toSorted((a, b) => b.usual - a.usual)[0]
  if (byValues) return { value: byValues.field.name, by: 'values', of: byValues.field.name }
  const byName = fields.find(
    ({ name, values = [] }) => classFieldWords.test(name) && values.length > 0 && values.length <= mostClasses,
  )
  return byName ? { value: byName.name, by: 'field', of: byName.name } : null
}

/** The one layer that may be the plan where no name speaks for any: the only one of polygons that is a single feature. */
export function guessPlan(layers: readonly FoundLayer[], guesses: readonly LayerGuesses[]): number | null {
  if (guesses.some(({ role }) => role?.value === 'plan')) return null
  const single = layers.flatMap(({ geometryType, features }, i) =>
    geometryType === 'polygon' && features === 1 && guesses[i]!.role === null ? [i] : [],
  )
  return single.length === 1 ? single[0]! : null
}
