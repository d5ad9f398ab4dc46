import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { basiliaHere } from './running-command.ts'

const publication = {
  author: 'Rana Haddad',
  institution: 'معهد دراسات السكن · Housing Institute · Institut',
  contact: 'maps@example.org',
  mapNumber: 'HI-014',
  glide: 'CE-2011-000002-SYR',
  doi: '10.5281/zenodo.1234567',
}

describe('who publishes a study and when', () => {
  let folder: string
  let study: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'basilia-publication-'))
    study = join(folder, 'own')
    await cp('data/basilia-city', study, { recursive: true })
    const file = join(study, 'study.json')
    await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), publication }))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const made = async (command: string, file: string, ...options: string[]): Promise<string> => {
    const out = join(folder, file)
    const { code, err } = await basiliaHere(command, study, '--out', out, '--draws', '0', ...options)
    expect([code, err]).toEqual([0, expect.any(String)])
    return (await readFile(out)).toString('utf8')
  }
  const textOf = (svg: string): string => svg.replace(/<[^>]*>/g, ' ').replace(/[\u2066-\u2069\s]+/g, ' ')

  test.each(['en', 'ar'])('stands on the sheet and in the report (%s)', async (lang) => {
    for (const [command, file] of [
      ['sheet', 'sheet.svg'],
      ['report', 'report.svg'],
    ] as const) {
      const text = textOf(await made(command, `${lang}-${file}`, '--lang', lang, '--published', '2026-12-01'))
      for (const part of [
        'Haddad',
        publication.mapNumber,
        publication.glide,
        publication.doi,
        publication.contact,
        '2026',
      ])
        expect(text.includes(part), `${part} in ${file}`).toBe(true)
    }
  })

  test('without a day none is printed, and no clock is read', async () => {
    const text = textOf(await made('sheet', 'undated.svg'))
    expect(text).toContain('Author: Rana Haddad')
    expect(text).not.toContain('Published:')
    expect(text).not.toContain(String(new Date().getFullYear()))
  })

  test('a study that says nothing of it prints no label', async () => {
    const out = join(folder, 'bundled.svg')
    await basiliaHere('sheet', 'basilia-city', '--out', out, '--draws', '0')
    expect(textOf(await readFile(out, 'utf8'))).not.toMatch(/Author:|Map no|GLIDE/)
  })

  test('an identifier that is no DOI is refused by name', async () => {
    const file = join(folder, 'wrong')
    await cp(study, file, { recursive: true })
    const record = JSON.parse(await readFile(join(file, 'study.json'), 'utf8'))
    await writeFile(join(file, 'study.json'), JSON.stringify({ ...record, publication: { doi: 'zenodo 12' } }))
    const { code, err } = await basiliaHere('sheet', file, '--out', join(folder, 'wrong.svg'), '--draws', '0')
    expect(code).toBe(1)
    expect(err).toMatch(/publication\.doi.*no DOI/s)
  })

  test('the table is cited by author, institution and year', async () => {
    await made('export', 'table.csv', '--published', '2026-12-01')
    const described = await readFile(join(folder, 'table.csv.datapackage.json'), 'utf8')
    expect(described).toContain(`${publication.author}, ${publication.institution} (2026): `)
  })

  test('a day that is none is refused', async () => {
    const { code, err } = await basiliaHere('sheet', study, '--out', join(folder, 'x.svg'), '--published', '2026-02-30')
    expect([code, err.includes('--published')]).toEqual([2, true])
  })
})
