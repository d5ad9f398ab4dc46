import { translate, type Language, type MessageKey } from '../i18n/translate.ts'
import { classLabel } from './class-label.ts'
import type { Layer } from '../model/layer.ts'
import type { Study } from '../model/study.ts'
import { partyText } from '../model/party-text.ts'
import { textIn, type Text } from '../model/text.ts'

/** What a study's layers, classes and parties are called; what has no label keeps the name that the data gives it. */
export type Names = {
  readonly layer: (name: string) => string
  readonly class: (layer: string, name: string) => string
  readonly party: (name: string) => string
}

/** Names as the data writes them, for programs. */
export const namesAsWritten: Names = { layer: (name) => name, class: (_, name) => name, party: (name) => name }

/** The titles and labels in `language`. Two that would read alike are told apart by what the data calls them. */
export function namesIn(
  { layers, plan, headline }: Pick<Study, 'layers' | 'plan' | 'headline'>,
  language: Language,
): Names {
  const names = [...new Set(layers.map(({ name }) => name))]
  const titles = distinctLabels(names, (name) => seriesTitle(layers, name, language))
  const classes = new Map(
    names.map((name) => [
      name,
      classNames(
        layers.filter((layer) => layer.name === name),
        language,
      ),
    ]),
  )
  const parties: [string, Text][] = [
    ...layers.flatMap((layer) =>
      layer.classes.flatMap(({ class: own, label }): [string, Text][] => (label ? [[own ?? '', label]] : [])),
    ),
    ...(headline?.label ? [[headline.party, headline.label] satisfies [string, Text]] : []),
  ]
  const labels = new Map(parties)
  return {
    layer: (name) => titles.get(name) ?? (name === plan.name.en ? textIn(language, plan.name) : name),
    class: (layer, name) => classes.get(layer)?.get(name) ?? name,
    party: (name) => textIn(language, labels.get(name) ?? partyText(name)),
  }
}

/** A layer's title; a series of several snapshots goes by its role where it is alone in it, but for zones, of which the role says little. */
function seriesTitle(layers: readonly Layer[], name: string, language: Language): string {
  const snapshots = layers.filter((layer) => layer.name === name)
  const { role, title } = snapshots[0]!
  const isAlone = role !== 'zones' && layers.every((layer) => layer.role !== role || layer.name === name)
  return snapshots.length > 1 && isAlone ? translate(language, `role.${role}` as MessageKey) : textIn(language, title)
}

function classNames(snapshots: readonly Layer[], language: Language): ReadonlyMap<string, string> {
  const named = new Map(snapshots.flatMap((layer) => layer.classes.map((own) => [own.class ?? '', layer] as const)))
  return distinctLabels([...named.keys()], (name) => textIn(language, classLabel(named.get(name), name)))
}

function distinctLabels(names: readonly string[], labelOf: (name: string) => string): ReadonlyMap<string, string> {
  const labels = names.map(labelOf)
  return new Map(
    names.map((name, i) => {
      const label = labels[i]!
      return [
        name,
        label !== name && labels.indexOf(label) !== labels.lastIndexOf(label) ? `${label} (${name})` : label,
      ]
    }),
  )
}
