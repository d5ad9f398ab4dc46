import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'

/** Answers that the processes of one server leave each other, by the digests of their questions. */
export type AnswerFolder = {
  has(key: string): boolean
  /** `undefined` where nobody has left one, or what lies there is none. */
  read(key: string): unknown
  write(key: string, answer: unknown): void
}

const mostBytes = 256 * 2 ** 20

/**
 * Opens such a folder, which holds up to so many bytes, those of the answers asked for last. A disk that is full or fails
 * costs time and nothing else, since every answer can be found again: what it refuses is passed over.
 */
export function answerFolder(path: string, most = mostBytes): AnswerFolder {
  const fileOf = (key: string): string => join(path, `${key}.answer`)

  function dropOldest(): void {
    const files = readdirSync(path).flatMap((name) => {
      const found = attempt(() => statSync(join(path, name)))
      return found?.isFile() ? [{ name, bytes: found.size, usedMs: found.mtimeMs }] : []
    })
    let sum = files.reduce((bytes, own) => bytes + own.bytes, 0)
    for (const { name, bytes } of files.toSorted((a, b) => a.usedMs - b.usedMs)) {
      if (sum <= most) break
      rmSync(join(path, name), { force: true })
      sum -= bytes
    }
  }

  return {
    has: (key) => existsSync(fileOf(key)),
    read: (key) =>
      attempt(() => {
        const answer = deserialized(readFileSync(fileOf(key)))
        const now = new Date()
        utimesSync(fileOf(key), now, now)
        return answer
      }),
    write(key, answer) {
      attempt(() => {
        const bytes = serialize(answer)
        if (bytes.length > most) return
        mkdirSync(path, { recursive: true })
        // Whole or not at all, also where the process is killed meanwhile.
        const part = join(path, `${key}.${process.pid}.part`)
        try {
          writeFileSync(part, bytes)
          renameSync(part, fileOf(key))
        } catch (error) {
          attempt(() => rmSync(part, { force: true }))
          throw error
        }
        dropOldest()
      })
    },
  }
}

/** A file that was cut or changed by hand holds no answer. */
function deserialized(bytes: Buffer): unknown {
  try {
    return deserialize(bytes)
  } catch {
    return undefined
  }
}

function attempt<Result>(step: () => Result): Result | undefined {
  try {
    return step()
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).code === 'string') return undefined
    throw error
  }
}
