import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { comparisonSchema } from '../../../core/compare/comparison-answer.ts'
import { basiliaHere } from '../cli/running-command.ts'
import { newStudy, running, type Client } from './running-server.ts'

const told = JSON.parse(readFileSync('tests/fixtures/issues/plan-without-outline.json', 'utf8')) as {
  readonly plan: object
}
const fast = 'draws=0&wait=600'

describe('a comparison of studies of which some cannot be compared', () => {
  let client: Client
  const ids = { bare: '', told: '', own: '' }
  beforeAll(async () => {
    client = await running()
    ids.bare = (await newStudy(client, 'Nothing loaded')).id
    const claims = await newStudy(client, 'Claims only')
    ids.told = claims.id
    const given = { ...told, id: claims.id, revision: claims.revision, title: claims.title }
    await client.call('PUT', `/api/studies/${ids.told}`, given, { 'if-match': '*' })
    const made = await client.call('POST', '/api/studies/marota-city/copy', {})
    ids.own = made.json.id
    const precedents = ['jobar', ids.bare, ids.told, 'long-gone']
    const change = { ...made.json, precedents }
    expect((await client.call('PUT', `/api/studies/${ids.own}`, change, { 'if-match': '*' })).status).toBe(200)
  })
  afterAll(() => client.stop())

  const compared = async (query: string) =>
    comparisonSchema.parse((await client.get(`/api/compare?${query}&${fast}`)).json)

  test('skips them, named with the reason in both languages, wherever they stand', async () => {
    const { studies, skipped, findings } = await compared(`studies=${ids.bare},marota-city,${ids.told}`)
    expect(studies.map(({ id }) => id)).toEqual(['marota-city', ids.told])
    expect(findings.every(({ studies: pair }) => pair[0] === 'marota-city')).toBe(true)
    expect(skipped).toEqual([
      {
        id: ids.bare,
        title: { en: 'Nothing loaded' },
        code: 'plan-missing',
        text: {
          en: `The study ${ids.bare} has no plan yet. Load a layer of polygons with the role “plan”.`,
          ar: `لا مخطط في الدراسة ${ids.bare} بعد. حمّل طبقة مضلعات واختر لها دور «المخطط».`,
        },
      },
    ])
  })

  test('gives a study of claims alone its column with the claims', async () => {
    const { studies } = await compared(`studies=marota-city,${ids.told}`)
    expect(studies[1]!.claimed).toHaveLength(4)
    expect(studies[1]!.coverage.area).toBe('claimed')
  })

  test('refuses where none of them can be compared, and one that is named and not there', async () => {
    const none = await client.get(`/api/compare?studies=${ids.bare}&${fast}`)
    expect([none.status, none.json.code]).toEqual([422, 'plan-missing'])
    expect((await client.get(`/api/compare?studies=marota-city,long-gone&${fast}`)).status).toBe(404)
  })

  test('sets beside the first the precedents that it names, and names those that are not there', async () => {
    const { studies, skipped } = await compared(`studies=${ids.own}&precedents=true`)
    expect(studies.map(({ id }) => id)).toEqual([ids.own, 'jobar', ids.told])
    expect(skipped.map(({ id, code }) => [id, code])).toEqual([
      ['long-gone', 'study-not-found'],
      [ids.bare, 'plan-missing'],
    ])
    expect((await compared(`studies=marota-city&precedents=true`)).studies).toHaveLength(1)
  })

  test('says the same on the command line as over HTTP', async () => {
    const answer = await compared(`studies=${ids.own}&precedents=true`)
    const folder = join(client.workspace, ids.own)
    const asked = ['compare', folder, '--precedents', '--draws', '0']
    expect(JSON.parse((await basiliaHere(...asked, '--format', 'json')).out)).toEqual(answer)
    const { out } = await basiliaHere(...asked)
    expect(out).toContain('Not compared: Nothing loaded. The study')
    expect(out).toContain('Not compared: long-gone. There is no study long-gone.')
    const { err } = await basiliaHere(...asked, '--format', 'csv')
    expect(err).toContain('Not compared: Nothing loaded.')
    expect((await basiliaHere('compare', folder)).code).toBe(2)
  })

  test('lies in the tables of the package, and hinders neither them nor a report', async () => {
    expect((await client.get(`/api/studies/marota-city/report.docx?with=${ids.bare}&${fast}`)).status).toBe(200)
    const files = await client.get(`/api/studies/marota-city/export.package.zip?with=${ids.bare},jobar&${fast}`)
    expect(files.bytes.includes('notcompared')).toBe(true)
  })
})
