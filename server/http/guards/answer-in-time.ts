import type { NextFunction, Request, Response } from 'express'
import { problem } from '../../../core/result/problem.ts'
import { sendProblem } from '../exchange/problem-document.ts'

const usualWaitS = 10
const longestWaitS = 600

/**
 * Answers what would not be answered otherwise, because a disk takes a write or a read and never gives it back: so many
 * seconds after the time that the request itself allows for its answer (`wait`). What is under way goes on.
 */
export function answerInTime(limitS: number) {
  return (req: Request, res: Response, next: NextFunction): void => {
    const seconds = waitOf(req) + limitS
    let timer: NodeJS.Timeout
    const lookLater = (): void => {
      clearTimeout(timer)
      timer = setTimeout(look, seconds * 1000).unref()
    }
    const hasBody = req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length']) > 0
    let isOurs = !hasBody
    let before = req.socket.bytesRead
    function look(): void {
      if (res.headersSent || res.destroyed) return
      const now = req.socket.bytesRead
      // A body may take the time that its line takes; what came and nobody takes up waits for us.
      const isOursNow = req.complete || (now === before && req.readableLength > 0)
      if (isOurs && isOursNow) {
        res.setHeader('connection', 'close')
        return sendProblem(req, res, problem('disk-slow', { seconds }))
      }
      isOurs = isOursNow
      before = now
      lookLater()
    }
    req.once('end', () => {
      isOurs = true
      lookLater()
    })
    lookLater()
    res.once('close', () => clearTimeout(timer))
    next()
  }
}

function waitOf({ query }: Request): number {
  const asked = Number(query['wait'] ?? usualWaitS)
  return asked >= 0 ? Math.min(asked, longestWaitS) : usualWaitS
}
