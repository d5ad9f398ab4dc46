import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { featuresFromGeoJson } from '../../../core/geometry/geojson.ts'
import type { Layer } from '../../../core/model/layer.ts'
import { readStudy } from '../../../core/model/read-study.ts'
import type { Study } from '../../../core/model/study.ts'
import { readLayerFeatures } from '../../../server/store/layer-features.ts'
import { bundledStudiesFolder } from '../../../server/config/project-root.ts'

const jobar = join(bundledStudiesFolder, 'jobar')

async function bundledStudy(): Promise<Study> {
  const read = readStudy('jobar', JSON.parse(await readFile(join(jobar, 'study.json'), 'utf8')))
  if (!read.ok) throw new Error(read.problem.code)
  return read.value
}

describe('the features of a stored layer', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'basilia-features-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  async function read(content: string, change: Partial<Layer> = {}) {
    const study = await bundledStudy()
    const layer = { ...study.layers[0]!, ...change }
    const path = join(folder, `${(await readdir(folder)).length}.geojson`)
    await writeFile(path, content)
    const features = await readLayerFeatures(study, [layer], { [layer.id]: path })
    return features.ok ? features.value.get(layer.id)! : features.problem
  }

  test('are the same as a plain reading of the file gives, for every bundled layer', async () => {
    const study = await bundledStudy()
    const paths = Object.fromEntries(study.layers.map(({ id, file }) => [id, join(jobar, file)]))
    const features = await readLayerFeatures(study, study.layers, paths)
    if (!features.ok) throw new Error(features.problem.code)
    for (const { id, geometryType, evenOdd } of study.layers) {
      const plain = featuresFromGeoJson(JSON.parse(await readFile(paths[id]!, 'utf8')), geometryType, evenOdd)
      expect(features.value.get(id)!.shapes).toEqual(plain.shapes)
      expect(features.value.get(id)!.attributes.map((row) => ({ ...row }))).toEqual(
        plain.attributes.map((row) => ({ ...row })),
      )
    }
  })

  const ring = (x: number): number[][] => [
    [x, 33],
    [x + 0.2, 33],
    [x + 0.1, 33.2],
    [x, 33],
  ]
  const members = { type: 'MultiPolygon', coordinates: [[ring(36)], [ring(37), ring(37.01)], [ring(38)]] }
  const text = (geometry: unknown): string =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', properties: {}, geometry: null },
        { type: 'Feature', properties: { a: 1 }, geometry },
      ],
    })

  test.each(['polygon', 'feature'] as const)('keep what the even-odd rule runs over: each %s', async (evenOdd) => {
    const plain = featuresFromGeoJson(JSON.parse(text(members)), 'polygon', evenOdd)
    expect(await read(text(members), { evenOdd })).toMatchObject({ shapes: plain.shapes })
    expect(plain.shapes.polygonFeature.length).toBe(evenOdd === 'feature' ? 1 : 3)
  })

  test.each([
    ['no JSON', '{"type":', 'study-unreadable'],
    ['JSON that is no collection', '[]', 'study-unreadable'],
    [
      'a position off the earth',
      text({
        type: 'Polygon',
        coordinates: [
          [
            [36, 33],
            [1e9, 33],
            [36, 34],
            [36, 33],
          ],
        ],
      }),
      'study-unreadable',
    ],
    ['an endless number', text(members).replace('36,33', '1e400,33'), 'study-unreadable'],
  ])('are refused in words where the file was edited to hold %s', async (_, content, code) => {
    expect(await read(content)).toMatchObject({ code })
  })
})
