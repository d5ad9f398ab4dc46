import { geometrySink } from '../record/geometry-sink.ts'
import { readGeometry } from '../geojson/geojson-geometry.ts'
import { looksLikeWkb, readWkb } from './wkb.ts'
import { looksLikeWkt, readWkt, type CellGeometry } from './wkt.ts'

/** How the cells of a column write geometry. */
export type GeometryForm = { readonly column: number; readonly form: 'WKT' | 'WKB' | 'GeoJSON' }

const looked = 500
const enough = 0.8
/** What stands in a cell for a place that is not known. */
export const isNothing = (cell: string | undefined): boolean =>
  /^\s*(?:|#?n\/?a|null|none|nan|[-–—.?]+)\s*$/i.test(cell ?? '')
const looksLikeGeoJson = (text: string): boolean => /^\s*\{[^]*"type"\s*:\s*"[^]*\}\s*$/.test(text)

/** The first column whose cells hold geometry; `null` where there is none. */
export function geometryColumn(columns: number, rows: readonly (readonly string[])[]): GeometryForm | null {
  const forms = [
    ['WKT', looksLikeWkt],
    // A checksum may begin like well-known bytes too.
    ['WKB', (text: string) => looksLikeWkb(text) && readWkb(text) !== null],
    ['GeoJSON', looksLikeGeoJson],
  ] as const
  for (let column = 0; column < columns; column++) {
    const filled = rows.slice(0, looked).flatMap((row) => (isNothing(row[column]) ? [] : [row[column]!]))
    for (const [form, looksLike] of forms) {
      const matching = filled.filter(looksLike).length
      if (matching > 0 && matching >= enough * filled.length) return { column, form }
    }
  }
  return null
}

/** What a cell holds; `null` where it cannot be read. */
export function cellGeometry(file: string, form: GeometryForm['form'], text: string): CellGeometry | null {
  const read = form === 'WKT' ? readWkt(text) : form === 'WKB' ? readWkb(text) : readGeoJsonCell(text)
  return read && readGeometry(file, read.geometry, 0, geometrySink(file)) === null ? read : null
}

function readGeoJsonCell(text: string): CellGeometry | null {
  try {
    const value = JSON.parse(text) as { type?: unknown; geometry?: unknown }
    return { geometry: value.type === 'Feature' ? value.geometry : value, srid: null, isCurved: false }
  } catch {
    return null
  }
}
