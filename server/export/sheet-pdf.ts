import type { DocumentAbout } from '../../core/export/document-about.ts'
import { fontFamily } from './fonts.ts'
import { withOutlinedMarks } from './outlined-marks.ts'
import type { PdfStandard } from './pdf-standards.ts'
import { setDocument, typstAbout, typstPdf } from './typst-pdf.ts'

/** Everything that varies comes in as data: `sys.inputs` is never read as markup. */
const template = `
#let about = json(bytes(sys.inputs.about))
#let paper = json(bytes(sys.inputs.paper))
${setDocument}
#set text(lang: about.language, font: paper.font, fallback: false)
#set page(width: paper.width * 1mm, height: paper.height * 1mm, margin: 0mm)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%, height: 100%, alt: about.title + ". " + about.description)
`

/** A sheet as a vector PDF of one page: text stays text, its fonts are embedded. */
export function sheetPdf(svg: string, about: DocumentAbout, standard: PdfStandard): Buffer {
  const [width, height] = ['width', 'height'].map((side) => Number(new RegExp(`\\b${side}="([\\d.]+)mm"`).exec(svg)?.[1]))
  const paper = JSON.stringify({ width, height, font: fontFamily })
  return typstPdf(template, { svg: standard === 'a-2b' ? svg : withOutlinedMarks(svg), paper, about: typstAbout(about) }, standard)
}
