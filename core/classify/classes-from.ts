import type { Features } from '../geometry/shapes.ts'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import { damageReadings } from './damage-readings.ts'
import type { GivenClass } from '../model/layer-options.ts'
import type { SuggestedClassification } from '../model/layer.ts'
import { classesOf, controlPreset, damagePreset, type PresetClass } from './presets.ts'
import { valueCounts } from './value-counts.ts'

/** What `classesFrom` takes beside the ids of a layer's offers: usual names, and the two ways to read damage codes. */
const classWords = ['control-names', 'damage-names', 'high-is-destroyed', 'low-is-destroyed'] as const
type ClassWord = (typeof classWords)[number]

export const isDamageReading = (word: string): boolean => word === 'high-is-destroyed' || word === 'low-is-destroyed'

/** Classes with the field that they are read from. */
export type FieldClasses = { readonly field: string; readonly classes: readonly GivenClass[] }

type Requested = {
  readonly layer: string
  /** The field that is said; an offer brings its own. */
  readonly field: string | undefined
  readonly offers: readonly SuggestedClassification[]
}

const presets: Partial<Record<ClassWord, readonly PresetClass[]>> = {
  'control-names': controlPreset,
  'damage-names': damagePreset,
}

/**
 * The classes that a word means for a layer: those of one of its offers, those whose usual names its values bear, or a
 * reading of its damage codes. Refuses a word that is none of these, and one that the values give no meaning.
 */
export function classesFrom(
  wanted: string,
  { layer, field, offers }: Requested,
  { attributes }: Features,
): Outcome<FieldClasses> {
  const offer = offers.find(({ id }) => id === wanted)
  if (offer) return done({ field: field ?? offer.field, classes: offer.classes })
  const word = classWords.find((each) => each === wanted)
  if (word === undefined) {
    const known = [...offers.map(({ id }) => id), ...classWords]
    return refused(problem('classes-unknown', { layer, value: wanted, known: known.join(', ') }, { known }))
  }
  if (field === undefined) return refused(problem('classes-without-field', { layer, value: wanted }))
  const values = valueCounts(attributes, field)
  const preset = presets[word]
  const classes = preset
    ? classesOf(preset, values)
    : damageReadings({ values })?.readings.find(({ direction }) => direction === word)?.mapping
  if (classes && classes.length > 0) return done({ field, classes })
  const found = values
    .slice(0, 10)
    .map(({ value }) => value ?? '∅')
    .join(', ')
  return refused(
    problem('classes-not-fitting', { layer, field, value: wanted, values: found + (values.length > 10 ? ', …' : '') }),
  )
}
