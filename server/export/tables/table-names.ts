import { classLabel } from '../../../core/format/class-label.ts'
import { namesIn, type Names } from '../../../core/format/names.ts'
import type { Layer } from '../../../core/model/layer.ts'
import { layersAt } from '../../../core/model/snapshot.ts'
import { sourceName } from '../../../core/model/sources.ts'
import type { Study } from '../../../core/model/study.ts'
import { textIn } from '../../../core/model/text.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'

/** What tables call what a study has; ids stand beside the names of units and sources, so that tables join. */
export type TableNames = Names & {
  /** `null` where the unit has no name but its id. */
  readonly unit: (id: string) => string | null
  readonly source: (id: string) => string
}

/**
 * Each class by one label in all tables of a language; layers in English as the data writes them, which is also how the answers
 * for programs name them, in Arabic by their titles. Of several snapshots the one that holds `at` the day says what a class is
 * called; `units` are the names of units by id.
 */
export function tableNames(
  study: Study,
  language: Language,
  { at, units }: { readonly at?: string | null; readonly units?: ReadonlyMap<string, string> } = {},
): TableNames {
  const own = namesIn(study, language)
  const holding = new Set(layersAt(study, at ?? null))
  const layersInOrder = [...study.layers.filter((layer) => !holding.has(layer)), ...holding]
  const labels = new Map(layersInOrder.flatMap((layer) => labelsOf(study, layer, language)))
  return {
    layer: language === 'en' ? (name) => name : own.layer,
    class: (layerName, name) => {
      const label = labels.get(JSON.stringify([layerName, name]))
      if (label !== undefined) return label
      const layers = layersInOrder.filter((layer) => layer.name === layerName)
      if (layers.some(({ classField }) => classField !== undefined))
        return textIn(language, classLabel(layers.at(-1), name === '' ? null : name))
      return layers.length === 0 ? name : own.layer(layerName)
    },
    party: own.party,
    unit: (id) => units?.get(id) ?? null,
    source: (id) => textIn(language, sourceName(study.sources, id)),
  }
}

/** The labels of the classes of one snapshot, told apart where they read alike. */
function labelsOf(study: Study, layer: Layer, language: Language): (readonly [key: string, label: string])[] {
  const names = namesIn({ ...study, layers: [layer] }, language)
  return layer.classes.map((own) => {
    const name = own.class ?? ''
    const label = names.class(layer.name, name)
    return [JSON.stringify([layer.name, name]), label === '' ? translate(language, 'class.empty') : label]
  })
}

/** The id of a unit and its name; what lies outside all units has words alone. */
export const unitCells = (
  id: string | null,
  names: TableNames,
  language: Language,
): [id: string | null, name: string | null] =>
  id === null ? [null, translate(language, 'sheet.row.outside')] : [id, names.unit(id)]
