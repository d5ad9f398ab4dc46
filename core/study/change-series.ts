import type { Features } from '../geometry/shapes.ts'
import { done, refused, type Outcome } from '../outcome.ts'
import { problem } from '../problem.ts'
import { withCommonClasses } from './classes-of-series.ts'
import type { LayerOptions } from './layer-options.ts'
import type { Layer } from './layer.ts'
import { classesOfColumns } from './series-of-columns.ts'
import { changeLayer } from './settle-layer.ts'

/**
 * The snapshots of a series with what `options` say of all of them; what each says for itself, its days and where it is a
 * column of a common file its field, stays. Refuses what `changeLayer` refuses, and a series as a plan.
 */
export function changeSeries(layers: readonly Layer[], features: ReadonlyMap<string, Features>, options: LayerOptions): Outcome<readonly Layer[]> {
  const first = layers[0]!
  if (options.role === 'plan' && layers.length > 1) {
    return refused(problem('plan-is-one', { layer: first.name, count: layers.length }))
  }
  const { date: _date, from: _from, to: _to, ...said } = options
  const files = new Map(layers.map(({ id, file }) => [file, features.get(id)!]))
  const shared = withCommonClasses(said, [...files.values()])
  const changed: Layer[] = []
  for (const layer of layers) {
    const alike = layers.filter(({ file }) => file === layer.file)
    const own = features.get(layer.id)!
    const settled = changeLayer(layer, alike.length > 1 ? ofColumns(alike, own, shared) : shared, own)
    if (!settled.ok) return settled
    changed.push(settled.value)
  }
  return done(changed)
}

/** Columns of one file keep their fields and get one set of classes. */
function ofColumns(alike: readonly Layer[], features: Features, { classField: _classField, ...shared }: LayerOptions): LayerOptions {
  const { destroyed, classesFrom, ...rest } = shared
  if (destroyed === undefined && classesFrom === undefined) return shared
  const classes = classesOfColumns(features, alike.flatMap(({ classField }) => classField ?? []), { destroyed, classesFrom })
  return classes === null ? shared : { ...rest, classes }
}
