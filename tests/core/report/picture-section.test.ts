import { expect, test } from 'vitest'
import type { Language } from '../../../core/i18n/translate.ts'
import type { PictureRecord } from '../../../core/model/picture-record.ts'
import { fitErrors, fitPicture, lengthOf } from '../../../core/picture/fit.ts'
import { placePicture } from '../../../core/picture/place-picture.ts'
import { exampleStudy, middle } from '../sheet/example-study.ts'
import { reportFor, tablesOf, wordsOf } from './report-input.ts'

const points = [
  [20, 30],
  [580, 25],
  [560, 380],
  [30, 370],
  [300, 200],
  [450, 120],
].map(([x, y], i) => ({
  x: x!,
  y: y!,
  lon: middle[0] + (x! - 300 + Math.sin(3 * i)) / 10_000,
  lat: middle[1] - (y! - 200 + Math.cos(5 * i)) / 12_000,
}))

const metres = (value: number): string => value.toFixed(value < 10 ? 2 : 1)

function record(): PictureRecord {
  const placed = placePicture({ points, clickPx: 0.1, linePx: 2, source: 'made' })
  if (!placed.ok) throw new Error(placed.problem.code)
  const { answer, placing } = placed.value
  const { transform, plane, rmseM, leaveOneOutM, pixelM } = answer
  return {
    file: 'livemap.png',
    sha256: 'ab'.repeat(32),
    width: 600,
    height: 400,
    transform,
    plane,
    points,
    rmseM,
    leaveOneOutM,
    pixelM,
    clickPx: 0.1,
    linePx: 2,
    placing: { ...placing, modes: placing.modes.map((mode) => [...mode]) },
  }
}

const traced = () => {
  const study = exampleStudy()
  const picture = record()
  return {
    ...study,
    layers: study.layers.map((layer) => ({
      ...layer,
      accuracyM: 20,
      ...(layer.role === 'control' ? { picture } : {}),
    })),
  }
}

test.each<Language>(['en', 'ar'])(
  'the annex has the picture, every parameter and each point with its error (%s)',
  (language) => {
    const report = reportFor({ study: traced(), language, measuring: { draws: 20, seed: 1 } })
    const { rmseM, leaveOneOutM, transform, plane, placing } = record()
    const [parameters, list] = tablesOf(report).filter(({ caption }) => caption.includes('livemap.png'))
    const cells = parameters!.rows.flatMap((row) => row.cells)
    expect(cells).toEqual(
      expect.arrayContaining([
        'livemap.png',
        'ab'.repeat(32),
        metres(rmseM),
        metres(leaveOneOutM!),
        metres(placing.sigmaM),
      ]),
    )
    const { residuals, leaveOneOut } = fitErrors(fitPicture(points, transform, plane))
    expect(list!.rows.map((row) => row.cells.slice(-2))).toEqual(
      residuals.map((own, i) => [metres(lengthOf(own)), metres(lengthOf(leaveOneOut[i]!))]),
    )
  },
)

test('the method says what the draws do with a placed layer, not one sigma for all of it', () => {
  const words = reportFor({ study: traced(), measuring: { draws: 20, seed: 1 } })
    .blocks.map(wordsOf)
    .join('\n')
  expect(words).toMatch(
    /moves as the 6 control points of its picture allow, by the covariance of their fit \(s = [\d.]+ m\), in Student’s t with 6 degrees of freedom, with a field of its own of s = [\d.]+ m over L = [\d,]+ m/,
  )
  expect(words).toMatch(/and its lines beside that by s = 20 m, L = [\d,]+ m/)
})

test('a study without pictures says nothing of them', () => {
  expect(reportFor().blocks.map(wordsOf).join('\n')).not.toContain('Pictures that layers were traced on')
})
