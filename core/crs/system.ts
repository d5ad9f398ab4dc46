import type { Extent } from '../geometry/shapes.ts'
import type { Datum, DatumOperation } from './datums.ts'

/** `lcc` with equal parallels is the one-parallel form; `lcca` is Lambert near-conformal; `webmerc` the spherical one. */
export type Method =
  | 'longlat'
  | 'tmerc'
  | 'lcc'
  | 'lcca'
  | 'sterea'
  | 'stere'
  | 'cass'
  | 'merc'
  | 'webmerc'
  | 'aea'
  | 'laea'
  | 'cea'

/** Angles in degrees east and north; lengths in metres. */
export type ProjectionParameters = {
  readonly lat0: number
  readonly lon0: number
  /** Standard parallels. */
  readonly lat1: number
  readonly lat2: number
  readonly k0: number
  readonly x0: number
  readonly y0: number
}

/** A coordinate reference system: a projection on a datum in a unit. Axis order is always east, north. */
export type CoordinateSystem = {
  /** "EPSG:22770", or the name in its file where it has no code. */
  readonly code: string
  readonly name: string
  /** Other spellings of its name, as `spelling` reduces them. */
  readonly spellings: readonly string[]
  readonly datum: Datum
  readonly method: Method
  readonly parameters: ProjectionParameters
  /** Length of the unit of its coordinates; 1 for degrees. */
  readonly unitM: number
  readonly area: Extent
  /** Whether it was taken from the EPSG data set by its code, and not from our registry or a file's own text. */
  readonly isPublished?: true
}

export const noParameters: ProjectionParameters = { lat0: 0, lon0: 0, lat1: 0, lat2: 0, k0: 1, x0: 0, y0: 0 }

const methodStrings: Readonly<Record<Method, (p: ProjectionParameters) => string>> = {
  longlat: () => '+proj=longlat',
  tmerc: (p) => `+proj=tmerc +lat_0=${p.lat0} +k_0=${p.k0}`,
  lcc: (p) => `+proj=lcc +lat_0=${p.lat0} +lat_1=${p.lat1} +lat_2=${p.lat2} +k_0=${p.k0}`,
  lcca: (p) => `+proj=lcca +lat_0=${p.lat0} +k_0=${p.k0}`,
  sterea: (p) => `+proj=sterea +lat_0=${p.lat0} +k_0=${p.k0}`,
  stere: (p) => `+proj=stere +lat_0=${p.lat0} +lat_ts=${p.lat1} +k_0=${p.k0}`,
  cass: (p) => `+proj=cassini-soldner +lat_0=${p.lat0}`,
  merc: (p) => (p.lat1 === 0 ? `+proj=merc +k_0=${p.k0}` : `+proj=merc +lat_ts=${p.lat1}`),
  webmerc: () => '+proj=merc +k_0=1',
  aea: (p) => `+proj=aea +lat_0=${p.lat0} +lat_1=${p.lat1} +lat_2=${p.lat2}`,
  laea: (p) => `+proj=laea +lat_0=${p.lat0}`,
  cea: (p) => `+proj=cea +lat_ts=${p.lat1}`,
}

/**
 * The system as a PROJ string with `operation` as its step to WGS 84, or without any step where it is `null`.
 * `+x_0 +y_0` are always given: proj4 returns NaN for some projections without them.
 */
export function projString(system: CoordinateSystem, operation: DatumOperation | null): string {
  const { parameters, method, datum } = system
  const head = methodStrings[method](parameters)
  const place = method === 'longlat' ? '' : ` +lon_0=${parameters.lon0} +x_0=${parameters.x0} +y_0=${parameters.y0}`
  const ellipsoid = ` +a=${datum.semiMajorM} +rf=${datum.inverseFlattening}`
  const shape = method === 'webmerc' ? ' +a=6378137 +b=6378137 +nadgrids=@null' : ellipsoid
  const shift = operation && method !== 'webmerc' ? ` +towgs84=${operation.toWgs84.join(',')}` : ''
  const unit = method === 'longlat' ? '' : ` +to_meter=${system.unitM}`
  return `${head}${place}${shape}${shift}${unit} +no_defs`
}
