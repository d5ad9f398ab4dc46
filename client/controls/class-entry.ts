import type { ClassName, LayerMeasurement } from '../../core/model/measurement.ts'
import type { Layer } from '../../core/model/layer.ts'
import { classCaption } from '../../core/format/class-label.ts'
import { symbolOfClass, type ClassSymbol } from '../../core/symbology/class-symbol.ts'
import type { PageState } from '../state/page-state.ts'
import { hasControl } from '../state/shown-series.ts'
import { classNames } from './legend.ts'

/** How a class of a measured layer is called and drawn. */
export type ClassEntry = { readonly caption: string; readonly style: ClassSymbol }

export const layerOf = (state: PageState, measured: LayerMeasurement): Layer | undefined =>
  state.study?.layers.find(({ id }) => id === measured.layer)

export function classEntry(state: PageState, measured: LayerMeasurement, name: ClassName): ClassEntry | null {
  const layer = layerOf(state, measured)
  if (!layer) return null
  const place = Math.max(0, classNames(state, layer).indexOf(name))
  return {
    caption: classCaption(layer, name, state.language),
    style: symbolOfClass(layer, name, place, hasControl(state)),
  }
}
