import { basename } from 'node:path'

/**
 * What a base map's setting names: online tiles by their numbers (XYZ) or by their extent (WMS), or a PMTiles or GeoTIFF file
 * of this computer or of a site.
 */
export type BaseMapSetting =
  | { readonly kind: 'none' }
  | { readonly kind: 'xyz' | 'wms'; readonly url: URL }
  | { readonly kind: 'pmtiles' | 'geotiff'; readonly url: URL | null; readonly file: string }

/** Reads a setting; `null` where it is none of these. */
export function readBaseMapSetting(setting: string): BaseMapSetting | null {
  if (setting === 'none') return { kind: 'none' }
  const url = /^https?:\/\//i.test(setting) && URL.canParse(setting) ? new URL(setting) : null
  if (url && (url.username !== '' || url.password !== '')) return null
  if (url && ['{z}', '{x}', '{y}'].every((part) => setting.includes(part))) return { kind: 'xyz', url }
  if (url && [...url.searchParams.keys()].some((name) => name.toLowerCase() === 'layers')) return { kind: 'wms', url }
  const file = url ? url.pathname : setting
  if (/\.pmtiles$/i.test(file)) return { kind: 'pmtiles', url, file }
  return /\.tiff?$/i.test(file) ? { kind: 'geotiff', url, file } : null
}

/** What a base map is called before it is opened, and where it cannot be. */
export function nameOfSetting(setting: string): string {
  const read = readBaseMapSetting(setting)
  if (read === null || read.kind === 'none') return '–'
  if (!read.url) return basename(setting)
  const { host } = read.url
  return host.endsWith('openstreetmap.org') ? `© OpenStreetMap contributors (${host})` : host
}

/** The address of the tile of an XYZ or WMS setting, 256 pixels in Web Mercator. */
export function tileAddress(kind: 'xyz' | 'wms', setting: string, zoom: number, x: number, y: number): URL {
  if (kind === 'wms') return mapAddress(new URL(setting), zoom, x, y)
  return new URL(setting.replaceAll('{z}', String(zoom)).replaceAll('{x}', String(x)).replaceAll('{y}', String(y)))
}

const halfWorldM = 20_037_508.342_789_244

/** OGC Web Map Service 1.1.1 or 1.3.0, `GetMap`; EPSG:3857 has its axes east, north in both. */
function mapAddress(given: URL, zoom: number, x: number, y: number): URL {
  const url = new URL(given)
  const stated = new Map<string, string>()
  for (const [name, value] of given.searchParams) stated.set(name.toLowerCase(), value)
  const side = (2 * halfWorldM) / 2 ** zoom
  const [west, north] = [x * side - halfWorldM, halfWorldM - y * side]
  const version = stated.get('version') ?? '1.3.0'
  const asked = {
    styles: '',
    format: 'image/png',
    ...Object.fromEntries(stated),
    service: 'WMS',
    request: 'GetMap',
    version,
    [version.startsWith('1.3') ? 'crs' : 'srs']: 'EPSG:3857',
    bbox: [west, north - side, west + side, north].join(','),
    width: '256',
    height: '256',
  }
  url.search = new URLSearchParams(asked).toString()
  return url
}
