import { spelling } from './datums.ts'
import type { CoordinateSystem } from './system.ts'
import { systemByCode, systems } from './systems.ts'
import { contradictions, describeWkt, type DescribedSystem } from './wkt-system.ts'
import { parseWkt } from './well-known-text.ts'

/** What a `.prj` turned out to be. */
export type Recognition =
  | { readonly kind: 'known'; readonly system: CoordinateSystem }
  /** Degrees on a datum that the text leaves open. */
  | { readonly kind: 'open-datum' }
  /** Its name or code is one we know, but a parameter is another. */
  | {
      readonly kind: 'contradiction'
      readonly system: CoordinateSystem
      readonly parameter: string
      readonly says: string | number
      readonly expected: string | number
    }
  | { readonly kind: 'unknown'; readonly text: string }

/** Names such as "WGS_1984_UTM_Zone_37N" without the "GCS_" of ESRI's geographic systems. */
const nameKey = (name: string) => spelling(name.replace(/^GCS_/i, ''))

const isOpenDatum = (name: string) => /^(d)?(unknown|undefined|notspecified)/.test(spelling(name))

/**
 * Recognises a `.prj` by its content: the name or code leads to a system of the registry, and every parameter must be
 * that system's. Without a known name the parameters alone may fit one, or the text itself is taken where projection
 * and datum are beyond doubt; the step to WGS 84 always comes from our registry or the EPSG data set, never from the text.
 * `published` is the system of the text's own code, where our registry lacks it and the data set has it.
 */
export function recognisePrj(text: string, published: CoordinateSystem | null = null): Recognition {
  const unknown: Recognition = { kind: 'unknown', text: text.trim().slice(0, 500) }
  const described = describedBy(text)
  if (!described || described.primeMeridian !== 0) return unknown
  const named = systemNamed(described) ?? published
  if (named) {
    const [first, ...others] = contradictions(described, named)
    if (first?.parameter === 'unit' && others.length === 0) return { kind: 'known', system: inUnit(named, described) }
    return first ? { kind: 'contradiction', system: named, ...first } : { kind: 'known', system: named }
  }
  if (described.method === 'longlat' && described.datum === null) {
    return isOpenDatum(described.datumName) ? { kind: 'open-datum' } : unknown
  }
  if (described.method === null || described.datum === null) return unknown
  // Only its name tells the Web's Mercator from the true one: the parameters are the same, the ground 20 km apart.
  const isPossible = ({ method }: CoordinateSystem) => method !== 'webmerc' || described.method === 'webmerc'
  const fitting = systems.find((system) => isPossible(system) && contradictions(described, system).length === 0)
  if (fitting) return { kind: 'known', system: fitting }
  return described.method === 'stere' ? unknown : fromText(described)
}

/** The system in another unit of length, such as kilometres, with which the text is at one in all else. */
const inUnit = (system: CoordinateSystem, { name, unitM }: DescribedSystem): CoordinateSystem => ({
  ...system,
  code: `${system.code} × ${unitM} m`,
  name,
  unitM,
})

const describedBy = (text: string): DescribedSystem | null => {
  const root = parseWkt(
    text
      .replace(/^\uFEFF/, '')
      .replaceAll('\0', '')
      // ESRI writes the system of the heights behind that of the ground.
      .replace(/,\s*VERTCS\s*\[[^]*$/i, '')
      .trim(),
  )
  return root && describeWkt(root)
}

/** What of a text cannot be computed: its projection or its datum, by its name there; `null` where it is no map system. */
export function unsupportedIn(text: string): { readonly projection: string } | { readonly datum: string } | null {
  const described = describedBy(text)
  if (!described) return null
  const { method, methodName, name, datum, datumName } = described
  if (method === null) return { projection: methodName === name ? name : `${name}, ${methodName}` }
  return datum === null && !isOpenDatum(datumName) ? { datum: datumName } : null
}

/** The system of our registry that is called so, however it is spelled; `null` for none. */
export function systemByName(name: string): CoordinateSystem | null {
  const key = nameKey(name)
  return key === '' ? null : (systems.find(({ spellings }) => spellings.includes(key)) ?? null)
}

/** The code that a `.prj` states for its system, "EPSG:28992". */
export const codeInText = (text: string): string | null => describedBy(text)?.code ?? null

function systemNamed(described: DescribedSystem): CoordinateSystem | null {
  const byCode = described.code === null ? null : systemByCode(described.code)
  if (byCode) return byCode
  return systemByName(described.name)
}

function fromText(described: DescribedSystem): Recognition {
  const { datum, method } = described
  const ellipsoidFits =
    datum !== null &&
    Math.abs(described.semiMajorM - datum.semiMajorM) < 0.01 &&
    Math.abs(described.inverseFlattening - datum.inverseFlattening) < 1e-4
  if (!ellipsoidFits || method === null) return { kind: 'unknown', text: `${described.name}: ${described.datumName}` }
  return {
    kind: 'known',
    system: {
      code: described.code ?? described.name,
      name: described.name,
      spellings: [],
      datum,
      method,
      parameters: described.parameters,
      unitM: described.unitM,
      area: datum.area,
    },
  }
}
