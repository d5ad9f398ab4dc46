import type { Layer } from '../../../core/model/layer.ts'
import { fitErrors, fitPicture, lengthOf } from '../../../core/picture/fit.ts'
import { translateInEach } from '../../../core/i18n/translate.ts'
import type { Cell } from './csv.ts'
import { measuredField, ownField } from './field-of.ts'
import type { Table } from './table.ts'

/** The pictures that layers were traced on, with every parameter of their placing; and their control points with how far off each is. */
export function pictureTables(layers: readonly Layer[]): Table[] {
  const traced = layers.flatMap(({ name, picture }) => (picture ? [{ name, picture }] : []))
  if (traced.length === 0) return []
  const metres = (name: Parameters<typeof ownField>[0]) => ownField(name, 'number', 'm')
  const number = (name: Parameters<typeof ownField>[0]) => ownField(name, 'number')
  return [
    {
      name: 'pictures',
      title: translateInEach('export.table.pictures'),
      description: translateInEach('export.table.pictures.about'),
      fields: [
        measuredField('layer'),
        ownField('picture'),
        ownField('pictureSha256'),
        ...(['page', 'width', 'height'] as const).map((name) => ownField(name, 'integer')),
        ownField('transform'),
        ownField('plane'),
        ...(['rmseM', 'leaveOneOutM', 'pixelM'] as const).map(metres),
        ...(['clickPx', 'linePx'] as const).map(number),
        metres('placingM'),
        ownField('freedom', 'integer'),
        metres('localM'),
        metres('lengthM'),
      ],
      rows: traced.map(({ name, picture }): Cell[] => [
        name,
        picture.file,
        picture.sha256,
        picture.page ?? null,
        picture.width,
        picture.height,
        picture.transform,
        picture.plane,
        picture.rmseM,
        picture.leaveOneOutM,
        picture.pixelM,
        picture.clickPx,
        picture.linePx,
        picture.placing.sigmaM,
        picture.placing.freedom,
        picture.placing.localM,
        picture.placing.lengthM,
      ]),
    },
    {
      name: 'controlPoints',
      title: translateInEach('export.table.controlPoints'),
      description: translateInEach('export.table.controlPoints.about'),
      fields: [
        measuredField('layer'),
        ownField('point', 'integer'),
        ...(['x', 'y', 'lon', 'lat'] as const).map(number),
        metres('residualM'),
        metres('leaveOneOutM'),
      ],
      rows: traced.flatMap(({ name, picture: { points, transform, plane } }) => {
        const { residuals, leaveOneOut } = fitErrors(fitPicture(points, transform, plane))
        return points.map(({ x, y, lon, lat }, i): Cell[] => {
          const left = leaveOneOut[i]
          return [name, i + 1, x, y, lon, lat, lengthOf(residuals[i]!), left ? lengthOf(left) : null]
        })
      }),
    },
  ]
}
