import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
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
const pixelM = 10
const [width, height] = [600, 400]

/** Where a pixel of the made map lies: 10 m each, north up. */
const placeOf = (x: number, y: number): readonly [number, number] => [
  36.3 + (x * pixelM) / 92_850,
  33.5 - (y * pixelM) / 110_920,
]
const errors = [0.7, -0.5, 0.3, -0.8, 0.4, 0.6]
const pixels = [
  [20, 30], [580, 25], [560, 380], [30, 370], [300, 200], [450, 120],
] as const // prettier-ignore
const pointsText = [
  'x,y,lon,lat',
  ...pixels.map(([x, y], i) => {
    const [lon, lat] = placeOf(x + errors[i]!, y - errors[(i + 2) % 6]!)
    return `${x},${y},${lon.toFixed(7)},${lat.toFixed(7)}`
  }),
].join('\n')

const square = (x0: number, y0: number, x1: number, y1: number) => [[[x0, y0], [x1, y0], [x1, y1], [x0, y1], [x0, y0]]] // prettier-ignore
const regions = {
  type: 'FeatureCollection',
  features: [
    { type: 'Feature', properties: { class: 'ISIS' }, geometry: { type: 'Polygon', coordinates: square(100, 100, 300, 300) } },
    // Its neighbour has a corner on the edge between them.
    { type: 'Feature', properties: { class: 'Regime' }, geometry: { type: 'Polygon', coordinates: [[[300, 100], [500, 100], [500, 300], [300, 300], [300, 180], [300, 100]]] } },
  ],
} // prettier-ignore

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'basilia-picture-test-'))
  const map = sharp({ create: { width, height, channels: 3, background: '#ffffff' } }).composite([
    { input: { create: { width: 200, height: 200, channels: 3, background: '#c22222' } }, left: 100, top: 100 },
    { input: { create: { width: 200, height: 200, channels: 3, background: '#2244cc' } }, left: 300, top: 100 },
  ])
  const png = await map.png().toBuffer()
  await writeFile(at('map.png'), png)
  await writeFile(at('map.jpg'), await sharp(png).jpeg().toBuffer())
  await writeFile(at('map.webp'), await sharp(png).webp().toBuffer())
  await writeFile(at('points.csv'), pointsText)
  await writeFile(at('regions.geojson'), JSON.stringify(regions))
  const [west, north] = placeOf(50, 50)
  const [east, south] = placeOf(550, 350)
  const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]] // prettier-ignore
  await writeFile(
    at('plan.geojson'),
    JSON.stringify({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }),
  )
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const picture = (...args: string[]) => basiliaHere('picture', ...args.map((each) => each.replace(/^@/, `${folder}/`)))
async function answerOf(...args: string[]): Promise<PictureAnswer> {
  const { code, out: stdout, err: stderr } = await picture(...args)
  expect(code, stderr).toBe(0)
  return JSON.parse(stdout) as PictureAnswer
}
async function refusalOf(...args: string[]): Promise<string> {
  const { code, out: stdout, err: stderr } = await picture(...args)
  expect([code, stdout]).toEqual([1, ''])
  return stderr
}

test('the fit alone is printed, each point with its errors, and nothing is written', async () => {
  const answer = await answerOf('@map.png', '--points', '@points.csv')
  expect(answer).toMatchObject({ transform: 'affine', classes: [] })
  expect(answer.pixelM).toBeCloseTo(pixelM, 0)
  expect(answer.points).toHaveLength(6)
  const mean = answer.points.reduce((sum, { residualM }) => sum + residualM ** 2, 0) / 6
  expect(answer.rmseM).toBeCloseTo(Math.sqrt(mean), 9)
  expect(answer.leaveOneOutM).toBeGreaterThan(answer.rmseM)
  for (const { residualM, residualPx } of answer.points) expect(residualM / residualPx).toBeCloseTo(answer.pixelM, 6)
})

test('regions become a layer whose neighbours share their line, and the recipe repeats it to the byte', async () => {
  const answer = await answerOf(
    '@map.png', '--points', '@points.csv', '--regions', '@regions.geojson', '--transform', 'projective', '--out', '@layer.geojson',
  ) // prettier-ignore
  expect(answer.classes.map(({ class: name, pixels: count }) => [name, count])).toEqual([['ISIS', 40_000], ['Regime', 40_000]]) // prettier-ignore
  for (const { areaM2 } of answer.classes) expect(areaM2 / 4e6).toBeCloseTo(1, 1)
  const bytes = await readFile(at('layer.geojson'), 'utf8')
  const layer = JSON.parse(bytes) as {
    features: { properties: { class: string }; geometry: { coordinates: number[][][] } }[]
  }
  const positions = layer.features.map(({ geometry }) => new Set(geometry.coordinates.flat().map(String)))
  // The corner (300, 180) of the one stands on the edge of the other, and so do both ends.
  expect([...positions[0]!].filter((position) => positions[1]!.has(position)).length).toBeGreaterThanOrEqual(3)
  const again = await answerOf('@map.png', '--recipe', '@layer.recipe.json', '--out', '@again.geojson')
  expect(again).toEqual(answer)
  expect(await readFile(at('again.geojson'), 'utf8')).toBe(bytes)
  const recipe = await readFile(at('layer.recipe.json'), 'utf8')
  expect(JSON.parse(recipe)).toMatchObject({
    schema: 'basilia-picture/1',
    transform: 'projective',
    plane: answer.plane,
  })
  expect(await refusalOf('@map.jpg', '--recipe', '@layer.recipe.json')).toContain('map.png')
  expect(await readFile(at('layer.recipe.json'), 'utf8')).toBe(recipe)
})

test('a study takes the layer with its record, and its placing is in every interval', async () => {
  const study = at('study')
  const saved = await basiliaHere(
    'measure',
    '--plan',
    at('plan.geojson'),
    '--plan-accuracy',
    '0',
    '--save',
    study,
    '--format',
    'json',
  )
  expect(saved.code, saved.err).toBe(0)
  await answerOf(
    '@map.png', '--points', '@points.csv', '--regions', '@regions.geojson', '--accuracy', '20',
    '--study', study, '--role', 'control', '--date', '2018-04-21',
  ) // prettier-ignore
  const written = JSON.parse(await readFile(join(study, 'study.json'), 'utf8')) as Study
  const layer = written.layers.find(({ role }) => role === 'control')!
  expect(layer.picture).toMatchObject({ file: 'map.png', width, height, transform: 'affine' })
  expect(layer.picture!.points).toHaveLength(6)
  expect(layer.method).toBe('drawn')
  expect(layer.accuracyM).toBeCloseTo(Math.hypot(20, layer.picture!.pixelM), 6)
  const measured = async (...more: string[]): Promise<Measurement> => {
    const {
      code,
      out: stdout,
      err: stderr,
    } = await basiliaHere('measure', study, '--draws', '200', '--format', 'json', ...more)
    expect(code, stderr).toBe(0)
    return JSON.parse(stdout) as Measurement
  }
  const widthOf = ({ layers }: Measurement): number => {
    const { low, high, areaM2 } = layers[0]!.classes.find((row) => row.class === 'ISIS')! as unknown as Record<
      'low' | 'high' | 'areaM2',
      number
    >
    expect(low).toBeLessThan(areaM2)
    expect(high).toBeGreaterThan(areaM2)
    return high - low
  }
  // Of lines without error of their own the placing alone is left.
  const [whole, placing] = [await measured(), await measured('--accuracy', `${layer.name}=0`)]
  expect(widthOf(placing)).toBeGreaterThan(1_000)
  expect(widthOf(whole)).toBeGreaterThan(widthOf(placing))
  expect(whole.method.interval!.layers[1]!.sigmaM).toBeCloseTo(
    Math.hypot(layer.accuracyM!, layer.picture!.placing.sigmaM),
    6,
  )
  const kept = await readFile(join(study, 'originals', layer.picture!.sha256))
  expect(kept.equals(await readFile(at('map.png')))).toBe(true)
  // What a run writes into a study alone is repeated from the recipe beside the picture.
  await answerOf('@map.png', '--recipe', '@map.recipe.json', '--out', '@repeated.geojson')
  expect(await readFile(at('repeated.geojson'), 'utf8')).toBe(await readFile(join(study, layer.file), 'utf8'))
})

test('a picture stands as its EXIF turns it', async () => {
  await writeFile(
    at('turned.jpg'),
    await sharp(await readFile(at('map.png')))
      .rotate(90)
      .withExifMerge({})
      .jpeg()
      .withMetadata({ orientation: 8 })
      .toBuffer(),
  )
  expect((await answerOf('@turned.jpg', '--points', '@points.csv')).notes.map(({ code }) => code)).not.toContain(
    'point-outside-picture',
  )
  await writeFile(
    at('upright.jpg'),
    await sharp(await readFile(at('map.png')))
      .rotate(90)
      .jpeg()
      .toBuffer(),
  )
  expect((await answerOf('@upright.jpg', '--points', '@points.csv')).notes.map(({ code }) => code)).toContain(
    'point-outside-picture',
  )
})

test('what is wrong with a picture is told', async () => {
  const plain = sharp({ create: { width, height, channels: 3, background: '#336699' } })
  await writeFile(at('plain.png'), await plain.png().toBuffer())
  await writeFile(
    at('print.jpg'),
    await sharp(await readFile(at('map.png')))
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer(),
  )
  const frame = await sharp(await readFile(at('map.png')))
    .raw()
    .toBuffer()
  const frames = Buffer.concat([frame, frame])
  await writeFile(
    at('moving.webp'),
    await sharp(frames, { raw: { width, height: 2 * height, channels: 3, pageHeight: height } })
      .webp()
      .toBuffer(),
  )
  const codes = async (name: string) => (await answerOf(name, '--points', '@points.csv')).notes.map(({ code }) => code)
  expect(await codes('@plain.png')).toContain('picture-one-colour')
  expect(await codes('@print.jpg')).toContain('picture-cmyk')
  expect(await codes('@moving.webp')).toContain('picture-animated')
  expect(await codes('@map.webp')).toEqual(['picture-accuracy-unstated'])
})

test('300 megapixels are refused by their header, with what would fit', async () => {
  // A PNG that says it is 20,000 by 15,000 and holds next to nothing.
  const png = await readFile(at('map.png'))
  png.writeUInt32BE(20_000, 16)
  png.writeUInt32BE(15_000, 20)
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
  await writeFile(at('huge.png'), png)
  expect(await refusalOf('@huge.png', '--points', '@points.csv')).toMatch(/20000 × 15000.*11547 × 8660/)
})

test('what is no picture, or a broken one, is refused by its name', async () => {
  await writeFile(at('cut.jpg'), (await readFile(at('map.jpg'))).subarray(0, 700))
  await writeFile(at('text.png'), 'a map')
  expect(await refusalOf('@cut.jpg', '--points', '@points.csv')).toContain('cut.jpg')
  expect(await refusalOf('@text.png', '--points', '@points.csv')).toContain('text.png')
  expect(await refusalOf('@none.png', '--points', '@points.csv')).toContain('none.png')
  expect(await refusalOf('@map.png', '--points', '@points.csv', '--page', '1')).toContain('--page')
})

/** A PDF of one empty page of 4 by 3 inches, turned by 90 degrees, or one that asks for a password. */
function pdf(trailer = ''): string {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 216 288]/Rotate 90>>',
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const place = text.length
    text += `${i + 1} 0 obj${object}endobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const xref = text.length
  const head = `xref\n0 4\n0000000000 65535 f \n${places.join('')}`
  return `${text}${head}trailer<</Size 4/Root 1 0 R${trailer}>>\nstartxref\n${xref}\n%%EOF`
}

test('a page of a PDF has the pixels of 150 to the inch, as it stands upright; an encrypted one is refused', async () => {
  await writeFile(at('map.pdf'), pdf())
  const answer = await answerOf('@map.pdf', '--points', '@points.csv', '--page', '1')
  expect(answer.notes.map(({ code }) => code)).toEqual(['picture-accuracy-unstated'])
  expect(await refusalOf('@map.pdf', '--points', '@points.csv', '--page', '2')).toMatch(/page 2.*1/)
  const secret = 'ab'.repeat(32)
  const encrypt = `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${secret}>/U<${secret}>>>/ID[<${secret}><${secret}>]`
  await writeFile(at('secret.pdf'), pdf(encrypt))
  expect(await refusalOf('@secret.pdf', '--points', '@points.csv')).toContain('secret.pdf is encrypted')
  await writeFile(at('cut.pdf'), '%PDF-1.4\nnothing')
  expect(await refusalOf('@cut.pdf', '--points', '@points.csv')).toContain('cut.pdf')
})

test('wrong usage ends with 2', async () => {
  for (const args of [
    ['@map.png'],
    ['@map.png', '--points', '@points.csv', '--out', '@x.geojson'],
    ['@map.png', '--points', '@points.csv', '--transform', 'spline'],
  ])
    expect((await picture(...args)).code).toBe(2)
})

/** CRC 32 of PNG, bit by bit. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** A PDF of one page, 300 by 200 dots at 150 to the inch: the left half red, the right half blue, with words of a place on earth. */
function halvesPdf(): Buffer {
  const content = '0.76 0.13 0.13 rg 0 0 72 96 re f 0.13 0.27 0.8 rg 72 0 72 96 re f'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 144 96] /Contents 4 0 R /Resources << >> /LGIDict << >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ]
  let text = '%PDF-1.4\n'
  const starts = objects.map((object, i) => {
    const start = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return start
  })
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  const end = text.length
  text += `xref\n0 5\n0000000000 65535 f \n${table}trailer << /Size 5 /Root 1 0 R >>\nstartxref\n${end}\n%%EOF`
  return Buffer.from(text, 'latin1')
}

test('a page of a PDF is drawn and traced by its colours; the place that it carries is told of', async () => {
  await writeFile(at('halves.pdf'), halvesPdf())
  const corners = [[0, 0], [300, 0], [300, 200], [0, 200]] as const // prettier-ignore
  const points = corners.map(([x, y]) => [x, y, ...placeOf(x, y)].join(','))
  await writeFile(at('halves.csv'), ['x,y,lon,lat', ...points].join('\n'))
  const { code, out, err } = await basiliaHere(
    'picture',
    at('halves.pdf'),
    '--points',
    at('halves.csv'),
    '--class',
    'Left=#c22222',
    '--class',
    'Right=#2244cc',
    '--out',
    at('halves.geojson'), // prettier-ignore
  )
  expect(err).toContain('GeoPDF')
  expect(code).toBe(0)
  const { classes } = JSON.parse(out) as PictureAnswer
  for (const own of classes) expect(own.pixels).toBeCloseTo(30_000, -2)
  const absent = await basiliaHere('picture', at('halves.pdf'), '--points', at('halves.csv'), '--page', '2')
  expect(absent).toMatchObject({ code: 1, err: expect.stringContaining('no page 2') })
})
