/** Writes a result to stdout and waits until it is out; a reader that stops reading (`| head`) ends the program quietly. */
export function writeOut(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EPIPE') process.exit(0)
      reject(error)
    }
    process.stdout.once('error', failed)
    process.stdout.write(text, (error) => {
      if (error) return
      process.stdout.off('error', failed)
      resolve()
    })
  })
}

/** Tells progress, notes and refusals on stderr, out of the way of the result. */
export function writeNote(text: string): void {
  process.stderr.write(`${text}\n`)
}
