import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { inspectFiles } from '../../../server/import/inspection.ts'
import { usualZipLimits, unzip } from '../../../server/import/archive/zip.ts'
import { mutated } from './mutated.ts'
import { madeDrawing } from './made-drawing.ts'
import { named } from './made-files.ts'
import { expectSentence, layerOf } from './reading.ts'

const runs = Number(process.env['FUZZ_RUNS'] ?? 60)
const fixture = (name: string) => readFileSync(`tests/fixtures/import/${name}`)

async function inside(archive: string) {
  const unzipped = await unzip(named(archive, fixture(archive)), () => true, usualZipLimits)
  if (!unzipped.ok) throw new Error(unzipped.problem.code)
  return unzipped.value.files
}

const geoPackage = (await inside('basilia.gpkg.zip'))[0]!.bytes
const geodatabase = await inside('basilia.gdb.zip')

test.each([
  ['a.fgb', fixture('neighbourhoods.fgb')],
  ['a.gml', fixture('neighbourhoods.gml')],
  ['a.gpkg', geoPackage],
  ['a.dxf', madeDrawing()],
])(
  '%s with any bytes changed is read or refused in words, and the next file is read all the same',
  async (name, bytes) => {
    await fc.assert(
      fc.asyncProperty(mutated(bytes), async (changed) => {
        const seen = await inspectFiles([named(name, changed)])
        if (!seen.ok) expectSentence(seen.problem)
        else JSON.stringify(seen.value)
      }),
      { seed: 21, numRuns: runs },
    )
    expect((await layerOf([named('n.fgb', fixture('neighbourhoods.fgb'))])).features.attributes).toHaveLength(13)
  },
)

test('a file geodatabase with any bytes changed is read or refused in words', async () => {
  const anyFiles = fc
    .nat(geodatabase.length - 1)
    .chain((i) =>
      mutated(geodatabase[i]!.bytes).map((bytes) =>
        geodatabase.map((file, k) => (k === i ? { ...file, bytes } : file)),
      ),
    )
  await fc.assert(
    fc.asyncProperty(anyFiles, async (changed) => {
      const seen = await inspectFiles(changed.filter(({ bytes }) => bytes.length > 0))
      if (!seen.ok) expectSentence(seen.problem)
    }),
    { seed: 22, numRuns: runs },
  )
})
