import { isSeveral } from '../../core/overlay/several.ts'
import { ownersIn, type OwnerOf } from '../../core/model/owners.ts'
import { containment } from '../../core/geometry/contains.ts'
import type { Shapes } from '../../core/geometry/shapes.ts'
import { classText } from '../../core/classify/classes.ts'
import type { ClassName } from '../../core/model/measurement.ts'
import { holdEndsOf } from '../../core/model/hold-end.ts'
import { isMeasured } from '../../core/model/layer.ts'
import type { TiledLayer } from './tiled-layer.ts'
import { seriesAt } from '../../core/model/snapshot.ts'
import { classShapes } from './class-shapes.ts'
import type { Ground } from './ground.ts'
import { classedGround, type LayerFeatures } from './layer-features.ts'
import type { PageState, StudyView } from './page-state.ts'
import { planLayer, shownDate, shownSeries } from './shown-series.ts'

/** One kind of ground: its outline, and whether a position lies in it. */
type ShapedPart = {
  readonly shapes: Shapes
  readonly contains: (lonDegrees: number, latDegrees: number) => boolean
}
/** A class of a layer that the page has in tiles alone; what lies where, the server says. */
type TiledPart = { readonly tiled: TiledLayer; readonly class: ClassName }
export type Part = ShapedPart | TiledPart

/** The ground behind the tables: the plan, the classes of each measured layer, and the units. */
export type Scene = {
  readonly plan: Part
  readonly layers: ReadonlyMap<string, ReadonlyMap<ClassName, Part>>
  readonly units: ReadonlyMap<string | null, Part>
  /** Whose ground the classes of each measured layer are. */
  readonly owners: ReadonlyMap<string, OwnerOf>
  /** The classes of a layer on any day; `null` where no snapshot of it holds or its features are not there yet. */
  readonly on: (layer: string, day: string) => ReadonlyMap<ClassName, Part> | null
}

const partsOf = new WeakMap<object, ReadonlyMap<ClassName, Part>>()

let last: { readonly made: readonly unknown[]; readonly scene: Scene } | null = null

/** The scene of the day shown, the same object while nothing of it changes; `null` until the plan's features are there. */
export function sceneOf(state: StudyView): Scene | null {
  const plan = planLayer(state)
  const planFeatures = plan && state.features.get(plan.id)
  if (!planFeatures) return null
  const at = shownDate(state)
  const grounds = shownSeries(state).flatMap(({ name, holding }) => {
    const loaded = holding && state.features.get(holding.id)
    return loaded && holding.role !== 'context' && holding.role !== 'plan' ? [{ name, loaded }] : []
  })
  const made = [at, planFeatures, state.study, state.features, state.tiled]
  if (last && made.length === last.made.length && made.every((part, i) => part === last?.made[i])) return last.scene
  const layers = new Map<string, ReadonlyMap<ClassName, Part>>()
  let units: ReadonlyMap<string | null, Part> = new Map()
  for (const { name, loaded } of grounds) {
    if (loaded.layer.role === 'units') units = unitParts(loaded)
    else layers.set(name, classParts(loaded, at, state.study))
  }
  for (const { name, holding } of shownSeries(state)) {
    const tiled = holding && isMeasured(holding) && state.tiled.get(holding.id)
    if (tiled) layers.set(name, new Map(tiled.tiles.classes.map((own) => [own, { tiled, class: own }])))
  }
  const scene = {
    plan: wholePart(planFeatures),
    layers,
    units,
    owners: new Map(
      shownSeries(state).flatMap(({ name, holding }) => (holding ? [[name, ownersIn(holding.classes)] as const] : [])),
    ),
    on: (layer: string, day: string) => layerOn(state, layer, day),
  }
  last = { made, scene }
  return scene
}

function layerOn({ study, features }: StudyView, name: string, day: string): ReadonlyMap<ClassName, Part> | null {
  const holding = study && seriesAt(study, day).find((series) => series.name === name)?.holding
  const loaded = holding && features.get(holding.id)
  return loaded ? classParts(loaded, day, study) : null
}

/** What the tab in front says of the ground at a position; `null` outside the plan. Of large layers `said` tells the classes there. */
export function groundAt(
  scene: Scene,
  tab: PageState['tab'],
  names: readonly string[],
  lon: number,
  lat: number,
  said: ReadonlyMap<string, readonly ClassName[]> = new Map(),
): Ground | null {
  if (!isIn(scene.plan, lon, lat)) return null
  if (tab === 'units') {
    const [id] = holding(scene.units, lon, lat)
    return { kind: 'unit', id: id ?? null }
  }
  // What a large layer says of the place is not known yet.
  if (names.some((layer) => !said.has(layer) && isTiledIn(scene, layer))) return null
  const found = names.map((layer) => ({
    layer,
    classes: said.get(layer) ?? holding(scene.layers.get(layer) ?? new Map(), lon, lat),
  }))
  if (tab === 'combined') {
    return {
      kind: 'combination',
      classes: Object.fromEntries(found.map(({ layer, classes }) => [layer, [...classes]])),
    }
  }
  const speaking = found.find(({ classes }) => classes.length > 0) ?? found[0]
  if (!speaking) return null
  const { layer, classes } = speaking
  if (classes.length === 0) return { kind: 'uncovered', layer }
  const ownerOf = scene.owners.get(layer) ?? ownersIn([])
  return isSeveral(classes, ownerOf) ? { kind: 'several', layer } : { kind: 'class', layer, class: classes[0]! }
}

function holding(parts: ReadonlyMap<ClassName, Part>, lon: number, lat: number): ClassName[] {
  return [...parts].flatMap(([name, part]) => (isIn(part, lon, lat) ? [name] : []))
}

function classParts(loaded: LayerFeatures, at: string | null, study: StudyView['study']): ReadonlyMap<ClassName, Part> {
  const classed = classedGround(loaded, at, study ? holdEndsOf(study) : [])
  return remembered(classed, () => {
    const shapes = classShapes(classed.features.shapes, classed.classOfFeature, classed.names.length)
    return new Map(classed.names.map((name, i) => [name, makePart(shapes[i]!)]))
  })
}

/** Units by the name that their rows have: the value of the layer's id field, else the number of the feature. */
function unitParts(loaded: LayerFeatures): ReadonlyMap<string | null, Part> {
  return remembered(loaded, () => {
    const { layer, groundFeatures } = loaded
    const ids = groundFeatures.attributes.map((attributes, feature) =>
      layer.idField === undefined ? String(feature + 1) : (classText(attributes[layer.idField]) ?? String(feature + 1)),
    )
    const names = [...new Set(ids)]
    const shapes = classShapes(
      groundFeatures.shapes,
      Int32Array.from(ids, (id) => names.indexOf(id)),
      names.length,
    )
    return new Map(names.map((name, i) => [name, makePart(shapes[i]!)]))
  })
}

function wholePart(loaded: LayerFeatures): Part {
  const { groundFeatures } = loaded
  return remembered(groundFeatures, () => new Map([[null, makePart(groundFeatures.shapes)]])).get(null)!
}

const isTiledIn = ({ layers }: Scene, layer: string): boolean =>
  [...(layers.get(layer)?.values() ?? [])].some((part) => 'tiled' in part)

const isIn = (part: Part, lon: number, lat: number): boolean => 'shapes' in part && part.contains(lon, lat)

function makePart(shapes: Shapes): Part {
  let contains: ShapedPart['contains'] | null = null
  return { shapes, contains: (lon, lat) => (contains ??= containment(shapes))(lon, lat) }
}

function remembered(key: object, make: () => ReadonlyMap<ClassName, Part>): ReadonlyMap<ClassName, Part> {
  const known = partsOf.get(key) ?? make()
  partsOf.set(key, known)
  return known
}
