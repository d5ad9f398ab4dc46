import type { Measurable } from '../measure/measurable.ts'
import type { MeasuredLayer } from '../measure/measured-layer.ts'
import { sumOf } from '../measure/overlay-cells.ts'
import { isSensitive, type Layer } from '../model/layer.ts'
import type { CombinationArea, Measurement } from '../model/measurement.ts'

/** What of a measured ground may leave as polygons, lines and points. */
export type ShownGround = {
  readonly ground: Measurable
  /** With the combinations of the layers that are left; without intervals where a layer was left out of them. */
  readonly measurement: Measurement
  /** Sensitive layers that leave as cells. */
  readonly coarsened: readonly { readonly own: MeasuredLayer; readonly gridM: number }[]
}

/** The ground without its sensitive layers, whose lines would else be found again in the overlap's. */
export function shownGround(ground: Measurable, measurement: Measurement): ShownGround {
  const isShown = ({ layer }: MeasuredLayer): boolean => !isSensitive(layer)
  const { units, zones } = ground
  const combinations = shownCombinations(
    zones.map(({ layer }) => layer),
    measurement,
  )
  return {
    ground: {
      ...ground,
      zones: zones.filter(isShown),
      points: ground.points.filter(isShown),
      measured: ground.measured.filter(isShown),
      units: units && isSensitive(units.layer) ? null : units,
    },
    measurement: { ...measurement, combinations },
    coarsened: ground.measured.flatMap((own) => {
      const { sensitive } = own.layer
      return typeof sensitive === 'object' ? [{ own, gridM: sensitive.gridM }] : []
    }),
  }
}

/** The combinations of the layers that may be drawn, largest first: what the polygons of exports are numbered by. */
export function shownCombinations(layers: readonly Layer[], measurement: Measurement): readonly CombinationArea[] {
  const sensitive = new Set(layers.filter(isSensitive).map(({ id }) => id))
  const withheld = new Set(
    measurement.layers.flatMap(({ name, layer }) => (layer !== null && sensitive.has(layer) ? [name] : [])),
  )
  if (!measurement.combinations.some(({ classes }) => Object.keys(classes).some((name) => withheld.has(name))))
    return measurement.combinations
  const parts = new Map<string, CombinationArea[]>()
  for (const own of measurement.combinations) {
    const classes = Object.fromEntries(Object.entries(own.classes).filter(([layer]) => !withheld.has(layer)))
    const key = JSON.stringify(classes)
    parts.set(key, [...(parts.get(key) ?? []), { ...own, classes }])
  }
  // Intervals of parts give none of their sum.
  return [...parts.values()]
    .map((own) => ({
      classes: own[0]!.classes,
      areaM2: sumOf(own.map(({ areaM2 }) => areaM2)),
      share: sumOf(own.map(({ share }) => share)),
    }))
    .sort((a, b) => b.areaM2 - a.areaM2)
}
