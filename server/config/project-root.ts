import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of package.json, whether this runs from its source or from dist. */
export const projectRoot: string = (() => {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder)
    if (above === folder) throw new Error(`no package.json above ${fileURLToPath(import.meta.url)}`)
    folder = above
  }
  return folder
})()

/** The studies that come with the program; read-only. */
export const bundledStudiesFolder: string = join(projectRoot, 'data')

/** The page as it was built. */
export const pageFolder: string = join(projectRoot, 'dist', 'client')
