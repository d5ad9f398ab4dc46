import { addRegion, insertPlace, movePlace, removePlace, removeRegion } from '../../core/drawing/edit-places.ts'
import { drawingOf, collectionOf, isSamePlace, type Drawing, type Place, type Ring } from '../../core/drawing/region.ts'
import { followed, snapTo } from '../../core/drawing/snap.ts'
import { splitRegion } from '../../core/drawing/split-region.ts'
import { cutOut, keptOff, mergeRegions } from '../../core/drawing/united-regions.ts'
import type { Layer } from '../../core/model/layer.ts'
import type { Outcome } from '../../core/result/outcome.ts'
import { getFeatures, startDrawnLayer, writeDrawnLayer, type UploadOptions } from '../api/layers.ts'
import { newDrawing, sketchOf, type DrawingState, type DrawingTool } from '../state/drawing-state.ts'
import { page, type PageState } from '../state/page-state.ts'
import { stopMeasuring } from './measure.ts'
import { refreshStudy } from './open-study.ts'
import { showElsewhere } from './study-steps.ts'

/** The layer that is being drawn. */
export const drawnLayer = ({ study, drawing }: Pick<PageState, 'study' | 'drawing'>): Layer | null =>
  study?.layers.find(({ id }) => id === drawing?.layer) ?? null

export function change(part: Partial<DrawingState>): void {
  const { drawing } = page.get()
  if (drawing) page.update({ drawing: { ...drawing, ...part } })
}

export function closeDrawing(): void {
  page.update({ drawing: null, isDrawerOpen: false })
  document.querySelector<HTMLElement>('#draw-new')?.focus()
}

export const chooseTool = (tool: DrawingTool): void =>
  change({ tool, steps: [], next: null, corner: null, problem: null })
export const chooseRegion = (selected: number | null): void => change({ selected, corner: null, problem: null })

/** Starts a layer and begins to draw in it; what is wrong is told where it was asked. */
export async function startLayer(options: UploadOptions): Promise<void> {
  const { study } = page.get()
  if (!study) return
  change({ saving: 'saving', problem: null })
  const answer = await startDrawnLayer(study.id, options)
  if (!answer.ok) return change({ saving: 'nothing', problem: answer.problem })
  await refreshStudy()
  const [first] = answer.value.classes
  page.update({ drawing: { ...newDrawing, layer: answer.value.id, className: first?.values[0] ?? '' } })
  await bringRegions()
  document.querySelector<HTMLElement>('#draw-title')?.focus()
}

let coming = ''

/** Reads the regions of the layer anew where they are of another file, as after a step back; a layer that is gone is drawn no more. */
export async function bringRegions(): Promise<void> {
  const { study, drawing } = page.get()
  const layer = drawnLayer(page.get())
  if (!study || !drawing || drawing.layer === null || drawing.saving === 'saving') return
  if (!layer) return page.update({ drawing: null })
  if (layer.file === drawing.file || coming === layer.file) return
  coming = layer.file
  const answer = await getFeatures(study.id, layer.id)
  coming = ''
  if (page.get().drawing?.layer !== layer.id) return
  if (!answer.ok) return change({ problem: answer.problem, file: layer.file })
  const className = drawing.className === '' ? (layer.classes[0]?.values[0] ?? '') : drawing.className
  change({ regions: drawingOf(answer.value), file: layer.file, selected: null, corner: null, className })
}

let last: Promise<void> = Promise.resolve()

/** Takes a change of the regions, shows it at once and saves it; a refused one is told and undone. */
function take(outcome: Outcome<Drawing>, then: Partial<DrawingState> = {}): boolean {
  if (!outcome.ok) {
    const { code, values, more = {} } = outcome.problem
    change({ problem: { code, values, more, detail: '' } })
    return false
  }
  const regions = outcome.value
  change({ regions, steps: [], next: null, problem: null, wasCut: false, saving: 'saving', ...then })
  last = last.then(() => save(regions))
  return true
}

async function save(regions: Drawing): Promise<void> {
  const { study, drawing } = page.get()
  const layer = drawnLayer(page.get())
  // A later change brings this one along.
  if (!study || !layer || drawing?.regions !== regions) return
  stopMeasuring()
  const answer = await writeDrawnLayer(study.id, layer.id, study.revision, collectionOf(regions))
  if (answer.ok) {
    // Regions drawn meanwhile are saved after these.
    change({ file: answer.value.file })
    await refreshStudy()
    if (page.get().drawing?.regions === regions) change({ saving: 'saved' })
    return
  }
  change({ saving: 'nothing', problem: answer.problem, file: null })
  if (answer.problem.code === 'revision-stale') await showElsewhere()
  await bringRegions()
}

/** The rings that a corner may be drawn to: those of this layer first, then of the others. */
function ringsAround({ study, features, drawing }: PageState): readonly Ring[] {
  const own = drawing?.regions.flatMap(({ polygons }) => polygons.flat()) ?? []
  const others = (study?.layers ?? []).filter(
    ({ id, geometryType }) => id !== drawing?.layer && geometryType === 'polygon',
  )
  const drawn = others.flatMap(({ id }) => {
    const loaded = features.get(id)
    return loaded ? outlinesOf(loaded) : []
  })
  return [...own, ...drawn]
}

type Loaded = NonNullable<ReturnType<PageState['features']['get']>>
const outlines = new WeakMap<Loaded, readonly Ring[]>()

function outlinesOf(loaded: Loaded): readonly Ring[] {
  const known = outlines.get(loaded)
  if (known) return known
  const rings = drawingOf(loaded.ground).flatMap(({ polygons }) => polygons.flat())
  outlines.set(loaded, rings)
  return rings
}

/** A corner, drawn to what lies within so many degrees of it; not to the rings that have all of `dragged`, which it is to leave. */
export function snapped(place: Place, within: number, dragged: readonly Place[] = []): Place {
  const state = page.get()
  const sketch = state.drawing ? sketchOf(state.drawing) : []
  const isLeft = (ring: Ring): boolean =>
    dragged.length > 0 && dragged.every((own) => ring.some((each) => isSamePlace(each, own)))
  const rings = ringsAround(state).filter((ring) => !isLeft(ring))
  return snapTo(place, [...(sketch.length > 2 ? [sketch] : []), ...rings], within)?.place ?? place
}

/** Sets a corner where it was typed; setting the first once more closes. */
export const addTyped = (place: Place): void => setCorner(place, false)

/** Sets a corner, where the reader wants it with those of a neighbour's line that lie between it and the last. */
export const addCorner = (place: Place): void => setCorner(place, page.get().drawing?.isFollowing ?? false)

function setCorner(place: Place, isFollowing: boolean): void {
  const { drawing } = page.get()
  if (!drawing) return
  const sketch = sketchOf(drawing)
  const [first, before] = [sketch[0], sketch.at(-1)]
  if (before && isSamePlace(before, place)) return
  const isClosing = first !== undefined && sketch.length > 2 && isSamePlace(first, place) && drawing.tool !== 'split'
  const between =
    before && isFollowing && drawing.tool === 'region' ? followed(ringsAround(page.get()), before, place) : []
  if (isClosing) {
    change({ steps: [...drawing.steps, [...sketch, ...between]] })
    return finish()
  }
  change({ steps: [...drawing.steps, [...sketch, ...between, place]], problem: null })
}

/** Takes the last corner back, with those that were followed to it. */
export function takeBack(): boolean {
  const { drawing } = page.get()
  if (!drawing || drawing.steps.length === 0) return false
  change({ steps: drawing.steps.slice(0, -1), problem: null })
  return true
}

export const startOver = (): void => change({ steps: [], next: null, problem: null })

/** The corners typed or moved in the list of what is being drawn. */
export const setSketch = (sketch: readonly Place[]): void => {
  const { drawing } = page.get()
  if (drawing) change({ steps: [...drawing.steps, sketch], problem: null })
}

/** Makes of the corners what the tool makes of them. */
export function finish(): void {
  const state = page.get()
  const { drawing } = state
  const layer = drawnLayer(state)
  if (!drawing || !layer) return
  const sketch = sketchOf(drawing)
  if (sketch.length === 0) return
  if (drawing.tool === 'region') {
    const properties = layer.classField === undefined ? {} : { [layer.classField]: drawing.className || null }
    const around = ringsAround(state).flat()
    const added = addRegion(drawing.regions, sketch, properties, around)
    const number = drawing.regions.length
    const kept = added.ok && drawing.isKeptOff ? keptOff(added.value, number) : added
    take(kept, { selected: number, wasCut: added.ok && kept.ok && kept.value !== added.value })
  } else if (drawing.tool === 'hole') take(firstDone(drawing, (number) => cutOut(drawing.regions, number, sketch)))
  else if (drawing.tool === 'split') take(firstDone(drawing, (number) => splitRegion(drawing.regions, number, sketch)))
}

/** Done with the region that is chosen, else with the first with which it can be. */
function firstDone({ regions, selected }: DrawingState, act: (number: number) => Outcome<Drawing>): Outcome<Drawing> {
  if (selected !== null) return act(selected)
  const outcomes = [...regions.keys()].map(act)
  return outcomes.find(({ ok }) => ok) ?? outcomes[0] ?? act(0)
}

export const deleteRegion = (number: number): void => {
  const { drawing } = page.get()
  if (drawing) take({ ok: true, value: removeRegion(drawing.regions, number) }, { selected: null, corner: null })
}

export function merge(first: number, second: number): void {
  const { drawing } = page.get()
  if (drawing && first !== second)
    take(mergeRegions(drawing.regions, first, second), { selected: second < first ? first - 1 : first })
}

export function classify(number: number, className: string): void {
  const { drawing } = page.get()
  const field = drawnLayer(page.get())?.classField
  if (!drawing || field === undefined) return
  const region = drawing.regions[number]!
  const classed = { ...region, properties: { ...region.properties, [field]: className || null } }
  take({ ok: true, value: drawing.regions.with(number, classed) }, { className })
}

export function moveCorner(from: Place, to: Place): void {
  const { drawing } = page.get()
  if (drawing && !isSamePlace(from, to)) take(movePlace(drawing.regions, from, to), { corner: to })
}

export function deleteCorner(place: Place): void {
  const { drawing } = page.get()
  if (drawing) take(removePlace(drawing.regions, place), { corner: null })
}

export function insertCorner(from: Place, to: Place, place: Place): void {
  const { drawing } = page.get()
  if (drawing) take({ ok: true, value: insertPlace(drawing.regions, from, to, place) }, { corner: place })
}
