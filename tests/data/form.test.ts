import { createHash } from 'node:crypto'
import type { Position } from 'geojson'
import { describe, expect, test } from 'vitest'
import { polygonAreasM2 } from '../../core/geometry/polygon-areas.ts'
import { ringAreaM2 } from '../../core/geometry/ring-area.ts'
import { extentOf } from '../../core/geometry/extent.ts'
import type { Layer } from '../../core/model/layer.ts'
import type { Study } from '../../core/model/study.ts'
import { classify } from '../../core/classify/classes.ts'
import { sourcedClasses } from '../../core/classify/sourced-classes.ts'
import type { Text } from '../../core/model/text.ts'
import { bundledFile, bundledFiles, bundledIds, bundledStudy, collectionOf, featuresOf } from './bundled-study.ts'

const dated = new Set(['control', 'damage', 'shelling'])
const arabicLetter = /[\u0620-\u064a]/u
const arabicDigit = /[\u0660-\u0669]/u

const mirrors = ['docslib', 'wikisum', 'wikizero', 'explained.today', 'piglix', 'blogspot', 'alchetron', 'pdfslide', 'ksaplayers', 'pro-justice', 'staging']

test('the studies of this version are bundled', () => {
  expect(bundledIds.toSorted()).toEqual([
    'baba-amr',
    'basilia-city',
    'darayya',
    'jobar',
    'marota-city',
    'qaboun',
    'yarmouk-camp',
  ])
})

describe.each(bundledIds)('the form of %s', (id) => {
  const study = bundledStudy(id)

  test('its folder has its name, its plan is one of its layers or a place, and no layer id occurs twice', () => {
    expect(study.id).toBe(id)
    const plans = study.layers.filter(({ role }) => role === 'plan')
    expect(plans.map((layer) => layer.id)).toEqual(study.plan.layer === null ? [] : [study.plan.layer])
    if (study.plan.layer === null) {
      expect(study.plan.place).toHaveLength(2)
      expect(study.published.find((figure) => figure.id === study.plan.areaFrom)).toMatchObject({ measure: 'areaM2' })
    }
    expect(new Set(study.layers.map((layer) => layer.id)).size).toBe(study.layers.length)
    if (study.headline) {
      const { layer, party } = study.headline
      const classes = study.layers.filter(({ name }) => name === layer).flatMap((found) => found.classes)
      const claimed = study.claimed.filter((figure) => figure.layer === layer)
      expect([...classes, ...claimed].map((found) => found.party)).toContain(party)
    }
  })

  test('it names no source, figure or study that is not there', () => {
    const sources = new Set(study.sources.map((source) => source.id))
    expect(sources.size).toBe(study.sources.length)
    for (const { source } of [...study.layers, ...study.events, ...study.published, ...study.claims, ...study.gaps, ...study.claimed]) {
      if (source !== undefined) expect(sources).toContain(source)
    }
    for (const layer of study.layers) {
      const named = [...layer.classes.flatMap((each) => each.sources ?? []), ...featureSources(id, layer).flat()]
      for (const source of named) expect(sources).toContain(source)
    }
    const figures = study.published.map((figure) => figure.id)
    expect(new Set(figures).size).toBe(figures.length)
    expect(new Set(study.claimed.map((figure) => figure.id)).size).toBe(study.claimed.length)
    for (const figure of study.layers.flatMap(({ drawnTo }) => drawnTo ?? [])) expect(figures).toContain(figure)
    for (const other of study.precedents ?? []) expect(bundledIds).toContain(other)
  })

  test('it says of every source what it is called, who published it, and never gives a copy or a home page as its address', () => {
    for (const { title, publisher, url, date, accessed } of study.sources) {
      expect(title.en).toMatch(/\S/)
      expect(publisher?.ar).toMatch(arabicLetter)
      for (const day of [date, accessed]) if (day !== undefined) expect(day).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/)
      if (url === undefined) continue
      const { hostname, pathname, search } = new URL(url)
      expect(`${pathname}${search}`.length).toBeGreaterThan(1)
      for (const mirror of mirrors) expect(hostname).not.toContain(mirror)
    }
  })

  test('every drawn ground of control, shelling and damage says who speaks of it', () => {
    const silent = drawnGround(study).filter(
      (layer) => layer.sourcesField === undefined || featureSources(id, layer).some((sources) => sources.length === 0),
    )
    expect(silent.map((layer) => layer.id)).toEqual([])
  })

  test('no class and no event takes a side or says more than a source', () => {
    for (const { classes } of study.layers) {
      for (const { class: name, label } of classes) expect(`${name} ${label.en} ${label.ar}`).not.toMatch(/assess|claim|مُقدَّر|مُدّعى/)
    }
    for (const { title } of study.events) expect(`${title.en} ${title.ar}`).not.toMatch(/liberat|recapture|retake|تحرير(?! الشام)|يستعيد|استعاد/i)
  })

  test('it knows that the government’s hold ended on 8 December 2024', () => {
    expect(study.events.filter((event) => event.ends).map(({ date, ends }) => [date, ends?.party])).toEqual([['2024-12-08', 'Government']])
  })

  test('its folder holds the files of its layers and no others', () => {
    const named = study.layers.map(({ file }) => file.replace('layers/', ''))
    expect(bundledFiles(id, 'layers').toSorted()).toEqual(named.toSorted())
  })

  test.each(study.layers)('$id is the file that its record describes', (layer) => {
    expect(createHash('sha256').update(bundledFile(id, layer.file)).digest('hex')).toBe(layer.sha256)
    expect(layer.fileSha256).toBe(layer.sha256)
    const features = featuresOf(id, layer)
    expect(features.attributes.length).toBe(layer.features)
    expect(layer.extent).toEqual(extentOf(features.shapes))
    expect(layer.crs).toEqual({ code: 'EPSG:4326', name: 'WGS 84', operation: null, accuracyM: 0, shiftM: 0 })
  })

  test.each(study.layers)('$id says whence, when and how it was made', (layer) => {
    const source = study.sources.find((each) => each.id === layer.source)
    expect(source?.title.en).toMatch(/^Own drawing from .{20,}/)
    expect(source?.licence).toBe('CC BY 4.0')
    expect(layer.method).not.toBe('unknown')
    expect(layer.schematic).toBe(true)
    expect(layer.accuracyM).toBeGreaterThanOrEqual(100)
    if (dated.has(layer.role)) expect(layer.date ?? layer.to).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  test.each(study.layers.filter(({ classField }) => classField !== undefined))('$id maps every class it draws', (layer) => {
    const mapped = layer.classes.flatMap(({ values }) => values)
    for (const { properties } of collectionOf(id, layer).features) expect(mapped).toContain(properties?.[layer.classField!])
  })

  test.each(study.layers)('$id says of its classes what follows from the sources that its features name', (layer) => {
    const derived = sourcedClasses(layer, featuresOf(id, layer), study.sources)
    if (!derived.ok) throw new Error(JSON.stringify(derived.problem))
    const reported = (classes: Layer['classes']) => classes.map(({ class: name, party, confidence }) => [name, party, confidence])
    expect(reported(derived.value)).toEqual(reported(layer.classes))
  })

  test.each(study.layers)('$id has no note that features and classes differ in their sources', (layer) => {
    const classified = classify(layer, featuresOf(id, layer))
    expect(classified.ok ? classified.value.notes.map(({ code }) => code) : [classified.problem.code]).toEqual([])
  })

  test.each(study.layers)('$id names every feature in both languages', (layer) => {
    for (const { properties } of collectionOf(id, layer).features) {
      expect(properties?.['name_en']).toMatch(/\S/)
      expect(properties?.['name_ar']).toMatch(arabicLetter)
      if (properties?.['note_en'] !== undefined) expect(properties['note_ar']).toMatch(arabicLetter)
      expect(properties?.['note_en'] === undefined).toBe(properties?.['note_ar'] === undefined)
    }
  })

  test.each(study.layers.filter(({ geometryType }) => geometryType === 'polygon'))(
    '$id has closed rings, shells counter-clockwise and holes clockwise, that do not cross themselves',
    (layer) => {
      for (const { geometry } of collectionOf(id, layer).features) {
        if (geometry.type !== 'Polygon') throw new Error(geometry.type)
        geometry.coordinates.forEach((ring, place) => {
          expect(ring.length).toBeGreaterThanOrEqual(4)
          expect(ring.at(-1)).toEqual(ring[0])
          expect(Math.sign(signedAreaM2(ring))).toBe(place === 0 ? 1 : -1)
        })
      }
      const features = featuresOf(id, layer)
      const evenOddM2 = polygonAreasM2(features.shapes)
      collectionOf(id, layer).features.forEach(({ geometry }, place) => {
        const rings = geometry.type === 'Polygon' ? geometry.coordinates : []
        const signedM2 = rings.reduce((sum, ring) => sum + signedAreaM2(ring), 0)
        expect(evenOddM2[place]).toBeCloseTo(signedM2, 3)
      })
    },
  )

  test.each(study.layers)('$id is no finer than it can be known: at most 0.0001 degree', (layer) => {
    for (const value of featuresOf(id, layer).shapes.coordinates) expect(Math.round(value * 1e4) / 1e4).toBe(value)
  })

  test('every text is there in English and in Arabic, with Western digits', () => {
    for (const text of textsOf(study)) {
      expect(text.en).toMatch(/\S/)
      expect(text.ar, text.en).toMatch(arabicLetter)
      expect(text.ar).not.toMatch(arabicDigit)
    }
  })

  test('events come in order, each with its source', () => {
    const days = study.events.map(({ date }) => date)
    expect(days).toEqual(days.toSorted())
    for (const { source } of study.events) expect(source).toMatch(/\S/)
  })

  test('a role that is not drawn at all is a gap', () => {
    const gaps = new Set<string | undefined>(study.gaps.map(({ role }) => role))
    expect(undrawnRoles(study).filter((role) => !gaps.has(role))).toEqual([])
  })

  test('a plan that was drawn to a figure measures it within one per cent', () => {
    const off = drawnToFigures(study).filter(({ plan, value }) => {
      const planM2 = polygonAreasM2(featuresOf(id, plan).shapes)[0]!
      return !(Math.abs(planM2 / value - 1) < 0.01)
    })
    expect(off.map(({ value }) => value)).toEqual([])
  })
})

test('among the studies there is ground that names its sources, a role that is not drawn, and a plan drawn to a figure', () => {
  const studies = bundledIds.map(bundledStudy)
  expect(studies.flatMap(drawnGround).length).toBeGreaterThan(15)
  expect(studies.flatMap(undrawnRoles).length).toBeGreaterThan(3)
  expect(studies.flatMap(drawnToFigures).length).toBeGreaterThan(1)
})

const drawnGround = (study: Study): Layer[] => study.layers.filter(({ role }) => dated.has(role))

const undrawnRoles = (study: Study): string[] => [...dated].filter((role) => !study.layers.some((layer) => layer.role === role))

/** The plan with each published figure that it was drawn to. */
const drawnToFigures = (study: Study): { readonly plan: Layer; readonly value: number }[] =>
  study.layers
    .filter((layer) => layer.id === study.plan.layer)
    .flatMap((plan) => (plan.drawnTo ?? []).map((figure) => ({ plan, value: study.published.find((each) => each.id === figure)!.value })))

function signedAreaM2(ring: readonly Position[]): number {
  const open = ring.slice(0, -1)
  return ringAreaM2(Float64Array.from(open.flatMap(([lon, lat]) => [lon!, lat!])), 0, open.length)
}

/** The ids of the sources that each feature of a layer names, where the layer's features name any. */
function featureSources(id: string, layer: Layer): string[][] {
  const { sourcesField } = layer
  if (sourcesField === undefined) return []
  return collectionOf(id, layer).features.map(({ properties }) => String(properties?.[sourcesField] ?? '').split(';').filter(Boolean))
}

/** Every text in a study, wherever it stands. */
function textsOf(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'en' in value && !('type' in value) && Object.keys(value).every((key) => key === 'en' || key === 'ar')
  const isFieldNames = own && (value as Text).en === 'name_en'
  return own && !isFieldNames ? [value as Text] : Object.values(value).flatMap(textsOf)
}
