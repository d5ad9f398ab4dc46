import { allDatums, spelling, type Datum } from './datums.ts'
import { noParameters, type CoordinateSystem, type Method, type ProjectionParameters } from './system.ts'
import { asClassicText } from './modern-text.ts'
import { authorityOf, childOf, nameOf, type WktNode } from './well-known-text.ts'

/** What a well-known text says, before anything is believed: the parts that are understood, and the one that is not. */
export type DescribedSystem = {
  readonly name: string
  readonly code: string | null
  readonly datumName: string
  readonly datum: Datum | null
  /** Of the ellipsoid as the text states it. */
  readonly semiMajorM: number
  readonly inverseFlattening: number
  readonly methodName: string
  readonly method: Method | null
  readonly parameters: ProjectionParameters
  readonly unitM: number
  /** Degrees east of Greenwich. */
  readonly primeMeridian: number
}

const methodOfName: Readonly<Record<string, Method>> = {
  transversemercator: 'tmerc',
  gausskruger: 'tmerc',
  lambertconicconformal1sp: 'lcc',
  lambertconicconformal2sp: 'lcc',
  lambertconformalconic: 'lcc',
  lambertconformalconic1sp: 'lcc',
  lambertconformalconic2sp: 'lcc',
  lambertconicnearconformal: 'lcca',
  doublestereographic: 'sterea',
  obliquestereographic: 'sterea',
  stereographic: 'stere',
  cassini: 'cass',
  cassinisoldner: 'cass',
  mercatorvarianta: 'merc',
  mercatorvariantb: 'merc',
  popularvisualisationpseudomercator: 'webmerc',
  albersequalarea: 'aea',
  lambertcylindricalequalarea: 'cea',
  mercator: 'merc',
  mercator1sp: 'merc',
  mercator2sp: 'merc',
  mercatorauxiliarysphere: 'webmerc',
  albers: 'aea',
  albersconicequalarea: 'aea',
  lambertazimuthalequalarea: 'laea',
  cylindricalequalarea: 'cea',
}

const parameterNames: Readonly<Record<string, keyof ProjectionParameters>> = {
  latitudeoforigin: 'lat0',
  latitudeofcenter: 'lat0',
  latitudeofnaturalorigin: 'lat0',
  centralparallel: 'lat0',
  centralmeridian: 'lon0',
  longitudeofcenter: 'lon0',
  longitudeoforigin: 'lon0',
  longitudeofnaturalorigin: 'lon0',
  standardparallel1: 'lat1',
  standardparallel2: 'lat2',
  latitudeoffalseorigin: 'lat0',
  longitudeoffalseorigin: 'lon0',
  eastingatfalseorigin: 'x0',
  northingatfalseorigin: 'y0',
  latitudeof1ststandardparallel: 'lat1',
  latitudeof2ndstandardparallel: 'lat2',
  scalefactor: 'k0',
  scalefactoratnaturalorigin: 'k0',
  falseeasting: 'x0',
  falsenorthing: 'y0',
}

const degree = Math.PI / 180

/** The system that a text in WKT1 or WKT2 describes; `null` for one of another sort (local, geocentric, derived). */
export function describeWkt(text: WktNode): DescribedSystem | null {
  const root = asClassicText(text)
  return root && describeClassic(root)
}

function describeClassic(root: WktNode): DescribedSystem | null {
  if (root.keyword === 'COMPD_CS') {
    const horizontal = root.children.find(({ keyword }) => keyword === 'PROJCS' || keyword === 'GEOGCS')
    return horizontal ? describeClassic(horizontal) : null
  }
  const geographic = root.keyword === 'GEOGCS' ? root : root.keyword === 'PROJCS' ? childOf(root, 'GEOGCS') : undefined
  const datumNode = geographic && childOf(geographic, 'DATUM')
  const spheroid = datumNode && (childOf(datumNode, 'SPHEROID') ?? childOf(datumNode, 'ELLIPSOID'))
  if (!geographic || !datumNode || !spheroid) return null
  const [, semiMajorM, inverseFlattening] = spheroid.values
  if (typeof semiMajorM !== 'number' || typeof inverseFlattening !== 'number') return null
  const angularUnit = unitOf(geographic, degree)
  const common = {
    name: nameOf(root),
    code: authorityOf(root),
    datumName: nameOf(datumNode),
    datum: datumNamed(nameOf(datumNode), nameOf(geographic)),
    semiMajorM,
    inverseFlattening,
    primeMeridian: Number(childOf(geographic, 'PRIMEM')?.values[1] ?? 0),
  }
  if (root === geographic) {
    const method = Math.abs(angularUnit / degree - 1) < 1e-6 ? 'longlat' : null
    return { ...common, methodName: 'longlat', method, parameters: noParameters, unitM: 1 }
  }
  const methodName = nameOf(childOf(root, 'PROJECTION'))
  const method = methodOfName[spelling(methodName)] ?? null
  const unitM = unitOf(root, 1)
  return { ...common, methodName, method, parameters: parametersOf(root, method, unitM, angularUnit / degree), unitM }
}

function unitOf(node: WktNode, otherwise: number): number {
  const size = childOf(node, 'UNIT')?.values[1]
  return typeof size === 'number' && size > 0 ? size : otherwise
}

function parametersOf(root: WktNode, method: Method | null, unitM: number, unitDegrees: number): ProjectionParameters {
  const read: Partial<Record<keyof ProjectionParameters, number>> = {}
  for (const { keyword, values } of root.children) {
    const [name, value] = values
    const key = keyword === 'PARAMETER' ? parameterNames[spelling(String(name))] : undefined
    if (key === undefined || typeof value !== 'number') continue
    read[key] = key === 'k0' ? value : key === 'x0' || key === 'y0' ? value * unitM : value * unitDegrees
  }
  const all = { ...noParameters, ...read }
  if (method === 'lcc') {
    const lat1 = read.lat1 ?? all.lat0
    return { ...all, lat1, lat2: read.lat2 ?? lat1 }
  }
  if (method === 'webmerc') return { ...noParameters, lon0: all.lon0, x0: all.x0, y0: all.y0 }
  return method === 'merc' || method === 'aea' || method === 'cea' ? all : { ...all, lat1: 0, lat2: 0 }
}

function datumNamed(datumName: string, geographicName: string): Datum | null {
  const key = spelling(datumName.replace(/^D_/i, ''))
  const known = allDatums.find(({ spellings }) => spellings.includes(key))
  if (known || !/unknown|undefined|notspecified/.test(key)) return known ?? null
  const geographicKey = spelling(geographicName.replace(/^GCS_/i, ''))
  return allDatums.find(({ spellings }) => spellings.includes(geographicKey)) ?? null
}

/** Parameters that differ between what a text says and a system that we know: name, what it says, what it should say. */
export function contradictions(
  described: DescribedSystem,
  system: CoordinateSystem,
): readonly { readonly parameter: string; readonly says: string | number; readonly expected: string | number }[] {
  const found: { parameter: string; says: string | number; expected: string | number }[] = []
  const compare = (parameter: string, says: number, expected: number, tolerance: number) => {
    if (!(Math.abs(says - expected) <= tolerance)) found.push({ parameter, says, expected })
  }
  if (described.datum !== null && described.datum.geographicCode !== system.datum.geographicCode) {
    found.push({ parameter: 'datum', says: described.datumName, expected: system.datum.name })
  }
  compare('semi-major axis', described.semiMajorM, system.datum.semiMajorM, 0.01)
  compare('inverse flattening', described.inverseFlattening, system.datum.inverseFlattening, 1e-4)
  if (!sameMethod(described, system)) {
    found.push({ parameter: 'projection', says: described.methodName, expected: system.method })
    return found
  }
  const { parameters: says } = described
  const { parameters: should } = system
  compare('unit', described.unitM, system.unitM, 1e-9)
  compare('central meridian', says.lon0, should.lon0, 1e-8)
  compare('false easting', says.x0, should.x0, 1e-3)
  compare('false northing', says.y0, should.y0, 1e-3)
  if (system.method === 'webmerc') return found
  compare('latitude of origin', says.lat0, should.lat0, 1e-8)
  const ascending = (p: ProjectionParameters) => [p.lat1, p.lat2].sort((a, b) => a - b) as [number, number]
  compare('standard parallel 1', ascending(says)[0], ascending(should)[0], 1e-8)
  compare('standard parallel 2', ascending(says)[1], ascending(should)[1], 1e-8)
  compare('scale factor', says.k0, should.k0, 1e-10)
  return found
}

/** ESRI also writes plain "Stereographic" for the double one, and GDAL a plain Mercator for the Web's. */
function sameMethod(described: DescribedSystem, system: CoordinateSystem): boolean {
  if (described.method === system.method) return true
  if (system.method === 'sterea') return described.method === 'stere'
  return system.method === 'webmerc' && described.method === 'merc'
}
