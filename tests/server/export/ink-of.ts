import { Resvg } from '@resvg/resvg-js'

/** How many dots a part of a picture covers wholly, at four to the unit of its view box. */
export function inkOf(viewBox: string, content: string): number {
  const { pixels } = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" shape-rendering="crispEdges">${content}</svg>`,
    { fitTo: { mode: 'zoom', value: 4 } },
  ).render()
  let count = 0
  for (let i = 3; i < pixels.length; i += 4) if (pixels[i] === 255) count++
  return count
}
