import { STATUS_CODES } from 'node:http'
import type { Request, Response } from 'express'
import { kindOf } from '../../../core/result/problem-table.ts'
import { describeProblem, type Problem } from '../../../core/result/problem.ts'
import { requestIdOf } from './request-id.ts'

/** A problem as RFC 9457 problem details; `code` and `values` make the sentence in any language. */
export function problemDocument(problem: Problem, requestId: string): Record<string, unknown> {
  const { status } = kindOf(problem.code)
  return {
    ...problem.more,
    type: `urn:basilia:problem:${problem.code}`,
    title: STATUS_CODES[status] ?? 'Problem',
    status,
    detail: describeProblem('en', problem),
    code: problem.code,
    values: problem.values,
    requestId,
  }
}

const codes = new WeakMap<Response, string>()

/** The code of the problem that a request was answered with. */
export const problemCodeOf = (res: Response): string | undefined => codes.get(res)

export function sendProblem(req: Request, res: Response, problem: Problem): void {
  codes.set(res, problem.code)
  res.status(kindOf(problem.code).status).type('application/problem+json')
  res.send(JSON.stringify(problemDocument(problem, requestIdOf(req))))
}
