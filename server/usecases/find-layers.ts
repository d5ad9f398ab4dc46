import { readFile } from 'node:fs/promises'
import type { FoundLayer } from '../../core/layers/inspection.ts'
import type { LayerOptions } from '../../core/model/layer-options.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import { done, type Outcome } from '../../core/result/outcome.ts'
import { foundLayer } from '../import/inspection.ts'
import { readFiles } from '../import/read-files.ts'
import type { ImportRequest } from './import-layer.ts'

/** What an import would find in files that are not part of a study yet; nothing of it is measured. */
export async function findLayers(
  { files, options }: { readonly files: ImportRequest['files']; readonly options: LayerOptions },
  work: TaskContext,
): Promise<Outcome<readonly FoundLayer[]>> {
  const named = []
  for (const { name, path } of files) named.push({ name, bytes: await readFile(path) })
  const { crs, encoding, sublayer, where, positions, threshold } = options
  const read = await readFiles(
    named,
    {
      crs,
      encoding,
      sublayer,
      where: where ?? undefined,
      positions: positions ?? undefined,
      threshold: threshold ?? undefined,
    },
    work,
  )
  return read.ok ? done(read.value.map(foundLayer)) : read
}
