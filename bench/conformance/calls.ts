import * as fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { Operation, Schema } from './description.ts'
import { damaged, strangeTexts, valuesOf } from './values.ts'

export type Call = {
  readonly operation: Operation
  readonly method: string
  /** Address with its question. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | null
}

/** What of the server's own is there to be asked for. */
export type Known = {
  readonly study: string
  /** Studies that nothing else is asked of. */
  readonly removable: readonly string[]
  /** One that is written back and nothing else. */
  readonly written: string
  readonly job: string
  readonly upload: string
  /** A study as it was read, to be written back. */
  readonly record: unknown
  readonly csv: string
  readonly plan: Buffer
  /** The zip of a study. */
  readonly zip: Buffer
}

/** Values of options that mean something, where a schema alone would hardly ever hit one; small where they cost. */
const usual: Readonly<Record<string, readonly string[]>> = {
  at: ['2018-04-21', '2018-03-29', 'announcement'],
  draws: ['0', '0', '0', '5'],
  seed: ['1', '7'],
  dpi: ['36', '72'],
  size: ['80x80', '200x120'],
  wait: ['0', '30', '30', '30'],
  scale: ['25000', '100000'],
  accuracy: ['control:50', 'control=50'],
  layers: ['control', 'control,shelling'],
  studies: ['basilia-city,jobar', 'darayya'],
  with: ['jobar', 'darayya,jobar'],
  from: ['2018-03-26'],
  to: ['2018-04-21'],
  layer: ['control', 'sites', 'plan'],
  confirmed: ['45/50'],
  found: ['8/9'],
  layerOfPath: ['plan', 'plan', 'control-2018-04-21', 'sites', 'control'],
  collection: ['basilia-city.plan', 'basilia-city.control-2018-04-21', 'basilia-city.measured_overlap', 'jobar.places'],
  feature: ['1', '2', '99'],
  bbox: ['36.2,33.4,36.3,33.5', '-180,-90,180,90', '33,36,34,37'],
  datetime: ['2018-04-21', '2018-01-01/..', '../2018-04-21'],
  filter: ["class = 'ISIS'", 'id > 1 AND NOT class IS NULL', "date >= DATE('2018-04-01')"],
  limit: ['1', '10', '99999'],
  offset: ['0', '1'],
  z: ['3'],
  x: ['1'],
  y: ['2'],
}

/** Calls of an operation: most of them as the document wants them, the others with one thing wrong. */
export function callsOf(operation: Operation, known: Known): Arbitrary<Call> {
  const { parameters, path, method, body } = operation
  const ofPath = parameters.filter((own) => own.in === 'path')
  const ofQuery = parameters.filter((own) => own.in === 'query')
  return fc
    .record({
      parts: fc.tuple(...ofPath.map(({ name, schema }) => partsOf(operation, name, schema, known))),
      query: fc.tuple(
        ...ofQuery.map(({ name, schema, required }) => {
          const given = sometimes(8, textsFor(name, schema), strangeTexts)
          return required || name === 'draws'
            ? sometimes(12, given, fc.constant(undefined))
            : fc.option(given, { nil: undefined, freq: 1 })
        }),
      ),
      more: sometimes(25, fc.constant([]), fc.tuple(strangeTexts, strangeTexts)),
      revision: sometimes(6, fc.constant('*'), fc.constantFrom(undefined, '"1"', '"999999"', 'W/"2"', 'x', '"-1"')),
      sent: body ? bodiesOf(operation, known) : fc.constant({ type: undefined, bytes: null }),
      accept: fc.constantFrom('*/*', 'application/json', 'application/geo+json', 'text/html'),
      method: sometimes(30, fc.constant(method), fc.constantFrom('PUT', 'PATCH', 'DELETE', 'POST', 'OPTIONS', 'GET')),
    })
    .map(({ parts, query, more, revision, sent, accept, method: requested }) => {
      const filled = ofPath.reduce((text, { name }, i) => text.replace(`{${name}}`, addressed(parts[i]!)), path)
      const search = new URLSearchParams()
      for (const [i, value] of query.entries()) if (value !== undefined) search.append(ofQuery[i]!.name, value)
      if (more.length === 2) search.append(more[0], more[1])
      const question = search.toString()
      return {
        operation,
        method: requested,
        path: question === '' ? filled : `${filled}?${question}`,
        headers: {
          accept,
          ...(revision === undefined ? {} : { 'if-match': revision }),
          ...(sent.type === undefined ? {} : { 'content-type': sent.type }),
        },
        body: sent.bytes,
      }
    })
}

/** One in `times` is strange. */
const sometimes = <Usual, Strange>(times: number, often: Arbitrary<Usual>, seldom: Arbitrary<Strange>) =>
  fc.oneof({ weight: times - 1, arbitrary: often }, { weight: 1, arbitrary: seldom })

function partsOf({ method, path }: Operation, name: string, schema: Schema, known: Known): Arbitrary<string> {
  const own = name === 'id' ? idsFor(method, path, known) : textsFor(name === 'layer' ? 'layerOfPath' : name, schema)
  return sometimes(10, own, fc.oneof(strangeTexts, fc.constantFrom('nothing', '.', '..')))
}

function idsFor(method: string, path: string, { study, removable, written, job }: Known): Arbitrary<string> {
  if (path.startsWith('/api/jobs')) return fc.constant(job)
  if (method === 'DELETE')
    return path.endsWith('{id}')
      ? fc.constantFrom(...removable, 'darayya')
      : fc.constantFrom('baba-amr', 'yarmouk-camp')
  if (method === 'PUT' || /\/(?:undo|redo)$/.test(path)) return fc.constant(written)
  return fc.constantFrom(study, study, study, 'basilia-city', 'darayya')
}

const textsFor = (name: string, schema: Schema): Arbitrary<string> => {
  const known = usual[name]
  if (known) return fc.constantFrom(...known)
  return valuesOf(schema).map((value) => (Array.isArray(value) ? value.join() : String(value)))
}

/** A part of an address; a lone surrogate has no escape, and a point alone would be taken for the folder. */
const addressed = (part: string): string =>
  encodeURIComponent(part.replaceAll(/\p{Surrogate}/gu, '')).replace(/^\.+$/, (points) =>
    '%2e'.repeat(points.length),
  ) || '%20'

type Sent = { readonly type: string | undefined; readonly bytes: Buffer | null }

function bodiesOf({ path, body }: Operation, known: Known): Arbitrary<Sent> {
  const [[type, { schema }]] = Object.entries(body!) as [[string, { schema: Schema }]]
  const own =
    type === 'multipart/form-data'
      ? formsOf(schema.properties!['options'], known)
      : type === 'text/csv'
        ? fc.oneof(fc.constant(known.csv), strangeTexts).map((text) => ({ type, bytes: Buffer.from(text) }))
        : jsonOf(path === '/api/studies/{id}' ? fc.constant(known.record) : valuesOf(schema)).map((bytes) => ({
            type,
            bytes,
          }))
  const otherType = own.map(({ bytes }) => ({ type: 'text/plain', bytes }))
  const none = fc.constantFrom<Sent>(
    { type: undefined, bytes: null },
    { type, bytes: Buffer.alloc(0) },
    { type, bytes: Buffer.from('{"') },
    { type: `${type}; charset=utf-7`, bytes: Buffer.from('{}') },
    { type: 'multipart/form-data', bytes: Buffer.from('--') },
  )
  return fc.oneof({ weight: 20, arbitrary: own }, { weight: 1, arbitrary: otherType }, { weight: 2, arbitrary: none })
}

const jsonOf = (values: Arbitrary<unknown>): Arbitrary<Buffer> =>
  sometimes(3, values, damaged(values)).map((value) => Buffer.from(JSON.stringify(value) ?? ''))

/** Forms with a plan or with something else, and options. */
function formsOf(options: Schema | undefined, { plan, upload, zip }: Known): Arbitrary<Sent> {
  const boundary = 'between-the-parts'
  const file = fc.oneof(
    fc.constant(options ? { name: 'plan.geojson', bytes: plan } : { name: 'study.zip', bytes: zip }),
    fc.record({
      name: fc.constantFrom('a.geojson', 'a.csv', 'a.zip', 'a.shp', '../a.kml', 'a', '"', 'ملف.json'),
      bytes: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    }),
  )
  const said = fc.oneof(
    fc.constantFrom('{}', '{"role":"context"}', '{"role":"plan"}', `{"uploadId":"${upload}"}`, '{', ''),
    options ? jsonOf(valuesOf(options)).map(String) : strangeTexts,
  )
  return fc.record({ files: fc.array(file, { maxLength: 2 }), said: fc.option(said) }).map(({ files, said: text }) => ({
    type: `multipart/form-data; boundary=${boundary}`,
    bytes: Buffer.concat([
      ...(text === null
        ? []
        : [Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="options"\r\n\r\n${text}\r\n`)]),
      ...files.map(({ name, bytes }) =>
        Buffer.concat([
          Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\n\r\n`),
          bytes,
          Buffer.from('\r\n'),
        ]),
      ),
      Buffer.from(`--${boundary}--\r\n`),
    ]),
  }))
}
