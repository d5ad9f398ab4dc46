import { element, escaped, type Svg } from '../../../core/sheet/svg.ts'
import proj4 from 'proj4'

type Place = readonly [lonDegrees: number, latDegrees: number]

/** A coordinate system as QGIS keeps it, and the way from degrees into it. */
export type QgisSystem = {
  readonly xml: Svg
  readonly units: 'degrees' | 'meters'
  readonly forward: (place: Place) => Place
}

type Description = {
  readonly proj4: string
  readonly code: number | null
  readonly id: number
  readonly name: string
  readonly isGeographic: boolean
}

const systemOf = ({ proj4: definition, code, id, name, isGeographic }: Description): Svg =>
  element(
    'spatialrefsys',
    {},
    element('proj4', {}, definition),
    element('srsid', {}, String(id)),
    element('srid', {}, String(code ?? 0)),
    element('authid', {}, code === null ? '' : `EPSG:${code}`),
    element('description', {}, escaped(name)),
    element('geographicflag', {}, String(isGeographic)),
  )

export const wgs84: QgisSystem = {
  xml: systemOf({
    proj4: '+proj=longlat +datum=WGS84 +no_defs',
    code: 4326,
    id: 3452,
    name: 'WGS 84',
    isGeographic: true,
  }),
  units: 'degrees',
  forward: (place) => place,
}

/** Beyond these latitudes UTM ends. */
const [southernmost, northernmost] = [-80, 84]

/** The zone of UTM that a place lies in, so that ground has its shape on the screen; towards the poles degrees. */
export function screenSystem([lon, lat]: Place): QgisSystem {
  if (lat < southernmost || lat > northernmost) return wgs84
  const zone = Math.min(60, Math.max(1, Math.floor((lon + 180) / 6) + 1))
  const isSouth = lat < 0
  const definition = `+proj=utm +zone=${zone}${isSouth ? ' +south' : ''} +datum=WGS84 +units=m +no_defs`
  const converter = proj4('+proj=longlat +datum=WGS84', definition)
  const name = `WGS 84 / UTM zone ${zone}${isSouth ? 'S' : 'N'}`
  const code = (isSouth ? 32_700 : 32_600) + zone
  return {
    // QGIS finds its own number by the code.
    xml: systemOf({ proj4: definition, code, id: 0, name, isGeographic: false }),
    units: 'meters',
    forward: ([x, y]) => converter.forward<[number, number]>([x, y]),
  }
}

/** That of the sheet: transverse Mercator about a place. */
export const paperSystem = ([lon, lat]: Place): Svg =>
  systemOf({
    proj4: `+proj=tmerc +lat_0=${lat} +lon_0=${lon} +k=1 +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs`,
    code: null,
    id: 0,
    name: 'Transverse Mercator about the middle of the map',
    isGeographic: false,
  })
