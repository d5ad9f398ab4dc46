import { note } from '../result/note.ts'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import { isMeasured, isUndrawn, type Layer } from '../model/layer.ts'
import { layerProblem } from '../model/given-study.ts'
import type { ChangedLayer, LayerDraft } from './build-layer.ts'
import { freeId, slug } from '../model/slug.ts'
import { snapshotDay } from '../model/snapshot.ts'
import { listSource } from '../model/sources.ts'
import { placedAt, withLookOf } from './place-layer.ts'
import type { Study } from '../model/study.ts'

/** A study after one of its layers came or changed, and that layer. */
export type LayerChange = { readonly study: Study; readonly layer: Layer }

/**
 * The study with one more layer. A new plan takes the place of the old one, which stays as context with a note: nothing
 * that was loaded is lost, and the numbers never speak of two plans at once.
 */
export function addLayer(study: Study, draft: LayerDraft): Outcome<LayerChange> {
  const taken = nameTaken(study.layers, draft)
  if (taken) return taken
  const wanted = slug([draft.name, draft.date ?? draft.from ?? ''].join(' '), draft.role)
  const id = freeId(wanted, new Set(study.layers.map((layer) => layer.id)))
  const look = withLookOf(
    study.layers.find(({ name }) => name === draft.name),
    draft,
  )
  const listed = withSource(study, { id, ...look, file: freeFile(study, id) })
  if (!listed.ok) return listed
  const { study: known, layer } = listed.value
  return done(inPlace(updatePlan({ ...known, layers: [...known.layers, layer] }, layer), draft.order))
}

/** The change with its layer, and those of its series, at the place that was asked for. */
function inPlace(change: LayerChange, order: number | undefined): LayerChange {
  if (order === undefined) return change
  const { name, id } = change.layer
  const layers = placedAt(change.study.layers, name, order)
  return { study: { ...change.study, layers }, layer: layers.find((layer) => layer.id === id)! }
}

/**
 * The study with the layer's source in its list, and the layer with its id. A source given whole takes the place of the
 * one that the layer had, where nothing else refers to that. Refuses references to what is not there.
 */
function withSource(study: Study, { source, ...layer }: ChangedLayer): Outcome<LayerChange> {
  if (source === undefined) return checked(study, layer)
  const former = typeof source === 'string' ? undefined : study.layers.find(({ id }) => id === layer.id)?.source
  const isReplaced = former !== undefined && !isReferredTo(study, layer.id, former)
  const sources = isReplaced ? study.sources.filter(({ id }) => id !== former) : study.sources
  const listed = listSource(sources, source, { id: study.id, where: `layer ${layer.name}` })
  return listed.ok
    ? checked({ ...study, sources: [...listed.value.sources] }, { ...layer, source: listed.value.id })
    : listed
}

/** Whether anything but the layer itself may refer to the source: any text that is its id counts, and features name what cannot be seen here. */
function isReferredTo({ sources: _list, layers, ...records }: Study, layer: string, source: string): boolean {
  if (layers.some(({ sourcesField }) => sourcesField !== undefined)) return true
  const others = layers.map((each) => (each.id === layer ? { ...each, source: undefined } : each))
  return JSON.stringify([records, others]).includes(JSON.stringify(source))
}

function checked(study: Study, layer: Layer): Outcome<LayerChange> {
  const wrong = layerProblem(study, layer, `layer ${layer.name}`)
  return wrong ? refused(wrong) : done({ study, layer })
}

/** The study with the snapshots of a series; those of one layer's columns (`isOneFile`) have its features in common. */
export function addSeries(
  study: Study,
  drafts: readonly LayerDraft[],
  isOneFile: boolean,
): Outcome<{ readonly study: Study; readonly layers: readonly Layer[] }> {
  const layers: Layer[] = []
  let grown = study
  for (const draft of drafts) {
    const added = addLayer(grown, draft)
    if (!added.ok) return added
    const layer = isOneFile && layers[0] ? { ...added.value.layer, file: layers[0].file } : added.value.layer
    layers.push(layer)
    grown = {
      ...added.value.study,
      layers: added.value.study.layers.map((each) => (each.id === layer.id ? layer : each)),
    }
  }
  return done({ study: grown, layers })
}

/** The study with all snapshots of a series in their changed form, so that they never stand under two names or roles. */
export function replaceSeries(before: Study, changed: readonly ChangedLayer[]): Outcome<Study> {
  let study = before
  const byId = new Map<string, Layer>()
  for (const each of changed) {
    const listed = withSource(study, each)
    if (!listed.ok) return listed
    study = listed.value.study
    byId.set(each.id, listed.value.layer)
  }
  const others = study.layers.filter(({ id }) => !byId.has(id))
  const taken = changed.map((layer) => nameTaken(others, layer)).find((refusal) => refusal !== null)
  if (taken) return taken
  const asked = changed.find(({ id, order }) => order !== before.layers.find((each) => each.id === id)?.order)
  const replaced = study.layers.map((each) => byId.get(each.id) ?? each)
  const layers = asked?.order === undefined ? replaced : placedAt(replaced, asked.name, asked.order)
  const plan = byId.has(study.plan.layer ?? '') ? { ...study.plan, layer: null } : study.plan
  return done({ ...study, layers, plan })
}

/** The study with a layer in its changed form. `isReread` gives the features a new file. */
export function replaceLayer(before: Study, draft: ChangedLayer, isReread: boolean): Outcome<LayerChange> {
  const listed = withSource(before, draft)
  if (!listed.ok) return listed
  const { study, layer: changed } = listed.value
  const others = study.layers.filter(({ id }) => id !== changed.id)
  if (others.length === study.layers.length) {
    return refused(problem('layer-not-found', { id: study.id, layer: changed.id }))
  }
  const taken = nameTaken(others, changed)
  if (taken) return taken
  const { fileSha256: _former, ...reread } = changed
  const layer = isReread ? { ...reread, file: freeFile(study, `${changed.id}-${study.revision + 1}`) } : changed
  const { file, order } = study.layers.find(({ id }) => id === changed.id)!
  const layers = study.layers.map((each) =>
    each.id === layer.id ? layer : isReread && each.file === file ? readAlike(each, layer) : each,
  )
  return done(inPlace(updatePlan({ ...study, layers }, layer), layer.order === order ? undefined : layer.order))
}

/** A snapshot of the same file as one that was read again. */
function readAlike(
  { fileSha256: _former, ...layer }: Layer,
  { file, geometryType, evenOdd, crs, encoding, stated, features, extent, notes }: Layer,
): Layer {
  const { stated: _before, ...rest } = layer
  const read = { file, geometryType, evenOdd, crs, encoding, features, extent, notes }
  return { ...rest, ...read, ...(stated ? { stated } : {}) }
}

/** The study without a layer; a headline about a series that is gone goes with it. */
export function removeLayer(study: Study, id: string): Outcome<Study> {
  const layers = study.layers.filter((layer) => layer.id !== id)
  if (layers.length === study.layers.length) return refused(problem('layer-not-found', { id: study.id, layer: id }))
  const { headline, ...rest } = study
  const plan = study.plan.layer === id ? { ...study.plan, layer: null } : study.plan
  const isKept = headline && layers.some(({ name }) => name === headline.layer)
  return done({ ...rest, plan, layers, ...(isKept ? { headline } : {}) })
}

/** A file that no layer of the study has, so that the present features stay until the study is switched to the new ones. */
function freeFile(study: Study, wanted: string): string {
  const taken = new Set(study.layers.map(({ file }) => file.slice('layers/'.length, -'.geojson'.length)))
  return `layers/${freeId(wanted, taken)}.geojson`
}

/** Snapshots of one name differ in their date and share their role, because a measurement names layers by their name. */
export function nameTaken(others: readonly Layer[], draft: LayerDraft) {
  const same = others.find(
    (other) => other.name === draft.name && (other.role !== draft.role || sameDate(other, draft)),
  )
  if (same) {
    const date = draft.date ?? draft.from ?? draft.to
    return refused(
      date === undefined
        ? problem('layer-name-taken-undated', { layer: draft.name })
        : problem('layer-name-taken', { layer: draft.name, date }),
    )
  }
  const undated = undatedOf(others, draft)
  if (undated) return refused(problem('series-undated', undated))
  const other = others.find(
    (each) =>
      each.name === draft.name && draft.role === 'control' && (reachesInto(each, draft) || reachesInto(draft, each)),
  )
  if (!other) return null
  return refused(problem('snapshots-overlap', { layer: draft.name, days: daysOf(draft), other: daysOf(other) }))
}

/** The snapshot of a measured series that names no day, whether it comes or is there already; `null` where each names one. */
function undatedOf(others: readonly Layer[], draft: LayerDraft) {
  const series = others.filter(({ name, role }) => name === draft.name && role === draft.role)
  if (series.length === 0 || !isMeasured(draft)) return null
  const undated = [draft, ...series].find(
    (each) => snapshotDay(each) === undefined && each.dateFields === undefined && each.events === undefined,
  )
  return undated ? { layer: draft.name, title: undated.title.en, count: series.length + 1 } : null
}

/** Whether one snapshot of control says that it holds on after the next has begun: two answers to who held the ground. */
const reachesInto = (earlier: LayerDraft, later: LayerDraft): boolean => {
  const [begins, next] = [snapshotDay(earlier), snapshotDay(later)]
  return earlier.to !== undefined && next !== undefined && (begins ?? '') < next && next <= earlier.to
}

const daysOf = ({ date, from, to }: LayerDraft): string => date ?? `${from ?? '…'} – ${to ?? '…'}`

const sameDate = (a: LayerDraft, b: LayerDraft): boolean => a.date === b.date && a.from === b.from && a.to === b.to

/** A plan of which nothing is drawn yet is none, so that the one before stays until it is. */
function updatePlan(study: Study, layer: Layer): LayerChange {
  if (layer.role !== 'plan' || isUndrawn(layer)) {
    const plan = study.plan.layer === layer.id ? { ...study.plan, layer: null } : study.plan
    return { study: { ...study, plan }, layer }
  }
  const layers = study.layers.map((other): Layer => {
    if (other.role !== 'plan' || other.id === layer.id) return other
    const replaced = note('plan-replaced', { layer: other.name, other: layer.name }, { layer: other.name })
    return { ...other, role: 'context', notes: [...other.notes, replaced] }
  })
  return { study: { ...study, layers, plan: { ...study.plan, layer: layer.id } }, layer }
}
