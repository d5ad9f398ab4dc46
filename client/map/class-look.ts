import { classLabel } from '../../core/format/class-label.ts'
import { freeLook } from '../../core/classify/palettes.ts'
import type { Layer, LayerClass, Pattern, Role } from '../../core/model/layer.ts'
import type { ClassName } from '../../core/model/measurement.ts'
import { textIn } from '../../core/model/text.ts'
import type { Language } from '../../core/i18n/say.ts'

/** How the ground of a class is drawn, on the map as in every legend. */
export type ClassLook = {
  readonly color: string
  readonly pattern: Pattern
  /** What only some sources say is paler than what all say. */
  readonly isPale: boolean
  /** Hatched without fill, so that what lies under it shows through. */
  readonly isHatchOnly: boolean
}

/** In place of a solid fill where ground is hatched so that what lies under it shows through. */
const hatchOf: Partial<Record<Role, Pattern>> = { damage: 'dots', zones: 'horizontal' }

const describedClass = (layer: Layer, name: ClassName): LayerClass | undefined =>
  layer.classes.find((described) => described.class === name)

/** `place` is the class's place among those of the layer, and decides what no one has decided. */
export function classLook(layer: Layer, name: ClassName, place: number, isOverControl = false): ClassLook {
  const described = describedClass(layer, name)
  const isInferred = described?.confidence === 'inferred'
  const isHatchOnly =
    isInferred || layer.role === 'shelling' || ((layer.role === 'damage' || layer.role === 'zones') && isOverControl)
  const { color, pattern } = described ?? freeLook(layer.role, layer.classField === undefined, place)
  return {
    color,
    pattern: isInferred ? 'dots' : isHatchOnly && pattern === 'solid' ? (hatchOf[layer.role] ?? 'diagonal') : pattern,
    isPale: described?.confidence === 'some-sources',
    isHatchOnly,
  }
}

/** Ground of which nobody knows who holds it since a hold ended, where a chart sets it beside ground not covered; as in the report's. */
export const notKnownLook: ClassLook = { color: '#5F5B55', pattern: 'cross', isPale: true, isHatchOnly: true }

/** The name of a class as a reader sees it. */
export function classCaption(layer: Layer | undefined, name: ClassName, language: Language): string {
  const isWholeLayer = layer && layer.classField === undefined && !describedClass(layer, name)
  return textIn(language, isWholeLayer ? layer.title : classLabel(layer, name))
}
