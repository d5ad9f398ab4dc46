import type { Outcome } from '../../core/result/outcome.ts'
import type { Work } from '../../core/parallel/crew.ts'
import { checkLayer } from '../usecases/check-layer.ts'
import { importLayer, resettleLayer } from '../usecases/import-layer.ts'
import { importSeries, spreadLayer } from '../usecases/import-series.ts'
import { resettleSeries } from '../usecases/resettle-series.ts'
import { timelineStored } from '../usecases/timeline-study.ts'
import { zipStudy } from '../usecases/zip-study.ts'
import { makeExport } from '../usecases/make-export.ts'
import { makeSheet } from '../usecases/make-sheet.ts'
import { makeReport } from '../usecases/make-report.ts'
import { measureStored } from '../usecases/measure-study.ts'
import { damageStored, eventsStored } from '../usecases/list-studies.ts'
import { publishedStored } from '../usecases/published-study.ts'
import { unattributedStored, uncertaintyStored } from '../usecases/uncertainty-study.ts'

/** All work that takes long: from plain data to plain data, so that it can run in another thread. */
const tasks = {
  'import-layer': importLayer,
  'import-series': importSeries,
  'resettle-layer': resettleLayer,
  'check-layer': checkLayer,
  'resettle-series': resettleSeries,
  'spread-layer': spreadLayer,
  'measure-study': measureStored,
  'damage-study': damageStored,
  'event-study': eventsStored,
  'make-export': makeExport,
  'make-sheet': makeSheet,
  'make-report': makeReport,
  'published-study': publishedStored,
  'timeline-study': timelineStored,
  'uncertainty-study': uncertaintyStored,
  'unattributed-study': unattributedStored,
  'zip-study': zipStudy,
} as const

type Tasks = typeof tasks
export type TaskName = keyof Tasks
export type TaskInput<Name extends TaskName> = Parameters<Tasks[Name]>[0]
export type TaskValue<Name extends TaskName> =
  Awaited<ReturnType<Tasks[Name]>> extends Outcome<infer Value> ? Value : never

/** Runs tasks, wherever that is. */
export type Engine = {
  run<Name extends TaskName>(name: Name, input: TaskInput<Name>, work?: Work): Promise<Outcome<TaskValue<Name>>>
  close(): Promise<void>
}

/** Runs one task in this thread. */
export function runTask<Name extends TaskName>(
  name: Name,
  input: TaskInput<Name>,
  work: Work = {},
): Promise<Outcome<TaskValue<Name>>> {
  const task = tasks[name] as unknown as (input: TaskInput<Name>, work: Work) => Promise<Outcome<TaskValue<Name>>>
  return task(input, work)
}
