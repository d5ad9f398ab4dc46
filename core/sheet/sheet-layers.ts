import type { Features } from '../geometry/shapes.ts'
import { classCaption } from '../format/class-label.ts'
import { holdEndsOf } from '../model/hold-end.ts'
import { symbolOfClass } from '../symbology/class-symbol.ts'
import { isMeasured, type Layer } from '../model/layer.ts'
import { prepareLayer } from '../measure/measured-layer.ts'
import type { ClassName } from '../model/measurement.ts'
import { isWithoutOutline } from '../model/outline.ts'
import { layersAt } from '../model/snapshot.ts'
import type { Study } from '../model/study.ts'
import { textIn } from '../model/text.ts'
import type { Language } from '../i18n/translate.ts'
import { classStyle, type ClassStyle } from './class-style.ts'

export type SheetClass = {
  readonly name: ClassName
  readonly label: string
  readonly style: ClassStyle
  /** What stands on its ground and before its label, where colours alone do not tell classes apart. */
  readonly number?: number
  /** The classes that it stands for, where it is several that are too small for a symbol of their own; its name is none of theirs. */
  readonly together?: ReadonlySet<ClassName>
}

/** A layer as the sheet draws it: what holds on the day, with a style for each class. */
export type SheetLayer = {
  readonly layer: Layer
  readonly title: string
  /** The day that it is drawn for. */
  readonly at: string | null
  readonly features: Features
  readonly classes: readonly SheetClass[]
  /** Whether control is on the map, over which other layers are hatched. */
  readonly isOverControl: boolean
  /** The classes before some were put together, with the class of each feature. */
  readonly apart?: Pick<SheetLayer, 'classes' | 'classOfFeature'>
  /** Class of each feature, -1 where it takes no part. */
  readonly classOfFeature: Int32Array
  /** Of each feature whether its party's hold has ended, so that nobody knows who holds its ground. */
  readonly isNotKnown: (feature: number) => boolean
}

/**
 * The layers of the study that hold on the day and whose features are given, in the study's order. Of a plan without an
 * outline none that would be measured: no figure stands beside such ground, and none of it is known to be the plan's.
 */
export function sheetLayers(
  study: Study,
  features: ReadonlyMap<string, Features>,
  at: string | null,
  language: Language,
): SheetLayer[] {
  const isReported = isWithoutOutline(study)
  const holding = layersAt(study, at).filter((layer) => features.has(layer.id) && !(isReported && isMeasured(layer)))
  const isOverControl = holding.some(({ role }) => role === 'control')
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
      isOverControl,
      classOfFeature,
      isNotKnown: (feature) => (endOfFeature[feature] ?? -1) >= 0,
      classes: names.map((name, i) => ({
        name,
        label: classCaption(layer, name, language),
        style: classStyle(symbolOfClass(layer, name, i, isOverControl), layer.schematic),
      })),
    }
  })
}
