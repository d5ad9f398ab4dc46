import { createHash } from 'node:crypto'
import { dataPackage, type PackagedFile } from '../../../core/export/data-package.ts'
import type { Measurement } from '../../../core/model/measurement.ts'
import { layersAt } from '../../../core/model/snapshot.ts'
import type { Study } from '../../../core/model/study.ts'
import { textIn } from '../../../core/model/text.ts'
import type { Language } from '../../../core/i18n/translate.ts'
import type { Table } from './table.ts'
import { headOf, sheetNames } from './workbook.ts'

/** A file that holds tables: a CSV holds one, a workbook a sheet for each. */
export type TableFile = Pick<PackagedFile, 'path' | 'mediaType' | 'dialect'> & { readonly bytes: Uint8Array }

/**
 * The Frictionless `datapackage.json` of a table export that stands alone: columns as the file heads them, units, types,
 * sources, licences, checksum. It lies beside the file, which has no room for it.
 */
export function tablePackage(
  study: Study,
  measurement: Measurement,
  tables: readonly Table[],
  { path, bytes, ...more }: TableFile,
  cite: string,
  language: Language,
): Buffer {
  const file = { path, ...more, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
  const isWorkbook = path.endsWith('.xlsx')
  const sheets = sheetNames(tables.map(({ title }) => textIn(language, title)))
  const resources = tables.map(({ name, title, description, fields }, place): PackagedFile => ({
    ...file,
    title,
    ...(description ? { description } : {}),
    fields: isWorkbook ? fields.map((field) => ({ ...field, name: headOf(field, language) })) : fields,
    ...(isWorkbook ? { sheet: { name, title: sheets[place]! } } : {}),
  }))
  const used = [
    ...new Set([...study.layers.filter(({ id }) => id === study.plan.layer), ...layersAt(study, measurement.at)]),
  ]
  return Buffer.from(`${JSON.stringify(dataPackage(study, measurement, used, resources, cite), null, 2)}\n`)
}
