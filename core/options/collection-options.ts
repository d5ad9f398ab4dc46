import { z } from 'zod'
import { daysOf } from '../ogc/datetime.ts'
import { rectanglesOf, storedSystem, systemUris } from '../ogc/reference-systems.ts'
import { option, wholeNumber } from './option.ts'
import { because } from '../result/schema-fault.ts'

/** Of the addresses under /ogc, as OGC API - Features names them. */
export const formatOption = option(z.literal('json').optional(), 'the format of the answer; there is JSON only')

const system = z.enum(systemUris).default(storedSystem)

export const systemOption = option(
  system,
  'coordinate system of the answer: CRS84 has longitude first, EPSG:4326 latitude',
)

const mostFeatures = 10_000
const usualFeatures = 1_000

const numbers = z
  .string()
  .max(500)
  .transform((text) => text.split(',').map((number) => (number.trim() === '' ? NaN : Number(number))))

/** What is asked of the features of a collection. */
export const itemsOptions = {
  bbox: option(
    numbers
      .refine(
        (given) => rectanglesOf(given, storedSystem) !== null || rectanglesOf(given, systemUris[1]!) !== null,
        because('why.not-rectangle'),
      )
      .optional(),
    'only features that touch this rectangle: west, south, east, north',
  ),
  'bbox-crs': option(system, 'coordinate system of bbox: CRS84 has longitude first, EPSG:4326 latitude'),
  datetime: option(
    z
      .string()
      .max(200)
      .transform(daysOf)
      .refine((days) => days !== null, because('why.not-days-between'))
      .optional(),
    'only features that speak of this day, or of one between two: 2018-04-21, 2018-03-01/2018-04-21, ../2018-04-21',
  ),
  filter: option(
    z.string().min(1).max(8_000).optional(),
    'only features for which this holds, in CQL2 text: = <> < > <= >= IN, IS NULL, AND, OR, NOT over the queryables',
  ),
  'filter-lang': option(z.literal('cql2-text').optional(), 'the language of the filter'),
  'filter-crs': option(z.enum(systemUris).optional(), 'coordinate system of shapes in the filter, which has none'),
  crs: systemOption,
  limit: option(
    wholeNumber(1, 9_999_999_999)
      .transform((count) => Math.min(count, mostFeatures))
      .default(usualFeatures)
      .meta({ type: 'integer', minimum: 1, maximum: mostFeatures, default: usualFeatures }),
    `features on a page; more than ${mostFeatures} are ${mostFeatures}`,
  ),
  offset: option(wholeNumber(0, 999_999_999).default(0), 'features before the page'),
  f: formatOption,
}
