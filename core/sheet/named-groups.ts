import { featureIds } from '../measure/feature-ids.ts'
import { shortened } from './clean-text.ts'
import type { SheetLayer } from './sheet-layers.ts'

export const longestName = 120

/** What the rows of tables call the features of a layer. */
export function idsOf({ layer, features }: SheetLayer): (feature: number) => string {
  const { ids } = featureIds(layer, features)
  return (feature) => shortened(ids[feature]!, longestName)
}

/** A group that programs which draw show as a layer, by its name. */
export const namedGroup = (id: string, label: string) => ({
  id,
  'inkscape:groupmode': 'layer',
  'inkscape:label': shortened(label, longestName),
})

export const layerGroup = ({ layer, title }: SheetLayer, prefix: string) => ({
  'data-layer': layer.id,
  'data-role': layer.role,
  ...namedGroup(`${prefix}layer-${layer.id}`, title),
})
