import { z } from 'zod'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import { schemaFault } from '../result/schema-fault.ts'
import { classSchema, roleSchema } from '../model/layer-schema.ts'
import { textSchema } from '../model/text-schema.ts'
import { classMappingVersion, valueInTwo } from './class-mapping.ts'

/** What the values of a field mean, as a file of its own: for the next snapshot, another study, the command line. */
export const classMappingSchema = z.strictObject({
  schema: z.literal(classMappingVersion),
  /** Of the layer that it was written from. */
  title: textSchema.optional(),
  role: roleSchema.optional(),
  field: z.string().min(1).max(500),
  classes: z.array(classSchema).min(1).max(1_000),
})
export type ClassMapping = z.infer<typeof classMappingSchema>

/** Reads the text of a mapping file; refuses in words what is none, and a value that two classes claim. */
export function readMapping(file: string, text: string): Outcome<ClassMapping> {
  let content: unknown
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return refused(problem('classes-file-not-json', { file, reason: (error as Error).message.slice(0, 200) }))
  }
  const schema =
    typeof content === 'object' && content !== null ? (content as Record<string, unknown>)['schema'] : undefined
  if (schema !== classMappingVersion) {
    const found = typeof schema === 'string' ? schema.slice(0, 60) : '–'
    return refused(problem('classes-file-other', { file, found, expected: classMappingVersion }))
  }
  const read = classMappingSchema.safeParse(content)
  if (!read.success) return refused(problem('classes-file-invalid', { file, ...schemaFault(read.error, content, '–') }))
  const twice = valueInTwo(read.data.classes)
  if (twice) return refused(problem('classes-value-twice', { layer: file, ...twice }))
  return done(read.data)
}
