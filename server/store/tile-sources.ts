import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import type { Outcome } from '../../core/result/outcome.ts'
import { done } from '../../core/result/outcome.ts'
import type { Layer } from '../../core/model/layer.ts'
import type { Study } from '../../core/model/study.ts'
import { sourceKey, tileSource, type TileSource } from '../../core/tiles/tile-source.ts'
import { answerFolder, type AnswerFolder } from './answer-folder.ts'
import { featureLines } from './feature-lines.ts'
import { keepValues } from './kept-values.ts'
import { readLayerFeatures } from './layer-features.ts'

/** A source of tiles with where each feature stands in its file; `null` where the file does not give each a line. */
export type StoredSource = TileSource & { readonly lines: Float64Array | null }

/** Where the sources of tiles are kept, and of which layer one is wanted. */
export type SourceRequest = {
  readonly study: Study
  readonly layer: Layer
  readonly path: string
  readonly folder: string
}

const mostKeptBytes = 256 * 2 ** 20
const mostFolderBytes = 2 ** 30
/** Grows when what is kept changes its form. */
const form = 1

const kept = keepValues(bytesOf, mostKeptBytes, Infinity)
const folders = new Map<string, AnswerFolder>()

/** What tells a layer's file from all others. */
export async function fileMark({ fileSha256 }: Layer, path: string): Promise<string> {
  if (fileSha256 !== undefined) return fileSha256
  const { size, mtimeMs } = await stat(path)
  return `${path} ${size} ${mtimeMs}`
}

/**
 * What the tiles of a layer are made of: from memory, else from the folder, else from the layer's file, and then kept in both. A
 * folder that cannot be written to costs time and nothing else.
 */
export async function readTileSource(
  { study, layer, path, folder }: SourceRequest,
  progress?: (fraction: number) => void,
): Promise<Outcome<StoredSource>> {
  const key = await keyOf(layer, path)
  const before = kept.find(key)
  if (before) return done(before)
  const files = folders.get(folder) ?? answerFolder(folder, mostFolderBytes)
  folders.set(folder, files)
  const read = files.read(key) as StoredSource | undefined
  if (read !== undefined) return done(keep(key, read))
  const features = await readLayerFeatures(study, [layer], { [layer.id]: path }, progress)
  if (!features.ok) return features
  const own = features.value.get(layer.id)!
  const made = { ...tileSource(layer, own), lines: await featureLines(path, own.attributes.length) }
  files.write(key, made)
  return done(keep(key, made))
}

const keyOf = async (layer: Layer, path: string): Promise<string> =>
  createHash('sha256')
    .update(`${form} ${sourceKey(layer, await fileMark(layer, path).catch(() => path))}`)
    .digest('hex')

/** Whether the source of a layer need only be read from the folder, which is soon done. */
export const hasTileSource = async ({ layer, path, folder }: SourceRequest): Promise<boolean> =>
  answerFolder(folder, mostFolderBytes).has(await keyOf(layer, path))

function keep(key: string, source: StoredSource): StoredSource {
  kept.keep(key, source)
  return source
}

function bytesOf({ ground, columns, lines }: StoredSource): number {
  const buffers = [...Object.values(ground), ...columns.map(({ places }) => places), lines]
  return buffers.reduce<number>(
    (sum, own) => sum + (typeof own === 'object' && own !== null ? (own as ArrayBufferView).byteLength : 0),
    0,
  )
}
