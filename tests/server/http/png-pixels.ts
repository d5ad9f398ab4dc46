import { Resvg } from '@resvg/resvg-js'

/** How many pixels of a PNG of 256 by 256 have which colour: red, green, blue and alpha between commas. */
export function coloursOfPng(png: Buffer): Map<string, number> {
  const href = `data:image/png;base64,${png.toString('base64')}`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><image width="256" height="256" image-rendering="optimizeSpeed" href="${href}"/></svg>`
  const { pixels } = new Resvg(svg).render()
  const counts = new Map<string, number>()
  for (let at = 0; at < pixels.length; at += 4) {
    const colour = pixels.subarray(at, at + 4).join()
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  return counts
}
