import { localizeDates } from '../format/localize-dates.ts'
import { comma, isMessageKey, translate, type Language, type MessageValues } from '../i18n/translate.ts'
import { namesIn, type Names } from '../format/names.ts'
import { namedValues } from '../format/note-text.ts'
import { layersAt } from '../model/snapshot.ts'
import { undrawnCharacters } from '../sheet/undrawn-characters.ts'
import { textIn } from '../model/text.ts'
import { dotted, heading, paragraph, type Block } from './blocks.ts'
import { layerTitle, nameIn } from './class-titles.ts'
import type { ReportInput } from './report-input.ts'

type AnyNote = {
  readonly code: string
  readonly message: string
  readonly values: MessageValues
  readonly feature?: number | undefined
}

/**
 * What was found, decided or left out on the way to the figures, and what the outlines cannot carry. (Which class is larger
 * where that is not established stands under the tables already.)
 */
export function limitsSection({ study, features, measurement, language, font }: ReportInput): Block[] {
  const plan = study.layers.find(({ id }) => id === study.plan.layer)
  const used = new Set([...(plan ? [plan] : []), ...layersAt(study, measurement.at)])
  // Also of series that say nothing on the day, which is what a note may say.
  const titles = new Map([...study.layers, ...used].map((layer) => [layer.name, nameIn(language, layer.title)]))
  const names = namesIn(study, language)
  const notes = [
    ...measurement.notes.filter(({ code }) => code !== 'order-not-established'),
    ...[...used].flatMap((layer) => layer.notes),
    ...undrawnCharacters(study, features, font),
  ].map((note) => reported(note, titles, names, language))
  const entries = [
    ...[...used].flatMap((layer) =>
      layer.remark ? [{ about: layerTitle(layer, language), text: textIn(language, layer.remark) }] : [],
    ),
    ...grouped(notes, language),
  ]
  return [
    heading(translate(language, 'report.limits')),
    ...([...used].some(({ schematic }) => schematic)
      ? [paragraph(translate(language, 'report.limits.schematic'))]
      : []),
    ...(entries.length > 0 ? [dotted(entries)] : []),
    paragraph(translate(language, 'sheet.disclaimer'), 'small'),
  ]
}

type ReportedNote = { readonly layer: string | null; readonly text: string }

/** The note in `language` where its code is known here, with layers called by their titles. */
function reported(
  { code, message, values, feature }: AnyNote,
  titles: ReadonlyMap<string, string>,
  names: Names,
  language: Language,
): ReportedNote {
  const key = `note.${code}`
  const layer = values['layer']
  const title = typeof layer === 'string' ? (titles.get(layer) ?? layer) : null
  const text = isMessageKey(key)
    ? translate(
        language,
        key,
        localizeDates(
          { ...namedValues(values, names, language), ...(title === null ? {} : { layer: title }) },
          language,
        ),
      )
    : message
  // A note of several places has named them all.
  return {
    layer: title,
    text:
      feature === undefined || 'places' in values
        ? text
        : translate(language, 'report.limits.feature', { note: text, feature }),
  }
}

/** Each statement once; one that begins with its layer and holds for several names them all. */
function grouped(
  notes: readonly ReportedNote[],
  language: Language,
): { readonly about?: string; readonly text: string }[] {
  const layersOf = new Map<string, Set<string>>()
  for (const { layer, text } of notes) {
    const own = layer !== null && text.startsWith(`${layer}: `)
    const statement = own ? text.slice(layer.length + 2) : text
    const layers = layersOf.get(statement) ?? new Set()
    if (own) layers.add(layer)
    layersOf.set(statement, layers)
  }
  return [...layersOf].map(([text, layers]) =>
    layers.size === 0
      ? { text }
      : { about: [...layers].join(comma(language)), text: text.charAt(0).toUpperCase() + text.slice(1) },
  )
}
