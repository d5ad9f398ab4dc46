import { expect, test } from 'vitest'
import type { Layer } from '../../../../core/model/layer.ts'
import { placePicture } from '../../../../core/picture/place-picture.ts'
import { pictureTables } from '../../../../server/export/tables/picture-tables.ts'

const points = [
  [20, 30, 36.3001, 33.4999],
  [580, 25, 36.3301, 33.5001],
  [560, 380, 36.329, 33.481],
  [30, 370, 36.3004, 33.4813],
  [300, 200, 36.315, 33.4907],
].map(([x, y, lon, lat]) => ({ x: x!, y: y!, lon: lon!, lat: lat! }))

test('the tables of a traced layer have the figures that placing it gave', () => {
  const placed = placePicture({ points, clickPx: 2, linePx: 1, source: 'made' })
  if (!placed.ok) throw new Error(placed.problem.code)
  const { answer, placing } = placed.value
  const { transform, plane, rmseM, leaveOneOutM, pixelM } = answer
  const picture = { file: 'map.png', sha256: 'ab'.repeat(32), width: 600, height: 400, transform, plane, points, rmseM, leaveOneOutM, pixelM, clickPx: 2, linePx: 1, placing } // prettier-ignore
  const layers = [{ name: 'control', picture }, { name: 'plan' }] as unknown as Layer[]
  const [pictures, controlPoints] = pictureTables(layers)
  expect(pictures!.rows).toHaveLength(1)
  const named = Object.fromEntries(pictures!.fields.map(({ name }, i) => [name, pictures!.rows[0]![i]]))
  expect(named).toMatchObject({ layer: 'control', picture: 'map.png', transform, plane, rmseM, leaveOneOutM, placingM: placing.sigmaM }) // prettier-ignore
  expect(controlPoints!.rows.map((row) => row.slice(-2))).toEqual(
    answer.points.map((point) => [point.residualM, point.leaveOneOutM]),
  )
})

test('a study without pictures has no such tables', () => {
  expect(pictureTables([{ name: 'plan' }] as unknown as Layer[])).toEqual([])
})
