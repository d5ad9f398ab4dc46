import { formatNumber } from '../format/format.ts'
import { translate } from '../i18n/translate.ts'
import type { Layer } from '../model/layer.ts'
import { layersAt } from '../model/snapshot.ts'
import { fitErrors, fitPicture, lengthOf } from '../picture/fit.ts'
import { heading, type Block } from './blocks.ts'
import { layerTitle } from './class-titles.ts'
import type { ReportInput } from './report-input.ts'

type Traced = Layer & { readonly picture: NonNullable<Layer['picture']> }

/** The pictures that layers were traced on: what places each, every parameter, and its points with how far off they are. */
export function pictureSection(input: ReportInput): Block[] {
  const { study, measurement, language } = input
  const used = new Set([
    ...study.layers.filter(({ id }) => id === study.plan.layer),
    ...layersAt(study, measurement.at),
  ])
  const traced = [...used].filter((layer): layer is Traced => layer.picture !== undefined)
  if (traced.length === 0) return []
  return [heading(translate(language, 'report.pictures')), ...traced.flatMap((layer) => pictureBlocks(layer, input))]
}

function pictureBlocks(layer: Traced, { language }: ReportInput): Block[] {
  const { picture } = layer
  const { file, sha256, width, height, page, transform, plane, points, rmseM, leaveOneOutM, pixelM, placing } = picture
  const nothing = translate(language, 'report.nothing')
  const metres = (value: number): string => formatNumber(value, value < 10 ? 2 : 1)
  const facts: [string, string][] = [
    [translate(language, 'report.picture.file'), file],
    [translate(language, 'report.picture.sha256'), sha256],
    [translate(language, 'report.picture.size'), `${formatNumber(width)} × ${formatNumber(height)}`],
    ...(page === undefined
      ? []
      : [[translate(language, 'report.picture.page'), formatNumber(page)] as [string, string]]),
    [translate(language, 'report.picture.transform'), translate(language, `placing.transform.${transform}`)],
    [translate(language, 'report.picture.plane'), translate(language, `placing.plane.${plane}`)],
    [translate(language, 'report.picture.rmse'), metres(rmseM)],
    [translate(language, 'report.picture.left-out'), leaveOneOutM === null ? nothing : metres(leaveOneOutM)],
    [translate(language, 'report.picture.pixel'), metres(pixelM)],
    [translate(language, 'report.picture.click'), formatNumber(picture.clickPx, 1)],
    [translate(language, 'report.picture.line'), formatNumber(picture.linePx, 1)],
    [translate(language, 'report.picture.sigma'), metres(placing.sigmaM)],
    [translate(language, 'report.picture.freedom'), placing.freedom === null ? nothing : formatNumber(placing.freedom)],
    [
      translate(language, 'report.picture.local'),
      placing.localM === 0 ? nothing : `${metres(placing.localM)} · ${formatNumber(placing.lengthM)}`,
    ],
  ]
  const { residuals, leaveOneOut } = fitErrors(fitPicture(points, transform, plane))
  const column = (key: 'point' | 'x' | 'y' | 'lat' | 'lon' | 'residual' | 'left-out') => ({
    head: translate(language, `report.column.${key}`),
    isFigure: true,
    width: key === 'point' ? 1.2 : 2,
  })
  return [
    {
      kind: 'table',
      caption: translate(language, 'report.picture.about', { layer: layerTitle(layer, language), file }),
      columns: [
        { head: translate(language, 'report.picture.parameter'), width: 6 },
        { head: translate(language, 'report.picture.value'), width: 11 },
      ],
      rows: facts.map(([label, value]) => ({ cells: [label, value] })),
      remarks: [],
    },
    {
      kind: 'table',
      caption: translate(language, 'report.picture.points', { file }),
      columns: (['point', 'x', 'y', 'lat', 'lon', 'residual', 'left-out'] as const).map(column),
      rows: points.map(({ x, y, lon, lat }, i) => {
        const left = leaveOneOut[i]
        return {
          cells: [
            formatNumber(i + 1),
            formatNumber(x, 1),
            formatNumber(y, 1),
            lat.toFixed(6),
            lon.toFixed(6),
            metres(lengthOf(residuals[i]!)),
            left ? metres(lengthOf(left)) : nothing,
          ],
        }
      }),
      remarks: [],
    },
  ]
}
