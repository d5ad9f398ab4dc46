import { translate } from '../../core/i18n/translate.ts'
import { done, refused } from '../../core/result/outcome.ts'
import { describeProblem, problem } from '../../core/result/problem.ts'
import { checkWorkspace } from '../usecases/check-workspace.ts'
import { commandOf } from './command.ts'
import { UsageError } from './usage-error.ts'
import { unusableWorkspace, workspaceOf } from './workspace-option.ts'
import { writeNote, writeOut } from './write-out.ts'

const about = `Usage: basilia check [WORKSPACE]

Says of every study of a workspace whether it is whole: whether it can be read, its files are there, as they were
written and with all their features, and the loaded files that they came from likewise. Nothing is changed. A server
may be at work there meanwhile. Ends with 1 where anything is wrong. Without WORKSPACE: BASILIA_WORKSPACE, else
~/basilia-studies.
`

/** `basilia check`. */
export const command = commandOf({ about, options: {} }, async ({ words }) => {
  if (words.length > 1) throw new UsageError(`check takes one workspace; it got "${words[1]}" as well.`)
  const workspace = workspaceOf(words[0])
  if (!workspace.ok) return workspace
  const folder = workspace.value
  const unusable = await unusableWorkspace(folder)
  if (unusable) return refused(unusable)
  const studies = await checkWorkspace(folder)
  let count = 0
  for (const { id, layers, faults, litter } of studies) {
    count += faults.length
    if (faults.length === 0) await writeOut(`${translate('en', 'check.sound', { id, count: layers })}\n`)
    for (const fault of faults) await writeOut(`${describeProblem('en', fault)}\n`)
    for (const file of litter) writeNote(translate('en', 'check.litter', { id, file }))
  }
  return count === 0 ? done(null) : refused(problem('workspace-unsound', { folder, count }))
})
