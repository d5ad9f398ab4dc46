import { randomUUID } from 'node:crypto'
import type { NextFunction, Request, Response } from 'express'

const ids = new WeakMap<object, string>()

/** Gives every request a number of its own, told in the answer and in the log. One whose sender has gone is let be. */
export function giveRequestId(req: Request, res: Response, next: NextFunction): void {
  if (req.socket.destroyed) return
  const id = randomUUID()
  ids.set(req, id)
  res.setHeader('x-request-id', id)
  next()
}

export const requestIdOf = (req: Request): string => ids.get(req) ?? 'unknown'
