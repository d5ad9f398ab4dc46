import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { givenStudySchema } from '../../../core/model/given-study.ts'
import { layerOptionsSchema } from '../../../core/model/layer-options.ts'
import { itemsQuery, measurementQuery, sheetQuery } from '../../../core/options/queries.ts'
import { describeProblem, problem } from '../../../core/result/problem.ts'
import { schemaFault } from '../../../core/result/schema-fault.ts'
import { sheetLayoutSchema } from '../../../core/sheet/sheet-layout.ts'
import { newStudySchema } from '../../../server/http/schemas/study-bodies.ts'

const faultOf = (schema: z.ZodType, content: unknown) => {
  const read = schema.safeParse(content)
  if (read.success) throw new Error('it was taken')
  return schemaFault(read.error, content, 'body')
}

const said = (schema: z.ZodType, content: unknown, language: 'en' | 'ar') =>
  describeProblem(language, problem('body-invalid', faultOf(schema, content)))

test.each<[z.ZodType, unknown, string, string, string | RegExp]>([
  [newStudySchema, null, 'body', 'null', 'it is no object'],
  [newStudySchema, [1], 'body', '[1]', 'it is no object'],
  [newStudySchema, {}, 'title', '–', 'it is missing'],
  [newStudySchema, { title: null }, 'title', 'null', 'it is neither text nor an object'],
  [newStudySchema, { title: '' }, 'title', '""', 'it is empty'],
  [newStudySchema, { title: { en: 1 } }, 'title.en', '1', 'it is no text'],
  [newStudySchema, { title: { ar: 'x' } }, 'title.en', '–', 'it is missing'],
  [newStudySchema, { title: 'x'.repeat(10_001) }, 'title', `"${'x'.repeat(79)}…`, 'it has more than 10000 characters'],
  [newStudySchema, { title: 'x', a: 1 }, 'body', '{"title":"x","a":1}', 'it has the member a, which is not known here'],
  [newStudySchema, { title: 'x', id: '../x' }, 'id', '"../x"', 'it is no id of lower-case letters, digits and hyphens'],
  [newStudySchema, { title: 'x', schema: 7 }, 'schema', '7', 'it is none of basilia-study/2'],
  [newStudySchema, { title: 'x', revision: 0 }, 'revision', '0', 'it is less than 1'],
  [newStudySchema, { title: 'x', revision: 1.5 }, 'revision', '1.5', 'it is no whole number'],
  [newStudySchema, { title: 'x', plan: { place: [1] } }, 'plan.place', '[1]', 'it has fewer than 2 entries'],
  [layerOptionsSchema, { role: '__proto__' }, 'role', '"__proto__"', /^it is none of plan, control, /],
  [layerOptionsSchema, { accuracyM: 'x' }, 'accuracyM', '"x"', 'it is no number'],
  [layerOptionsSchema, { accuracyM: 1e308 }, 'accuracyM', '1e+308', 'it is greater than 100000'],
  [layerOptionsSchema, { bufferM: 0 }, 'bufferM', '0', 'it is not greater than 0'],
  [layerOptionsSchema, { where: [] }, 'where', '[]', 'it is no object'],
  [layerOptionsSchema, { classes: [{}] }, 'classes.0.values', '–', 'it is missing'],
  [layerOptionsSchema, { positions: { x: 'a', y: 'a' } }, 'positions', '{"x":"a","y":"a"}', 'x and y are one column'],
  [layerOptionsSchema, { accuracy: { kind: 'guess' } }, 'accuracy.kind', '"guess"', /^it (is none of|cannot be used)/],
  [sheetLayoutSchema, { schema: 'basilia-layout/1', page: { paper: 'a5' } }, 'page.paper', '"a5"', /^it is none of/],
  [measurementQuery, { draws: '100001' }, 'draws', '"100001"', 'it is not between 0 and 100000'],
  [sheetQuery, { lang: 'fr' }, 'lang', '"fr"', 'it is none of en, ar'],
  [itemsQuery, { datetime: 'x' }, 'datetime', '"x"', /^it is no day such as/],
  [z.strictObject({ file: z.string().regex(/^a+$/) }), { file: 'b' }, 'file', '"b"', 'it is not of the form /^a+$/'],
  [z.strictObject({ url: z.url() }), { url: 'x' }, 'url', '"x"', 'it is no web address'],
])('%# %j is told by its place, its value and the reason', (schema, content, where, value, reason) => {
  const fault = faultOf(schema, content)
  expect([fault.where, fault.value]).toEqual([where, value])
  if (typeof reason === 'string') expect(fault.reason).toBe(reason)
  else expect(fault.reason).toMatch(reason)
})

describe('every value that is wrong', () => {
  const wrong = [null, undefined, [], {}, 1.5, -1, 1e308, '', 'x', true, 'x'.repeat(20_000), [null], { x: 1 }]
  const whole = { schema: 'basilia-layout/1' }
  const schemas: readonly (readonly [string, z.ZodObject, object])[] = [
    ['a new study', newStudySchema, { title: 'x' }],
    ['a study', givenStudySchema, {}],
    ['options of a layer', layerOptionsSchema, {}],
    ['a layout', sheetLayoutSchema, whole],
  ]
  test.each(schemas)('of %s is told in words of ours in both languages', (_, schema, usual) => {
    let count = 0
    for (const key of Object.keys(schema.shape))
      for (const value of wrong) {
        const content = { ...usual, [key]: value }
        if (schema.safeParse(content).success) continue
        count++
        const [en, ar] = [said(schema, content, 'en'), said(schema, content, 'ar')]
        expect(en).not.toMatch(/Invalid|Too (?:big|small)|xpected|Unrecognized|received/)
        expect(ar).not.toMatch(/بالإنكليزية|\bit\b|\{\w+\}/)
      }
    expect(count).toBeGreaterThan(30)
  })
})
