import { inEachLanguage } from '../i18n/translate.ts'
import { classStyle, type ClassStyle } from '../sheet/class-style.ts'
import { classCaption } from '../format/class-label.ts'
import { symbolOfClass } from '../symbology/class-symbol.ts'
import type { MeasuredLayer } from '../measure/measured-layer.ts'
import type { ClassName } from '../model/measurement.ts'
import type { Text } from '../model/text.ts'

/** What a class of a layer is called, and how it is drawn: as on the map sheet. */
type LabelledStyle = { readonly label: Text; readonly style: ClassStyle }
export type StyleOf = (layerId: string, name: ClassName) => LabelledStyle

export function classStyles(measured: readonly MeasuredLayer[]): StyleOf {
  const overControl = measured.some(({ layer }) => layer.role === 'control')
  return (id, name) => {
    const { layer, names } = measured.find((each) => each.layer.id === id)!
    return {
      label: inEachLanguage((language) => classCaption(layer, name, language)),
      style: classStyle(symbolOfClass(layer, name, names.indexOf(name), overControl), layer.schematic),
    }
  }
}
