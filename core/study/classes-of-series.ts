import type { Features } from '../geometry/shapes.ts'
import { settleClasses } from './default-classes.ts'
import type { LayerOptions } from './layer-options.ts'

/**
 * The options for all snapshots of a series: where they name a class field and nobody says its classes, those of the
 * values of all days, so that a colour means one thing on every day.
 */
export function withCommonClasses(options: LayerOptions, snapshots: readonly Features[]): LayerOptions {
  const { classField, classes, classesFrom, destroyed } = options
  const isSaid = classes !== undefined || classesFrom !== undefined || destroyed !== undefined
  const [first] = snapshots
  if (typeof classField !== 'string' || isSaid || first === undefined || snapshots.length < 2) return options
  const attributes = snapshots.flatMap((each) => each.attributes)
  return { ...options, classes: settleClasses(undefined, classField, { shapes: first.shapes, attributes }) }
}
