import type { ClassName, LayerMeasurement } from '../../core/model/measurement.ts'
import type { Layer } from '../../core/model/layer.ts'
import { classCaption, classLook, type ClassLook } from '../map/class-look.ts'
import type { PageState } from '../state/page-state.ts'
import { hasControl } from '../state/shown-series.ts'
import { classNames } from './legend.ts'

/** How a class of a measured layer is called and drawn. */
export type ClassEntry = { readonly caption: string; readonly look: ClassLook }

export const layerOf = (state: PageState, measured: LayerMeasurement): Layer | undefined =>
  state.study?.layers.find(({ id }) => id === measured.layer)

export function classEntry(state: PageState, measured: LayerMeasurement, name: ClassName): ClassEntry | null {
  const layer = layerOf(state, measured)
  if (!layer) return null
  const place = Math.max(0, classNames(state, layer).indexOf(name))
  return {
    caption: classCaption(layer, name, state.language),
    look: classLook(layer, name, place, hasControl(state)),
  }
}
