import type { Outcome } from '../../../core/result/outcome.ts'
import { fineArcs, readThroughGdal } from './gdal-layers.ts'
import type { RawLayer } from '../record/raw-layer.ts'
import type { SourceFile } from '../archive/source-file.ts'

/** Reads all layers of the folder of an ESRI file geodatabase. */
export function readFileGeodatabase(source: SourceFile): Promise<Outcome<readonly RawLayer[]>> {
  const files = source.within.map(({ name, bytes }) => ({ name: `data.gdb/${name.split('/').at(-1)!}`, bytes }))
  const request = { driver: 'OpenFileGDB', open: 'data.gdb', files, config: fineArcs }
  return readThroughGdal(source, { request, isOneLayer: false })
}
