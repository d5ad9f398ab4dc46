import { readdir } from 'node:fs/promises'
import { z } from 'zod'
import { option } from '../../core/options/option.ts'
import { done, type Outcome } from '../../core/result/outcome.ts'
import { problem, type Problem } from '../../core/result/problem.ts'
import { readConfig, settings } from '../config/config.ts'

const { doc, variable } = settings.workspace

/** The workspace as a flag of commands beside `serve`. */
export const workspaceOption = {
  workspace: option(z.string().optional(), `${doc}, or ${variable}; default ~/basilia-studies`, { value: 'DIR' }),
}

/** The workspace that a flag, a word or the environment names. */
export function workspaceOf(given: string | undefined): Outcome<string> {
  const config = readConfig({ workspace: given }, process.env)
  return config.ok ? done(config.value.workspace) : config
}

/** Why the folder cannot be read as a workspace, as the disk says it; `null` where it can. */
export const unusableWorkspace = (folder: string): Promise<Problem | null> =>
  readdir(folder).then(
    () => null,
    (error: NodeJS.ErrnoException) => {
      if (error.code === undefined) throw error
      return problem('workspace-unusable', { folder, reason: error.code })
    },
  )
