import type { DeclaredCrs } from '../record/raw-layer.ts'
import type { TiffFile } from './tiff-file.ts'

const userDefined = 32_767
const longestName = 200

/** The coordinate system that the keys of a GeoTIFF name (OGC 19-008r4): by its code, else by how they call it. */
export function systemOfKeys({ keys }: TiffFile): DeclaredCrs {
  const projected = keys['ProjectedCSTypeGeoKey']
  const number = projected === undefined ? keys['GeographicTypeGeoKey'] : projected
  if (typeof number === 'number' && number > 0 && number < userDefined) return { kind: 'code', text: `EPSG:${number}` }
  if (number !== userDefined) return { kind: 'none' }
  const called = ['PCSCitationGeoKey', 'GTCitationGeoKey', 'GeogCitationGeoKey']
    .map((key) => keys[key])
    .find((name) => typeof name === 'string' && name.trim() !== '')
  return called === undefined ? { kind: 'none' } : { kind: 'code', text: String(called).trim().slice(0, longestName) }
}
