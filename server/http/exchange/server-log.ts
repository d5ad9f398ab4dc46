import { destination, pino } from 'pino'
import { kindOf } from '../../../core/result/problem-table.ts'
import type { ProblemCode } from '../../../core/result/problem.ts'
import type { LogLevel } from '../../config/config.ts'

/** A request that was answered, or whose sender had gone before. */
type LoggedRequest = {
  readonly id: string
  readonly method: string
  /** Without its question, which may hold a token. */
  readonly path: string
  readonly status: number
  readonly ms: number
  readonly bytes: number
  /** The code of the problem that it was answered with. */
  readonly code?: string | undefined
  /** The sender hung up before the end of the answer. */
  readonly cut?: true | undefined
}

/** A job that has ended. */
export type LoggedJob = {
  readonly id: string
  readonly kind: string
  readonly state: string
  readonly ms: number
  readonly code?: ProblemCode | undefined
}

/** What the operator is told. */
export type ServerLog = {
  /** A fault of ours; the user gets the number of the request or job only. */
  readonly bug: (error: unknown, id: string) => void
  readonly request: (reported: LoggedRequest) => void
  readonly job: (reported: LoggedJob) => void
}

/**
 * JSON lines on stderr: `error` for faults of the program, `warn` for what it had to refuse for lack of room, time or a disk
 * (500 and more, 429), `info` for everything else.
 */
export function serverLog(level: LogLevel): ServerLog {
  const log = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: named } },
    destination(2),
  )
  return {
    bug: (error, id) => log.error({ err: error, id }, 'failed through a fault of ours'),
    request: (reported) =>
      log[reported.status >= 500 || reported.status === 429 ? 'warn' : 'info'](reported, 'request'),
    job: (reported) => log[isOurs(reported.code) ? 'warn' : 'info'](reported, 'job'),
  }
}

/** Whether a problem lies with machine or program, and not with what was asked. */
const isOurs = (code: ProblemCode | undefined): boolean => code !== undefined && kindOf(code).status >= 500

const named = (level: string): object => ({ level })
