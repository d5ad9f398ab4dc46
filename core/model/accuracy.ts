import { z } from 'zod'
import { because } from '../result/schema-fault.ts'

const metres = z.number().min(0).max(100_000)

/** How an accuracy is quoted in the field's documents. */
export const quotedAccuracySchema = z.discriminatedUnion('kind', [
  /** One standard deviation per axis. */
  z.strictObject({ kind: z.literal('sigma'), metres }),
  z.strictObject({ kind: z.literal('ce90'), metres }),
  z.strictObject({ kind: z.literal('ce95'), metres }),
  z.strictObject({ kind: z.literal('nssda'), metres }),
  /** Radial RMSE of a georeferencing with `points` control points and `parameters` per axis (affine 3). */
  z
    .strictObject({
      kind: z.literal('rmse'),
      metres,
      points: z.int().min(1).max(1_000_000).optional(),
      parameters: z.int().min(1).max(100).optional(),
    })
    .refine(({ points, parameters = affine }) => points === undefined || points > parameters, {
      path: ['points'],
      ...because('why.points-few'),
    }),
  /** A map digitised at 1:`denominator`: 0.5 mm on paper as radial RMSE. */
  z.strictObject({ kind: z.literal('map-scale'), denominator: z.number().min(100).max(10_000_000) }),
  /** The accuracy that EPSG states for a datum operation. */
  z.strictObject({ kind: z.literal('operation'), metres }),
  /** Radial RMSE of the imagery that a layer was traced on. */
  z.strictObject({ kind: z.literal('imagery'), metres }),
  /** What an analyst holds lines to be good to: within so many metres, 19 times in 20. */
  z.strictObject({ kind: z.literal('range'), metres }),
])
export type QuotedAccuracy = z.infer<typeof quotedAccuracySchema>
export type AccuracyKind = QuotedAccuracy['kind']

/** The words of the ways an accuracy is quoted, where it is given as text. */
const words = {
  sigma: 'SIGMA',
  ce90: 'CE90',
  ce95: 'CE95',
  nssda: 'NSSDA',
  rmse: 'RMSE',
  'map-scale': 'SCALE',
  operation: 'OPERATION',
  imagery: 'IMAGERY',
  range: 'RANGE',
} as const satisfies Readonly<Record<AccuracyKind, string>>

export const accuracyKinds = Object.keys(words) as readonly AccuracyKind[]

const affine = 3
const digitisingM = 0.0005

/**
 * The standard deviation per axis in metres of a quoted accuracy: circular errors divided by the Rayleigh quantile
 * (2.146 for 90 %, 2.448 for 95 %; NSSDA is a 95 % figure, FGDC-STD-007.3-1998), radial RMSE by the root of 2 and
 * widened for the degrees of freedom of its control points, half of an operation's accuracy, an analyst's range by 1.96.
 */
export function sigmaM(quoted: QuotedAccuracy): number {
  switch (quoted.kind) {
    case 'sigma':
      return quoted.metres
    case 'ce90':
      return quoted.metres / Math.sqrt(-2 * Math.log(0.1))
    case 'ce95':
    case 'nssda':
      return quoted.metres / Math.sqrt(-2 * Math.log(0.05))
    case 'rmse': {
      const { points, parameters = affine } = quoted
      const widening = points === undefined ? 1 : Math.sqrt(points / (points - parameters))
      return (quoted.metres / Math.SQRT2) * widening
    }
    case 'map-scale':
      return (digitisingM * quoted.denominator) / Math.SQRT2
    case 'operation':
      return quoted.metres / 2
    case 'imagery':
      return quoted.metres / Math.SQRT2
    case 'range':
      return quoted.metres / 1.96
  }
}

/** The forms that `readAccuracy` takes, for whoever gave it another. */
export const accuracyForms =
  '100, CE90:5, CE95:5, NSSDA:5, RMSE:12, RMSE:12/8 (control points), SCALE:25000, OPERATION:5, IMAGERY:10, RANGE:500'

/**
 * An accuracy as text gives it: metres alone are one standard deviation per axis, else a word, a colon and a number;
 * after an RMSE the number of control points and of parameters per axis, parted by slashes. `null` where it is neither.
 */
export function readAccuracy(text: string): QuotedAccuracy | null {
  const [, word = 'SIGMA', numbers = ''] = /^(?:([A-Za-z0-9]+):)?([\d./]+)$/.exec(text.trim()) ?? []
  const [value, points, parameters, ...more] = numbers
    .split('/')
    .map((part) => (part === '' ? Number.NaN : Number(part)))
  const kind = accuracyKinds.find((own) => words[own] === word.toUpperCase())
  if (kind === undefined || value === undefined || more.length > 0 || (kind !== 'rmse' && points !== undefined))
    return null
  const read = quotedAccuracySchema.safeParse(
    kind === 'map-scale'
      ? { kind, denominator: value }
      : {
          kind,
          metres: value,
          ...(points === undefined ? {} : { points }),
          ...(parameters === undefined ? {} : { parameters }),
        },
  )
  return read.success ? read.data : null
}
