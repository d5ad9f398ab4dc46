import { z } from 'zod'
import type { Rate } from '../uncertainty/count-interval.ts'
import { measuringOptions } from './measuring-options.ts'
import { insteadOf, option } from './option.ts'
import { because, issueOf } from '../result/schema-fault.ts'

/** `45/50`: so many of so many. */
const rateSchema = z
  .string()
  .regex(/^\d{1,7}\/\d{1,7}$/, because('why.not-rate'))
  .transform((text): Rate => {
    const [hits, of] = text.split('/').map(Number) as [number, number]
    return { hits, of }
  })
  .optional()

const layer = z.string().min(1).max(200)

/** What is asked of areas corrected by an error matrix. */
export const areaCorrectionOptions = {
  layer: option(
    layer,
    'the layer, whose classes the matrix names; “not covered” is ground that it says nothing about',
    { value: 'NAME' },
  ),
  at: measuringOptions.at,
  sampling: option(
    z.enum(['probability', 'unknown']).default('unknown'),
    'whether units were drawn at random within each map class',
  ),
} as const

/** The same of areas that are named one by one, without a layer. */
export const namedAreaOptions = {
  ...areaCorrectionOptions,
  layer: insteadOf(areaCorrectionOptions.layer, { schema: layer.optional() }),
  mapped: option(
    z
      .array(z.string())
      .default([])
      .transform((texts, context) =>
        texts.map((text): readonly [name: string, hectares: number] => {
          const [, name, hectares] = /^([^=]+)=(\d+(?:\.\d+)?)$/.exec(text) ?? []
          if (name !== undefined) return [name, Number(hectares)]
          context.addIssue(issueOf('why.not-hectares', { text }))
          return ['', Number.NaN]
        }),
      ),
    'the area that the map gives a class',
    { value: 'CLASS=HECTARES', given: 'often' },
  ),
} as const

/** What is asked of counts corrected by detection rates. */
export const countCorrectionOptions = {
  layer: option(layer, 'the layer, which is counted and not measured', { value: 'NAME' }),
  at: measuringOptions.at,
  confirmed: option(rateSchema, 'of N listed sites that were checked K are what the list says', { value: 'K/N' }),
  found: option(rateSchema, 'of N sites known from elsewhere the list has K', { value: 'K/N' }),
} as const
