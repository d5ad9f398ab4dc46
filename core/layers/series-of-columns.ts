import { assessmentsOf } from '../damage/assessments.ts'
import { columnValues } from '../classify/column-values.ts'
import { gradeClasses, wordedClasses } from '../classify/grade-classes.ts'
import type { Features } from '../geometry/shapes.ts'
import { note } from '../result/note.ts'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import { isPlausible } from '../time/days.ts'
import { classText } from '../classify/classes.ts'
import { withColumnClasses } from '../classify/classes-of-series.ts'
import { buildClasses } from '../classify/default-classes.ts'
import type { GivenClass, LayerOptions } from '../model/layer-options.ts'
import type { Role } from '../model/layer.ts'
import type { Source } from '../model/sources.ts'
import type { DatedColumn } from '../model/series-options.ts'
import { changeLayer, type LayerDraft } from './build-layer.ts'

/**
 * One series of the dated columns of a layer, a snapshot each with the same features and the same classes. Where the
 * values are grades in words they are read; codes are grades only where `destroyed` says how they run, else each is a
 * class of its own. Refuses a layer without dated columns, columns that are not there, two of one day.
 */
export function seriesOfColumns(
  draft: LayerDraft,
  features: Features,
  meant: 'columns' | readonly DatedColumn[],
  options: LayerOptions,
  sources: readonly Source[] = [],
): Outcome<LayerDraft[]> {
  const { attributes } = features
  const columns = meant === 'columns' ? assessmentsOf(attributes) : meant.toSorted((a, b) => (a.date < b.date ? -1 : 1))
  if (columns.length === 0) {
    const fields = [...new Set(attributes.slice(0, 100).flatMap((own) => Object.keys(own)))]
    return refused(problem('columns-undated', { layer: draft.name, fields: fields.join(', ') }, { fields }))
  }
  const strange = columns.find(({ date }) => !isPlausible(date))
  if (strange) return refused(problem('date-other-calendar', { layer: strange.field, date: strange.date }))
  const twice = columns.find(({ date }, i) => columns.findIndex((each) => each.date === date) < i)
  if (twice) {
    const other = columns.find(({ date }) => date === twice.date)!
    return refused(problem('snapshots-one-day', { date: twice.date, file: other.field, other: twice.field }))
  }
  const fields = columns.map(({ field }) => field)
  const expanded = withColumnClasses(options, draft, features, fields)
  if (!expanded.ok) return expanded
  const classes = classesOfColumns(features, fields, expanded.value, options.role ?? draft.role)
  if (classes === null) return refused(problem('codes-not-damage', { layer: draft.name, field: fields.join(', ') }))
  const { destroyed: _destroyed, classesFrom: _classesFrom, ...said } = options
  const drafts: LayerDraft[] = []
  for (const { field, date } of columns) {
    const resolved = changeLayer(draft, { ...said, classField: field, classes, date }, features, sources)
    if (!resolved.ok) return resolved
    const found = note('date-from-column', { layer: resolved.value.name, field, date }, { layer: resolved.value.name })
    drafts.push({ ...resolved.value, notes: [...(meant === 'columns' ? [found] : []), ...resolved.value.notes] })
  }
  return done(drafts)
}

/** The same classes for all columns, so that a colour means one thing on every day; `null` where they are no damage codes. */
export function classesOfColumns(
  features: Features,
  fields: readonly string[],
  options: LayerOptions,
  role: Role,
): GivenClass[] | null {
  const { classes, classesFrom } = options
  if (classes !== undefined) return classes
  const destroyed =
    options.destroyed ??
    (classesFrom === 'high-is-destroyed' ? '3' : classesFrom === 'low-is-destroyed' ? '1' : undefined)
  const values = columnValues(features.attributes, fields)
  if (destroyed !== undefined) return gradeClasses(values, destroyed)
  const worded = wordedClasses(values)
  if (worded !== null) return worded
  const hasEmpty = features.attributes.some((own) => fields.some((field) => classText(own[field]) === null))
  const own = values.map((value): GivenClass => ({ class: value, values: [value] }))
  const given = hasEmpty ? [...own, { class: null, values: [''] }] : own
  return buildClasses(given, fields[0]!, features, role)
}
