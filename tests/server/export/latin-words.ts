/** Names of programs, formats, standards and statistics that Arabic texts of the field write in Latin letters. */
const names = new Set(
  (
    'Basilia Overlay basilia WGS EPSG GLIDE DOI SHA QGIS GDAL CSV XLSX PDF PDF/UA PDF/A SVG PNG DOCX Word Excel GeoPackage GeoJSON Shapefile FeatureCollection ' +
    'HTTP PostGIS EWKB UTM JSON PROV-JSON W3C XML HXL DXF KML PMTiles GeoTIFF WMS dBase zip UTF- UTF ISO- ISO windows- windows cp npm start Enter Escape OpenStreetMap Google Earth If-Match ' +
    'WebP JPEG CE90 CE95 NSSDA RMSE Monte Wilson MOVER score Olofsson et al exp originals CC BY sourcesField ' +
    'dateOrder date-order NAME dmy mdy NaN GEOS make_valid MultiPatch TIN MGRS Deflate gzip tar Parquet GeoParquet WKB ZSTD Snappy ' +
    'PostgreSQL createdb DATABASE_URL DATABASE_NODES CREATE EXTENSION postgis postgres USER HOST PORT/DATABASE'
  ).split(' '),
)

const unread = [
  /\bplan\.areaFrom\b/g,
  /https?:\/\/\S+/gu,
  /(?<![\p{L}@])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}(?:\/\S*)?/gu,
  /\/api\/\S+/g,
  /SHA-256 [0-9a-f]+/g,
  /«[a-z0-9-]+»/g,
]

/** Words in Latin letters that stand in an Arabic text and are no address, code, checksum, name of a program or one of `allowed`. */
export function latinWords(text: string, allowed: ReadonlySet<string> = new Set()): string[] {
  const read = unread.reduce((left, pattern) => left.replaceAll(pattern, ' '), text)
  // What has digits in it is a code.
  return [...read.matchAll(/[\p{Script=Latin}\d][\p{Script=Latin}\d_/.-]*/gu)]
    .map(([word]) => word.replace(/[./-]+$/, ''))
    .filter((word) => /\p{Script=Latin}{2}/u.test(word) && !/\d/.test(word) && !names.has(word) && !allowed.has(word))
}

/** A reference as scholars write it, in the language of its title: “Snyder, J. P. (1987). …”. */
export const isReference = (text: string): boolean => /^• \p{Lu}\p{L}+, .*\(\d{4}\)\. /u.test(text)

/** In tables, names of fields, ids and codes of notes stand for programs; they are cells of small letters or field names. */
export const isCode = (cell: string): boolean =>
  /^[a-z0-9]+(?:[-; ]+[a-z0-9]+)*$/.test(cell) || /^[a-z]+(?:[A-Z][a-z0-9]*)+$/.test(cell)
