import { rankedCandidates } from '../../../core/crs/candidates.ts'
import { codeInText, recognisePrj, systemByName, unsupportedIn } from '../../../core/crs/recognise.ts'
import type { CoordinateSystem } from '../../../core/crs/system.ts'
import { extentOf } from '../../../core/geometry/extent.ts'
import type { Extent } from '../../../core/geometry/shapes.ts'
import { note, type Note } from '../../../core/result/note.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { describeFields } from '../record/describe-fields.ts'
import { prjAsGdalReadsIt, systemOfCode, type CodeAnswer } from './epsg-systems.ts'
import { evidenceOf } from '../record/evidence.ts'
import type { Stated } from '../../../core/model/layer.ts'
import type { ImportedLayer } from '../record/imported.ts'
import { withoutImpossible } from './impossible-positions.ts'
import { placeOnEarth } from './place-on-earth.ts'
import type { DeclaredCrs, RawLayer } from '../record/raw-layer.ts'
import { nameCandidates, nameOfSystem } from './system-names.ts'
import { validityNotes } from '../record/validity-notes.ts'

/**
 * Settles a layer's coordinate system (what the user says, else what the file says, else a question) and brings the
 * layer to WGS 84. Where nobody says, the layer stays as it is in the file, with candidates.
 */
export async function locate(
  layer: RawLayer,
  requestedCrs: string | undefined,
  near: Extent | undefined,
): Promise<Outcome<ImportedLayer>> {
  const finite = withoutImpossible(layer, (x, y) => Number.isFinite(x) && Number.isFinite(y))
  if (!finite.ok) return finite
  const extent = extentOf(finite.value.features.shapes)
  const resolved = await resolveSystem(finite.value, requestedCrs, extent, near)
  if (!resolved.ok) return resolved
  const { system, by, notes } = resolved.value
  if (system === null || extent === null) {
    const candidates = extent ? rankedCandidates(extent, near) : []
    return done(imported(finite.value, { crs: extent ? null : emptyRecord(system), candidates, notes }, by))
  }
  const placed = placeOnEarth(finite.value, system, extent, near)
  if (!placed.ok) return placed
  const found = [...notes, ...validityNotes(placed.value.layer)]
  const { layer: own, record, cellM } = placed.value
  return done({ ...imported(own, { crs: record, candidates: [], notes: found }, by), cellM })
}

type Resolved = {
  readonly system: CoordinateSystem | null
  readonly by?: Stated['crs']
  readonly notes: readonly Note[]
}

async function resolveSystem(
  layer: RawLayer,
  requestedCrs: string | undefined,
  extent: Extent | null,
  near: Extent | undefined,
): Promise<Outcome<Resolved>> {
  const { file, declared } = layer
  const asking = () => ({ candidates: extent ? rankedCandidates(extent, near) : [], evidence: evidenceOf(layer) })
  if (requestedCrs !== undefined) {
    const answer = await systemOfCode(requestedCrs)
    if (answer.kind === 'unknown') return refused(problem('crs-code-unknown', { crs: requestedCrs }, asking()))
    if (answer.kind !== 'system') return unusable(requestedCrs, answer)
    const by = (await isDeclared(layer, answer.system)) ? statedBy(declared) : 'asked'
    return done({ system: answer.system, by, notes: await overridden(layer, answer.system) })
  }
  const ask = (text: string) => {
    const more = asking()
    const values = { file: `${file} (“${text}”)`, candidates: nameCandidates(more.candidates) }
    return refused(problem('crs-unknown', values, { ...more, text }))
  }
  if (declared.kind === 'none') return done({ system: null, notes: extent ? [note('crs-not-stated', { file })] : [] })
  const by = statedBy(declared)
  if (declared.kind === 'system') return done({ system: declared.system, by, notes: [] })
  if (declared.kind === 'code') {
    const named = systemByName(declared.text)
    if (named) return done({ system: named, by, notes: [] })
    const answer = await systemOfCode(declared.text)
    if (answer.kind === 'unknown') return ask(declared.text)
    return answer.kind === 'system' ? done({ system: answer.system, by, notes: [] }) : unusable(declared.text, answer)
  }
  const { seen, answer, read } = await recognised(declared.text)
  const crs = codeInText(read) ?? nameInText(read)
  if (seen.kind === 'known') return done({ system: seen.system, by, notes: [] })
  if (seen.kind === 'unknown') {
    if (answer.kind === 'unsupported' || answer.kind === 'no-shift') return unusable(crs, answer)
    const lacking = unsupportedIn(read)
    if (lacking === null) return ask(seen.text)
    return 'projection' in lacking
      ? unusable(crs, { kind: 'unsupported', what: lacking.projection })
      : unusable(crs, { kind: 'no-shift', datum: lacking.datum })
  }
  if (seen.kind === 'open-datum') {
    const text = declared.text.slice(0, 200)
    const code = extent && !isDegrees(extent) ? 'prj-degrees-hold-metres' : 'prj-open-datum'
    return done({ system: null, notes: [note(code, { file, text })] })
  }
  const { system, parameter, says, expected } = seen
  const values = { file, crs: nameOfSystem(system), parameter, says, expected }
  return refused(problem('crs-contradicted', values, asking()))

  function unusable(crs: string, answer: Exclude<CodeAnswer, { kind: 'system' | 'unknown' }>): Outcome<Resolved> {
    if (answer.kind === 'unsupported')
      return refused(problem('crs-projection-unsupported', { file, crs, what: answer.what }, asking()))
    return refused(problem('crs-shift-unknown', { file, crs, datum: answer.datum }, asking()))
  }
}

/** Numbers that can be longitude and latitude, round the earth from -180 or from 0. */
const isDegrees = ([west, south, east, north]: Extent): boolean =>
  west >= -180.00001 && east <= 360.00001 && south >= -90 && north <= 90

const nameInText = (text: string): string => /"([^"]{1,100})"/.exec(text)?.[1] ?? ''

/**
 * What a `.prj` is by itself, or where that leaves it unknown, by the code in it or the one that GDAL finds for it. `read`
 * is the text that was understood.
 */
async function recognised(text: string) {
  const seen = recognisePrj(text)
  if (seen.kind !== 'unknown') return { seen, answer: { kind: 'unknown' } as CodeAnswer, read: text }
  const own = codeInText(text)
  const answer: CodeAnswer = own === null ? { kind: 'unknown' } : await systemOfCode(own)
  if (answer.kind === 'system') return { seen: recognisePrj(text, answer.system), answer, read: text }
  if (answer.kind !== 'unknown') return { seen, answer, read: text }
  const read = await prjAsGdalReadsIt(text)
  if (read === null) return { seen, answer, read: text }
  const found = codeInText(read)
  const named: CodeAnswer = found === null ? { kind: 'unknown' } : await systemOfCode(found)
  const again = recognisePrj(read, named.kind === 'system' ? named.system : null)
  return { seen: again.kind === 'unknown' ? seen : again, answer: named, read }
}

const statedBy = ({ kind }: DeclaredCrs): 'file' | 'format' => (kind === 'system' ? 'format' : 'file')

/** Whether the file says itself what the user says of it. */
const isDeclared = async ({ declared }: RawLayer, { code }: CoordinateSystem): Promise<boolean> =>
  declared.kind !== 'none' && (await systemOf(declared))?.code === code

/** A note where the user's word goes against the file's. */
async function overridden({ file, declared }: RawLayer, system: CoordinateSystem): Promise<readonly Note[]> {
  if (declared.kind === 'none') return []
  const said = await systemOf(declared)
  if (said?.code === system.code) return []
  const text = said ? nameOfSystem(said) : declared.kind === 'system' ? '' : declared.text.slice(0, 200)
  return [note('crs-overridden', { file, crs: nameOfSystem(system), declared: text })]
}

async function systemOf(declared: Exclude<DeclaredCrs, { kind: 'none' }>): Promise<CoordinateSystem | null> {
  if (declared.kind === 'system') return declared.system
  if (declared.kind === 'code') {
    const answer = await systemOfCode(declared.text)
    return answer.kind === 'system' ? answer.system : null
  }
  const { seen } = await recognised(declared.text)
  return seen.kind === 'known' ? seen.system : null
}

const emptyRecord = (system: CoordinateSystem | null) =>
  system && { code: system.code, name: system.name, operation: null, accuracyM: 0, shiftM: 0 }

function imported(
  layer: RawLayer,
  rest: Pick<ImportedLayer, 'crs' | 'candidates' | 'notes'>,
  crsBy: Stated['crs'],
): ImportedLayer {
  const { name, features, evenOdd, openParts, featureNumbers, encoding, readings } = layer
  const empty = features.attributes.length === 0 ? [note('layer-empty', { file: layer.file })] : []
  return {
    name,
    features,
    evenOdd,
    openParts,
    featureNumbers,
    encoding,
    stated: statedOf(layer, crsBy),
    readings,
    fields: describeFields(features.attributes, layer.fieldTypes),
    offers: layer.offers ?? [],
    remark: layer.remark,
    ...rest,
    notes: [...layer.notes, ...rest.notes, ...empty].map((each) => ({ ...each, layer: name })),
  }
}

const statedOf = ({ encoding, encodingBy = 'format' }: RawLayer, crs: Stated['crs']): Stated => ({
  ...(encoding === null ? {} : { encoding: encodingBy }),
  ...(crs === undefined ? {} : { crs }),
})
