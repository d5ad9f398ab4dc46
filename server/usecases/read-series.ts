import type { Extent, Features } from '../../core/geometry/shapes.ts'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import type { LayerOptions } from '../../core/model/layer-options.ts'
import { seriesOfColumns } from '../../core/layers/series-of-columns.ts'
import { seriesOfFiles } from '../../core/layers/series-of-files.ts'
import { columnsMeant, filesMeant, type Snapshots } from '../../core/model/series-options.ts'
import type { Source } from '../../core/model/sources.ts'
import { buildLayer, type LayerDraft, type LoadedLayer } from '../../core/layers/build-layer.ts'
import type { NamedBytes } from '../import/record/imported.ts'
import { readFiles } from '../import/read-files.ts'
import { crsUnknown, readOneLayer } from './read-one-layer.ts'

/** The snapshots of a load, by day; those of columns have their features in common. */
export type ReadSeries = {
  readonly drafts: readonly LayerDraft[]
  /** Of each snapshot in turn, or of all where `isOneFile`. */
  readonly features: readonly Features[]
  readonly evenOdd: LoadedLayer['evenOdd']
  readonly isOneFile: boolean
}

/** Reads files that were loaded together as one series: a snapshot for each layer in them, or for each dated column of the one. */
export async function readSeries(
  files: readonly NamedBytes[],
  snapshots: Snapshots,
  options: LayerOptions,
  sha256: string,
  near: Extent | undefined,
  sources: readonly Source[],
  work: TaskContext = {},
): Promise<Outcome<ReadSeries>> {
  const columns = columnsMeant(snapshots)
  if (columns !== null) {
    const loaded = await readOneLayer(files, options, near, work)
    if (!loaded.ok) return loaded
    const { features, evenOdd } = loaded.value
    const plain = buildLayer(
      loaded.value,
      { name: options.name, sublayer: options.sublayer, where: options.where },
      sha256,
    )
    if (!plain.ok) return plain
    const drafts = seriesOfColumns(plain.value, features, columns, options, sources)
    return drafts.ok ? done({ drafts: drafts.value, features: [features], evenOdd, isOneFile: true }) : drafts
  }
  const { crs, encoding, where, positions, threshold } = options
  const read = await readFiles(
    files,
    {
      crs,
      encoding,
      where: where ?? undefined,
      positions: positions ?? undefined,
      threshold: threshold ?? undefined,
      near,
    },
    work,
  )
  if (!read.ok) return read
  const loaded: LoadedLayer[] = []
  for (const layer of read.value) {
    if (layer.crs === null) return refused(crsUnknown(layer.name, layer))
    loaded.push({ ...layer, crs: layer.crs })
  }
  const drafts = seriesOfFiles(loaded, filesMeant(snapshots)!, options, sha256, sources)
  if (!drafts.ok) return drafts
  const features = drafts.value.map(({ sublayer }) => loaded.find(({ name }) => name === sublayer)!.features)
  return done({ drafts: drafts.value, features, evenOdd: loaded[0]!.evenOdd, isOneFile: false })
}
