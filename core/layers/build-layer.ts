import { polygonAreasM2 } from '../geometry/polygon-areas.ts'
import { columnValues } from '../classify/column-values.ts'
import { gradeClasses } from '../classify/grade-classes.ts'
import { ringFaults } from '../geometry-check/ring-faults.ts'
import { formatNumber } from '../format/format.ts'
import { extentOf } from '../geometry/extent.ts'
import type { Features } from '../geometry/shapes.ts'
import { note, type Note } from '../result/note.ts'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem, type Problem } from '../result/problem.ts'
import { valueInTwo } from '../classify/class-mapping.ts'
import { classesFrom } from '../classify/classes-from.ts'
import { isNoEnd, isPlausible } from '../time/days.ts'
import { relooked, buildClasses } from '../classify/default-classes.ts'
import { confidenceOf } from '../model/confidence.ts'
import type { GivenClass, LayerOptions } from '../model/layer-options.ts'
import { accuracyNotes, asRaster } from './raster-accuracy.ts'
import { statedAccuracy } from './state-accuracy.ts'
import { sourcedClasses } from '../classify/sourced-classes.ts'
import { withoutTypedAgreement } from '../model/typed-agreement.ts'
import type { Source, SourceReference } from '../model/sources.ts'
import { layerNameSchema } from '../model/layer-schema.ts'
import {
  isUndrawn,
  roleUnsaid,
  type SuggestedClassification,
  type CrsRecord,
  type Layer,
  type Stated,
} from '../model/layer.ts'

/** What a file gave: its features in WGS 84 and how they were read. */
export type LoadedLayer = {
  readonly name: string
  readonly features: Features
  readonly evenOdd: 'polygon' | 'feature'
  readonly crs: CrsRecord
  readonly encoding: string | null
  readonly stated?: Stated | undefined
  readonly offers: readonly SuggestedClassification[]
  readonly notes: readonly Note[]
  /** What a reader must know of how it was made. */
  readonly remark?: Layer['remark']
  /** Side of a cell, where it was a raster. */
  readonly cellM?: number | undefined
  /** It is drawn here and no file gave it. */
  readonly drawn?: true | undefined
}

/** What stands for a layer whose source may not be in the list of its study yet. */
type Unlisted<L> = Omit<L, 'source'> & { readonly source?: SourceReference | undefined }

/** A layer before its study has given it an id and a file, and its source an id. */
export type LayerDraft = Unlisted<Omit<Layer, 'id' | 'file'>>

/** A layer of a study in a changed form. */
export type ChangedLayer = LayerDraft & Pick<Layer, 'id' | 'file'>

/** The layer that `options` make of what a file gave; what neither says is left open rather than assumed. */
export function buildLayer(
  loaded: LoadedLayer,
  options: LayerOptions,
  sha256: string,
  sources: readonly Source[] = [],
): Outcome<LayerDraft> {
  const name = options.name ?? loaded.name
  if (name.trim() === '' || !layerNameSchema.safeParse(name).success) return refused(problem('layer-name-unusable'))
  const { shapes, attributes } = loaded.features
  const draft: LayerDraft = {
    name,
    role: roleUnsaid,
    title: { en: name },
    geometryType: shapes.kind,
    evenOdd: loaded.evenOdd,
    classes: [],
    ...(loaded.offers.length === 0 ? {} : { offers: [...loaded.offers] }),
    crs: loaded.crs,
    encoding: loaded.encoding,
    ...(loaded.stated ? { stated: loaded.stated } : {}),
    ...(options.sublayer === undefined ? {} : { sublayer: options.sublayer }),
    ...(options.where ? { where: options.where } : {}),
    ...(options.positions ? { positions: options.positions } : {}),
    ...(typeof options.threshold === 'number' ? { threshold: options.threshold } : {}),
    method: loaded.drawn ? 'by-hand' : 'unknown',
    ...(loaded.drawn ? { drawn: true } : {}),
    ...(loaded.remark ? { remark: loaded.remark } : {}),
    schematic: false,
    features: attributes.length,
    extent: extentOf(shapes) as Layer['extent'],
    sha256,
    notes: loaded.notes.map((entry) => ({ ...entry, layer: name })),
  }
  return changeLayer(asRaster(draft, loaded, options), options, loaded.features, sources)
}

/**
 * The layer with what `asked` says of it other than how its file is read. `features` are needed where it names fields
 * or classes, and `sources` are those of the study, of which features may name some. Refuses a role that the geometry cannot have, fields that are not there, reversed dates, classes that
 * nothing gives or that claim one value twice.
 */
export function changeLayer<L extends LayerDraft>(
  layer: L,
  requested: LayerOptions,
  features: Features | null,
  sources: readonly Source[] = [],
): Outcome<Unlisted<L>> {
  const expanded = withTakenClasses(layer, requested, features)
  if (!expanded.ok) return expanded
  const options = expanded.value
  const plain = { ...layer, ...plainMembers(options) }
  for (const [key, value] of Object.entries(options)) if (value === null) delete plain[key as keyof L]
  const { accuracy: _accuracy, accuracyM: _accuracyM, ...rest } = plain
  const changed = { ...rest, ...statedAccuracy(options, layer) } as Unlisted<L> & LayerDraft
  changed.notes = accuracyNotes(changed.notes, options)
  if (options.name !== undefined && options.title === undefined && layer.title.en === layer.name) {
    changed.title = { ...layer.title, en: options.name }
  }
  if (changed.role !== layer.role) changed.classes = relooked(changed.classes, layer.role, changed.role)
  if ((changed.role === 'plan' || changed.role === 'units') && changed.geometryType !== 'polygon') {
    return refused(
      problem('layer-not-polygons', { file: changed.name, kind: changed.geometryType, role: changed.role }),
    )
  }
  if (changed.role === 'plan' && typeof options.order === 'number')
    return refused(problem('plan-on-top', { layer: changed.name }))
  if (changed.from !== undefined && changed.to !== undefined && changed.from > changed.to) {
    return refused(problem('layer-dates-reversed', { layer: changed.name, from: changed.from, to: changed.to }))
  }
  if (changed.to !== undefined && isNoEnd(changed.to)) {
    delete changed.to
    changed.notes = [...changed.notes, { ...note('layer-end-open', { layer: changed.name }), layer: changed.name }]
  }
  const strange = [changed.date, changed.from, changed.to].find((day) => day !== undefined && !isPlausible(day))
  if (strange !== undefined) return refused(problem('date-other-calendar', { layer: changed.name, date: strange }))
  const isMadePlan = changed.role === 'plan' && !isUndrawn(changed)
  if (features !== null && isMadePlan && !polygonAreasM2(features.shapes).some((areaM2) => areaM2 > 0)) {
    return refused(planWithoutArea(changed.name, features))
  }
  if (features !== null) {
    const absent = absentField(changed, features)
    if (absent) return refused(absent)
    if (changed.classField === undefined) changed.classes = changed.sourcesField === undefined ? [] : changed.classes
    else if (options.destroyed !== undefined) {
      const graded = gradeClasses(columnValues(features.attributes, [changed.classField]), options.destroyed)
      if (graded === null)
        return refused(problem('codes-not-damage', { layer: changed.name, field: changed.classField }))
      changed.classes = buildClasses(graded, changed.classField, features, changed.role)
    } else if (options.classField !== undefined || options.classes !== undefined) {
      changed.classes = buildClasses(options.classes, changed.classField, features, changed.role)
      changed.notes = [
        ...changed.notes.filter(({ code }) => code !== 'confidence-not-stated'),
        ...unstatedNotes(changed, options.classes ?? []),
      ]
    }
    const classes = sourcedClasses(changed, features, sources)
    if (!classes.ok) return classes
    Object.assign(changed, withoutTypedAgreement({ ...changed, classes: classes.value }))
  }
  return done(changed)
}

/** The options with the classes that `classesFrom` means in its place. */
function withTakenClasses(layer: LayerDraft, options: LayerOptions, features: Features | null): Outcome<LayerOptions> {
  const { classesFrom: wanted, ...rest } = options
  const twice = valueInTwo(options.classes ?? [])
  if (twice) return refused(problem('classes-value-twice', { layer: layer.name, ...twice }))
  if (wanted === undefined || features === null) return done(rest)
  const isOffered = layer.offers?.some(({ id }) => id === wanted) ?? false
  const field = options.classField ?? (isOffered ? undefined : layer.classField)
  const taken = classesFrom(wanted, { layer: layer.name, field, offers: layer.offers ?? [] }, features)
  if (!taken.ok) return taken
  return done({ ...rest, classField: taken.value.field, classes: [...taken.value.classes] })
}

/** That a word for confidence was left out which does not say whose it is; an earlier note stays while it is true. */
function unstatedNotes({ name, classes, notes }: LayerDraft, given: readonly GivenClass[]): Layer['notes'] {
  const unstated = given.flatMap(({ class: own, label, values, confidence }) =>
    confidenceOf(confidence).isStated ? [] : [own ?? label?.en ?? values[0] ?? '∅'],
  )
  if (unstated.length > 0)
    return [{ ...note('confidence-not-stated', { layer: name, classes: unstated.join('; ') }), layer: name }]
  return notes.filter(
    ({ code }) => code === 'confidence-not-stated' && classes.some(({ confidence }) => confidence === undefined),
  )
}

function plainMembers(options: LayerOptions): Partial<LayerDraft> {
  const {
    classes: _classes,
    classesFrom: _from,
    destroyed: _destroyed,
    crs: _crs,
    encoding: _encoding,
    accuracy: _accuracy,
    accuracyM: _accuracyM,
    ...plain
  } = options
  return Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined && value !== null))
}

function absentField(layer: LayerDraft, { attributes }: Features) {
  if (attributes.length === 0) return null
  const present = new Set(attributes.slice(0, 1_000).flatMap((row) => Object.keys(row)))
  const { classField, idField, buildingsField, labelField, dateFields, sourcesField } = layer
  const named = [
    classField,
    idField,
    buildingsField,
    labelField?.en,
    labelField?.ar,
    dateFields?.from,
    dateFields?.to,
    sourcesField,
  ]
  const missing = named.find(
    (field) => field !== undefined && !present.has(field) && !attributes.some((row) => Object.hasOwn(row, field)),
  )
  if (missing === undefined) return null
  const fields = [...present]
  return problem(
    'field-absent',
    { file: layer.name, field: missing, fields: fields.join(', ') },
    { field: missing, fields },
  )
}

/** The refusal of a plan that counts for nothing, with what a repair would leave of it where its lines are traced twice. */
function planWithoutArea(layer: string, { shapes }: Features): Problem {
  const traced = ringFaults(shapes, 'polygon').filter(({ kind }) => kind === 'lines-repeated')
  if (traced.length === 0) return problem('plan-without-area', { layer })
  const repairedM2 = traced.reduce((sum, { otherwiseM2 }) => sum + otherwiseM2, 0)
  return problem('plan-traced-twice', { layer, areaHa: formatNumber(repairedM2 / 10_000, 2) })
}
