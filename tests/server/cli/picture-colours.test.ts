import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Measurement } from '../../../core/model/measurement.ts'
import type { Study } from '../../../core/model/study.ts'
import type { PictureAnswer } from '../../../core/picture/picture-answer.ts'
import { basiliaHere } from './running-command.ts'

let folder = ''
const at = (name: string): string => join(folder, name)
const [width, height, pixelM] = [600, 400, 10]
const pixels = [[20, 30], [580, 25], [560, 380], [30, 370], [300, 200], [450, 120]] as const // prettier-ignore
const pointsText = [
  'x,y,lon,lat',
  ...pixels.map(([x, y], i) => {
    const off = [0.3, -0.4, 0.2, -0.3, 0.4, -0.2][i]!
    return `${x},${y},${(36.3 + ((x + off) * pixelM) / 92_850).toFixed(7)},${(33.5 - ((y - off) * pixelM) / 110_920).toFixed(7)}`
  }),
].join('\n')

/** Two classes in white, a line between them, a name and a road over them, a legend in the corner. */
const map = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#ffffff"/>
<path d="M60 60 L310 60 L290 340 L60 340 Z" fill="#d7301f"/><path d="M310 60 L540 60 L540 340 L290 340 Z" fill="#377eb8"/>
<path d="M310 60 L290 340" stroke="#222222" stroke-width="3"/><path d="M0 150 L600 260" stroke="#ffffff" stroke-width="5"/>
<rect x="120" y="200" width="60" height="4" fill="#111111"/><rect x="480" y="345" width="110" height="50" fill="#ffffff" stroke="#000000"/>
<rect x="490" y="355" width="20" height="12" fill="#d7301f"/><rect x="490" y="375" width="20" height="12" fill="#377eb8"/></svg>`
const classes = ['--class', 'ISIS=#d7301f', '--class', 'Regime=#377eb8', '--mask', '478,343,592,397']

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'basilia-colours-test-'))
  await writeFile(at('map.jpg'), await sharp(Buffer.from(map)).jpeg({ quality: 80 }).toBuffer())
  await writeFile(at('points.csv'), pointsText)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const picture = (...args: string[]) => basiliaHere('picture', ...args.map((each) => each.replace(/^@/, `${folder}/`)))
async function answerOf(...args: string[]): Promise<PictureAnswer> {
  const { code, out: stdout, err: stderr } = await picture(...args)
  expect(code, stderr).toBe(0)
  return JSON.parse(stdout) as PictureAnswer
}

type Layer = {
  features: { properties: { class: string }; geometry: { type: 'Polygon'; coordinates: number[][][] } }[]
}

test('classes are found by their colours, healed and placed as one coverage, and the recipe repeats it to the byte', async () => {
  const answer = await answerOf('@map.jpg', '--points', '@points.csv', ...classes, '--accuracy', '50', '--out', '@layer.geojson') // prettier-ignore
  expect(answer.classes.map((own) => [own.class, own.color])).toEqual([['ISIS', '#d7301f'], ['Regime', '#377eb8']]) // prettier-ignore
  // 240 and 240 pixels by 280, of 100 square metres each.
  for (const { pixels: count, healedPixels, areaM2 } of answer.classes) {
    expect(Math.abs(count / (240 * 280) - 1)).toBeLessThan(0.01)
    expect(Math.abs(areaM2 / (240 * 280 * 100) - 1)).toBeLessThan(0.015)
    expect(healedPixels).toBeGreaterThan(1_000)
  }
  expect(answer.notes.map(({ code }) => code)).toEqual(['ground-healed'])
  const text = await readFile(at('layer.geojson'), 'utf8')
  const { features } = JSON.parse(text) as Layer
  expect(new Set(features.map(({ properties }) => properties.class))).toEqual(new Set(['ISIS', 'Regime']))
  const edges = features.flatMap(({ geometry }) =>
    geometry.coordinates.flatMap((ring) => ring.slice(1).map((to, i) => `${ring[i]!.join()} ${to.join()}`)),
  )
  const own = new Set(edges)
  expect(own.size).toBe(edges.length)
  expect(edges.filter((edge) => own.has(edge.split(' ').toReversed().join(' '))).length).toBeGreaterThan(2)
  const again = await answerOf('@map.jpg', '--recipe', '@layer.recipe.json', '--out', '@again.geojson')
  expect(again).toEqual(answer)
  expect(await readFile(at('again.geojson'), 'utf8')).toBe(text)
  expect(JSON.parse(await readFile(at('layer.recipe.json'), 'utf8'))).toMatchObject({
    colours: { tolerance: 4, healPx: 12, masks: [[478, 343, 592, 397]] },
  })
  const wider = await answerOf('@map.jpg', '--recipe', '@layer.recipe.json', '--heal', '0', '--out', '@raw.geojson')
  expect(wider.classes.every(({ healedPixels }) => healedPixels === 0)).toBe(true)
})

test('the layer of a study keeps how it was found, and is measured', async () => {
  const plan = [[60, 60], [540, 60], [540, 340], [60, 340], [60, 60]].map(([x, y]) => [36.3 + (x! * pixelM) / 92_850, 33.5 - (y! * pixelM) / 110_920]) // prettier-ignore
  await writeFile(
    at('plan.geojson'),
    JSON.stringify({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [plan] } }),
  )
  const study = at('study')
  const saved = await basiliaHere('measure', '--plan', at('plan.geojson'), '--plan-accuracy', '0', '--save', study)
  expect(saved.code, saved.err).toBe(0)
  await answerOf('@map.jpg', '--points', '@points.csv', ...classes, '--accuracy', '0', '--study', study, '--role', 'control', '--date', '2018-04-21') // prettier-ignore
  const { layers } = JSON.parse(await readFile(join(study, 'study.json'), 'utf8')) as Study
  const { colours } = layers.find(({ role }) => role === 'control')!.picture!
  expect(colours).toMatchObject({ tolerance: 4, healPx: 12, ground: ['#ffffff'] })
  for (const { pixels: count, tracedPixels } of colours!.classes)
    expect(Math.abs(tracedPixels / count - 1)).toBeLessThan(0.002)
  expect(colours!.maskedPixels).toBe(114 * 54)
  const all = colours!.classes.reduce((sum, own) => sum + own.pixels, 0) + colours!.uncoveredPixels
  expect(all + colours!.maskedPixels).toBe(width * height)
  // Its doubt is in every interval: without it the same draws spread less.
  const widthOf = async (): Promise<number> => {
    const measured = await basiliaHere('measure', study, '--draws', '100', '--format', 'json')
    expect(measured.code, measured.err).toBe(0)
    const { classes: rows } = (JSON.parse(measured.out) as Measurement).layers[0]!
    const { low, high, areaM2 } = rows.find((row) => row.class === 'ISIS')! as Required<(typeof rows)[number]>
    expect(low).toBeLessThan(areaM2)
    expect(high).toBeGreaterThan(areaM2)
    return high - low
  }
  const whole = await widthOf()
  const text = await readFile(join(study, 'study.json'), 'utf8')
  await writeFile(join(study, 'study.json'), text.replaceAll(/"outlineSdPx": ?[\d.]+/g, '"outlineSdPx":0'))
  expect(await widthOf()).toBeLessThan(0.9 * whole)
})

test('colours without names are printed with their shares, and nothing is written', async () => {
  const before = await readdir(folder)
  const { code, out, err } = await picture('@map.jpg', '--points', '@points.csv', '--colours', '--out', '@none.geojson')
  expect(code).toBe(1)
  const { colours } = JSON.parse(out) as { colours: { color: string; share: number }[] }
  expect(colours[0]!.share).toBeGreaterThan(0.3)
  expect(colours.map(({ color }) => color).filter((color) => /^#d6|^#d7|^#d8/.test(color))).toHaveLength(1)
  expect(err).toContain(colours[0]!.color)
  expect(await readdir(folder)).toEqual(before)
})

test('what is wrong usage, and what cannot be found, is told', async () => {
  for (const args of [
    ['--class', 'ISIS=red'],
    ['--class', 'ISIS=#d7301f', '--mask', '1,2,3'],
    ['--tolerance', '5'],
    ['--colours', '--class', 'ISIS=#d7301f'],
  ])
    expect((await picture('@map.jpg', '--points', '@points.csv', ...args)).code, args.join(' ')).toBe(2)
  const nowhere = await picture(
    '@map.jpg',
    '--points',
    '@points.csv',
    '--class',
    'Kurds=#00ff88',
    '--out',
    '@none.geojson',
  )
  expect([nowhere.code, nowhere.out]).toEqual([1, ''])
  expect(nowhere.err).toContain('Kurds #00ff88')
})
