import type { Features } from '../geometry/shapes.ts'
import { classLabel } from '../format/class-label.ts'
import { holdEndsOf } from '../model/hold-end.ts'
import { freeLook } from '../classify/palettes.ts'
import type { Layer, LayerClass } from '../model/layer.ts'
import { prepareLayer } from '../measure/measured-layer.ts'
import type { ClassName } from '../model/measurement.ts'
import { layersAt } from '../model/snapshot.ts'
import type { Study } from '../model/study.ts'
import { textIn } from '../model/text.ts'
import type { Language } from '../i18n/say.ts'
import { classStyle, type ClassStyle } from './class-style.ts'

export type SheetClass = { readonly name: ClassName; readonly label: string; readonly style: ClassStyle }

/** A layer as the sheet draws it: what holds on the day, with a style for each class. */
export type SheetLayer = {
  readonly layer: Layer
  readonly title: string
  /** The day that it is drawn for. */
  readonly at: string | null
  readonly features: Features
  readonly classes: readonly SheetClass[]
  /** Class of each feature, -1 where it takes no part. */
  readonly classOfFeature: Int32Array
  /** Of each feature whether its party's hold has ended, so that nobody knows who holds its ground. */
  readonly isNotKnown: (feature: number) => boolean
}

/** The layers of the study that hold on the day and whose features are given, in the study's order. */
export function sheetLayers(
  study: Study,
  features: ReadonlyMap<string, Features>,
  at: string | null,
  language: Language,
): SheetLayer[] {
  const holding = layersAt(study, at).filter(({ id }) => features.has(id))
  const overControl = holding.some(({ role }) => role === 'control')
  const ends = holdEndsOf(study)
  return holding.map((layer) => {
    const prepared = prepareLayer(layer, features.get(layer.id)!, at, ends)
    if (!prepared.ok) throw new Error(`layer ${layer.id} cannot be drawn: ${prepared.problem.code}`)
    const { names, classOfFeature, endOfFeature } = prepared.value
    return {
      layer,
      title: textIn(language, layer.title),
      at,
      features: prepared.value.features,
      classOfFeature,
      isNotKnown: (feature) => (endOfFeature[feature] ?? -1) >= 0,
      classes: names.map((name, i) => ({
        name,
        label: labelOf(layer, name, language),
        style: classStyle(layer.role, lookOf(layer, name, i), layer.schematic, overControl),
      })),
    }
  })
}

/** A layer without a class field is one class that the reader knows by the layer's title. */
export const labelOf = (layer: Layer, name: ClassName, language: Language): string =>
  layer.classField === undefined && !layer.classes.some((known) => known.class === name)
    ? textIn(language, layer.title)
    : textIn(language, classLabel(layer, name))

/** The colour and pattern of a class, by its place among the layer's classes where it brings none. */
export function lookOf(
  layer: Layer,
  name: ClassName,
  place: number,
): Pick<LayerClass, 'color' | 'pattern' | 'confidence'> {
  return (
    layer.classes.find((mapped) => mapped.class === name) ?? freeLook(layer.role, layer.classField === undefined, place)
  )
}
