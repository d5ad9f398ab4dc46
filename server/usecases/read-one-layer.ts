import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem, type Problem } from '../../core/result/problem.ts'
import type { Extent } from '../../core/geometry/shapes.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import type { LayerOptions } from '../../core/model/layer-options.ts'
import type { LoadedLayer } from '../../core/layers/build-layer.ts'
import type { CheckedFeatures } from '../../core/geometry-check/validity-report.ts'
import { evidenceOf } from '../import/record/evidence.ts'
import type { ImportedLayer, NamedBytes } from '../import/record/imported.ts'
import { readFiles, severalLayers } from '../import/read-files.ts'

/** The one layer of the files that `options` mean, in WGS 84. `near` is the ground that the study is about. */
export async function readOneLayer(
  files: readonly NamedBytes[],
  options: LayerOptions,
  near?: Extent,
  work: TaskContext = {},
): Promise<Outcome<LoadedLayer & CheckedFeatures>> {
  const { crs, encoding, sublayer, where, positions, threshold } = options
  const read = await readFiles(
    files,
    {
      crs,
      encoding,
      sublayer,
      where: where ?? undefined,
      positions: positions ?? undefined,
      threshold: threshold ?? undefined,
      near,
    },
    work,
  )
  if (!read.ok) return read
  const [layer, ...others] = read.value
  const file = (files.find(({ name }) => /\.shp$/i.test(name)) ?? files[0])?.name ?? ''
  if (layer === undefined) throw new Error(`the import of ${file} gave no layer and no problem`)
  if (others.length > 0) return refused(severalLayers(files, read.value))
  return layer.crs === null ? refused(crsUnknown(file, layer)) : done({ ...layer, crs: layer.crs })
}

/** The refusal of a file that does not say its coordinate system, with what it may be and what the file shows. */
export function crsUnknown(file: string, layer: ImportedLayer): Problem {
  const { candidates } = layer
  const named = candidates.map(({ code, name }) => `${code} (${name})`).join(', ')
  return problem(
    'crs-unknown',
    { file, candidates: named },
    { candidates, evidence: evidenceOf({ ...layer, encodingBy: layer.stated.encoding }) },
  )
}
