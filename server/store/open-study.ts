import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import { idSchema } from '../../core/model/layer-schema.ts'
import { publishedBy } from '../../core/model/publication.ts'
import type { Study } from '../../core/model/study.ts'
import { bundledStudiesFolder } from '../config/project-root.ts'
import { bundledStudies } from './bundled-studies.ts'
import { readPublication } from './workspace-publication.ts'
import { readStudyFolder } from './study-folder.ts'
import { unzipStudy } from './study-zip.ts'

/** A study at hand, wherever it came from, until it is closed. */
export type OpenStudy = {
  readonly study: Study
  /** The same with who publishes it where it lies, for what is printed of it. */
  readonly printed: Study
  /** Where it lies as a folder. */
  readonly folder: string
  /** Path of each layer's features, by layer id. */
  readonly paths: Readonly<Record<string, string>>
  close(): Promise<void>
}

/** Opens a study by its folder, by its zip, or by the name of a bundled one. */
export async function openStudy(reference: string): Promise<Outcome<OpenStudy>> {
  const path = resolve(reference)
  const kind = await stat(path).then(
    (found) => (found.isDirectory() ? 'folder' : 'file'),
    () => null,
  )
  if (kind === 'file') return openZip(path)
  const inFolder = kind === 'folder' ? await openFolder(path) : null
  if (inFolder) return inFolder
  const bundled = idSchema.safeParse(reference).success ? await openFolder(join(bundledStudiesFolder, reference)) : null
  if (bundled) return bundled
  return refused(problem('study-reference-unknown', { reference, known: (await bundledStudies()).join(', ') }))
}

async function openFolder(folder: string, close = async () => {}): Promise<Outcome<OpenStudy> | null> {
  const study = await readStudyFolder(folder)
  if (!study?.ok) return study
  const usual = await readPublication(dirname(resolve(folder)))
  if (!usual.ok) return usual
  const paths = Object.fromEntries(study.value.layers.map(({ id, file }) => [id, join(folder, file)]))
  return done({ study: study.value, printed: publishedBy(study.value, usual.value), folder, paths, close })
}

async function openZip(file: string): Promise<Outcome<OpenStudy>> {
  const folder = await mkdtemp(join(tmpdir(), 'basilia-study-'))
  const close = (): Promise<void> => rm(folder, { recursive: true, force: true })
  const unzipped = await unzipStudy(file, folder)
  const opened = unzipped.ok ? await openFolder(unzipped.value, close) : unzipped
  if (opened?.ok) return opened
  await close()
  return opened ?? refused(problem('study-zip-without-study', { file }))
}
