import type { Features } from '../geometry/shapes.ts'
import { note, type Note } from '../result/note.ts'
import type { Layer } from '../model/layer.ts'
import type { Study } from '../model/study.ts'
import { cleanForeignText, shortened, unvocalised } from './clean-text.ts'
import { absentMark, type Font } from './text.ts'

const mostNamed = 8

/** Notes on the characters of a study's texts and names that no font here has, each with its place. */
export function undrawnCharacters(study: Study, features: ReadonlyMap<string, Features>, font: Font): Note[] {
  const { layers, ...rest } = study
  return [
    ...inTexts(textsOf(rest), font),
    ...layers.flatMap((layer) => {
      const { title, remark, classes } = layer
      return [
        ...inTexts(textsOf({ title, remark, labels: classes.map(({ label }) => label) }), font, layer),
        ...inNames(layer, features.get(layer.id), font),
      ]
    }),
  ]
}

function inTexts(texts: readonly string[], font: Font, layer?: Layer): Note[] {
  return texts.flatMap((text) => {
    const characters = undrawn([text], font)
    if (characters === null) return []
    const values = { text: shortened(text, 80), characters, mark: absentMark }
    return [
      layer
        ? note('character-undrawn-in-layer', { ...values, layer: layer.name }, { layer: layer.name })
        : note('character-undrawn', values),
    ]
  })
}

/** The names that its map, its tables and its report print. */
function inNames(layer: Layer, features: Features | undefined, font: Font): Note[] {
  const fields = new Set([layer.labelField?.en, layer.labelField?.ar, layer.idField].flatMap((field) => field ?? []))
  if (!features) return []
  return [...fields].flatMap((field) => {
    const named = features.attributes.flatMap((attributes, i) => {
      const name = attributes[field]
      return typeof name === 'string' && undrawn([name], font) !== null ? [{ name, number: i + 1 }] : []
    })
    const characters = undrawn(
      named.map(({ name }) => name),
      font,
    )
    if (characters === null) return []
    const places = listed(named.map(({ number }) => String(number)))
    return [
      note(
        'character-undrawn-in-field',
        { layer: layer.name, field, places, characters, mark: absentMark },
        { layer: layer.name, feature: named[0]!.number },
      ),
    ]
  })
}

/** The characters as the reader may look them up, or `null` where the font draws all. */
function undrawn(texts: readonly string[], font: Font): string | null {
  const found = new Set(
    texts.flatMap((text) =>
      Array.from(unvocalised(cleanForeignText(text))).filter((character) => !font.draws(character)),
    ),
  )
  return found.size === 0
    ? null
    : listed(
        [...found].map(
          (character) => `${character} U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
        ),
      )
}

const listed = (parts: readonly string[]): string =>
  [...parts.slice(0, mostNamed), ...(parts.length > mostNamed ? ['…'] : [])].join(' · ')

/** Every text in the study's own words, or a source's. */
function textsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? (printedKeys.has(key) ? [inner] : []) : textsOf(inner),
  )
}

const printedKeys = new Set([
  'en',
  'ar',
  'title',
  'publisher',
  'licence',
  'author',
  'institution',
  'contact',
  'mapNumber',
  'glide',
])
