import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { damageReportSchema } from '../../../core/damage/damage-answer.ts'
import { eventReportSchema } from '../../../core/events/event-answer.ts'
import type { NamedBytes } from '../../../server/import/record/imported.ts'
import { named } from '../import/made-files.ts'
import { boxes, planFile } from '../made-layers.ts'
import { basilia } from './running-command.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'basilia-lists-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function file({ name, bytes }: NamedBytes): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}
const csv = (name: string, ...rows: readonly string[]): Promise<string> => file(named(name, `${rows.join('\n')}\n`))

describe('basilia damage and basilia events', () => {
  test('sites of dated columns, saved as a study and counted from it alike', async () => {
    const sites = await csv(
      'sites.csv',
      'lon,lat,first,second',
      '36.301,33.481,0,3',
      '36.302,33.481,-1,2',
      '36.4,33.4,1,1',
    )
    const plan = await file(planFile)
    const columns = [
      '--layer',
      `damage=${sites}`,
      '--snapshots',
      'damage=first@2015-01-01,second@2016-01-01',
      '--destroyed',
      'damage=3',
    ]
    const whole = await basilia('damage', ...columns, '--format', 'json')
    expect([whole.code, whole.err]).toEqual([0, expect.not.stringContaining('destroyed')])
    expect(
      damageReportSchema
        .parse(JSON.parse(whole.out))
        .lists[0]!.whole!.dates.map(({ date, affected }) => [date, affected]),
    ).toEqual([
      ['2015-01-01', 1],
      ['2016-01-01', 3],
    ])
    const saved = join(folder, 'saved')
    expect((await basilia('measure', '--plan', plan, ...columns, '--save', saved)).code).toBe(0)
    const { out } = await basilia('damage', saved, '--at', '2016-06-01')
    expect(out).toMatch(/damage +plan +2016-01-01 +2 +2 +0 +0 +2 +1 +1 /)
    expect((await basilia('damage', '--layer', `damage=${sites}`, '--snapshots', 'damage=columns')).err).toContain(
      'no column is named after a day',
    )
    expect((await basilia('damage', '--layer', `damage=${sites}`, '--snapshots', 'damage=first')).code).toBe(2)
    expect((await basilia('damage')).code).toBe(2)
  })

  test('a folder of snapshots is one series, measured on a day between two as last known', async () => {
    const series = await mkdtemp(join(folder, 'front-'))
    const box = (east: number) => boxes('', [[[36.3, 33.48, east, 33.49], {}]]).bytes
    await writeFile(join(series, 'front_20180326.geojson'), box(36.31))
    await writeFile(join(series, 'front_20180421.geojson'), box(36.305))
    const { code, out, err } = await basilia(
      'measure',
      '--plan',
      await file(planFile),
      '--layer',
      `control=${series}`,
      '--snapshots',
      'control=files',
      '--at',
      '2018-04-01',
      '--format',
      'json',
    )
    expect([code, err]).toEqual([0, err])
    expect(JSON.parse(out).layers).toMatchObject([{ date: '2018-03-26', classes: [{ share: expect.closeTo(1, 9) }] }])
    expect(err).toContain(
      'shown as last reported on 2018-03-26, 6 days before 2018-04-01; nobody says that it still held',
    )
  })

  test('events with their rule, what was left out and why, and what other rules would give', async () => {
    const strikes = await csv(
      'strikes.csv',
      'lon,lat,date',
      '36.301,33.481,2018-04-20',
      '36.309,33.489,2018-05-20',
      ...['20', '21', '22'].map((day) => `36.305,33.485,2018-04-${day}`),
    )
    const requested = [
      '--plan',
      await file(planFile),
      '--layer',
      `shelling=${strikes}`,
      '--events',
      'shelling=site',
      '--grid',
      'shelling=100:1',
      '--from',
      'shelling=2018-04-01',
      '--to',
      'shelling=2018-04-30',
    ]
    const { out } = await basilia('events', ...requested, '--format', 'json')
    const [list] = eventReportSchema.parse(JSON.parse(out)).lists
    expect(list).toMatchObject({
      used: 1,
      leftOut: [
        { reason: 'outside-window', count: 1 },
        { reason: 'shared-position', count: 3 },
      ],
      rule: { by: 'grid', cellM: 100, least: 1 },
    })
    expect(list!.curves.map(({ by }) => by)).toEqual(['cellM', 'least'])
    const shared = await basilia('events', ...requested, '--shared', 'shelling=4')
    expect(shared.out).toMatch(/used +4\n/)
  })
})
