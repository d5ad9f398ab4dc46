import { z } from 'zod'
import type { SupposedAccuracy } from '../../core/layers/state-accuracy.ts'
import { usualDraws } from '../../core/model/usual-draws.ts'
import { accuracyForms, readAccuracy, type QuotedAccuracy } from '../../core/model/accuracy.ts'
import type { MeasureRequest } from '../usecases/measure-study.ts'
import { drawingOptions, measuringOptions } from '../options/measuring-options.ts'
import { wholeNumber } from '../options/whole-number.ts'
import { flagValues, namedValue } from './arguments.ts'
import { UsageError } from './usage-error.ts'

/** The flags that change the numbers, for every command that measures. */
export const measuringFlags = {
  at: { type: 'string' },
  draws: { type: 'string' },
  seed: { type: 'string' },
  accuracy: { type: 'string', multiple: true },
} as const

/** Those that mean the same for several studies at once. */
export const comparingFlags = { at: measuringFlags.at, draws: measuringFlags.draws, seed: measuringFlags.seed } as const

/** What may be asked of the draws beside the intervals. */
export const drawnFlags = { above: { type: 'string' }, correlations: { type: 'boolean' } } as const

const helpOf = (drawsByDefault: number): string =>
  `  --at DATE           the day to measure, YYYY-MM-DD, or “announcement” for that of the plan; else the study's own
  --draws N           draws of the 95 % interval; default ${drawsByDefault}, 0 leaves it out
  --seed N            start of the draws, default ${usualDraws.seed}; the same seed gives the same numbers`

export const measuringHelp = helpOf(0)
/** Of the commands whose figures are read, which draw intervals where nobody says otherwise. */
export const comparingHelp = helpOf(usualDraws.draws)

export const drawingHelp = `${comparingHelp}
  --accuracy NAME=ACCURACY      supposes an accuracy of a layer of the STUDY, and saves nothing: metres of one standard
                      deviation, or ${accuracyForms.slice('100, '.length)}`

export const standardHelp = `  --standard ua-1|a-2a|a-2b   what a PDF is made to: PDF/UA-1 for readers with a screen reader, the default, or PDF/A-2
                      for archives, tagged (a-2a) or not bound to be (a-2b)`

type Flags = Readonly<Record<string, unknown>>

/** What is asked of the measurement; a flag that was not given stays out. */
export const measuringRequest = (flags: Flags): MeasureRequest => requestOf(flags, measuringOptions)

/** The same where intervals are drawn unless somebody says otherwise. */
export const drawingRequest = (flags: Flags): MeasureRequest => requestOf(flags, drawingOptions)

function requestOf(
  { at, draws, seed, accuracy }: Flags,
  options: typeof measuringOptions | typeof drawingOptions,
): MeasureRequest {
  const supposed = ((accuracy ?? []) as readonly string[]).map((text): SupposedAccuracy => {
    const { name, value } = namedValue('accuracy', text)
    return { layer: name, accuracy: accuracyOf('accuracy', value) }
  })
  const { accuracy: _named, ...plain } = options
  return {
    ...flagValues({ at, draws, seed }, z.strictObject(plain)),
    ...(supposed.length > 0 ? { accuracy: supposed } : {}),
  }
}

/** An accuracy in metres, or as a document quotes it. */
export function accuracyOf(flag: string, text: string): QuotedAccuracy {
  const read = readAccuracy(text)
  if (!read) throw new UsageError(`--${flag}: "${text}" is no accuracy; it takes ${accuracyForms}.`)
  return read
}

/** How many threads may be used; every number of them gives the same bits. */
export const threadsOption = z.strictObject({ threads: wholeNumber(1, 256).optional() })
