import { z } from 'zod'
import { accuracyForms, readAccuracy, sigmaM } from '../model/accuracy.ts'
import { planes, transforms } from '../model/picture-record.ts'
import { givenRoles } from './layer-flags.ts'
import { usualClickPx, usualLinePx } from '../picture/recipe.ts'
import { because, issueOf } from '../result/schema-fault.ts'
import { readColourClass, usualHealPx, usualTolerance, type ColourClass } from '../tracing/colour-choices.ts'
import { dateSchema } from '../model/text-schema.ts'
import { numberText, option, switchOption, wholeNumber } from './option.ts'

const file = z.string().optional()
const pixels = numberText.refine((value) => value >= 0 && value <= 1_000)

/** The source's accuracy as one standard deviation per axis in metres. */
const accuracySchema = z
  .string()
  .transform((text, context): number => {
    const accuracy = readAccuracy(text)
    if (accuracy) return sigmaM(accuracy)
    context.addIssue(issueOf('why.not-accuracy', { forms: accuracyForms }))
    return z.NEVER
  })
  .optional()

/** A rectangle of the picture as four numbers between commas. */
const maskText = z.string().transform((text, context): [number, number, number, number] => {
  const numbers = text.split(',').map((part) => (/\d/.test(part) ? Number(part) : NaN))
  if (numbers.length === 4 && numbers.every((value) => Number.isFinite(value) && value >= 0))
    return numbers as [number, number, number, number]
  context.addIssue(issueOf('why.not-form', { form: 'x,y,x,y' }))
  return z.NEVER
})

const classText = z.string().transform((text, context): ColourClass => {
  const own = readColourClass(text)
  if (own) return own
  context.addIssue(issueOf('why.not-form', { form: 'NAME=#RRGGBB, NAME=#A+#B' }))
  return z.NEVER
})

/** Options of `basilia picture`. */
export const pictureOptions = {
  points: option(
    file,
    'control points: CSV with x, y (pixels from the outer corner of the top left one, y down), lon and lat; or a .points file of QGIS',
    { value: 'FILE' },
  ),
  transform: option(
    z.enum(transforms).optional(),
    'how the points place it; default affine from four points on, else helmert',
    {
      value: transforms.join('|'),
    },
  ),
  plane: option(
    z.enum(planes).optional(),
    'Web Mercator, or transverse Mercator about the points; default the one with the smaller leave-one-out error',
    { value: planes.join('|') },
  ),
  page: option(wholeNumber(1, 100_000).optional(), 'the page of a PDF, default 1, its pixels 150 to the inch', {
    value: 'N',
  }),
  clickPx: option(
    pixels.refine((value) => value > 0).optional(),
    `error of a click on each axis in pixels, where the points do not show it; default ${usualClickPx}`,
    {
      value: 'N',
    },
  ),
  linePx: option(
    pixels.optional(),
    `width of a drawn line in pixels, of which half is its error; default ${usualLinePx}, with --class 0`,
    { value: 'N' },
  ),
  accuracy: option(
    accuracySchema,
    `what the source says of its accuracy: metres of one standard deviation per axis, or as documents quote it (${accuracyForms})`,
    {
      value: 'ACCURACY',
    },
  ),
  regions: option(file, 'polygons traced on the picture, GeoJSON in its pixels with class', {
    value: 'PIXELS.geojson',
  }),
  class: option(
    z.array(classText).optional(),
    'a class by its colour in the picture, or a hatch of two colours as one class; a name given again has another colour as well',
    { value: 'NAME=#RRGGBB[+#RRGGBB]', given: 'often' },
  ),
  colours: switchOption('print the colours found in the picture and their shares; no class is traced'),
  tolerance: option(
    numberText.refine((value) => value > 0 && value <= 100).optional(),
    `how far a pixel may be from its class's colour: distance in OKLab times 100; default ${usualTolerance}`,
    { value: 'N' },
  ),
  heal: option(
    numberText.refine((value) => value >= 0 && value <= 200).optional(),
    `names, roads and lines narrower than so many pixels are given to what is nearest; 0 heals nothing; default ${usualHealPx}`,
    { value: 'PX' },
  ),
  mask: option(z.array(maskText).optional(), 'a rectangle of the picture that is no map: legend, title', {
    value: 'X,Y,X,Y',
    given: 'often',
  }),
  base: option(
    z
      .string()
      .regex(/^#[0-9a-fA-F]{6}$/, because('why.not-colour'))
      .optional(),
    "the colour of the base map's plain ground, where the classes let it shine through and --class has those of a legend",
    { value: '#RRGGBB' },
  ),
  recipe: option(file, 'every parameter; read where the file is there, options go before it, and written by each run', {
    value: 'RECIPE.json',
  }),
  out: option(file, 'where the placed regions go', { value: 'LAYER.geojson' }),
  study: option(file, 'the study that takes them as a layer: its folder, or the id of one of the workspace', {
    value: 'STUDY',
  }),
  role: option(z.enum(givenRoles).optional(), 'with --study: what the layer is about', { value: givenRoles.join('|') }),
  date: option(dateSchema.optional(), 'with --study: the day that the map shows', { value: 'DATE' }),
  name: option(
    z.string().min(1).max(200).optional(),
    'with --study: the name of the layer, default that of the picture',
    { value: 'NAME' },
  ),
} as const
