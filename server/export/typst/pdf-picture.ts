import { outlinedSvg } from '../fonts/outlined-svg.ts'

const textElement = /<text\b([^>]*)>[^]*?<\/text>/g
/** Of a letter with a mark over or under it, or joined to nothing, Typst loses in a picture which character it was. */
const mark = /\p{Mark}|\u200d/u

/**
 * The picture with some of its texts as outlines: those that bear marks, which no standard but PDF/A-2b lets stand as
 * letters in a picture, and the halos of texts, so that a reader finds each text once. All other texts stay texts.
 */
export function pdfPicture(svg: string): string {
  const outlined = Array.from(svg.matchAll(textElement), ({ 0: text, 1: attributes = '' }) =>
    attributes.includes('aria-hidden="true"') || mark.test(text) ? text : [],
  ).flat()
  const outlines = outlinesOf(outlined, svg)
  let next = 0
  return svg.replace(textElement, (text) => (text === outlined[next] ? outlines[next++]! : text))
}

/** In the coordinates of the texts, because the picture round them has a unit of one pixel. */
function outlinesOf(texts: readonly string[], svg: string): string[] {
  if (texts.length === 0) return []
  const root = /<svg\b[^>]*>/.exec(svg)?.[0] ?? ''
  const font = /\bfont-family="[^"]*"/.exec(root)?.[0] ?? ''
  const marked = texts.map((text, i) => `<g id="outlined${i}">${text}</g>`).join('')
  const made = outlinedSvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="10000" height="10000" ${font} xml:space="preserve">${marked}</svg>`,
  )
  const groups = new Map(
    Array.from(made.matchAll(/^ {4}<g id="outlined(\d+)"[^>]*>\n[^]*?^ {4}<\/g>$/gm), ({ 0: group, 1: number }) => [
      Number(number),
      group.replace(/ id="outlined\d+"/, ''),
    ]),
  )
  return texts.map((_, i) => groups.get(i) ?? '')
}
