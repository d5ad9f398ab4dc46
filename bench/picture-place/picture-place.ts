import { markdown } from '../timing.ts'
import { placement, type Setting } from './placements.ts'
import type { TransformKind } from '../../core/model/picture-record.ts'

const kinds: readonly TransformKind[] = ['helmert', 'affine', 'projective', 'polynomial2', 'tps']

/**
 * How often the interval of a traced zone's area holds the truth, over simulated placements: `--placements 300 --draws
 * 400 --only WORD`, placements of each row. Placements have numbers and are the same again.
 */
export function picturePlaceTable(args: readonly string[]): string {
  const given = (name: string, otherwise: string): string => {
    const at = args.indexOf(`--${name}`)
    return at < 0 ? otherwise : (args[at + 1] ?? otherwise)
  }
  const [count, draws] = [Number(given('placements', '300')), Number(given('draws', '400'))]
  const settings: readonly Setting[] = [
    ...kinds.map((transform): Setting => ({ transform, isRedundant: true })),
    ...kinds.map((transform): Setting => ({ transform, isRedundant: false })),
  ].filter(({ transform }) => transform.includes(given('only', '')))
  let [holding, all, width] = [0, 0, 0]
  const rows = settings.map((setting) => {
    const results = Array.from({ length: count }, (_, number) => placement(setting, number, draws))
    const held = results.filter(({ holds }) => holds).length
    const widths = results.map((result) => result.width)
    if (setting.isRedundant && setting.transform !== 'tps') {
      holding += held
      all += count
      width += widths.reduce((sum, own) => sum + own, 0)
    }
    const errors = results.map(({ errorOverTruth }) => Math.abs(errorOverTruth)).toSorted((a, b) => a - b)
    return [
      setting.transform,
      setting.isRedundant ? 'two or more' : 'none',
      String(count),
      `${((100 * held) / count).toFixed(1)} %`,
      `${((100 * widths.reduce((sum, own) => sum + own, 0)) / count).toFixed(2)} %`,
      `${(100 * errors[Math.floor(count / 2)]!).toFixed(2)} %`,
    ]
  })
  return [
    markdown(['transformation', 'points to spare', 'placements', 'truth held', 'mean width', 'median error'], rows),
    '',
    `With redundancy, without the spline: ${((100 * holding) / all).toFixed(1)} % of ${all} placements hold the truth; mean width ${((100 * width) / all).toFixed(2)} % of the area.`,
  ].join('\n')
}
