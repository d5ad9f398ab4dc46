import type { Features } from '../geometry/shapes.ts'
import { done, type Outcome } from '../result/outcome.ts'
import { classesFrom, isDamageReading } from './classes-from.ts'
import { buildClasses } from './default-classes.ts'
import type { LayerOptions } from '../model/layer-options.ts'
import type { Layer, Role } from '../model/layer.ts'

/**
 * The options for all snapshots of a series: where they name a class field and nobody says its classes, those of the
 * values of all days, so that a colour means one thing on every day.
 */
export function withCommonClasses(options: LayerOptions, snapshots: readonly Features[], role: Role): LayerOptions {
  const { classField, classes, classesFrom, destroyed } = options
  const isSaid = classes !== undefined || classesFrom !== undefined || destroyed !== undefined
  const [first] = snapshots
  if (typeof classField !== 'string' || isSaid || first === undefined || snapshots.length < 2) return options
  const attributes = snapshots.flatMap((each) => each.attributes)
  return { ...options, classes: buildClasses(undefined, classField, { shapes: first.shapes, attributes }, role) }
}

/**
 * The options for dated columns of one file, with what `classesFrom` means for the values of all of them in its place.
 * Readings of damage codes stay as they are: they become grades of all columns.
 */
export function withColumnClasses(
  options: LayerOptions,
  { name, offers = [] }: Pick<Layer, 'name' | 'offers'>,
  features: Features,
  fields: readonly string[],
): Outcome<LayerOptions> {
  const { classesFrom: wanted, ...rest } = options
  const [first] = fields
  if (wanted === undefined || first === undefined || isDamageReading(wanted)) return done(options)
  const attributes = fields.flatMap((field) => features.attributes.map((row) => ({ [first]: row[field] ?? null })))
  const taken = classesFrom(wanted, { layer: name, field: first, offers }, { shapes: features.shapes, attributes })
  return taken.ok ? done({ ...rest, classes: [...taken.value.classes] }) : taken
}
