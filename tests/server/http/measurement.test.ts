import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { measurementSchema } from '../../../core/model/measurement.ts'
import { comparisonSchema, publishedAnswerSchema } from '../../../core/compare/comparison-answer.ts'
import { timelineSchema } from '../../../core/timeline/timeline-answer.ts'
import { jobSchema } from '../../../server/http/schemas/answer-schemas.ts'
import { crossTableSchema } from '../../../core/measure/cross-table.ts'
import { controlFile, planFile } from '../made-layers.ts'
import { loaded, newStudy, running, type Client } from './running-server.ts'

describe('measurements over HTTP', () => {
  let client: Client
  beforeAll(async () => {
    client = await running()
  })
  afterAll(() => client.stop())

  test('When a study is measured, then its combinations add up to the plan', async () => {
    const { id } = await newStudy(client, 'Measured')
    await loaded(client, id, [planFile], { role: 'plan' })
    await loaded(client, id, [controlFile], { name: 'control', role: 'control', classField: 'side' })
    const { status, json } = await client.get(`/api/studies/${id}/measurement`)
    expect(status).toBe(200)
    const { plan, layers, combinations, reconciliation } = measurementSchema.parse(json)
    const [a, b] = layers[0]!.classes
    expect(a!.areaM2 / plan.areaM2).toBeCloseTo(0.5, 9)
    expect(b!.areaM2 / plan.areaM2).toBeCloseTo(0.5, 9)
    expect(combinations.reduce((sum, { areaM2 }) => sum + areaM2, 0)).toBeCloseTo(plan.areaM2, 3)
    expect(Math.abs(reconciliation.residualM2)).toBeLessThan(1e-3)
  })

  test('When a study is changed, then the next measurement is of what stands', async () => {
    const { id } = await newStudy(client, 'Changing')
    await loaded(client, id, [planFile], { role: 'plan' })
    await loaded(client, id, [controlFile], { name: 'control', role: 'control', classField: 'side' })
    const classes = async () =>
      (await client.get(`/api/studies/${id}/measurement`)).json.layers[0]?.classes.map(
        (each: { class: string }) => each.class,
      )
    expect(await classes()).toEqual(['A', 'B'])
    await client.call('PATCH', `/api/studies/${id}/layers/control`, { classField: null }, { 'if-match': '*' })
    expect(await classes()).toEqual(['control'])
    await client.call('DELETE', `/api/studies/${id}/layers/control`, undefined, { 'if-match': '*' })
    expect(await classes()).toBeUndefined()
  })

  test('When accuracies are supposed, then the intervals follow and nothing is saved; without one there is none', async () => {
    const { id } = await newStudy(client, 'Supposed')
    await loaded(client, id, [planFile], { role: 'plan', name: 'plan', accuracyM: 5 })
    await loaded(client, id, [controlFile], { name: 'control', role: 'control', classField: 'side' })
    const measured = async (query: string) =>
      measurementSchema.parse((await client.get(`/api/studies/${id}/measurement?draws=100&seed=1${query}`)).json)
    const silent = await measured('')
    expect([silent.layers[0]!.classes[0]!.low, silent.notes.map(({ code }) => code)]).toEqual([
      undefined,
      expect.arrayContaining(['accuracy-missing']),
    ])
    const halfOf = async (accuracy: string): Promise<number> => {
      const [a] = (await measured(`&accuracy=${accuracy}`)).layers[0]!.classes
      return (a!.high! - a!.low!) / 2
    }
    expect(await halfOf('control:40')).toBeGreaterThan(1.5 * (await halfOf('control:10')))
    expect(await halfOf('control:CE95:24.48&accuracy=plan:5')).toBeCloseTo(await halfOf('control:10.0003'), -1)
    const beyond = await measured('&accuracy=control:90000')
    expect([beyond.plan.low, beyond.notes.map(({ code }) => code)]).toEqual([
      undefined,
      expect.arrayContaining(['accuracy-beyond-plan']),
    ])
    const requested = await measured('&accuracy=control:10&above=1&correlations=true')
    expect(requested.layers[0]!.classes[0]!.drawn).toMatchObject({ aboveProbability: 1 })
    expect(requested.correlations!.of).toEqual([
      { layer: 'control', class: 'A' },
      { layer: 'control', class: 'B' },
    ])
    expect(requested.correlations!.matrix[0]![1]).toBeLessThan(0)
    expect(requested.method.interval).toMatchObject({
      draws: 100,
      seed: 1,
      leftOut: 0,
      aboveM2: 1,
      layers: [
        { name: 'plan', sigmaM: 5 },
        { name: 'control', sigmaM: 10, lambdaM: 200 },
      ],
    })
    const { json } = await client.get(`/api/studies/${id}`)
    expect([json.revision, json.layers[1].accuracyM]).toEqual([3, undefined])
    for (const [wrong, status, code] of [
      ['nowhere:5', 422, 'accuracy-of-no-layer'],
      ['control:-5', 400, 'query-invalid'],
      ['control:NaN', 400, 'query-invalid'],
      ['control', 400, 'query-invalid'],
    ] as const) {
      const answer = await client.get(`/api/studies/${id}/measurement?draws=10&accuracy=${wrong}`)
      expect([answer.status, answer.json.code]).toEqual([status, code])
    }
  })

  test('When a study has no plan, then the reason is told', async () => {
    const { id } = await newStudy(client, 'Planless')
    const { status, json } = await client.get(`/api/studies/${id}/measurement`)
    expect([status, json.code]).toEqual([422, 'plan-missing'])
  })

  test('When a bundled study is measured on a day, then the answer is of that day', async () => {
    const { json } = await client.get('/api/studies/basilia-city/measurement?at=2018-06-01&draws=0')
    const measurement = measurementSchema.parse(json)
    expect(measurement.at).toBe('2018-06-01')
    expect(measurement.plan.areaM2 / 9e6).toBeCloseTo(1, 2)
    const announced = await client.get('/api/studies/basilia-city/measurement?at=announcement')
    expect(announced.json).toEqual((await client.get('/api/studies/basilia-city/measurement?at=2018-03-26')).json)
    expect((await client.get('/api/studies/darayya/measurement?at=announcement')).json.code).toBe(
      'announcement-unknown',
    )
    expect((await client.get('/api/studies/basilia-city/sheet.svg?at=announcement&draws=20')).text).toContain(
      'announcement.',
    )
  })

  test('When the timeline is read, then each of its dates has the measurement of that day', async () => {
    const { status, json } = await client.get('/api/studies/basilia-city/timeline')
    expect([status, json.detail]).toEqual([200, undefined])
    const { dates, events, changes } = timelineSchema.parse(json)
    expect(dates.map(({ date }) => date)).toEqual(expect.arrayContaining(['2018-03-26', '2018-04-21']))
    expect(events.length).toBeGreaterThan(0)
    expect(changes.length).toBeGreaterThan(0)
    const day = dates.find(({ date }) => date === '2018-04-21')!
    const { json: alone } = await client.get('/api/studies/basilia-city/measurement?at=2018-04-21&wait=60')
    expect(day.plan).toEqual(alone.plan)
    // Several days are walked in one pass, whose sums end in other last digits.
    const figures = ({ name, classes }: (typeof day.layers)[0]) => [
      name,
      classes.map((own) => [own.class, own.areaM2.toFixed(3), own.share.toFixed(9)]),
    ]
    expect(day.layers.map(figures)).toEqual(alone.layers.map(figures))
    const between = timelineSchema.parse(
      (await client.get('/api/studies/basilia-city/timeline?from=2018-03-26&to=2018-06-01')).json,
    )
    expect(between.changes.every(({ from, to }) => from === '2018-03-26' && to === '2018-06-01')).toBe(true)
    const stated = timelineSchema.parse((await client.get('/api/studies/basilia-city/timeline?sliverWidth=25')).json)
    expect(stated.changes.every(({ sliverWidthM }) => sliverWidthM === 25)).toBe(true)
    expect((await client.get('/api/studies/basilia-city/timeline?from=2018-03-26')).json.values.name).toBe('to')
    expect((await client.get('/api/studies/basilia-city/timeline?from=2018-06-01&to=2018-03-26')).json.code).toBe(
      'window-reversed',
    )
  })

  test('When layers are crossed, then every cell stands with totals that add up, and classes of one party together', async () => {
    const { json } = await client.get('/api/studies/basilia-city/cross-table?layers=control,shelling&by=party')
    const table = crossTableSchema.parse(json)
    expect(table.axes[0]!.categories.map(({ names }) => names)).toEqual([['ISIS'], []])
    expect(table.cells.reduce((sum, { areaM2 }) => sum + areaM2, 0)).toBeCloseTo(table.planM2, 2)
    expect((await client.get('/api/studies/basilia-city/cross-table?layers=control,nothing')).json.code).toBe(
      'cross-table-layers',
    )
    expect((await client.get('/api/studies/basilia-city/cross-table')).json.values.name).toBe('layers')
  })

  test('When published figures are asked for, then each stands against ours or says why not', async () => {
    const { published } = publishedAnswerSchema.parse((await client.get('/api/studies/yarmouk-camp/published')).json)
    const given = published.find(({ published: own }) => own.date === '2019-09-06')!
    expect(given).toMatchObject({ date: '2019-09-06', at: '2018-04-21', verdict: 'within', without: null })
    expect(given.difference!.low).toBeCloseTo(given.measured!.low - 2_200_000, 3)
    expect(published.find(({ published: own }) => own.measure === 'count')).toMatchObject({
      measured: null,
      without: 'not-an-area',
    })
  })

  test('When studies are compared, then each stands with its own day and measures', async () => {
    const { status, json } = await client.get('/api/compare?studies=basilia-city,jobar&draws=40&wait=600')
    expect(status).toBe(200)
    expect(comparisonSchema.parse(json).studies.map(({ id }) => id)).toEqual(['basilia-city', 'jobar'])
    expect((await client.get('/api/compare?studies=basilia-city,nowhere')).status).toBe(404)
    expect((await client.get('/api/compare')).json.values.name).toBe('studies')
    expect((await client.get('/api/compare?studies=../x')).status).toBe(400)
  })

  test('When the answer is not waited for, then a job tells of it to its end', async () => {
    const requested = await client.get('/api/studies/basilia-city/measurement?at=2018-04-01&wait=0')
    expect(requested.status).toBe(202)
    const job = jobSchema.parse(requested.json)
    expect(requested.headers['location']).toBe(`/api/jobs/${job.id}`)
    const events = await client.get(`/api/jobs/${job.id}/events`)
    expect(events.headers['content-type']).toBe('text/event-stream')
    expect(events.text).toMatch(/event: done\ndata: .*\n\n$/)
    const ended = jobSchema.parse((await client.get(`/api/jobs/${job.id}`)).json)
    expect(ended.state).toBe('done')
    const direct = await client.get('/api/studies/basilia-city/measurement?at=2018-04-01')
    expect(ended.result).toEqual(direct.json)
    expect((await client.get(`/api/jobs/${job.id}/result`)).json).toEqual(direct.json)
  })

  test('When a job is cancelled, then it ends and the server goes on', async () => {
    const requested = await client.get('/api/studies/basilia-city/sheet.png?dpi=600&paper=a3&wait=0')
    expect(requested.status).toBe(202)
    const cancelled = await client.call('DELETE', `/api/jobs/${requested.json.id}`)
    expect(cancelled.json).toMatchObject({ state: 'cancelled', error: { code: 'job-cancelled' } })
    expect((await client.get(`/api/jobs/${requested.json.id}/result`)).json.code).toBe('job-not-done')
    expect((await client.get('/api/studies/jobar/measurement')).status).toBe(200)
  })

  test('When two ask for the same at once, then the work is done once', async () => {
    const path = '/api/studies/basilia-city/measurement?at=2018-03-30&wait=0'
    const [first, second] = await Promise.all([client.get(path), client.get(path)])
    expect(first.json.id).toBe(second.json.id)
    expect(['queued', 'running']).toContain(first.json.state)
  })

  test('When the description of the interface is read, then every address and answer is in it', async () => {
    const { json } = await client.get('/api/openapi.json')
    expect(json.openapi).toBe('3.1.0')
    expect(Object.keys(json.paths)).toEqual(
      expect.arrayContaining([
        '/healthz',
        '/api/studies',
        '/api/studies/{id}',
        '/api/studies/{id}/layers',
        '/api/studies/{id}/layers/{layer}',
        '/api/studies/{id}/measurement',
        '/api/studies/{id}/timeline',
        '/api/compare',
        '/api/studies/{id}/sheet.pdf',
        '/api/studies/{id}/export.csv',
        '/api/jobs/{id}/events',
      ]),
    )
    const study = json.paths['/api/studies/{id}'].get.responses['200'].content['application/json'].schema
    expect(Object.keys(study.properties)).toEqual(
      expect.arrayContaining(['schema', 'id', 'title', 'revision', 'layers']),
    )
  })
})
