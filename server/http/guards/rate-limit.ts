import type { Request, Response } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { problem } from '../../../core/result/problem.ts'
import { sendProblem } from '../exchange/problem-document.ts'
import { isLoopback } from '../../config/loopback.ts'

const windowMs = 60_000

/** So many requests a minute for each address of the network; loopback is never limited. */
export const limitRate = (perMinute: number) =>
  rateLimit({
    windowMs,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // The address of a connection that was just broken off is not known any more.
    keyGenerator: (req: Request) => ipKeyGenerator(req.socket.remoteAddress ?? '0.0.0.0'),
    skip: (req: Request) => isLoopback((req.socket.remoteAddress ?? '').replace(/^::ffff:/, '')),
    handler: (req: Request, res: Response) => {
      res.setHeader('retry-after', String(windowMs / 1000))
      sendProblem(req, res, problem('too-many-requests', { seconds: windowMs / 1000 }))
    },
  })
