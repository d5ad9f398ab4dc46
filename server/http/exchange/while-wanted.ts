import type { Response } from 'express'

/** Ends when whoever asked has hung up. */
export function whileWanted(res: Response): AbortSignal {
  const controller = new AbortController()
  res.once('close', () => controller.abort())
  return controller.signal
}
