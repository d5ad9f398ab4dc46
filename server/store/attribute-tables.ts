import { createHash } from 'node:crypto'
import { done, type Outcome } from '../../core/result/outcome.ts'
import { attributeTable, type AttributeTable } from '../../core/tiles/attribute-table.ts'
import { answerFolder } from './answer-folder.ts'
import { featureLines } from './feature-lines.ts'
import { keepValues } from './kept-values.ts'
import { readLayerFeatures } from './layer-features.ts'
import { fileMark, type SourceRequest } from './tile-sources.ts'

/** A table with where each feature stands in its file; `null` where the file does not give each a line. */
export type StoredTable = AttributeTable & { readonly lines: Float64Array | null }

const mostKeptBytes = 256 * 2 ** 20
const mostFolderBytes = 2 ** 30
/** Roughly, of a value with its text. */
const valueBytes = 64
/** Grows when what is kept changes its form. */
const form = 1

/** The attributes of a layer: from memory, else from the folder, else from the layer's file, and then kept in both. */
export async function readAttributeTable({ study, layer, path, folder }: SourceRequest): Promise<Outcome<StoredTable>> {
  const mark = await fileMark(layer, path).catch(() => path)
  const key = createHash('sha256')
    .update(`attributes ${form} ${mark} ${layer.geometryType} ${layer.evenOdd}`)
    .digest('hex')
  const before = kept.find(key)
  if (before) return done(before)
  const files = answerFolder(folder, mostFolderBytes)
  const written = files.read(key) as StoredTable | undefined
  if (written) return done(keep(key, written))
  const features = await readLayerFeatures(study, [layer], { [layer.id]: path })
  if (!features.ok) return features
  const own = features.value.get(layer.id)!
  const made = { ...attributeTable(own), lines: await featureLines(path, own.attributes.length) }
  files.write(key, made)
  return done(keep(key, made))
}

const bytesOf = ({ columns, boxes, lines }: StoredTable): number =>
  columns.reduce((sum, { values, places }) => sum + places.byteLength + valueBytes * values.length, 0) +
  boxes.byteLength +
  (lines?.byteLength ?? 0)

const kept = keepValues(bytesOf, mostKeptBytes, Infinity)

function keep(key: string, table: StoredTable): StoredTable {
  kept.keep(key, table)
  return table
}
