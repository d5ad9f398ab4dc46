import { createHash } from 'node:crypto'
import type { Position } from 'geojson'
import { describe, expect, test } from 'vitest'
import { polygonAreasM2 } from '../../core/area/polygon-areas.ts'
import { ringAreaM2 } from '../../core/area/ring-area.ts'
import { extentOf } from '../../core/geometry/extent.ts'
import { sourceOf } from '../../core/study/sources.ts'
import type { Text } from '../../core/study/text.ts'
import { bundledFile, bundledFiles, bundledIds, bundledStudy, collectionOf, featuresOf } from './bundled-study.ts'

const dated = new Set(['control', 'damage', 'shelling'])
const arabicLetter = /[\u0620-\u064a]/u
const arabicDigit = /[\u0660-\u0669]/u

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

  test('its folder has its name, its plan is one of its layers, and no layer id occurs twice', () => {
    expect(study.id).toBe(id)
    expect(study.layers.filter((layer) => layer.id === study.plan.layer).map(({ role }) => role)).toEqual(['plan'])
    expect(new Set(study.layers.map((layer) => layer.id)).size).toBe(study.layers.length)
    if (study.headline) {
      const { layer, party } = study.headline
      const classes = study.layers.filter(({ name }) => name === layer).flatMap((found) => found.classes)
      expect(classes.map((found) => found.party)).toContain(party)
    }
  })

  test('its folder holds the files of its layers and no others', () => {
    const named = study.layers.map(({ file }) => file.replace('layers/', ''))
    expect(bundledFiles(id, 'layers').toSorted()).toEqual(named.toSorted())
  })

  test.each(study.layers)('$id is the file that its record describes', (layer) => {
    expect(createHash('sha256').update(bundledFile(id, layer.file)).digest('hex')).toBe(layer.sha256)
    const features = featuresOf(id, layer)
    expect(features.attributes.length).toBe(layer.features)
    expect(layer.extent).toEqual(extentOf(features.shapes))
    expect(layer.crs).toEqual({ code: 'EPSG:4326', name: 'WGS 84', operation: null, accuracyM: 0, shiftM: 0 })
  })

  test.each(study.layers)('$id says whence, when and how it was made', (layer) => {
    const source = sourceOf(study.sources, layer.source)
    expect(source?.title.en).toMatch(/^Own drawing from .{20,}/)
    expect(source?.licence).toBe('CC BY 4.0')
    expect(source?.publisher).toBeTruthy()
    expect(layer.method).not.toBe('unknown')
    expect(layer.schematic).toBe(true)
    expect(layer.accuracyM).toBeGreaterThanOrEqual(100)
    if (dated.has(layer.role)) expect(layer.date ?? layer.to).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  test.each(study.layers.filter(({ classField }) => classField !== undefined))('$id maps every class it draws', (layer) => {
    const mapped = layer.classes.flatMap(({ values }) => values)
    for (const { properties } of collectionOf(id, layer).features) expect(mapped).toContain(properties?.[layer.classField!])
  })

  test.each(study.layers)('$id names every feature in both languages, and a source where it says who or what', (layer) => {
    for (const { properties } of collectionOf(id, layer).features) {
      expect(properties?.['name_en']).toMatch(/\S/)
      expect(properties?.['name_ar']).toMatch(arabicLetter)
      if (dated.has(layer.role)) expect(properties?.['source']).toMatch(/\S/)
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
    for (const text of textsOf({ ...study, sources: [] })) {
      expect(text.en).toMatch(/\S/)
      expect(text.ar, text.en).toMatch(arabicLetter)
      expect(text.ar).not.toMatch(arabicDigit)
    }
  })

  test('events come in order, and everything that somebody published or claims has its source', () => {
    const days = study.events.map(({ date }) => date)
    expect(days).toEqual(days.toSorted())
    for (const { source } of [...study.events, ...study.published, ...study.claims]) expect(sourceOf(study.sources, source)?.title.en).toMatch(/\S/)
  })

  test('a role that is not drawn at all is a gap', () => {
    const roles = new Set(study.gaps.map(({ role }) => role))
    for (const role of dated) {
      if (!study.layers.some((layer) => layer.role === role)) expect(roles).toContain(role)
    }
  })

  test('published areas without a subject are of the plan itself, and a plan without one has its gap', () => {
    const ofPlan = study.published.filter(({ measure, of }) => measure === 'areaM2' && of === undefined)
    const planM2 = polygonAreasM2(featuresOf(id, study.layers.find((layer) => layer.id === study.plan.layer)!).shapes)[0]!
    if (ofPlan.length > 0) expect(Math.abs(planM2 / ofPlan[0]!.value - 1)).toBeLessThan(0.01)
    else expect(study.gaps.some(({ role, text }) => role === 'plan' && /\barea\b/.test(text.en))).toBe(true)
  })
})

function signedAreaM2(ring: readonly Position[]): number {
  const open = ring.slice(0, -1)
  return ringAreaM2(Float64Array.from(open.flatMap(([lon, lat]) => [lon!, lat!])), 0, open.length)
}

/** Every text in a study, wherever it stands. */
function textsOf(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'en' in value && !('type' in value) && Object.keys(value).every((key) => key === 'en' || key === 'ar')
  const isFieldNames = own && (value as Text).en === 'name_en'
  return own && !isFieldNames ? [value as Text] : Object.values(value).flatMap(textsOf)
}
