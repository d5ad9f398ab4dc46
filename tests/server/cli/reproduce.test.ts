import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unpacked } from '../export/made-exports.ts'
import { basiliaHere } from './running-command.ts'

const realdata = '../shared/realdata'
const files = ['unosat-raqqa-2017/raqqa_damage.zip', 'unosat-aleppo-2016/aleppo_damage.zip']
const neighbourhoods = `${realdata}/ocha-syr-neighbourhoods-2018`

/** Names of files of the page, which the commands find in the folder that a reader would be in. */
const isFile = (word: string): boolean => /^[\w.]+\.(?:zip|shp)$/.test(word) || word === 'raqqa'

describe.skipIf(!existsSync(realdata))(
  'docs/reproduce.md gives the published totals (skipped where ../shared/realdata is missing)',
  () => {
    let folder = ''
    let commands: string[][] = []
    const run = (args: readonly string[]) =>
      basiliaHere(
        ...args.map((word) => {
          const [name, file] = word.includes('=') ? word.split(/=(.*)/s) : ['', word]
          return file !== undefined && isFile(file) ? `${name ? `${name}=` : ''}${join(folder, file)}` : word
        }),
      )
    const command = (...words: readonly string[]): string[] =>
      commands.find((own) => words.every((word) => own.join(' ').includes(word)))!

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'basilia-reproduce-'))
      for (const file of files) await copyFile(`${realdata}/${file}`, join(folder, file.replace(/^.*\//, '')))
      for (const file of await readdir(neighbourhoods)) await copyFile(`${neighbourhoods}/${file}`, join(folder, file))
      const page = await readFile('docs/reproduce.md', 'utf8')
      commands = [...page.matchAll(/^basilia (.*)$/gm)].map(([, words]) => words!.split(' '))
    })
    afterAll(() => rm(folder, { recursive: true }))

    test.each([
      ['raqqa', '2017-10-21', ['13,160', '12,898', '12,781', '3,326', '3,962', '5,493', '117']],
      ['aleppo', '2016-09-18', ['35,936', '35,722', '4,773', '14,680', '16,269', '214']],
    ])('%s as a whole, on %s', async (city, day, figures) => {
      const own = command('damage --layer', `${city}_damage.zip`)
      expect(own.join(' ')).not.toContain('--plan')
      const { code, out } = await run(own)
      expect(code).toBe(0)
      const row = out.split('\n').find((line) => line.includes(day) && line.startsWith('damage'))!
      for (const figure of figures) expect(row.split(/ {2,}/)).toContain(figure)
    })

    test.each([
      ['raqqa', '2017-10-21', 'N0474', [423, 543, 607]],
      ['aleppo', '2016-09-18', 'N0187', [292, 960, 1038]],
    ])('%s by neighbourhood, on %s', async (city, day, code, grades) => {
      const { out } = await run(command('--units-id', '--format csv', `${city}_damage.zip`))
      const [head, ...rows] = out.slice(1).trim().split('\r\n')
      const names = head!.split(',')
      const row = rows.map((line) => line.split(',')).find((cells) => cells[1] === code && cells[3] === day)!
      expect(['destroyed', 'severe', 'moderate'].map((name) => Number(row[names.indexOf(name)]))).toEqual(grades)
    })

    test('the file is found as the page says, and the study exports the same counts', async () => {
      const inspected = JSON.parse((await run(command('inspect'))).out) as { layers: { features: number }[] }
      expect(inspected.layers[0]!.features).toBe(13_160)
      expect((await run(command('--save'))).code).toBe(0)
      expect((await run(command('export raqqa'))).code).toBe(0)
      const made = await unpacked(await readFile(join(folder, 'raqqa.package.zip')))
      expect(made.get('tables/damage.csv')!.toString()).toMatch(/damage,N0474,[^\n]*2017-10-21,[^\n]*,423,543,607,/)
    })
  },
)
