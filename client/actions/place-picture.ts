import { readPoints } from '../../core/picture/read-points.ts'
import type { Position } from '../../core/picture/transform.ts'
import type { LayerOptions } from '../../core/model/layer-options.ts'
import type { ControlPoint } from '../../core/model/picture-record.ts'
import { seePicture, startOnPicture } from '../api/pictures.ts'
import type { PageProblem } from '../api/page-problem.ts'
import { newDrawing } from '../state/drawing-state.ts'
import { page } from '../state/page-state.ts'
import { placingFit } from '../state/placing-fit.ts'
import { newPlacing, pointsOf, type PlacingState } from '../state/placing-state.ts'
import { givenSource } from '../state/source-texts.ts'
import { bringRegions, change } from './draw.ts'
import { focusOn } from './focus-on.ts'
import { refreshStudy, startStudy } from './open-study.ts'

const [pictureFile, pointsFile] = [/\.(?:png|jpe?g|webp|pdf)$/i, /\.(?:points|csv|txt)$/i]

/** Points of pictures that were placed before, by SHA-256: one that is dropped again has them still. */
const placedBefore = new Map<string, Pick<PlacingState, 'steps' | 'step' | 'transform' | 'plane'>>()

let underWay = new AbortController()

/** Whether files are a picture to be placed, or control points for the one that is being placed. */
export const isForPlacing = (files: readonly File[]): boolean =>
  files.some(({ name }) => pictureFile.test(name)) ||
  (page.get().drawing?.placing !== null &&
    page.get().drawing?.placing !== undefined &&
    files.every(({ name }) => pointsFile.test(name)))

/** Takes a picture to be placed, and control points that come with it or later. */
export async function takePicture(files: readonly File[]): Promise<void> {
  const picture = files.find(({ name }) => pictureFile.test(name))
  const points = files.find(({ name }) => pointsFile.test(name))
  if (picture) await openPicture(picture)
  if (points) await takePoints(points)
}

async function openPicture(file: File): Promise<void> {
  underWay.abort()
  underWay = new AbortController()
  const { signal } = underWay
  if (page.get().studyId === null) await startStudy(file.name.replace(/\.[^.\s]+$/, ''))
  page.update({
    view: 'map',
    drawing: { ...newDrawing, placing: newPlacing(file.name) },
    layerPanel: null,
    loadForm: null,
    ruler: null,
    place: null,
    pair: null,
    hovered: null,
    selected: null,
    isDrawerOpen: true,
  })
  focusOn('#placing-title')
  const seen = await seePicture(file, { signal, progress: () => undefined }).catch(() => null)
  if (signal.aborted || seen === null) return
  if (!seen.ok) return tell({ problem: seen.problem })
  tell({ picture: seen.value, ...placedBefore.get(seen.value.sha256) })
}

/** Takes the points of a file in place of those that stand; undo brings these back. */
async function takePoints(file: File): Promise<void> {
  const read = readPoints(file.name, await file.text())
  if (!read.ok) return tell({ problem: asPageProblem(read.problem) })
  step(read.value.points, { pointNotes: read.value.notes })
}

const asPageProblem = ({
  code,
  values,
  more = {},
}: {
  code: string
  values: PageProblem['values']
  more?: PageProblem['more'] | undefined
}): PageProblem => ({
  code,
  values,
  more,
  detail: '',
})

/** Changes what is known of the placing. */
export function tell(part: Partial<PlacingState>): void {
  const placing = page.get().drawing?.placing
  if (!placing) return
  const told = { ...placing, ...part }
  if (told.picture) {
    const { steps, step: at, transform, plane } = told
    placedBefore.set(told.picture.sha256, { steps, step: at, transform, plane })
  }
  change({ placing: told })
}

const nothingHalf = { pixel: null, place: null }

/** Goes on with other points; what was undone before is gone. */
function step(points: readonly ControlPoint[], part: Partial<PlacingState> = {}): void {
  const placing = page.get().drawing?.placing
  if (!placing) return
  const steps = [...placing.steps.slice(0, placing.step + 1), points]
  tell({ steps, step: steps.length - 1, half: nothingHalf, problem: null, ...part })
}

export function undoPoint(): void {
  const placing = page.get().drawing?.placing
  if (!placing) return
  if (placing.half.pixel ?? placing.half.place) return tell({ half: nothingHalf })
  if (placing.step > 0) tell({ step: placing.step - 1, chosen: null, problem: null })
}

export function redoPoint(): void {
  const placing = page.get().drawing?.placing
  if (placing && placing.step < placing.steps.length - 1) tell({ step: placing.step + 1, chosen: null, problem: null })
}

/** Gives one half of a point, or of the one that is chosen; the second half makes a new point. */
export function giveHalf(part: { readonly pixel: Position } | { readonly place: Position }): void {
  const placing = page.get().drawing?.placing
  if (!placing?.picture) return
  const points = pointsOf(placing)
  const own = placing.chosen === null ? undefined : points[placing.chosen]
  if (own) return step(points.with(placing.chosen!, { ...own, ...coordinatesOf(part) }))
  const half = { ...placing.half, ...part }
  if (half.pixel === null || half.place === null) return tell({ half })
  addPoint({ x: half.pixel[0], y: half.pixel[1], lon: half.place[0], lat: half.place[1] })
}

const coordinatesOf = (part: { readonly pixel: Position } | { readonly place: Position }): Partial<ControlPoint> =>
  'pixel' in part ? { x: part.pixel[0], y: part.pixel[1] } : { lon: part.place[0], lat: part.place[1] }

export function addPoint(point: ControlPoint): void {
  const placing = page.get().drawing?.placing
  if (placing) step([...pointsOf(placing), point])
}

export function changePoint(number: number, point: ControlPoint): void {
  const placing = page.get().drawing?.placing
  if (placing) step(pointsOf(placing).with(number, point))
}

export function removePoint(number: number): void {
  const placing = page.get().drawing?.placing
  if (placing) step(pointsOf(placing).toSpliced(number, 1), { chosen: null })
}

export const choosePoint = (chosen: number | null): void => tell({ chosen, half: nothingHalf })

export function closePlacing(): void {
  underWay.abort()
  page.update({ drawing: null, isDrawerOpen: false })
  focusOn('#place-new')
}

/** Begins the layer that is drawn on the picture, placed by the points that stand, and goes on to draw in it. */
export async function traceOn(options: LayerOptions): Promise<void> {
  const { study, drawing, language } = page.get()
  const placing = drawing?.placing
  const fit = placing && placingFit(placing)
  if (!study || !placing?.picture || !fit?.ok) return
  const { clickPx, linePx, sourceM, picture } = placing
  const { transform, plane } = fit.value.fit
  tell({ isSaving: true, problem: null })
  const source = givenSource(placing.source, language)
  const answer = await startOnPicture(
    study.id,
    {
      ...options,
      ...(source ? { source } : {}),
      uploadId: picture.uploadId,
      recipe: {
        schema: 'basilia-picture/1',
        picture: { file: picture.file, sha256: picture.sha256 },
        transform,
        plane,
        clickPx,
        linePx,
        ...(sourceM === null ? {} : { accuracyM: sourceM }),
        points: [...pointsOf(placing)],
      },
    },
    { signal: underWay.signal, progress: () => undefined },
  ).catch(() => null)
  if (answer === null) return
  if (!answer.ok) return tell({ isSaving: false, problem: answer.problem })
  await refreshStudy()
  const { layer } = answer.value
  const className = layer.classes[0]?.values[0] ?? ''
  page.update({ drawing: { ...newDrawing, layer: layer.id, className, pictureOpacity: placing.opacity } })
  await bringRegions()
  focusOn('#draw-title')
}
