import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { planFile } from '../made-layers.ts'
import { named } from '../import/made-files.ts'
import { loaded, newStudy, running } from './running-server.ts'

test('a job of 13,000 points with draws says how long it takes before it has ended', async () => {
  const client = await running()
  onTestFinished(() => client.stop())
  const { id } = await newStudy(client, 'Points')
  await loaded(client, id, [planFile], { role: 'plan' })
  const features = Array.from({ length: 13_000 }, (_, i) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'Point', coordinates: [36.29 + (i % 130) / 5000, 33.47 + Math.floor(i / 130) / 4000] },
  }))
  const points = named('points.geojson', JSON.stringify({ type: 'FeatureCollection', features }))
  await loaded(client, id, [points], { role: 'shelling', name: 'points', bufferM: 100, accuracyM: 50 })
  const { status, json } = await client.get(`/api/studies/${id}/uncertainty?draws=1000&wait=1`)
  expect(status).toBe(202)
  expect(json.expectedS).toBeGreaterThan(60)
  await client.call('DELETE', `/api/jobs/${json.id}`)

  // A report asks more than one question, and says so over HTTP and on the command line before it begins.
  const expected: number[] = []
  for (const style of ['brief', 'full']) {
    const report = await client.get(`/api/studies/${id}/report.pdf?draws=1000&style=${style}&wait=1`)
    expect(report.status).toBe(202)
    expected.push(report.json.expectedS)
    await client.call('DELETE', `/api/jobs/${report.json.id}`)
  }
  expect(expected[0]).toBeGreaterThan(json.expectedS)
  expect(expected[1]).toBeGreaterThan(2 * expected[0]!)
  const launch = fileURLToPath(new URL('../../../server/launch.mjs', import.meta.url))
  const out = join(client.workspace, 'never.pdf')
  const command = spawn(process.execPath, [launch, 'report', join(client.workspace, id), '--out', out])
  const said = await new Promise<string>((resolve) => {
    let text = ''
    command.stderr.setEncoding('utf8').on('data', (part: string) => {
      text += part
      if (text.includes('\n')) resolve(text)
    })
    command.on('exit', () => resolve(text))
  })
  command.kill()
  expect(said).toContain(`about ${expected[1]} seconds`)
})
