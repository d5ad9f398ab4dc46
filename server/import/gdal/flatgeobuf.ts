import type { Outcome } from '../../../core/result/outcome.ts'
import { loneFile, readThroughGdal } from './gdal-layers.ts'
import type { RawLayer } from '../record/raw-layer.ts'
import type { SourceFile } from '../archive/source-file.ts'

/** Reads a FlatGeobuf file. */
export const readFlatGeobuf = (source: SourceFile): Promise<Outcome<readonly RawLayer[]>> =>
  readThroughGdal(source, { request: loneFile('FlatGeobuf', 'data.fgb', source), isOneLayer: true })
