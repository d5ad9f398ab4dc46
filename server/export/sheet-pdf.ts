import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { cleanForeignText } from '../../core/sheet/clean-text.ts'
import { fontFamily, sheetFont } from './fonts.ts'

/** What a PDF says about itself; plain text, never markup. */
export type PdfRecord = {
  readonly title: string
  readonly language: 'en' | 'ar'
  /** The day the sheet speaks of, YYYY-MM-DD; the document's date, so that two runs give the same bytes. */
  readonly date: string | null
}

/** Everything that varies comes in as data: `sys.inputs` is never read as markup. */
const template = `
#let about = json(bytes(sys.inputs.about))
#set document(
  title: about.title,
  date: if about.date == none { none } else { datetime(year: about.date.at(0), month: about.date.at(1), day: about.date.at(2)) },
)
#set text(lang: about.language, font: about.font, fallback: false)
#set page(width: about.width * 1mm, height: about.height * 1mm, margin: 0mm)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%, height: 100%, alt: about.title)
`

let compiler: NodeCompiler | undefined

/** A sheet as a vector PDF of one page: text stays text, its fonts are embedded. */
export function sheetPdf(svg: string, { title, language, date }: PdfRecord): Buffer {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: [...sheetFont().blobs] }] })
  const [width, height] = ['width', 'height'].map((side) => Number(new RegExp(`\\b${side}="([\\d.]+)mm"`).exec(svg)?.[1]))
  const about = { title: cleanForeignText(title), language, width, height, font: fontFamily, date: date?.split('-').map(Number) ?? null }
  const pdf = compiler.pdf({ mainFileContent: template, inputs: { svg, about: JSON.stringify(about) } })
  compiler.evictCache(10)
  return pdf
}
