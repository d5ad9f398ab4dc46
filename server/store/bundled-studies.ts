import { readdir } from 'node:fs/promises'
import { idSchema } from '../../core/model/layer-schema.ts'
import { bundledStudiesFolder } from '../config/project-root.ts'

/** The ids of the studies that come with the program, in their order. */
export async function bundledStudies(): Promise<string[]> {
  const names = await readdir(bundledStudiesFolder).catch(() => [])
  return names.filter((name) => idSchema.safeParse(name).success).sort()
}
