import type { Direction, Step } from '../../core/history/entry.ts'
import type { Study } from '../../core/model/study.ts'
import type { Answer } from './page-problem.ts'
import { request } from './request.ts'
import { studyPath } from './studies.ts'

/** A change of a study; without revision and moment it says why earlier ones are not listed. */
export type HistoryRow = {
  readonly seq: number
  readonly revision: number | null
  readonly at: string | null
  readonly what: Step
  /** What undo takes back now, and what redo does again. */
  readonly next?: Direction
}

export const getHistory = (id: string): Promise<Answer<readonly HistoryRow[]>> =>
  request<readonly HistoryRow[]>(`${studyPath(id)}/history`)

export const stepStudy = (id: string, direction: Direction, revision: number): Promise<Answer<Study>> =>
  request<Study>(`${studyPath(id)}/${direction}`, { method: 'POST', revision })
