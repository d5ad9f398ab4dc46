import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { publicationSchema, type Publication } from '../../core/model/publication.ts'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import { schemaFault } from '../../core/result/schema-fault.ts'
import { writeFileAtomically } from './atomic-write.ts'

export const publicationFile = 'publication.json'

/** Who publishes the studies of a folder where they do not say so themselves; nobody where the folder tells nothing. */
export async function readPublication(folder: string): Promise<Outcome<Publication>> {
  const path = join(folder, publicationFile)
  let content: unknown
  try {
    content = JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return done({})
    return refused(problem('publication-unreadable', { file: path, reason: code ?? message }))
  }
  const read = publicationSchema.safeParse(content)
  return read.success
    ? done(read.data)
    : refused(problem('publication-invalid', { file: path, ...schemaFault(read.error, content, publicationFile) }))
}

/** What tells one publication from another, for whoever changes what was read before. */
export const publicationTag = (publication: Publication): string =>
  `"${createHash('sha256').update(JSON.stringify(publication)).digest('hex').slice(0, 16)}"`

export const writePublication = (folder: string, publication: Publication): Promise<void> =>
  writeFileAtomically(join(folder, publicationFile), `${JSON.stringify(publication, null, 2)}\n`)
