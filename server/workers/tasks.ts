import type { Outcome } from '../../core/result/outcome.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import { baseMapTile, describeBaseMap } from '../usecases/base-map-tile.ts'
import { checkLayer } from '../usecases/check-layer.ts'
import { redrawLayer, startDrawing } from '../usecases/draw-layer.ts'
import { findLayers } from '../usecases/find-layers.ts'
import { importLayer, updateLayer } from '../usecases/import-layer.ts'
import { importSeries, spreadLayer } from '../usecases/import-series.ts'
import { updateSeries } from '../usecases/update-series.ts'
import { timelineStored } from '../usecases/timeline-study.ts'
import { fieldsOfCollection, itemOfCollection, pageOfCollection } from '../usecases/read-collection.ts'
import { unpackStudy } from '../usecases/unpack-study.ts'
import { zipStudy } from '../usecases/zip-study.ts'
import { makeExport } from '../usecases/make-export.ts'
import { makeSheet } from '../usecases/make-sheet.ts'
import { makeReport } from '../usecases/make-report.ts'
import { measureStored } from '../usecases/measure-study.ts'
import { damageStored, eventsStored } from '../usecases/list-studies.ts'
import { cutTile, fieldsOfLayer, prepareTiles } from '../usecases/layer-tiles.ts'
import { identifyPlace } from '../usecases/identify-place.ts'
import { rowsOfLayer } from '../usecases/rows-of-layer.ts'
import { placePictureFile } from '../usecases/place-picture.ts'
import { findPictureColours } from '../usecases/regions-by-colour.ts'
import { lookAtPicture, showPicture } from '../usecases/show-picture.ts'
import { publishedStored } from '../usecases/published-study.ts'
import { unattributedStored, uncertaintyStored } from '../usecases/uncertainty-study.ts'

/** All work that takes long: from plain data to plain data, so that it can run in another thread. */
const tasks = {
  'find-layers': findLayers,
  'import-layer': importLayer,
  'import-series': importSeries,
  'update-layer': updateLayer,
  'start-drawing': startDrawing,
  'redraw-layer': redrawLayer,
  'check-layer': checkLayer,
  'resettle-series': updateSeries,
  'spread-layer': spreadLayer,
  'measure-study': measureStored,
  'damage-study': damageStored,
  'event-study': eventsStored,
  'make-export': makeExport,
  'make-sheet': makeSheet,
  'make-report': makeReport,
  'published-study': publishedStored,
  'identify-place': identifyPlace,
  'prepare-tiles': prepareTiles,
  'cut-tile': cutTile,
  'describe-base-map': describeBaseMap,
  'base-map-tile': baseMapTile,
  'fields-of-layer': fieldsOfLayer,
  'rows-of-layer': rowsOfLayer,
  'timeline-study': timelineStored,
  'uncertainty-study': uncertaintyStored,
  'unattributed-study': unattributedStored,
  'place-picture': placePictureFile,
  'find-colours': findPictureColours,
  'look-at-picture': lookAtPicture,
  'show-picture': showPicture,
  'zip-study': zipStudy,
  'unpack-study': unpackStudy,
  'page-of-collection': pageOfCollection,
  'item-of-collection': itemOfCollection,
  'fields-of-collection': fieldsOfCollection,
} as const

type Tasks = typeof tasks
export type TaskName = keyof Tasks
export type TaskInput<Name extends TaskName> = Parameters<Tasks[Name]>[0]
export type TaskValue<Name extends TaskName> =
  Awaited<ReturnType<Tasks[Name]>> extends Outcome<infer Value> ? Value : never

/** Short tasks are never kept waiting by long ones. */
export type Lane = 'short' | 'long'

/** Runs tasks, wherever that is. */
export type TaskRunner = {
  run<Name extends TaskName>(name: Name, input: TaskInput<Name>, work?: TaskContext): Promise<Outcome<TaskValue<Name>>>
  /** How much goes on and waits, in each lane. */
  state(): Readonly<Record<Lane, { readonly running: number; readonly waiting: number }>>
  close(): Promise<void>
}

/** Runs one task in this thread. */
export function runTask<Name extends TaskName>(
  name: Name,
  input: TaskInput<Name>,
  work: TaskContext = {},
): Promise<Outcome<TaskValue<Name>>> {
  const task = tasks[name] as unknown as (
    input: TaskInput<Name>,
    work: TaskContext,
  ) => Promise<Outcome<TaskValue<Name>>>
  return task(input, work)
}
