import type { Features } from '../geometry/shapes.ts'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import { withColumnClasses, withCommonClasses } from '../classify/classes-of-series.ts'
import type { LayerOptions } from '../model/layer-options.ts'
import type { Source } from '../model/sources.ts'
import { classesOfColumns } from './series-of-columns.ts'
import { changeLayer, type ChangedLayer } from './build-layer.ts'

/**
 * The snapshots of a series with what `options` say of all of them; what each says for itself, its days and where it is a
 * column of a common file its field, stays. Refuses what `changeLayer` refuses, and a series as a plan.
 */
export function changeSeries(
  layers: readonly ChangedLayer[],
  features: ReadonlyMap<string, Features>,
  options: LayerOptions,
  sources: readonly Source[] = [],
): Outcome<readonly ChangedLayer[]> {
  const first = layers[0]!
  if (options.role === 'plan' && layers.length > 1) {
    return refused(problem('plan-is-one', { layer: first.name, count: layers.length }))
  }
  const { date: _date, from: _from, to: _to, ...said } = options
  const files = new Map(layers.map(({ id, file }) => [file, features.get(id)!]))
  const shared = withCommonClasses(said, [...files.values()], options.role ?? first.role)
  const changed: ChangedLayer[] = []
  for (const layer of layers) {
    const alike = layers.filter(({ file }) => file === layer.file)
    const own = features.get(layer.id)!
    const meant = alike.length > 1 ? ofColumns(alike, own, shared) : done(shared)
    const resolved = meant.ok ? changeLayer(layer, meant.value, own, sources) : meant
    if (!resolved.ok) return resolved
    changed.push(resolved.value)
  }
  return done(changed)
}

/** Columns of one file keep their fields and get one set of classes. */
function ofColumns(
  alike: readonly ChangedLayer[],
  features: Features,
  { classField: _classField, ...shared }: LayerOptions,
): Outcome<LayerOptions> {
  const fields = alike.flatMap(({ classField }) => classField ?? [])
  const expanded = withColumnClasses(shared, alike[0]!, features, fields)
  if (!expanded.ok) return expanded
  const { destroyed, classesFrom, ...rest } = expanded.value
  if (destroyed === undefined && classesFrom === undefined) return expanded
  const classes = classesOfColumns(features, fields, { destroyed, classesFrom }, shared.role ?? alike[0]!.role)
  return done(classes === null ? expanded.value : { ...rest, classes })
}
