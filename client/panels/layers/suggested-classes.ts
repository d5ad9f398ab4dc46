import { fitOf } from '../../../core/classify/class-mapping.ts'
import { formatLayerDate } from '../../../core/format/format.ts'
import type { GivenClass } from '../../../core/model/layer-options.ts'
import type { SuggestedClassification, Layer } from '../../../core/model/layer.ts'
import { classesOf, controlPreset, damagePreset } from '../../../core/classify/presets.ts'
import { textIn } from '../../../core/model/text.ts'
import { translate } from '../../../core/i18n/translate.ts'
import type { PageState } from '../../state/page-state.ts'
import type { FieldValues } from '../../controls/field-values.ts'

/** Classes that may be taken over, with what they are called by and the values they would sort. */
export type SuggestedClasses = {
  readonly key: string
  readonly title: string
  readonly field: string
  readonly classes: readonly GivenClass[]
  readonly values: FieldValues['values']
  /** Whether they were made for other data, so that values may be new here and others missing. */
  readonly isFromOtherLayer: boolean
  /** Whether they are shown at once, because they have just been asked for. */
  readonly isOpen?: boolean
}

const mostLayers = 5

/** What the reader may take classes from, the file's own offers first; nothing of it is taken unasked. */
export function suggestedClasses(
  state: PageState,
  layer: Layer,
  fields: readonly FieldValues[],
): readonly SuggestedClasses[] {
  return [
    ...givenSuggestion(state, layer, fields),
    ...fileSuggestions(state, layer, fields),
    ...presetSuggestions(state, layer, fields),
    ...layerSuggestions(state, layer, fields),
  ]
}

const valuesOf = (fields: readonly FieldValues[], field: string) => fields.find(({ name }) => name === field)?.values

function fileSuggestions({ language }: PageState, layer: Layer, fields: readonly FieldValues[]): SuggestedClasses[] {
  return (layer.offers ?? []).flatMap(({ id, kind, source, field, classes }: SuggestedClassification) => {
    const values = valuesOf(fields, field)
    if (!values) return []
    const title = translate(language, `page.classes.offer.${kind}`, { source })
    return [{ key: `offer ${id}`, title, field, classes, values, isFromOtherLayer: false }]
  })
}

function presetSuggestions(
  { language }: PageState,
  { role, classField }: Layer,
  fields: readonly FieldValues[],
): SuggestedClasses[] {
  if ((role !== 'control' && role !== 'damage') || classField === undefined) return []
  const values = valuesOf(fields, classField)
  const classes = classesOf(role === 'control' ? controlPreset : damagePreset, values ?? [])
  if (!values || classes.length === 0) return []
  const title = translate(language, `page.classes.usual.${role}`)
  return [{ key: `usual ${role}`, title, field: classField, classes, values, isFromOtherLayer: false }]
}

/** Other layers of the study, those first that speak of the same thing and know most of the features here. */
function layerSuggestions(
  { language, study }: PageState,
  layer: Layer,
  fields: readonly FieldValues[],
): SuggestedClasses[] {
  const ways = (study?.layers ?? []).flatMap((other) => {
    if (other.id === layer.id || other.classes.length === 0 || other.classField === undefined) return []
    const field = valuesOf(fields, other.classField) ? other.classField : layer.classField
    const values = field === undefined ? undefined : valuesOf(fields, field)
    if (field === undefined || !values) return []
    const known = fitOf(
      other.classes.filter(({ class: name }) => name !== null),
      values,
    ).counts.reduce((sum, count) => sum + count, 0)
    if (known === 0) return []
    const date = formatLayerDate(other, language)
    const title = translate(language, date === '' ? 'page.classes.of-layer' : 'page.classes.of-snapshot', {
      layer: textIn(language, other.title),
      date,
    })
    const nearness = Number(other.name === layer.name) * 2 + Number(other.role === layer.role)
    return [
      {
        way: { key: `layer ${other.id}`, title, field, classes: other.classes, values, isFromOtherLayer: true },
        nearness,
        known,
      },
    ]
  })
  return ways
    .sort((a, b) => b.nearness - a.nearness || b.known - a.known)
    .slice(0, mostLayers)
    .map(({ way }) => way)
}

/** The file of classes that was chosen last; its field may be called otherwise here. */
function givenSuggestion(
  { language, layerPanel }: PageState,
  layer: Layer,
  fields: readonly FieldValues[],
): SuggestedClasses[] {
  if (!layerPanel?.brought) return []
  const { file, field: stated, classes } = layerPanel.brought
  const field = valuesOf(fields, stated) ? stated : (layer.classField ?? stated)
  const title = translate(language, 'page.classes.of-file', { file })
  return [
    {
      key: `file ${file}`,
      title,
      field,
      classes,
      values: valuesOf(fields, field) ?? [],
      isFromOtherLayer: true,
      isOpen: true,
    },
  ]
}
