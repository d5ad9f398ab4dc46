import { problem, type Problem } from '../../core/result/problem.ts'
import { diskProblem } from '../store/disk-problem.ts'

const said = new WeakSet<Error>()

/** What a database answers, where its errors are remembered as such: those of a network look the same whoever was asked. */
export async function saidByDatabase<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof Error) said.add(error)
    throw error
  }
}

/** What is said when nobody answers there, or the database goes away meanwhile: SQLSTATE and codes of Node. */
const gone = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '57P05',
])
/** Errors of the driver that have no code. */
const lost = /^(?:Connection terminated|timeout (?:exceeded|expired)|Client has encountered a connection error)/

const full = new Set(['53100', '54000'])
const busy = new Set(['25P03', '53300', '53200', '55P03', '57014', '40001', '40P01'])
/** Tables, columns or functions of ours that are not there, or of another shape; bytes that are missing. */
const changed = new Set(['42P01', '42703', '42883', '3F000', '42804', 'XX001', 'XX002'])

/** What the database refused, as what a user or operator can mend; `null` for what the database did not say, or a bug of ours. */
export function databaseProblem(error: unknown): Problem | null {
  if (!(error instanceof Error) || !said.has(error)) return null
  // A host with several addresses is refused by each of them.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error
  const { code = '', message } = first as NodeJS.ErrnoException
  if (lost.test(message) || code.startsWith('08') || gone.has(code))
    return problem('database-unreachable', { reason: code || message })
  if (code.startsWith('28')) return problem('database-login', { reason: code })
  if (code === '3D000') return problem('database-absent', { reason: code })
  if (code === '25006') return problem('database-read-only', { reason: code })
  if (code === '42501') return problem('database-rights', { reason: message })
  if (full.has(code)) return problem('database-full', { reason: code })
  if (busy.has(code)) return problem('database-busy', { reason: code })
  if (changed.has(code)) return problem('database-changed', { reason: message })
  return null
}

/** What the disk or the database refused; `null` for a bug of ours. */
export const storageProblem = (error: unknown): Problem | null => databaseProblem(error) ?? diskProblem(error)
