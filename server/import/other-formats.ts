/** Formats that are known by how they begin, or by a mark further on, and are not read. */
const others: readonly (readonly [name: string, mark: RegExp])[] = [
  ['Parquet (encrypted)', /^PARE/],
  ['DWG (AutoCAD)', /^AC10\d\d/],
  ['XLS (Excel 97) / MDB / DOC', /^\xd0\xcf\p{Cc}\xe0/u],
  ['Access (MDB)', /^\p{Cc}{4}Standard (?:Jet|ACE) DB/u],
  ['RAR', /^Rar!\p{Cc}/u],
  ['7z', /^7z\xbc\xaf'/],
  ['XZ', /^\xfd7zXZ\0/],
  ['bzip2', /^BZh[1-9]/],
  ['Zstandard', /^\x28\xb5\x2f\xfd/],
  ['PDF', /^%PDF-/],
  ['PNG', /^\x89PNG/],
  ['JPEG', /^\xff\xd8\xff/],
  ['GPX', /<gpx[\s>]/],
  ['OpenStreetMap (OSM)', /<osm[\s>]/],
  ['PMTiles', /^PMTiles/],
]

/** The name of a format that is not read, by the first two thousand bytes of a file; `null` where it is none of them. */
export const otherFormat = (head: string): string | null => others.find(([, mark]) => mark.test(head))?.[0] ?? null
