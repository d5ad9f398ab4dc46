import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Measurement } from '../../../core/model/measurement.ts'
import { unzipped } from '../report/office-file.ts'
import { controlFile, planFile } from '../made-layers.ts'
import { basiliaHere } from './running-command.ts'
import type { Comparison } from '../../../core/compare/comparison-answer.ts'

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
  const { code, out, err } = await basiliaHere('measure', '--plan', plan, ...args, '--format', 'json')
  expect([code, err]).toEqual([0, err])
  const { layers } = JSON.parse(out) as Measurement
  return Object.fromEntries(layers.map(({ name, role }) => [name, role]))
}

/** The words of a file; of an archive those of all that is in it. */
async function allText(file: string): Promise<string> {
  const bytes = await readFile(file)
  const texts = bytes.subarray(0, 2).toString('latin1') === 'PK' ? [...(await unzipped(bytes)).values()] : [bytes]
  return texts.map((each) => each.toString('utf8').replaceAll(/<[^>]*>/g, '')).join('\n')
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
    const { code, err } = await basiliaHere('measure', '--plan', plan, '--layer', `uses=${layer}`, ...flags)
    expect(code).toBe(2)
    expect(err).toMatch(reason)
  })

  test('zones lie in no hold, on the sheet, in the report and in the tables, in both languages', async () => {
    const study = join(folder, 'study')
    const made = await basiliaHere(
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
        const { code, err } = await basiliaHere(command, study, '--out', out, ...options)
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

  test('a study of zones alone, set beside another, speaks nowhere of holders or parties', async () => {
    const studies = [join(folder, 'zones-one'), join(folder, 'zones-two')] as const
    for (const [study, days] of [
      [studies[0], ['2010-01-01', '2015-01-01']],
      [studies[1], ['2015-01-01']],
    ] as const) {
      const snapshots = days.flatMap((day) => ['--layer', `landuse=${layer}`, '--date', `landuse=${day}`])
      const flags = ['--class', 'landuse=side', '--plan-accuracy', '10', '--accuracy', 'landuse=15']
      const { code, err } = await basiliaHere('measure', '--plan', plan, ...snapshots, ...flags, '--save', study)
      expect([code, err]).toEqual([0, err])
    }
    const texts: string[] = []
    for (const format of ['table', 'csv'] as const) {
      const { code, out } = await basiliaHere('compare', ...studies, '--draws', '40', '--format', format)
      expect(code).toBe(0)
      texts.push(out)
    }
    const compared = JSON.parse(
      (await basiliaHere('compare', ...studies, '--draws', '40', '--format', 'json')).out,
    ) as Comparison
    expect(compared.standing.map(({ en }) => en)).toEqual([expect.stringMatching(/^Measured: /)])
    texts.push(...compared.findings.flatMap(({ text }) => [text.en, text.ar ?? '']))
    const options = ['--draws', '40', '--with', studies[1], '--lang']
    for (const language of ['en', 'ar']) {
      const runs: readonly (readonly [string, string, ...string[]])[] = [
        ['sheet', 'svg', '--draws', '40', '--lang'],
        ['report', 'docx', ...options],
        ['report', 'svg', ...options],
        ['export', 'xlsx', ...options],
        ['export', 'csv', ...options],
        ['export', 'gpkg', ...options],
        ['export', 'shp.zip', '--draws', '40', '--lang'],
      ]
      for (const [command, ending, ...others] of runs) {
        const out = join(folder, `zones-${command}-${language}.${ending}`)
        const { code, err } = await basiliaHere(command, studies[0], '--out', out, ...others, language)
        expect([code, err]).toEqual([0, err])
        texts.push(await allText(out))
      }
    }
    // “Holds” of a day that a snapshot holds on, and the column of parties that every table has, are none of these.
    const ofHolders =
      /\bheld\b|\bholders?\b|\bhold (?:of|had|ended)\b|changed hands|told of (?:another party|parties)|سيطر|تُنسب إلى أطراف/g
    expect(texts.flatMap((text) => text.match(ofHolders) ?? [])).toEqual([])
  })
})
