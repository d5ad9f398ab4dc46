import { Router, type Request, type Response } from 'express'
import { problem } from '../../../core/result/problem.ts'
import { sendProblem } from '../exchange/problem-document.ts'

/** Answers other methods of addresses that exist with those that they take. */
export function refuseOtherMethods(addresses: readonly { method: string; path: string }[]): Router {
  const router = Router()
  const methods = new Map<string, Set<string>>()
  for (const { method, path } of addresses) {
    const own = methods.get(path) ?? new Set()
    own.add(method.toUpperCase())
    if (method === 'get') own.add('HEAD')
    methods.set(path, own)
  }
  for (const [path, own] of methods) {
    const allowed = [...own].join(', ')
    router.all(path, (req: Request, res: Response) => {
      res.setHeader('allow', allowed)
      sendProblem(req, res, problem('method-not-allowed', { method: req.method, path: req.path, allowed }))
    })
  }
  return router
}
