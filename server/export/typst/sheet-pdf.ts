import { paperProjection } from '../../../core/sheet/projection.ts'
import type { DocumentAbout } from '../../../core/export/document-about.ts'
import { fontFamily } from '../fonts/fonts.ts'
import { pdfPicture } from './pdf-picture.ts'
import type { PdfStandard } from '../../../core/options/sheet-options.ts'
import { placedPdf, type PlacedMap } from './placed-pdf.ts'
import { setDocument, typstAbout, typstPdf } from './typst-pdf.ts'

/** Everything that varies comes in as data: `sys.inputs` is never read as markup. */
const template = `
#let about = json(bytes(sys.inputs.about))
#let paper = json(bytes(sys.inputs.paper))
${setDocument}
#set text(lang: about.language, font: paper.font, fallback: false)
#set page(width: paper.width * 1mm, height: paper.height * 1mm, margin: 0mm)
#for number in range(paper.count) {
  if number > 0 { pagebreak() }
  let place = if paper.count > 1 { " " + str(number + 1) + "/" + str(paper.count) } else { "" }
  let alt = about.title + ". " + about.description + place
  image(bytes(sys.inputs.at("svg" + str(number))), format: "svg", width: 100%, height: 100%, alt: alt)
}
`

/** Sheets of one size as a vector PDF, a page for each: text stays text, its fonts are embedded, its maps are placed on earth. */
export function sheetPdf(svgs: readonly string[], about: DocumentAbout, standard: PdfStandard): Buffer {
  const [width, height] = ['width', 'height'].map((side) =>
    Number(new RegExp(`\\b${side}="([\\d.]+)mm"`).exec(svgs[0] ?? '')?.[1]),
  )
  const paper = JSON.stringify({ width, height, font: fontFamily, count: svgs.length })
  const pages = svgs.map((svg, i) => [`svg${i}`, pdfPicture(svg)] as const)
  const pdf = typstPdf(template, { ...Object.fromEntries(pages), paper, about: typstAbout(about, standard) }, standard)
  return placedPdf(pdf, svgs.map(mapsOn))
}

const mapGroup = /<g id="(?:m\d+-)?map" data-frame="([^"]+)" data-centre="([^"]+)" data-scale="([^"]+)"/g

/** The maps of a sheet by what their groups say of their place. */
const mapsOn = (svg: string): PlacedMap[] =>
  [...svg.matchAll(mapGroup)].map(([, box, middle, scale]) => {
    const [x, y, width, height] = box!.split(' ').map(Number) as [number, number, number, number]
    const [lon, lat] = middle!.split(' ').map(Number) as [number, number]
    const { toGround } = paperProjection([lon, lat], Number(scale), { x, y, width, height })
    return {
      frame: { x, y, width, height },
      centre: [lon, lat],
      corners: [toGround(x, y + height), toGround(x, y), toGround(x + width, y), toGround(x + width, y + height)],
    }
  })
