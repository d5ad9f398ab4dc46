import { z } from 'zod'
import { translate } from '../../core/i18n/translate.ts'
import { option } from '../../core/options/option.ts'
import { done, refused } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import { backUpWorkspace } from '../usecases/back-up-workspace.ts'
import { commandOf } from './command.ts'
import { UsageError } from './usage-error.ts'
import { unusableWorkspace, workspaceOf, workspaceOption } from './workspace-option.ts'
import { writeNote } from './write-out.ts'

const about = `Usage: basilia backup --out FOLDER [options]

Copies all studies of the workspace into a new folder, each as it stood at one moment, while a server may be at work
there. The folder appears when all of it is safe on disk, and is a workspace itself: \`basilia serve --workspace FOLDER\`
opens it, \`basilia check FOLDER\` checks it.
`

const options = {
  out: option(z.string().min(1).optional(), 'the folder to make; it must not be there, or be empty', {
    value: 'FOLDER',
  }),
  ...workspaceOption,
}

/** `basilia backup`. */
export const command = commandOf({ about, options }, async ({ words, values }) => {
  if (words.length > 0) throw new UsageError(`backup takes no words; it got "${words[0]}".`)
  if (values.out === undefined) throw new UsageError('backup needs --out FOLDER.')
  const workspace = workspaceOf(values.workspace)
  if (!workspace.ok) return workspace
  const folder = workspace.value
  const unusable = await unusableWorkspace(folder)
  if (unusable) return refused(unusable)
  const made = await backUpWorkspace(folder, values.out)
  if (!made.ok) return made
  const { studies, unreadable } = made.value
  writeNote(translate('en', 'backup.made', { count: studies.length, folder: values.out }))
  return unreadable.length === 0
    ? done(null)
    : refused(problem('backup-unreadable', { studies: unreadable.join(', '), count: unreadable.length }))
})
