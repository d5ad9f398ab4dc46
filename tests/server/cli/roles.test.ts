import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Measurement } from '../../../core/model/measurement.ts'
import { unzipped } from '../report/office-file.ts'
import { controlFile, planFile } from '../made-layers.ts'
import { basilia } from './running-command.ts'

let folder = ''
let plan = ''
let layer = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'basilia-roles-'))
  plan = join(folder, planFile.name)
  layer = join(folder, 'uses.geojson')
  await writeFile(plan, planFile.bytes)
  await writeFile(layer, controlFile.bytes)
})
afterAll(() => rm(folder, { recursive: true }))

async function rolesOf(...args: readonly string[]): Promise<Record<string, string>> {
  const { code, out, err } = await basilia('measure', '--plan', plan, ...args, '--format', 'json')
  expect([code, err]).toEqual([0, err])
  const { layers } = JSON.parse(out) as Measurement
  return Object.fromEntries(layers.map(({ name, role }) => [name, role]))
}

describe('what a layer is about', () => {
  test('follows from --role, else from its name, and is else zones', async () => {
    const named = ['landuse', 'damage', 'Control', 'held'].flatMap((name) => ['--layer', `${name}=${layer}`])
    expect(await rolesOf(...named, '--role', 'held=shelling', '--role', 'damage=control')).toEqual({
      landuse: 'zones',
      damage: 'control',
      Control: 'control',
      held: 'shelling',
    })
    expect(await rolesOf('--layer', `roads=${layer}`, '--role', 'roads=context')).toEqual({})
  })

  test.each([
    [['--role', 'uses=land'], /"land" is no role; it takes control, damage, shelling, zones, context/],
    [['--role', 'other=zones'], /there is no --layer other=FILE/],
  ] as const)('%j is wrong usage', async (flags, reason) => {
    const { code, err } = await basilia('measure', '--plan', plan, '--layer', `uses=${layer}`, ...flags)
    expect(code).toBe(2)
    expect(err).toMatch(reason)
  })

  test('zones lie in no hold, on the sheet, in the report and in the tables, in both languages', async () => {
    const study = join(folder, 'study')
    const made = await basilia(
      'measure',
      '--plan',
      plan,
      '--layer',
      `landuse=${layer}`,
      '--class',
      'landuse=side',
      '--save',
      study,
    )
    expect(made.code).toBe(0)
    for (const [language, lies, hold] of [
      ['en', 'lie in A', /(?:held by|hold of) \W*[AB]\b/],
      ['ar', 'يقع', /سيطرة \W*[AB]\b/],
    ] as const) {
      const sheet = join(folder, `${language}.svg`)
      const report = join(folder, `${language}.docx`)
      const book = join(folder, `${language}.xlsx`)
      const options = ['--draws', '0', '--lang', language]
      for (const [command, out] of [
        ['sheet', sheet],
        ['report', report],
        ['export', book],
      ] as const) {
        const { code, err } = await basilia(command, study, '--out', out, ...options)
        expect([code, err]).toEqual([0, err])
      }
      const words = async (file: string): Promise<string> =>
        [...(await unzipped(await readFile(file)))]
          .filter(([name]) => name.endsWith('.xml'))
          .map(([, bytes]) => bytes.toString('utf8'))
          .join('\n')
      const texts = [await readFile(sheet, 'utf8'), await words(report), await words(book)].map((text) =>
        text.replaceAll(/<[^>]*>/g, ''),
      )
      expect(texts[0]?.includes(lies)).toBe(true)
      expect(texts[1]?.includes(lies)).toBe(true)
      expect(texts.flatMap((text) => text.match(hold) ?? [])).toEqual([])
    }
  })
})
