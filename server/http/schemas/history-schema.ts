import { z } from 'zod'
import { stepSchema } from '../../../core/history/entry.ts'

/** What was changed, oldest first; `next` marks what undo takes back and what redo does again. Line 0 says why earlier ones are missing. */
export const historySchema = z.array(
  z.strictObject({
    seq: z.int().min(0),
    revision: z.int().min(1).nullable(),
    at: z.iso.datetime().nullable(),
    what: stepSchema,
    next: z.enum(['undo', 'redo']).optional(),
  }),
)
