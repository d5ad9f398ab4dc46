import type { Outcome } from '../../../core/result/outcome.ts'
import { fineArcs, readThroughGdal, type GdalWay } from './gdal-layers.ts'
import type { RawLayer } from '../record/raw-layer.ts'
import type { SourceFile } from '../archive/source-file.ts'

/** Files that make up one table of MapInfo with its `.tab`, and that of its interchange format with its `.mif`. */
const partsOf = { tab: ['dat', 'map', 'id', 'ind'], mif: ['mid'] } as const

/** Reads a table of MapInfo: a `.tab` or a `.mif` with the files that have its name. */
export function readMapInfo(source: SourceFile): Promise<Outcome<readonly RawLayer[]>> {
  const ending = /\.mif$/i.test(source.file.name) ? 'mif' : 'tab'
  const beside = partsOf[ending].flatMap((part) => {
    const file = source.beside(part)
    return file ? [{ name: `data.${part}`, bytes: file.bytes }] : []
  })
  const files = [{ name: `data.${ending}`, bytes: source.file.bytes }, ...beside]
  const request: GdalWay['request'] = {
    driver: 'MapInfo File',
    open: `data.${ending}`,
    files,
    config: fineArcs,
    systemFromCopy: true,
  }
  return readThroughGdal(source, { request, isOneLayer: true })
}
