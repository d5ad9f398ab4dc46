import type { Server } from 'node:http'
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { NextFunction, Request, Response } from 'express'
import { randomUUID } from 'node:crypto'
import { kindOf } from '../../../core/result/problem-table.ts'
import { problem, type Problem } from '../../../core/result/problem.ts'
import { problemDocument, sendProblem } from '../exchange/problem-document.ts'

const lookEveryMs = 30_000
const seconds = lookEveryMs / 1000
const leastBytes = 3_000

/** Answers what is no HTTP, or too long or slow to be any, with a problem too, and hangs up. */
export function answerBrokenRequests(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
    const fault = brokenBy(error)
    const { status } = kindOf(fault.code)
    const body = JSON.stringify(problemDocument(fault, randomUUID()))
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'X-Content-Type-Options: nosniff',
      'Connection: close',
    ]
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  })
}

function brokenBy({ code = '' }: NodeJS.ErrnoException): Problem {
  if (code === 'HPE_HEADER_OVERFLOW') return problem('headers-too-large')
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? problem('request-too-slow') : problem('request-broken', { reason: code })
}

/** Hangs up on a body that hardly comes: whoever sends a byte now and then holds a connection and a folder for nothing. */
export function refuseStalledBodies(req: Request, res: Response, next: NextFunction): void {
  if (!req.complete && (req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length']) > 0)) {
    let before = req.socket.bytesRead
    const looking = setInterval(() => {
      const now = req.socket.bytesRead
      if (req.complete || res.headersSent || res.destroyed) return clearInterval(looking)
      if (now - before < leastBytes) {
        clearInterval(looking)
        res.setHeader('connection', 'close')
        res.once('finish', () => req.destroy())
        // Bytes that came and nobody takes up wait for our disk, not for the line.
        sendProblem(req, res, req.readableLength > 0 ? problem('disk-slow', { seconds }) : problem('request-too-slow'))
      }
      before = now
    }, lookEveryMs).unref()
    res.once('close', () => clearInterval(looking))
  }
  next()
}
