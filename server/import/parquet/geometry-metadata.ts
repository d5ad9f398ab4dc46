import { z } from 'zod'
import type { FileMetaData } from 'hyparquet'
import { wgs84 } from '../../../core/crs/systems.ts'
import type { DeclaredCrs } from '../record/raw-layer.ts'

/** What a Parquet file says of the column that places its rows. */
export type GeometryColumn = {
  readonly name: string
  /** `WKB`, or the name of a geometry whose coordinates are lists (GeoArrow). */
  readonly encoding: string
  readonly declared: DeclaredCrs
  readonly isSpherical: boolean
  /** Further columns of geometry, which are not read. */
  readonly others: readonly string[]
}

const columnSchema = z.object({
  encoding: z.string().default('WKB'),
  crs: z.unknown().optional(),
  edges: z.string().optional().catch(undefined),
})
const geoSchema = z.object({ primary_column: z.string(), columns: z.record(z.string(), columnSchema) })

/**
 * The column of geometry by the "geo" metadata of GeoParquet, else by the types of Parquet itself; `null` where there is
 * none. A file without a system is in longitude and latitude on WGS 84, as both standards say; `null` for one is "not known".
 */
export function geometryMetadata({ schema, key_value_metadata: said }: FileMetaData): GeometryColumn | null {
  const own = schema.slice(1)
  const read = geoSchema.safeParse(json(said?.find(({ key }) => key === 'geo')?.value))
  if (read.success) {
    const { primary_column: name, columns } = read.data
    const column = Object.hasOwn(columns, name) ? columns[name] : undefined
    if (column && own.some((each) => each.name === name)) {
      const { encoding, crs, edges } = column
      const others = Object.keys(columns).filter((each) => each !== name)
      return { name, encoding, declared: declaredBy(crs), isSpherical: edges === 'spherical', others }
    }
  }
  const typed = own.flatMap(({ name, logical_type: type }) =>
    type?.type === 'GEOMETRY' || type?.type === 'GEOGRAPHY' ? [{ name, type }] : [],
  )
  const [first, ...others] = typed
  if (!first) return null
  const { crs } = first.type
  // The standard lets a type name the entry of the file's metadata in which its system stands.
  const entry = /^projjson:(.*)$/i.exec(crs ?? '')?.[1]
  const text = said?.find(({ key }) => key === entry)?.value ?? crs
  const declared = declaredBy(json(text) ?? text)
  const isSpherical = first.type.type === 'GEOGRAPHY'
  return { name: first.name, encoding: 'WKB', declared, isSpherical, others: others.map(({ name }) => name) }
}

function json(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

const idSchema = z.object({ authority: z.string(), code: z.union([z.string(), z.number()]) })
const projSchema = z.object({
  name: z.string().optional().catch(undefined),
  id: idSchema.optional().catch(undefined),
  ids: z.array(idSchema).optional().catch(undefined),
  source_crs: z.unknown().optional(),
  components: z.array(z.unknown()).optional().catch(undefined),
})

/** A system as PROJJSON, or, in files of before 2022 and in Parquet's own types, as text: WKT or a code. */
function declaredBy(crs: unknown): DeclaredCrs {
  if (crs === undefined) return { kind: 'system', system: wgs84 }
  if (crs === null || crs === '') return { kind: 'none' }
  if (typeof crs === 'string') {
    const text = crs.replace(/^srid:/i, 'EPSG:')
    return /^\s*\w+\s*\[/.test(text) ? { kind: 'prj', text } : { kind: 'code', text: text.slice(0, 200) }
  }
  const read = projSchema.safeParse(crs)
  if (!read.success) return { kind: 'code', text: JSON.stringify(crs).slice(0, 200) }
  const { name, id = read.data.ids?.[0], source_crs: source, components } = read.data
  if (id) {
    if (/^ogc$/i.test(id.authority) && /^crs84h?$/i.test(String(id.code))) return { kind: 'system', system: wgs84 }
    return { kind: 'code', text: `${id.authority}:${id.code}` }
  }
  const inner = source ?? components?.[0]
  if (inner !== undefined) return declaredBy(inner)
  return { kind: 'code', text: (name ?? JSON.stringify(crs)).slice(0, 200) }
}
