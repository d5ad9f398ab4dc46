import { join } from 'node:path'
import { bundledStudiesFolder } from '../config/project-root.ts'
import { withNone } from '../../core/options/report-options.ts'
import { bundledStudies } from '../store/bundled-studies.ts'

/** References of the studies that were named, or else of the bundled ones but the study itself. */
export async function comparisonStudies(id: string, named: readonly string[] | undefined): Promise<readonly string[]> {
  if (named) return named.filter((other) => other !== withNone)
  return (await bundledStudies()).filter((other) => other !== id).map((other) => join(bundledStudiesFolder, other))
}
