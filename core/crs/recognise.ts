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
    const [first] = contradictions(described, named)
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

const describedBy = (text: string): DescribedSystem | null => {
  const root = parseWkt(
    text
      .replace(/^\uFEFF/, '')
      .replaceAll('\0', '')
      .trim(),
  )
  return root && describeWkt(root)
}

/** The code that a `.prj` states for its system, "EPSG:28992". */
export const codeInText = (text: string): string | null => describedBy(text)?.code ?? null

function systemNamed(described: DescribedSystem): CoordinateSystem | null {
  const byCode = described.code === null ? null : systemByCode(described.code)
  if (byCode) return byCode
  const key = nameKey(described.name)
  return systems.find(({ spellings }) => spellings.includes(key)) ?? null
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
