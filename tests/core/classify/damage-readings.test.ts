import { expect, test } from 'vitest'
import { buildClasses } from '../../../core/classify/default-classes.ts'
import { damageReadings } from '../../../core/classify/damage-readings.ts'
import { classesOf, controlPreset, damagePreset } from '../../../core/classify/presets.ts'

const values = (counts: Readonly<Record<string, number>>, empty = 0) => [
  ...Object.entries(counts).map(([value, count]) => ({ value, count })),
  ...(empty > 0 ? [{ value: null, count: empty }] : []),
]

test('Aleppo 2016-09-18: both readings with their totals, and the affected total that UNOSAT published in both', () => {
  const { readings, empty } = damageReadings({ values: values({ 1: 16269, 2: 14680, 3: 4773, 0: 214 }) })!
  const [high, low] = readings
  expect(high.classes).toEqual([
    { class: 'Destroyed', count: 4773 },
    { class: 'Severely damaged', count: 14680 },
    { class: 'Moderately damaged', count: 16269 },
    { class: 'No visible damage', count: 214 },
  ])
  expect(low.classes[0]).toEqual({ class: 'Destroyed', count: 16269 })
  expect([high.affected, low.affected, empty]).toEqual([35722, 35722, 0])
  expect(low.unread).toEqual([{ value: '0', count: 214 }])
})

test('not assessed is not no damage, and empty cells are neither', () => {
  const { readings, empty } = damageReadings({ values: values({ '-1': 35737, 1: 100, 2: 99 }, 262) })!
  for (const { classes } of readings) {
    expect(classes).toContainEqual({ class: 'Not assessed', count: 35737 })
    expect(classes.map((each) => each.class)).not.toContain('No visible damage')
  }
  expect(empty).toBe(262)
})

test('every code is counted once in each reading, whatever the codes', () => {
  const given = values({ '-1': 5, 0: 7, 1: 11, 2: 13, '3.0': 17, 4: 19, 11: 23 })
  for (const { classes, unread } of damageReadings({ values: given })!.readings) {
    expect([...classes, ...unread].reduce((sum, { count }) => sum + count, 0)).toBe(95)
  }
})

test('the mapping of a reading sorts features as its totals say', () => {
  const attributes = [3, 3, 2, 1, 0].map((code) => ({ damage: code }))
  const shapes = {
    kind: 'point',
    coordinates: new Float64Array(),
    partStart: Uint32Array.of(0),
    partPolygon: new Uint32Array(),
    polygonFeature: new Uint32Array(),
  } as const
  const [high] = damageReadings({ values: values({ 0: 1, 1: 1, 2: 1, 3: 2 }) })!.readings
  const classes = buildClasses(high.mapping, 'damage', { shapes, attributes }, 'damage')
  expect(classes.map(({ class: name, values: codes, color }) => [name, codes, color])).toEqual([
    ['Destroyed', ['3'], '#BD0026'],
    ['Severely damaged', ['2'], '#FD8D3C'],
    ['Moderately damaged', ['1'], '#FED976'],
    ['No visible damage', ['0'], '#9CB4B8'],
  ])
})

test.each([
  ['names', values({ destroyed: 3, severe: 4 })],
  ['counts', values(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [i, 1])))],
  ['areas', values({ 1.5: 2, 2: 3 })],
  ['one grade alone', values({ 1: 100 })],
  ['nothing', []],
  ['too many values to be listed', undefined],
])('a field of %s is no field of codes', (_, given) => {
  expect(damageReadings(given === undefined ? {} : { values: given })).toBeNull()
})

test('presets take values in English and Arabic however they are spelt, and leave the others', () => {
  const control = classesOf(
    controlPreset,
    values({ "Da'esh": 1, داعش: 2, REGIME: 3, 'قوات النظام': 4, المعارضة: 5, Rebels: 6, Iran: 7 }, 8),
  )
  expect(control.map(({ class: name, values: spelt }) => [name, spelt])).toEqual([
    ['Government', ['REGIME', 'قوات النظام']],
    ['Opposition', ['المعارضة', 'Rebels']],
    ['ISIS', ["Da'esh", 'داعش']],
  ])
  const damage = classesOf(
    damagePreset,
    values({ 'Severe Damage': 1, مدمّر: 2, 'No Visible Damage': 3, 'not assessed': 4 }),
  )
  expect(damage.map((each) => each.class)).toEqual([
    'Destroyed',
    'Severely damaged',
    'No visible damage',
    'Not assessed',
  ])
})

test('no two classes of a preset share a spelling, a colour with a pattern, or want for Arabic', () => {
  for (const preset of [controlPreset, damagePreset]) {
    const spellings = preset.flatMap((each) => [...new Set(each.spellings)])
    expect(new Set(spellings).size).toBe(spellings.length)
    expect(new Set(preset.map(({ color, pattern }) => color + pattern)).size).toBe(preset.length)
    for (const { label } of preset) expect(label.ar).toMatch(/[\u0600-\u06FF]/)
  }
})
