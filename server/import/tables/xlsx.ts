import { note } from '../../../core/result/note.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { isRequested, sublayerUnknown } from '../record/requested-layer.ts'
import type { RawLayer } from '../record/raw-layer.ts'
import type { SourceFile } from '../archive/source-file.ts'
import { layersOfTable } from './table-layer.ts'
import { dateStyles, relationsOf, sharedTexts, sheetsOf } from './xlsx-parts.ts'
import { rowsOfSheet } from './xlsx-sheet.ts'
import { readXmlText, textOfXml, type XmlText } from '../text/xml-text.ts'
import { unzip, usualZipLimits } from '../archive/zip.ts'

const isPart = (name: string): boolean =>
  /^xl\/(?:[^/]+\.xml|worksheets\/[^/]+\.xml|_rels\/workbook\.xml\.rels)$/.test(name)

/**
 * Reads the sheets of a workbook that hold points, a layer each. Ours and not GDAL's, which takes days for the numbers
 * that stand for them.
 */
export async function readXlsx({
  file,
  requested,
  positions,
  encoding,
}: SourceFile): Promise<Outcome<readonly RawLayer[]>> {
  const unzipped = await unzip(file, isPart, usualZipLimits)
  if (!unzipped.ok) return unzipped
  const bytesOf = (path: string): Uint8Array | undefined =>
    unzipped.value.files.find(({ name }) => name === `${file.name}/${path}`)?.bytes
  const partOf = (path: string): string | null => {
    const bytes = bytesOf(path)
    return bytes ? textOfXml(bytes) : null
  }
  const withCells = (path: string): XmlText | null => {
    const bytes = bytesOf(path)
    return bytes ? readXmlText(file.name, bytes, encoding) : null
  }
  const broken = refused(problem('workbook-broken', { file: file.name }))
  const workbook = sheetsOf(partOf('xl/workbook.xml') ?? '')
  const relations = relationsOf(partOf('xl/_rels/workbook.xml.rels') ?? '')
  const shared = withCells('xl/sharedStrings.xml')
  const texts = sharedTexts(shared?.text ?? '')
  const isDate = dateStyles(partOf('xl/styles.xml') ?? '')
  if (!workbook || !relations || !texts || !isDate || workbook.sheets.length === 0) return broken
  const { sheets, from1904 } = workbook
  const wanted = sheets.filter(({ name }) => isRequested(requested, name))
  if (wanted.length === 0) {
    return refused(
      sublayerUnknown(
        file.name,
        requested ?? '',
        sheets.map(({ name }) => name),
      ),
    )
  }
  const layers: RawLayer[] = []
  const others: string[] = []
  let refusal: Outcome<readonly RawLayer[]> = broken
  for (const { name, relation } of wanted) {
    const sheet = withCells(relations.get(relation) ?? '')
    const rows = sheet && rowsOfSheet(sheet.text, { texts, isDate, from1904 })
    if (!sheet || !rows) return broken
    const from = shared ?? sheet
    const table = layersOfTable({
      file: file.name,
      name,
      rows,
      positions,
      encoding: from.encoding,
      readings: [],
      notes: from.notes,
    })
    if (table.ok) layers.push(...table.value)
    else if (others.push(name) === 1) refusal = table
  }
  if (layers.length === 0) return refusal
  const values = { file: file.name, count: others.length, names: others.join(', ') }
  const notes = others.length === 0 ? [] : [note('tables-ignored', values)]
  return done(layers.map((layer) => ({ ...layer, notes: [...notes, ...layer.notes] })))
}
