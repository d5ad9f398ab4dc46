import type { Outcome } from '../../core/result/outcome.ts'
import type { Problem } from '../../core/result/problem.ts'
import type { Study } from '../../core/model/study.ts'

/** Where a study lives: with the program, in the workspace, or in both, the workspace's copy going before. */
export type Origin = 'bundled' | 'copy' | 'own'

export type ListedStudy = { readonly study: Study; readonly origin: Origin }

/** A file that the store takes over by moving it: its place now, and the path inside the study that it gets. */
export type IncomingFile = { readonly from: string; readonly file: string }

/** The bytes of a layer as they were loaded: the names the user gave, and where each file lies. */
export type OriginalFile = { readonly name: string; readonly path: string }

/** A file of a study: its name inside the study's folder, and where it lies. */
export type StudyFile = { readonly name: string; readonly path: string }

/** What a change makes of a study; the store itself counts the revision. */
type Change = { readonly study: Study; readonly incoming?: readonly IncomingFile[] }

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
  remove(id: string, revision: number | null): Promise<Outcome<null>>
  /** Where the features of a layer can be read. */
  layerPath(study: Study, file: string): Promise<string>
  /** The files a layer was loaded from; empty where they were not kept. */
  originals(study: Study, sha256: string): Promise<OriginalFile[]>
  /** Everything that belongs to the study beside its `study.json`. */
  files(study: Study): Promise<StudyFile[]>
  /** A folder on the same disk for files that are not part of any study yet. */
  readonly incomingFolder: string
  /** What the disk said at the start of why it takes no changes; `null` where it takes them. */
  readonly unwritable: string | null
}
