import { access, constants, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { z } from 'zod'
import { layerOptionsSchema } from '../../core/model/layer-options.ts'
import { pictureOptions } from '../../core/options/picture-options.ts'
import { pixelRegionsSchema, placingChoicesSchema, recipeSchema } from '../../core/picture/recipe.ts'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import { schemaFault } from '../../core/result/schema-fault.ts'
import type { OptionValues } from '../../core/options/option.ts'
import { unitedClasses, usualHealPx, usualTolerance, type ColourChoices } from '../../core/tracing/colour-choices.ts'
import { coloursUnnamed } from '../usecases/regions-by-colour.ts'
import { workspaceOption } from './workspace-option.ts'
import { recipeText } from '../usecases/place-picture.ts'
import { onlyWord } from './arguments.ts'
import { commandOf } from './command.ts'
import { addToStudy } from './add-picture-layer.ts'
import { runApart } from './run-apart.ts'
import { UsageError } from './usage-error.ts'
import { writeNamedFile } from './write-file.ts'
import { writeNote, writeOut } from './write-out.ts'

const about = `Usage: basilia picture FILE --points POINTS [--class NAME=#RRGGBB … --out LAYER.geojson] [options]

Places a picture of a map (PNG, JPEG, WebP, or a page of a PDF) on the ground by control points, and with it the regions
of its classes, found by their colours (--class), or traced on it (--regions): each point with how far off it is, in metres and pixels, and how sure the place of a line is. The layer
that --study takes has the error of its placing in every measurement. The answer is JSON; each run writes the recipe
that repeats it, to --recipe, beside --out, or with --study alone beside the picture.
`

/** `basilia picture`. */
export const command = commandOf(
  { about, options: { ...pictureOptions, ...workspaceOption } },
  async ({ words, values }) => {
    const file = onlyWord(words, 'FILE')
    const { points, regions: traced, recipe: recipeFile, out, study, role, date, name, workspace } = values
    if (study === undefined && (role ?? date ?? name) !== undefined)
      throw new UsageError('--role, --date and --name go with --study.')
    if (study !== undefined && (role === undefined || date === undefined))
      throw new UsageError('--study needs --role and --date.')
    const recipe =
      recipeFile === undefined ? done(null) : await readJsonFile(recipeFile, recipeSchema, 'recipe-invalid', true)
    if (!recipe.ok) return recipe
    if (points === undefined && !recipe.value && !values.colours)
      throw new UsageError('picture needs --points FILE, or a --recipe that is there.')
    const regions =
      traced === undefined ? done(null) : await readJsonFile(traced, pixelRegionsSchema, 'regions-invalid')
    if (!regions.ok) return regions
    if (values.colours) return printColours(file, values.class !== undefined)
    const colours = chosenColours(values, recipe.value?.colours)
    if ((out ?? study) !== undefined && !regions.value && !colours && !recipe.value?.regions)
      throw new UsageError('--out and --study need --class or --regions: nothing is traced yet.')
    const folder = await mkdtemp(join(tmpdir(), 'basilia-picture-'))
    try {
      const { transform, plane, page, clickPx, linePx, accuracy } = values
      const given = { transform, plane, page, clickPx, linePx, accuracyM: accuracy }
      const choices = placingChoicesSchema.parse(
        Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
      )
      for (const path of [file, ...(points === undefined ? [] : [points])]) {
        const there = await readable(path)
        if (!there.ok) return there
      }
      const placed = await runApart('place-picture', {
        picture: { name: basename(file), path: file },
        ...(points === undefined ? {} : { points: { name: basename(points), path: points } }),
        ...(recipe.value ? { recipe: recipe.value } : {}),
        ...(regions.value ? { regions: regions.value } : {}),
        ...(colours && !regions.value ? { colours } : {}),
        choices,
        options: layerOptionsSchema.parse({
          ...(role ? { role } : {}),
          ...(date ? { date } : {}),
          ...(name ? { name } : {}),
        }),
        folder,
        sources: [],
      })
      if (!placed.ok) return placed
      const { answer, recipe: settled, layer } = placed.value
      for (const message of new Set(answer.notes.map((each) => each.message))) writeNote(message)
      const stem = out?.replace(/\.(geo)?json$/i, '') ?? (study === undefined ? null : file.replace(/\.[^./\\]+$/, ''))
      const recipeTo = recipeFile ?? (stem === null ? null : `${stem}.recipe.json`)
      if (out !== undefined && layer) {
        const written = await writeNamedFile(out, await readFile(layer.features))
        if (!written.ok) return written
      }
      if (study !== undefined && layer) {
        const added = await addToStudy(study, workspace, layer)
        if (!added.ok) return added
        writeNote(`${added.value.study.id}: ${added.value.layer.id}`)
      }
      if (recipeTo !== null) {
        const written = await writeNamedFile(recipeTo, recipeText(settled))
        if (!written.ok) return written
        writeNote(recipeTo)
      }
      await writeOut(`${JSON.stringify(answer, null, 2)}\n`)
      return done(null)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
)

/** The colours by which classes are found: those of the recipe, where nothing else is said. */
function chosenColours(
  { class: classes, tolerance, heal, mask, base, regions }: OptionValues<typeof pictureOptions>,
  before: ColourChoices | undefined,
): ColourChoices | null {
  const isSaid = [classes, tolerance, heal, mask, base].some((value) => value !== undefined)
  if (isSaid && regions !== undefined) throw new UsageError('--regions goes without --class and what belongs to it.')
  if (!classes && !before) {
    if (isSaid) throw new UsageError('--tolerance, --heal, --mask and --base go with --class.')
    return null
  }
  const ground = base ?? before?.base
  return {
    classes: classes ? unitedClasses(classes) : before!.classes,
    tolerance: tolerance ?? before?.tolerance ?? usualTolerance,
    healPx: heal ?? before?.healPx ?? usualHealPx,
    masks: mask ?? before?.masks ?? [],
    ...(ground === undefined ? {} : { base: ground }),
  }
}

/** Prints the colours of a picture, and refuses to go on: nobody said which class each is. */
async function printColours(file: string, isNamed: boolean): Promise<Outcome<null>> {
  if (isNamed) throw new UsageError('--colours goes without --class.')
  const there = await readable(file)
  if (!there.ok) return there
  const found = await runApart('find-colours', { name: basename(file), path: file })
  if (!found.ok) return found
  await writeOut(`${JSON.stringify({ colours: found.value }, null, 2)}\n`)
  return refused(coloursUnnamed(found.value))
}

async function readable(file: string): Promise<Outcome<null>> {
  try {
    await access(file, constants.R_OK)
    return done(null)
  } catch (error) {
    const { code = '–' } = error as NodeJS.ErrnoException
    return refused(problem(code === 'ENOENT' ? 'file-not-found' : 'file-unreadable', { file, code }))
  }
}

/** A file of JSON by its schema; `null` where it need not be there and is not. */
async function readJsonFile<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  code: 'recipe-invalid' | 'regions-invalid',
  mayBeAbsent = false,
): Promise<Outcome<z.output<Schema> | null>> {
  const there = await readable(file)
  if (!there.ok) return mayBeAbsent && there.problem.code === 'file-not-found' ? done(null) : there
  let content: unknown
  try {
    content = JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    return refused(problem('picture-json-broken', { file, reason: (error as Error).message.slice(0, 200) }))
  }
  const read = schema.safeParse(content)
  if (read.success) return done(read.data)
  const { where, value, reason } = schemaFault(read.error, content, '')
  return refused(problem(code, { file, where, value, reason }))
}
