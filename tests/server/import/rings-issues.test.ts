import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inspectFiles } from '../../../server/import/inspection.ts'
import { basiliaHere } from '../cli/running-command.ts'
import { named } from './made-files.ts'

const inspected = async (name: string) => {
  const files = [named(name, readFileSync(`tests/fixtures/issues/${name}`))]
  const read = await inspectFiles(files)
  if (!read.ok) throw new Error(read.problem.code)
  return read.value.layers[0]!
}

/** The square of the fixtures, and the hole in it, in hectares. */
const [squareHa, holeHa] = [103.177, 4.127]

test.each([
  ['ring-traced-twice.geojson', 0, squareHa],
  ['hole-equal-to-its-shell.geojson', 0, squareHa],
  ['hole-twice.geojson', squareHa, squareHa - holeHa],
  ['shell-twice.geojson', holeHa, squareHa - holeHa],
])('%s: the note gives the area by the rule and by repair, and says which counts', async (name, ruleHa, repairedHa) => {
  const { areaM2, notes, validity } = await inspected(name)
  expect(areaM2! / 10_000).toBeCloseTo(ruleHa, 2)
  const reported = notes.find(({ code }) => code === 'lines-repeated')!
  const { areaHa, repairedHa: noted } = reported.values as { areaHa: string; repairedHa: string }
  expect(Number(areaHa)).toBeCloseTo(ruleHa, 1)
  expect(Number(noted)).toBeCloseTo(repairedHa, 1)
  expect(validity!.kinds.map(({ kind }) => kind)).toContain('lines-repeated')
})

test('ground that a feature holds twice is one number in inspection, validity and note', async () => {
  const { areaM2, notes, validity } = await inspected('member-twice.geojson')
  expect(areaM2! / 10_000).toBeCloseTo(squareHa, 2)
  expect(validity!.areaM2).toBe(areaM2)
  expect(notes.map(({ code }) => code)).toEqual(['members-overlap'])
})

test.each(['ring-traced-twice.geojson', 'hole-equal-to-its-shell.geojson'])(
  '%s as a plan is refused with what a repair would leave of it, never 0 in silence',
  async (name) => {
    const { code, err } = await basiliaHere('measure', '--plan', `tests/fixtures/issues/${name}`)
    expect(code).toBe(1)
    expect(err).toContain('traced twice')
    expect(err).toContain('103.17 ha')
  },
)

test('polygons that meet in a hairline through far corners have a report all the same', async () => {
  const { validity } = await inspected('hairline-hole.mif.zip')
  expect(validity!.kinds.map(({ kind }) => kind)).toContain('ring-crosses-itself')
})
