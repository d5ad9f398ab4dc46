import { describe, expect, test } from 'vitest'
import { readStudy } from '../../../core/model/read-study.ts'
import type { Study } from '../../../core/model/study.ts'
import { bundledIds, bundledStudy } from '../../data/bundled-study.ts'

const layer = (id: string, record: Record<string, unknown> = {}) => ({
  id,
  name: id,
  role: 'control',
  title: { en: id },
  file: `layers/${id}.geojson`,
  geometryType: 'polygon',
  features: 1,
  extent: null,
  sha256: '0'.repeat(64),
  crs: { code: 'EPSG:4230', name: 'ED50', operation: 'EPSG:1133', accuracyM: 999, shiftM: 120 },
  ...record,
})

/** A study as version 1 wrote it. */
const study1 = {
  schema: 'basilia-study/1',
  id: 'old',
  title: { en: 'Old' },
  revision: 4,
  asOf: '2018-04-21',
  plan: { layer: null, name: { en: 'Plan' } },
  layers: [
    layer('control', {
      date: '2018-04-21',
      source: { title: 'A map', publisher: 'An agency', date: '2018-04-21' },
      classField: 'side',
      classes: ['assessed', 'claimed', 'contested'].map((confidence) => ({
        class: `ISIS, ${confidence}`,
        values: [confidence],
        label: { en: confidence },
        color: '#282727',
        pattern: 'solid',
        party: 'ISIS',
        confidence,
      })),
    }),
    layer('zones', { role: 'context', source: { title: 'A map', publisher: 'An agency', date: '2018-04-20' } }),
  ],
  events: [
    {
      date: '2018-05-21',
      title: { en: 'Army enters' },
      kind: 'recapture',
      source: { title: 'News', url: 'https://example.org/1' },
    },
  ],
  published: [
    { measure: 'areaM2', value: 9_000_000, source: { title: 'News', url: 'https://example.org/1' } },
    { measure: 'people', value: 4, source: { title: 'Paper' } },
  ],
  claims: [{ text: { en: 'Most of it' }, source: { title: 'News', url: 'https://example.org/1' } }],
  gaps: [{ role: 'damage', text: { en: 'No image' } }],
}

function read(content: unknown): Study {
  const outcome = readStudy('old', content)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.value
}

const problemOf = (content: unknown) => {
  const outcome = readStudy('old', content)
  return outcome.ok ? null : outcome.problem
}

describe('a study of version 1', () => {
  const study = read(study1)

  test('lists each source once and names it by id wherever it stood', () => {
    expect(study.schema).toBe('basilia-study/2')
    expect(study.sources).toEqual([
      { id: 'an-agency-2018-04-21', title: { en: 'A map' }, publisher: { en: 'An agency' }, date: '2018-04-21' },
      { id: 'an-agency-2018-04-20', title: { en: 'A map' }, publisher: { en: 'An agency' }, date: '2018-04-20' },
      { id: 'news', title: { en: 'News' }, url: 'https://example.org/1' },
      { id: 'paper', title: { en: 'Paper' } },
    ])
    expect([
      study.events[0]!.source,
      study.published[0]!.source,
      study.claims[0]!.source,
      study.published[1]!.source,
    ]).toEqual(['news', 'news', 'news', 'paper'])
  })

  test('numbers its published figures, takes what was recaptured, and leaves what is not known open', () => {
    expect(study.published.map(({ id }) => id)).toEqual(['published-1', 'published-2'])
    expect(study.events[0]!.kind).toBe('taken')
    expect(study.layers.map(({ crs }) => crs.accuracyM)).toEqual([null, null])
    expect(study.claimed).toEqual([])
  })

  test('has no confidence where nobody said whose it was, and says so', () => {
    const [control] = study.layers
    expect(control!.classes.map(({ confidence }) => confidence ?? null)).toEqual([null, 'some-sources', null])
    expect(control!.notes).toMatchObject([
      { code: 'confidence-not-stated', values: { layer: 'control', classes: 'ISIS, assessed; ISIS, contested' } },
    ])
  })

  test('has no agreement typed for classes without any source, and says so', () => {
    const typed = {
      ...study1.layers[0]!,
      classes: [
        {
          class: 'ISIS',
          values: ['x'],
          label: { en: 'ISIS' },
          color: '#282727',
          pattern: 'solid',
          party: 'ISIS',
          confidence: 'agreed',
        },
      ],
    }
    for (const schema of ['basilia-study/1', 'basilia-study/2']) {
      const { classes, notes } = read({ ...study1, schema, events: [], layers: [typed] }).layers[0]!
      expect(classes).toMatchObject([{ class: 'ISIS', party: 'ISIS' }])
      expect(classes[0]!.confidence).toBeUndefined()
      expect(notes).toMatchObject([{ code: 'confidence-not-stated', values: { layer: 'control', classes: 'ISIS' } }])
    }
    const reported = { ...typed, classes: [{ ...typed.classes[0]!, sources: ['paper', 'news'] }] }
    expect(
      read({
        ...study1,
        schema: 'basilia-study/2',
        events: [],
        sources: ['paper', 'news'].map((id) => ({ id, title: { en: id } })),
        layers: [reported],
      }).layers[0]!.classes[0]!.confidence,
    ).toBe('agreed')
  })

  test('keeps layers of one publisher and title together in their errors', () => {
    expect(study.layers.map(({ base }) => base)).toEqual(['An agency: A map', 'An agency: A map'])
  })

  test('reads the same once it is written', () => {
    const written = JSON.stringify(study)
    const again = read(JSON.parse(written))
    expect(again).toEqual(study)
    expect(JSON.stringify(again)).toBe(written)
  })

  test.each([
    null,
    'x',
    [],
    {},
    { schema: 'basilia-study/0' },
    { schema: 'toString' },
    { schema: 'basilia-study/1' },
    { ...study1, layers: 'none' },
    { ...study1, layers: [null, 3] },
    { ...study1, events: {} },
    { ...study1, layers: [{ classes: [1], crs: 4, notes: 'x' }] },
  ])('is refused in words where it is none: %j', (content) => {
    expect(problemOf(content)?.code).toMatch(/^study-(invalid|version-unknown|without-object)$/)
  })
})

test.each(bundledIds)('%s reads the same once it is written', (id) => {
  const study = bundledStudy(id)
  const outcome = readStudy(id, JSON.parse(JSON.stringify(study)))
  expect(outcome).toEqual({ ok: true, value: study })
})

describe('a study of version 2 that cannot be', () => {
  const source = { id: 'a', title: { en: 'A' } }
  const base = {
    schema: 'basilia-study/2',
    id: 'old',
    title: { en: 'Old' },
    revision: 1,
    plan: { layer: null, name: { en: 'Plan' } },
    layers: [],
    sources: [source],
  }
  const figure = { id: 'f', measure: 'share', of: 'plan', date: '2018', value: 0.5, source: 'a' }

  test.each([
    [
      'two sources of one id',
      { sources: [source, { id: 'a', title: { en: 'B' } }] },
      'source-id-twice',
      'sources.1.id',
    ],
    [
      'a source given whole under the id of another',
      { events: [{ date: '2018', title: { en: 'E' }, kind: 'law', source: { id: 'a', title: 'B' } }] },
      'source-id-twice',
      'events.0.source',
    ],
    [
      'a source that is not there',
      { claims: [{ text: { en: 'C' }, source: 'b' }] },
      'source-unknown',
      'claims.0.source',
    ],
    [
      'a class of a source that is not there',
      {
        layers: [
          layer('control', {
            classes: [
              { class: 'A', values: ['A'], label: { en: 'A' }, color: '#282727', pattern: 'solid', sources: ['b'] },
            ],
          }),
        ],
      },
      'source-unknown',
      'layers.0.classes.0.sources',
    ],
    [
      'a drawing to a figure that is not there',
      { layers: [layer('control', { drawnTo: ['p'] })] },
      'published-unknown',
      'layers.0.drawnTo',
    ],
    [
      'an area from a figure that is not there',
      { plan: { ...base.plan, areaFrom: 'p' } },
      'published-unknown',
      'plan.areaFrom',
    ],
    [
      'another area than that figure',
      {
        plan: { ...base.plan, areaFrom: 'p', areaM2: 4 },
        published: [{ id: 'p', measure: 'areaM2', value: 5, source: 'a' }],
      },
      'plan-area-differs',
      'plan.areaM2',
    ],
    ['a claimed share above 1', { claimed: [{ ...figure, value: 70 }] }, 'claimed-share-above-one', 'claimed.0'],
    ['a claimed figure without a day', { claimed: [{ ...figure, date: undefined }] }, 'claimed-undated', 'claimed.0'],
    [
      'a claimed range upside down',
      { claimed: [{ ...figure, value: undefined, low: 0.7, high: 0.5 }] },
      'claimed-reversed',
      'claimed.0',
    ],
    [
      'a claimed figure without a value',
      { claimed: [{ ...figure, value: undefined }] },
      'claimed-valueless',
      'claimed.0',
    ],
    ['two claimed figures of one id', { claimed: [figure, figure] }, 'figure-id-twice', 'claimed.1.id'],
  ])('%s', (_, change, code, where) => {
    expect(problemOf({ ...base, ...change })).toMatchObject({ code, values: { id: 'old', where } })
  })

  test('a point as GeoJSON is a place, and its area goes without saying', () => {
    const place = { type: 'Point', coordinates: [36.28, 33.46] }
    const study = read({
      ...base,
      plan: { ...base.plan, place, areaFrom: 'p', areaM2: 5 },
      published: [{ id: 'p', measure: 'areaM2', value: 5, source: { title: 'B' } }],
    })
    expect(study.plan).toEqual({ layer: null, name: { en: 'Plan' }, place: [36.28, 33.46], areaFrom: 'p' })
    expect(study.sources.map(({ id }) => id)).toEqual(['a', 'b'])
  })
})
