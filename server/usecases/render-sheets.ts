import type { DocumentAbout } from '../../core/export/document-about.ts'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import type { MadeFile, MadeSheets, SheetRequest } from './sheet-request.ts'
import { sheetFormats } from '../../core/options/sheet-options.ts'

/** Sheets as files: a PDF or a zip of all, or one SVG or PNG for each, numbered where there are several. */
export async function renderSheets(
  svgs: readonly string[],
  name: string,
  { format, dpi, standard, page }: Pick<SheetRequest, 'format' | 'dpi' | 'standard' | 'page'>,
  about: DocumentAbout,
  work: TaskContext,
): Promise<Outcome<MadeSheets>> {
  const count = svgs.length
  const whole = (bytes: Uint8Array): Outcome<MadeSheets> =>
    done({ files: [{ bytes, type: sheetFormats[format], name: `${name}.${format}` }], count })
  if (format === 'pdf') return whole((await import('../export/typst/sheet-pdf.ts')).sheetPdf(svgs, about, standard))
  if (page !== undefined && page > count) return refused(problem('sheet-page-absent', { page, count }))
  const kind = format === 'svg' || format === 'svg.zip' ? 'svg' : 'png'
  const files: MadeFile[] = []
  for (const [i, svg] of svgs.entries()) {
    if (page !== undefined && page !== i + 1) continue
    const number = count === 1 ? '' : `_${String(i + 1).padStart(String(count).length, '0')}`
    const bytes =
      kind === 'svg'
        ? Buffer.from(svg)
        : await (await import('../export/pictures/sheet-png.ts')).sheetPng(svg, dpi, work.signal)
    files.push({ bytes, type: sheetFormats[kind], name: `${name}${number}.${kind}` })
    work.progress?.((i + 1) / count, 'sheet.drawing')
  }
  if (format === kind) return done({ files, count })
  return whole(await (await import('../export/archive/zip-writer.ts')).zipInMemory(files))
}
