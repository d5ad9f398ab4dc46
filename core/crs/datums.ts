import type { Extent } from '../geometry/shapes.ts'

/** A step from a datum to WGS 84, as published. */
export type DatumOperation = {
  /** "EPSG:15742". */
  readonly code: string
  readonly name: string
  /** As its publisher states it; 999 where the publisher says that it is unknown. */
  readonly accuracyM: number
  /** Three translations in metres, or seven position-vector parameters (metres, arc seconds, parts per million). */
  readonly toWgs84: readonly number[]
  readonly area: Extent
}

/** A geodetic datum with its ellipsoid and the operations to WGS 84 that are published for it. */
export type Datum = {
  readonly name: string
  /** EPSG code of the geographic system on this datum. */
  readonly geographicCode: string
  /** Spellings of the datum and of its geographic system, as `spelling` reduces them. */
  readonly spellings: readonly string[]
  readonly semiMajorM: number
  readonly inverseFlattening: number
  /** Likeliest first; none where the datum is WGS 84 itself. */
  readonly operations: readonly DatumOperation[]
  readonly area: Extent
}

/** Lower-case letters and digits only: ESRI, OGC and EPSG spellings of one name become equal. */
export const spelling = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

const world: Extent = [-180, -90, 180, 90]
const clarke1880Ign = { semiMajorM: 6378249.2, inverseFlattening: 293.466021293627 }
const clarke1880Rgs = { semiMajorM: 6378249.145, inverseFlattening: 293.465 }
const grs80 = { semiMajorM: 6378137, inverseFlattening: 298.257222101 }
const international1924 = { semiMajorM: 6378388, inverseFlattening: 297 }

const operation = (code: string, name: string, accuracyM: number, toWgs84: readonly number[], area: Extent) =>
  ({ code, name, accuracyM, toWgs84, area }) satisfies DatumOperation

/**
 * Datums of the region and of the data that reaches it. Operations, accuracies and areas are those of the EPSG data
 * set (12.x, read from PROJ 9.1's database); coordinate-frame rotations are turned into position-vector ones.
 */
export const datums = {
  wgs84: {
    name: 'World Geodetic System 1984',
    geographicCode: 'EPSG:4326',
    spellings: ['wgs1984', 'wgs84', 'worldgeodeticsystem1984', 'worldgeodeticsystem1984ensemble'],
    semiMajorM: 6378137,
    inverseFlattening: 298.257223563,
    operations: [],
    area: world,
  },
  deirEzZor: {
    name: 'Deir ez Zor',
    geographicCode: 'EPSG:4227',
    spellings: ['deirezzor'],
    ...clarke1880Ign,
    operations: [
      operation('EPSG:15742', 'Deir ez Zor to WGS 84 (5)', 5, [-190.421, 8.532, 238.69], [35.61, 32.31, 42.38, 37.3]),
    ],
    area: [35.04, 32.31, 42.38, 37.3],
  },
  palestine1923: {
    name: 'Palestine 1923',
    geographicCode: 'EPSG:4281',
    spellings: ['palestine1923'],
    semiMajorM: 6378300.789,
    inverseFlattening: 293.466315538981,
    operations: [
      operation(
        'EPSG:1074',
        'Palestine 1923 to WGS 84 (1)',
        2,
        [-275.7224, 94.7824, 340.8944, -8.001, -4.42, -11.821, 1],
        [34.17, 29.45, 35.69, 33.28],
      ),
    ],
    area: [34.17, 29.18, 39.31, 33.38],
  },
  israel1993: {
    name: 'Israel 1993',
    geographicCode: 'EPSG:4141',
    spellings: ['israel1993', 'israel'],
    ...grs80,
    operations: [
      operation(
        'EPSG:9676',
        'Israel 1993 to WGS 84 (2)',
        0.5,
        [23.772, 17.49, 17.859, -0.3132, -1.85274, 1.67299, -5.4262],
        [34.17, 29.45, 35.69, 33.28],
      ),
    ],
    area: [34.17, 29.45, 35.69, 33.28],
  },
  ed50: {
    name: 'European Datum 1950',
    geographicCode: 'EPSG:4230',
    spellings: ['ed50', 'europeandatum1950', 'european1950'],
    ...international1924,
    operations: [
      operation(
        'EPSG:1784',
        'ED50 to WGS 84 (30)',
        2,
        [-84.1, -101.8, -129.7, 0, 0, 0.468, 1.05],
        [25.62, 34.42, 44.83, 43.45],
      ),
      operation('EPSG:1087', 'ED50 to WGS 84 (37)', 2.5, [-112, -110.3, -140.2], [34.88, 29.18, 39.31, 33.38]),
      operation('EPSG:1135', 'ED50 to WGS 84 (3)', 999, [-103, -106, -141], [34.17, 16.37, 55.67, 37.39]),
      operation('EPSG:1133', 'ED50 to WGS 84 (1)', 10, [-87, -98, -121], [-9.56, 34.88, 31.59, 71.21]),
    ],
    area: [-16.1, 25.71, 48.61, 84.73],
  },
  turef: {
    name: 'Turkish National Reference Frame',
    geographicCode: 'EPSG:5252',
    spellings: ['turef', 'turkishnationalreferenceframe'],
    ...grs80,
    operations: [operation('EPSG:5261', 'TUREF to WGS 84 (1)', 1, [0, 0, 0], [25.62, 34.42, 44.83, 43.45])],
    area: [25.62, 34.42, 44.83, 43.45],
  },
  igrs: {
    name: 'Iraqi Geospatial Reference System',
    geographicCode: 'EPSG:3889',
    spellings: ['igrs', 'iraqigeospatialreferencesystem'],
    ...grs80,
    operations: [operation('EPSG:3894', 'IGRS to WGS 84 (1)', 1, [0, 0, 0], [38.79, 29.06, 48.75, 37.39])],
    area: [38.79, 29.06, 48.75, 37.39],
  },
  karbala1979: {
    name: 'Karbala 1979',
    geographicCode: 'EPSG:4743',
    spellings: ['karbala1979', 'karbala1979polservice'],
    ...clarke1880Rgs,
    operations: [
      operation(
        'EPSG:5078',
        'Karbala 1979 to WGS 84 (2)',
        1,
        [70.995, -335.916, 262.898],
        [38.79, 29.06, 48.61, 37.39],
      ),
    ],
    area: [38.79, 29.06, 48.61, 37.39],
  },
  nahrwan1934: {
    name: 'Nahrwan 1934',
    geographicCode: 'EPSG:4744',
    spellings: ['nahrwan1934'],
    ...clarke1880Rgs,
    operations: [
      operation('EPSG:7033', 'Nahrwan 1934 to WGS 84 (6)', 30, [-242.2, -144.9, 370.3], [38.79, 29.06, 48.61, 37.39]),
    ],
    area: [38.79, 29.06, 51.06, 37.39],
  },
  ainElAbd: {
    name: 'Ain el Abd 1970',
    geographicCode: 'EPSG:4204',
    spellings: ['ainelabd', 'ainelabd1970'],
    ...international1924,
    operations: [operation('EPSG:1111', 'Ain el Abd to WGS 84 (2)', 18, [-143, -236, 7], [34.51, 16.37, 55.67, 32.16])],
    area: [34.51, 16.37, 55.67, 32.16],
  },
  egypt1907: {
    name: 'Egypt 1907',
    geographicCode: 'EPSG:4229',
    spellings: ['egypt1907'],
    semiMajorM: 6378200,
    inverseFlattening: 298.3,
    operations: [operation('EPSG:1148', 'Egypt 1907 to WGS 84 (1)', 11, [-130, 110, -13], [24.7, 21.89, 37.91, 33.82])],
    area: [24.7, 21.89, 37.91, 33.82],
  },
  etrs89: {
    name: 'European Terrestrial Reference System 1989',
    geographicCode: 'EPSG:4258',
    spellings: [
      'etrs89',
      'etrs1989',
      'europeanterrestrialreferencesystem1989',
      'europeanterrestrialreferencesystem1989ensemble',
    ],
    ...grs80,
    operations: [operation('EPSG:1149', 'ETRS89 to WGS 84 (1)', 1, [0, 0, 0], [-16.1, 32.88, 40.18, 84.73])],
    area: [-16.1, 32.88, 40.18, 84.73],
  },
  nad83: {
    name: 'North American Datum 1983',
    geographicCode: 'EPSG:4269',
    spellings: ['nad83', 'northamerican1983', 'northamericandatum1983', 'northamericandatumof1983'],
    ...grs80,
    operations: [operation('EPSG:1188', 'NAD83 to WGS 84 (1)', 4, [0, 0, 0], [-172.54, 23.81, -47.74, 86.46])],
    area: [-172.54, 14.92, -40.73, 86.46],
  },
  nad83Harn: {
    name: 'NAD83 (High Accuracy Reference Network)',
    geographicCode: 'EPSG:4152',
    spellings: ['nad83harn', 'northamerican1983harn', 'nad83highaccuracyreferencenetwork'],
    ...grs80,
    operations: [operation('EPSG:1580', 'NAD83(HARN) to WGS 84 (1)', 2, [0, 0, 0], [-180, -14.59, -64.51, 71.4])],
    area: [-180, -14.59, -64.51, 71.4],
  },
  nad27: {
    name: 'North American Datum 1927',
    geographicCode: 'EPSG:4267',
    spellings: ['nad27', 'northamerican1927', 'northamericandatum1927', 'northamericandatumof1927'],
    semiMajorM: 6378206.4,
    inverseFlattening: 294.978698213898,
    operations: [operation('EPSG:1173', 'NAD27 to WGS 84 (4)', 10, [-8, 160, 176], [-124.79, 24.41, -66.91, 49.38])],
    area: [-124.79, 24.41, -66.91, 49.38],
  },
  gda94: {
    name: 'Geocentric Datum of Australia 1994',
    geographicCode: 'EPSG:4283',
    spellings: ['gda94', 'gda1994', 'geocentricdatumofaustralia1994'],
    ...grs80,
    operations: [operation('EPSG:1150', 'GDA94 to WGS 84 (1)', 3, [0, 0, 0], [93.41, -60.55, 173.34, -8.47])],
    area: [93.41, -60.55, 173.34, -8.47],
  },
  rt90: {
    name: 'Rikets koordinatsystem 1990',
    geographicCode: 'EPSG:4124',
    spellings: ['rt90', 'rt1990', 'riketskoordinatsystem1990'],
    semiMajorM: 6377397.155,
    inverseFlattening: 299.1528128,
    operations: [
      operation(
        'EPSG:1896',
        'RT90 to WGS 84 (2)',
        1,
        [414.1, 41.3, 603.1, -0.855, 2.141, -7.023, 0],
        [10.03, 54.96, 24.17, 69.07],
      ),
    ],
    area: [10.03, 54.96, 24.17, 69.07],
  },
} as const satisfies Record<string, Datum>

export const allDatums: readonly Datum[] = Object.values(datums)
