import { resolve } from 'node:path'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import { writeFileAtomically } from '../store/atomic-write.ts'

/** Writes the file a user named, whole or not at all. */
export async function writeNamedFile(file: string, bytes: Uint8Array | string): Promise<Outcome<null>> {
  try {
    await writeFileAtomically(resolve(file), bytes)
    return done(null)
  } catch (error) {
    return refused(
      problem('file-not-written', { file, reason: (error as NodeJS.ErrnoException).code ?? String(error) }),
    )
  }
}
