import { classLabel } from '../../core/format/class-label.ts'
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

/** For classes that bring none (Okabe and Ito 2008), as the sheet has them, and told apart by patterns too. */
const freeColors = ['#E69F00', '#56B4E9', '#009E73', '#F0E442', '#0072B2', '#D55E00', '#CC79A7', '#999999']
const freePatterns: readonly Pattern[] = ['solid', 'dots', 'diagonal', 'horizontal', 'cross']
const colorOfRole: Partial<Record<Role, string>> = { control: '#5F5B55', damage: '#BD0026', shelling: '#9C2A16' }

const describedClass = (layer: Layer, name: ClassName): LayerClass | undefined =>
  layer.classes.find((described) => described.class === name)

/** `place` is the class's place among those of the layer, and decides what no one has decided. */
export function classLook(layer: Layer, name: ClassName, place: number, isOverControl = false): ClassLook {
  const described = describedClass(layer, name)
  const isInferred = described?.confidence === 'inferred'
  const isHatchOnly = isInferred || layer.role === 'shelling' || (layer.role === 'damage' && isOverControl)
  const isOneClass = layer.classField === undefined
  const pattern = described?.pattern ?? (isOneClass ? 'solid' : freePatterns[place % freePatterns.length]!)
  return {
    color:
      described?.color ?? (isOneClass ? colorOfRole[layer.role] : undefined) ?? freeColors[place % freeColors.length]!,
    pattern: isInferred
      ? 'dots'
      : isHatchOnly && pattern === 'solid'
        ? layer.role === 'damage'
          ? 'dots'
          : 'diagonal'
        : pattern,
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
