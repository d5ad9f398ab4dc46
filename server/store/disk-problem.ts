import { problem, type Problem } from '../../core/result/problem.ts'

/** A limit on the size of files (`ulimit -f`) is one more disk that is full. */
const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const closed = new Set(['EROFS', 'EACCES', 'EPERM'])
const failing = new Set(['EIO', 'ENODEV', 'ENXIO', 'ESTALE', 'ETIMEDOUT', 'ENOTCONN', 'EMFILE', 'ENFILE'])

/** The code of an error that says that the folder of all studies is not there, as when its disk was taken out. */
export const workspaceGone = 'WORKSPACE_GONE'

/** What the disk refused, as the one failure of the machine that a user or operator can mend; `null` for a bug of ours. */
export function diskProblem(error: unknown): Problem | null {
  if (!(error instanceof Error)) return null
  const { code = '', syscall } = error as NodeJS.ErrnoException
  if (code === workspaceGone) return problem('workspace-gone')
  if (full.has(code)) return problem('disk-full')
  if (syscall === undefined) return null
  if (closed.has(code)) return problem('disk-read-only', { reason: code })
  return failing.has(code) ? problem('disk-failing', { reason: code }) : null
}
