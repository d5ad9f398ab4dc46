import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { translate } from '../../core/i18n/translate.ts'
import { option } from '../../core/options/option.ts'
import { done, refused } from '../../core/result/outcome.ts'
import { describeProblem, problem } from '../../core/result/problem.ts'
import { readDatabases } from '../config/config.ts'
import { bundledStudiesFolder } from '../config/project-root.ts'
import { openFolderStore } from '../store/folder-store.ts'
import { copyStudies } from '../usecases/copy-studies.ts'
import { commandOf } from './command.ts'
import { unusableWorkspace } from './workspace-option.ts'
import { UsageError } from './usage-error.ts'
import { writeNote } from './write-out.ts'

const about = `Usage: basilia copy --from FOLDER    a workspace into the database of DATABASE_URL
       basilia copy --to FOLDER      the database into a workspace

Copies all studies with their history, layers and the files they were loaded from, while servers may be at work on both. What has
the id of a study that stands there already is left as it is, and told. The bin is not copied.
`

const options = {
  from: option(z.string().min(1).optional(), 'the workspace to copy into the database', { value: 'FOLDER' }),
  to: option(z.string().min(1).optional(), 'the workspace to copy the database into; made where it is missing', {
    value: 'FOLDER',
  }),
}

/** `basilia copy`. */
export const command = commandOf({ about, options }, async ({ words, values: { from, to } }) => {
  if (words.length > 0) throw new UsageError(`copy takes no words; it got "${words[0]}".`)
  if ((from === undefined) === (to === undefined)) throw new UsageError('copy needs either --from or --to FOLDER.')
  const databases = readDatabases(process.env)
  if (!databases.ok) return databases
  const { databaseUrl } = databases.value
  if (databaseUrl === null) return refused(problem('engine-without-database'))
  const unusable = from === undefined ? null : await unusableWorkspace(from)
  if (unusable) return refused(unusable)
  const { openDatabaseStore } = await import('../database/database-store.ts')
  const workspace = await mkdtemp(join(tmpdir(), 'basilia-copy-'))
  try {
    const database = await openDatabaseStore({ url: databaseUrl, workspace, bundledFolder: bundledStudiesFolder })
    if (!database.ok) return database
    try {
      const folder = await openFolderStore(from ?? to!, bundledStudiesFolder)
      const [source, target] = from === undefined ? [database.value, folder] : [folder, database.value]
      const made = await copyStudies(source, target)
      if (!made.ok) return made
      const { copied, left } = made.value
      for (const each of left) writeNote(describeProblem('en', each.problem))
      writeNote(
        translate('en', 'backup.made', { count: copied.length, folder: from === undefined ? to! : 'the database' }),
      )
      return left.length === 0
        ? done(null)
        : refused(problem('copy-incomplete', { count: left.length, studies: left.map(({ id }) => id).join(', ') }))
    } finally {
      await database.value.close()
    }
  } finally {
    await rm(workspace, { recursive: true, force: true })
  }
})
