import { STATUS_CODES } from 'node:http'
import type { Request, Response } from 'express'
import { describeProblem, type Problem, type ProblemCode } from '../../../core/result/problem.ts'
import { requestIdOf } from './request-id.ts'

/** Whatever is not named here is data that was understood and cannot be used. */
const usual = 422

const statuses: Partial<Record<ProblemCode, number>> = {
  'body-not-json': 400,
  'body-invalid': 400,
  'query-invalid': 400,
  'query-unknown': 400,
  'upload-broken': 400,
  'upload-without-file': 400,
  'origin-not-allowed': 403,
  'study-bundled': 403,
  'study-not-found': 404,
  'layer-not-found': 404,
  'job-not-found': 404,
  'upload-gone': 404,
  'format-unknown': 404,
  'address-not-found': 404,
  'base-map-tile-absent': 404,
  'study-exists': 409,
  'study-changed': 409,
  'layer-name-taken': 409,
  'layer-name-taken-undated': 409,
  'job-not-done': 409,
  'job-cancelled': 409,
  'revision-stale': 412,
  'body-too-large': 413,
  'upload-too-large': 413,
  'upload-too-many-files': 413,
  'media-type-unknown': 415,
  'host-not-allowed': 421,
  'revision-missing': 428,
  'too-many-requests': 429,
  internal: 500,
  'base-map-unusable': 502,
  'base-map-file-unusable': 503,
  'disk-full': 507,
}

const statusOf = (problem: Problem): number => statuses[problem.code] ?? usual

/** A problem as RFC 9457 problem details; `code` and `values` make the sentence in any language. */
export function problemDocument(problem: Problem, requestId: string): Record<string, unknown> {
  const status = statusOf(problem)
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

export function sendProblem(req: Request, res: Response, problem: Problem): void {
  res.status(statusOf(problem)).type('application/problem+json')
  res.send(JSON.stringify(problemDocument(problem, requestIdOf(req))))
}
