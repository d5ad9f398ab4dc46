import { isWordKey, say, type Language, type WordValues } from '../words/say.ts'
import { layersAt } from '../study/snapshot.ts'
import { textIn } from '../study/text.ts'
import { dotted, heading, paragraph, type Block } from './blocks.ts'
import { layerTitle, nameIn } from './class-titles.ts'
import type { ReportInput } from './report-input.ts'

type AnyNote = {
  readonly code: string
  readonly message: string
  readonly values: WordValues
  readonly feature?: number | undefined
}

/** What was found, decided or left out on the way to the figures, and what the outlines cannot carry. */
export function limitsSection({ study, measurement, language }: ReportInput): Block[] {
  const plan = study.layers.find(({ id }) => id === study.plan.layer)
  const used = new Set([...(plan ? [plan] : []), ...layersAt(study, measurement.at)])
  const titles = new Map([...used].map((layer) => [layer.name, nameIn(language, layer.title)]))
  const notes = [...measurement.notes, ...[...used].flatMap((layer) => layer.notes)].map((note) => noteText(note, titles, language))
  const entries = [
    ...[...used].flatMap((layer) => (layer.remark ? [{ about: layerTitle(layer, language), text: textIn(language, layer.remark) }] : [])),
    ...[...new Set(notes)].map((text) => ({ text })),
  ]
  return [
    heading(say(language, 'report.limits')),
    ...([...used].some(({ schematic }) => schematic) ? [paragraph(say(language, 'report.limits.schematic'))] : []),
    ...(entries.length > 0 ? [dotted(entries)] : []),
    paragraph(say(language, 'sheet.disclaimer'), 'small'),
  ]
}

/** The note in `language` where its code is known here, with layers called by their titles. */
function noteText({ code, message, values, feature }: AnyNote, titles: ReadonlyMap<string, string>, language: Language): string {
  const key = `note.${code}`
  const layer = values['layer']
  const titled = typeof layer === 'string' ? { ...values, layer: titles.get(layer) ?? layer } : values
  const text = isWordKey(key) ? say(language, key, titled) : message
  return feature === undefined ? text : say(language, 'report.limits.feature', { note: text, feature })
}
