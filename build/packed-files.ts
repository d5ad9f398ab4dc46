import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { Plugin } from 'vite'

const pack = promisify(brotliCompress)
const isText = /\.(?:js|css|svg|ttf)$/

/** Writes beside each text file of the page the same packed as small as it goes, which would take too long while somebody waits. */
export function packedFiles(): Plugin {
  return {
    name: 'packed-files',
    applyToEnvironment: ({ name }) => name === 'client',
    async writeBundle({ dir }, files) {
      const paths = Object.keys(files)
        .filter((name) => isText.test(name))
        .map((name) => join(dir!, name))
      await Promise.all(
        paths.map(async (path) => {
          const bytes = await readFile(path)
          const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
          await writeFile(`${path}.br`, await pack(bytes, { params }))
        }),
      )
    },
  }
}
