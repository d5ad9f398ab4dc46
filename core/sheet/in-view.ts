import { isMeasured } from '../model/layer.ts'
import type { ClassName, Measurement } from '../model/measurement.ts'
import type { DrawnScene } from './drawn-scene.ts'
import { shapesOnPaper } from './ground.ts'
import type { Away } from './legend-classes.ts'
import type { Box } from './paper.ts'
import type { PaperProjection } from './projection.ts'
import type { SheetLayer } from './sheet-layers.ts'

/** What a map shows, and where on paper. */
export type Shown = { readonly frame: Box; readonly projection: PaperProjection }

const nothing: ReadonlySet<ClassName> = new Set()

export const nothingAway: Away = () => nothing

/**
 * The classes without a shape in the frame; where the legend gives areas only those that have no ground in the plan either, so
 * that its rows still add up. Without a frame those without any shape.
 */
export function awayFrom(
  layers: readonly SheetLayer[],
  { layers: measured, points = [] }: Measurement,
  shown: Shown | null,
  hasAreas: boolean,
): Away {
  const found = new Map<string, ReadonlySet<ClassName>>()
  for (const layer of layers) {
    if (!isMeasured(layer.layer)) continue
    const ground = hasAreas ? (measured.find((own) => own.layer === layer.layer.id)?.classes ?? []) : []
    const counted = hasAreas ? points.filter((own) => own.layer === layer.layer.name) : []
    const inPlan = new Set([
      ...ground.flatMap((own) => (own.areaM2 > 0 ? [own.class] : [])),
      ...counted.flatMap((own) => (own.count > 0 ? [own.class] : [])),
    ])
    const asked = layer.classes.map(({ name }) => !inPlan.has(name))
    const seen = asked.includes(true) ? placesSeen(layer, (place) => asked[place] === true, shown) : new Set<number>()
    found.set(
      layer.layer.id,
      new Set(layer.classes.flatMap(({ name }, place) => (asked[place] && !seen.has(place) ? [name] : []))),
    )
  }
  return ({ layer }) => found.get(layer.id) ?? nothing
}

/** Which classes of those asked for have a shape in the frame. */
function placesSeen(
  { features: { shapes }, classOfFeature }: SheetLayer,
  isAsked: (place: number) => boolean,
  shown: Shown | null,
): Set<number> {
  if (!shown) return new Set([...shapes.polygonFeature].map((feature) => classOfFeature[feature]!))
  const takes = (feature: number): boolean => classOfFeature[feature]! >= 0 && isAsked(classOfFeature[feature]!)
  const { polygons, lines, points } = shapesOnPaper(shapes, takes, shown.projection, shown.frame)
  return new Set([...polygons, ...lines, ...points].map(({ feature }) => classOfFeature[feature]!))
}

/** The classes without a shape or ground on any of several maps. */
export function awayFromAll(scenes: readonly Pick<DrawnScene, 'others' | 'measurement'>[]): Away {
  const each = new Map(
    scenes.flatMap(({ others, measurement }) => {
      const away = awayFrom(others, measurement, null, true)
      return others.map((layer) => [layer, away(layer)] as const)
    }),
  )
  return (layer) => each.get(layer) ?? nothing
}

/** Whether the same classes are away. */
export const isAlike = (one: Away, other: Away, layers: readonly SheetLayer[]): boolean =>
  layers.every((layer) => {
    const [a, b] = [one(layer), other(layer)]
    return a.size === b.size && [...a].every((name) => b.has(name))
  })
