import { isIP } from 'node:net'
import { hostname } from 'node:os'
import type { NextFunction, Request, Response } from 'express'
import { problem } from '../../../core/result/problem.ts'
import { isLoopback } from '../../config/loopback.ts'
import { sendProblem } from '../exchange/problem-document.ts'

/**
 * Refuses requests for a name that is not this server's, so that a foreign page whose name was pointed at this machine
 * (DNS rebinding) reads nothing. A server opened to the network also answers to plain addresses, which cannot be
 * pointed elsewhere, and to the machine's own name.
 */
export function onlyAllowedHosts(configuredHost: string) {
  const open = !isLoopback(configuredHost)
  return (req: Request, res: Response, next: NextFunction): void => {
    const host = hostNameOf(req.headers.host)
    const allowed =
      isLoopback(host) || host === configuredHost || (open && (isIP(host) !== 0 || host === hostname().toLowerCase()))
    if (allowed) next()
    else sendProblem(req, res, problem('host-not-allowed', { host: host || '—' }))
  }
}

/** The name in a Host header without port and brackets. */
function hostNameOf(header: string | undefined): string {
  const [, address, name] = /^(?:\[([0-9a-f:.]+)\]|([^:[\]]+))(?::\d+)?$/i.exec(header ?? '') ?? []
  return (address ?? name ?? '').toLowerCase()
}
