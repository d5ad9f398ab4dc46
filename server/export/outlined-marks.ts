import { outlinedSvg } from './outlined-svg.ts'

const textElement = /<text\b[^>]*>[^]*?<\/text>/g
/** Of a letter with a mark over or under it, or joined to nothing, Typst loses in a picture which character it was. */
const mark = /\p{Mark}|\u200d/u

/**
 * The picture with those of its texts as outlines that bear vowel marks: in a picture no PDF standard but A-2b lets them
 * stand as letters. All other texts stay texts.
 */
export function withOutlinedMarks(svg: string): string {
  const root = /<svg\b[^>]*>/.exec(svg)?.[0] ?? ''
  const font = /\bfont-family="[^"]*"/.exec(root)?.[0] ?? ''
  return svg.replace(textElement, (text) => (mark.test(text) ? outlines(text, font) : text))
}

/** In the same coordinates, because the picture round it has a unit of one pixel. */
function outlines(text: string, font: string): string {
  const alone = `<svg xmlns="http://www.w3.org/2000/svg" width="10000" height="10000" ${font} xml:space="preserve">${text}</svg>`
  return outlinedSvg(alone).replace(/^[^]*?<svg\b[^>]*>/, '').replace(/<\/svg>\s*$/, '')
}
