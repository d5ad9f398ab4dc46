import { createHash } from 'node:crypto'
import type { Memo, QuestionPart } from '../../core/result/memo.ts'
import type { AnswerFolder } from '../store/answer-folder.ts'

const mostBytes = 128 * 2 ** 20
/** What is found faster is found anew rather than read. */
const worthWritingMs = 20

/**
 * Keeps what was measured, that asked for last, up to so many bytes; in `folder` other processes find it too. The question
 * is the key, the coordinates themselves, accuracies, draws and seed: so nothing has to be told when a study changes, and
 * studies that share a layer share its draws.
 */
export function keepAnswers({
  most = mostBytes,
  folder,
}: { readonly most?: number; readonly folder?: AnswerFolder | undefined } = {}): Memo {
  const kept = new Map<string, { readonly answer: unknown; readonly bytes: number }>()
  let sum = 0

  function keep(key: string, answer: unknown, bytes: number): void {
    if (bytes > most) return
    kept.set(key, { answer, bytes })
    sum += bytes
    for (const [oldest, own] of kept) {
      if (sum <= most) break
      kept.delete(oldest)
      sum -= own.bytes
    }
  }

  return <Answer>(question: readonly QuestionPart[], find: () => Answer): Answer => {
    const key = digestOf(question)
    const before = kept.get(key)
    if (before) {
      // To the end, behind all that was asked for longer ago.
      kept.delete(key)
      kept.set(key, before)
      return before.answer as Answer
    }
    const read = folder?.read(key)
    if (read !== undefined) {
      keep(key, read, bytesOf(read))
      return read as Answer
    }
    const began = performance.now()
    const answer = find()
    if (performance.now() - began >= worthWritingMs) folder?.write(key, answer)
    keep(key, answer, bytesOf(answer))
    return answer
  }
}

/** SHA-256 of the parts, each behind its kind and length, so that none runs into the next. */
function digestOf(question: readonly QuestionPart[]): string {
  const hash = createHash('sha256')
  for (const part of question) {
    if (typeof part === 'object') hash.update(`bytes ${part.byteLength} `).update(part)
    else hash.update(`${typeof part} ${String(part).length} ${part} `)
  }
  return hash.digest('hex')
}

/** About what plain data takes in memory. */
function bytesOf(value: unknown): number {
  if (typeof value === 'string') return 16 + 2 * value.length
  if (typeof value !== 'object' || value === null) return 8
  if (ArrayBuffer.isView(value)) return 64 + value.byteLength
  let sum = 32
  for (const own of Object.values(value)) sum += bytesOf(own)
  return sum
}
