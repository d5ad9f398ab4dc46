import type { Outcome } from '../../core/outcome.ts'
import { loneFile, readThroughGdal } from './gdal-layers.ts'
import type { RawLayer } from './raw-layer.ts'
import type { SourceFile } from './source-file.ts'

/** Reads all layers of a GeoPackage. */
export const readGeoPackage = (source: SourceFile): Promise<Outcome<readonly RawLayer[]>> =>
  readThroughGdal(source, { request: loneFile('GPKG', 'data.gpkg', source), isOneLayer: false })
