import { startedServer } from '../started-server.ts'
import { markdown } from '../timing.ts'
import { driveServer } from './conformance.ts'

/** `npm run bench -- conformance [CALLS] [SEED]`: answers of each operation by hundreds, then every difference from the document. */
export async function conformanceTable([calls = '6000', seed = '1']: readonly string[]): Promise<string> {
  const server = await startedServer()
  try {
    const began = performance.now()
    const { calls: made, differences, answers } = await driveServer(server.address, Number(calls), Number(seed))
    const seconds = Math.round((performance.now() - began) / 1000)
    const hundreds = ['2xx', '4xx', '5xx']
    const rows = [...answers].map(([name, own]) => [name, ...hundreds.map((each) => String(own[each] ?? 0))])
    return [
      markdown(['operation', ...hundreds], rows),
      `${made} calls of ${answers.size} operations with seed ${seed} in ${seconds} s: ${differences.length} differ from the document.`,
      ...differences,
    ].join('\n')
  } finally {
    await server.stop()
  }
}
