import type { Direction, HistoryEntry, Step } from '../../core/history/entry.ts'
import type { Outcome } from '../../core/result/outcome.ts'
import type { Problem } from '../../core/result/problem.ts'
import type { Publication } from '../../core/model/publication.ts'
import type { Study } from '../../core/model/study.ts'
import type { NextSteps } from './study-history.ts'

/** Where a study lives: with the program, in the workspace, or in both, the workspace's copy going before. */
export type Origin = 'bundled' | 'copy' | 'own'

export type ListedStudy = { readonly study: Study; readonly origin: Origin }

/** A file that the store takes over by moving it: its place now, and the path inside the study that it gets. */
export type IncomingFile = { readonly from: string; readonly file: string }

/** The bytes of a layer as they were loaded: the names the user gave, and where each file lies. */
export type OriginalFile = { readonly name: string; readonly path: string }

/** A file of a study: its name inside the study's folder, and where it lies. */
export type StudyFile = { readonly name: string; readonly path: string }

/** What a change makes of a study; the store itself counts the revision, and names the step where nobody else does. */
export type Change = {
  readonly study: Study
  readonly incoming?: readonly IncomingFile[]
  readonly step?: Step
  /** The same in changes that are undone at once. */
  readonly together?: string | undefined
}

/** What was changed in a study, oldest first, as far as it can be read, and why not further. */
export type StudyHistory = {
  readonly entries: readonly HistoryEntry[]
  readonly fault: Problem | null
  readonly next: NextSteps
}

/**
 * Studies that last. Everything acknowledged survives a crash; a study that is read is always whole.
 * `revision` is the one the caller last read; `null` takes whatever stands.
 */
export type Store = {
  readonly kind: 'folder' | 'postgis'
  /** All studies by id, and those that cannot be read with the reason. */
  list(): Promise<{ studies: ListedStudy[]; unreadable: { id: string; problem: Problem }[] }>
  read(id: string): Promise<Outcome<Study>>
  create(study: Study): Promise<Outcome<Study>>
  /** Applies `change` to the study as it stands; nobody else changes it meanwhile. */
  change(id: string, revision: number | null, change: (study: Study) => Outcome<Change>): Promise<Outcome<Study>>
  /** Takes the last change back, or does the one again that was taken back last; `undo` also brings a removed study back. */
  step(id: string, revision: number | null, direction: Direction): Promise<Outcome<Study>>
  history(id: string): Promise<Outcome<StudyHistory>>
  /** A study goes for 30 days to where `step` finds it; of a changed bundled one the original then stands. */
  remove(id: string, revision: number | null): Promise<Outcome<null>>
  /** The study as it stands under a free id, without its history. */
  copy(id: string, retitled: (study: Study) => Study): Promise<Outcome<Study>>
  /**
   * Makes the files of a folder, on the same disk, a study under its id or the first free one after it; under the `same` id,
   * also that of a bundled one, it is refused where somebody's stands there.
   */
  takeOver(folder: string, study: Study, under?: 'free' | 'same'): Promise<Outcome<Study>>
  /** Where the features of a layer can be read. */
  layerPath(study: Study, file: string): Promise<string>
  /** The files a layer was loaded from; empty where they were not kept. */
  originals(study: Study, sha256: string): Promise<Outcome<OriginalFile[]>>
  /** Everything that belongs to the study beside its `study.json`; its history only where it is asked for. */
  files(study: Study, withHistory?: boolean): Promise<Outcome<StudyFile[]>>
  /** Who publishes studies that do not say so themselves. */
  publication(): Promise<Outcome<Publication>>
  /** Refuses where another publication stands than that of `tag`; `null` takes the place of whatever stands. */
  setPublication(publication: Publication, tag: string | null): Promise<Outcome<null>>
  /** Removes what was removed too long ago to come back. */
  sweep(): Promise<void>
  /** A folder on the same disk for files that are not part of any study yet. */
  readonly incomingFolder: string
  /** What was said at the start of why no changes are taken; `null` where they are. */
  readonly unwritable: Problem | null
  /** Lets go of what it holds open. */
  close(): Promise<void>
}
