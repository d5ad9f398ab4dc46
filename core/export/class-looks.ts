import { classStyle, type ClassStyle } from '../sheet/class-style.ts'
import { labelOf, lookOf } from '../sheet/sheet-layers.ts'
import type { MeasuredLayer } from '../measure/measured-layer.ts'
import type { ClassName } from '../model/measurement.ts'
import type { Text } from '../model/text.ts'

/** What a class of a layer is called, and how it is drawn: as on the map sheet. */
type ClassLook = { readonly label: Text; readonly style: ClassStyle }
export type LookOf = (layerId: string, name: ClassName) => ClassLook

export function classLooks(measured: readonly MeasuredLayer[]): LookOf {
  const overControl = measured.some(({ layer }) => layer.role === 'control')
  return (id, name) => {
    const { layer, names } = measured.find((each) => each.layer.id === id)!
    return {
      label: { en: labelOf(layer, name, 'en'), ar: labelOf(layer, name, 'ar') },
      style: classStyle(layer.role, lookOf(layer, name, names.indexOf(name)), layer.schematic, overControl),
    }
  }
}
