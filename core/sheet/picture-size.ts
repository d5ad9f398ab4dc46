import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import type { Paper } from './paper.ts'

/** A3 at 600 dots to the inch; a picture takes about 9 bytes of memory for each dot while it is drawn. */
const mostDots = 80_000_000
/** About 70 sheets of A4 at 300 dots to the inch. */
const mostDotsTogether = 640_000_000
const mmPerInch = 25.4

/** Whether so many pictures of a paper at `dpi` dots to the inch are drawn at once; the refusal names the `dpi` that would fit. */
export function picturesFit(
  { widthMm, heightMm }: Pick<Paper, 'widthMm' | 'heightMm'>,
  dpi: number,
  count: number,
): Outcome<null> {
  const inches = (widthMm / mmPerInch) * (heightMm / mmPerInch)
  const dots = inches * dpi ** 2
  const fitting = (most: number): number => Math.floor(Math.sqrt(most / inches))
  const millions = (own: number): number => Math.round(own / 1e6)
  const requested = { width: widthMm, height: heightMm, dpi }
  if (dots > mostDots) {
    const values = { ...requested, dots: millions(dots), most: millions(mostDots), fitting: fitting(mostDots) }
    return refused(problem('picture-too-large', values))
  }
  if (dots * count > mostDotsTogether) {
    const most = millions(mostDotsTogether)
    const values = {
      ...requested,
      count,
      dots: millions(dots * count),
      most,
      fitting: fitting(mostDotsTogether / count),
    }
    return refused(problem('pictures-too-large', values))
  }
  return done(null)
}
