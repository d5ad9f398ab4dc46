import { z } from 'zod'
import { because } from '../result/schema-fault.ts'
import type { Study } from './study.ts'
import { dateSchema } from './text-schema.ts'

const line = z.string().trim().min(1).max(300)

/** Who answers for what is printed of a study, and when it was published: what sheet, report and exports carry. Nothing of it is made up. */
export const publicationSchema = z.strictObject({
  /** The day of publication, which no clock is asked for. */
  date: dateSchema.optional(),
  author: line.optional(),
  institution: line.optional(),
  /** Where a reader can write to: an address, a telephone number or a page. */
  contact: line.optional(),
  mapNumber: line.optional(),
  /** Of the disaster, as GLIDE (glidenumber.net) numbers it. */
  glide: line.optional(),
  /** Of the publication, as a DOI handbook writes one: 10.5281/zenodo.1234. */
  doi: line.regex(/^10\.\d{4,9}\/\S+$/, because('why.not-doi')).optional(),
})
export type Publication = z.infer<typeof publicationSchema>

/** The study as a workspace publishes it: what the study says of itself goes before what is usual there. */
export function publishedBy(study: Study, usual: Publication): Study {
  const publication = { ...usual, ...study.publication }
  return Object.keys(publication).length === 0 ? study : { ...study, publication }
}

/** The study as published on a day; as it is where none is given. */
export const publishedOn = (study: Study, date: string | undefined): Study =>
  date === undefined ? study : { ...study, publication: { ...study.publication, date } }
