import { normalStream } from '../../../core/montecarlo/random.ts'

/** Counts drawn at random, the same for the same seed. */
export function binomialDraws(seed: number) {
  const normals = normalStream(seed)
  /** Uniform on the circle: the angle of two independent normal deviates. */
  const uniform = (): number => (Math.atan2(normals.next(), normals.next()) / Math.PI + 1) / 2
  const binomial = (of: number, share: number): number => {
    let hits = 0
    for (let i = 0; i < of; i++) if (uniform() < share) hits++
    return hits
  }
  const multinomial = (of: number, shares: readonly number[]): number[] => {
    let [left, part] = [of, 1]
    return shares.map((share, i) => {
      const drawn = i === shares.length - 1 ? left : binomial(left, part <= 0 ? 0 : Math.min(1, share / part))
      left -= drawn
      part -= share
      return drawn
    })
  }
  return { binomial, multinomial }
}
