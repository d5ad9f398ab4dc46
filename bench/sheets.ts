import { extentOf } from '../core/geometry/extent.ts'
import type { Features } from '../core/geometry/shapes.ts'
import { documentAbout } from '../core/export/document-about.ts'
import { defaultLayout, resolvedLayout } from '../core/sheet/sheet-layout.ts'
import type { Layer } from '../core/model/layer.ts'
import { measureStudy } from '../core/measure/measure.ts'
import { layersAt } from '../core/model/snapshot.ts'
import type { Study } from '../core/model/study.ts'
import { readLayerFeatures } from '../server/store/layer-features.ts'
import { sheetPdf } from '../server/export/typst/sheet-pdf.ts'
import { sheetPng } from '../server/export/pictures/sheet-png.ts'
import { sheetSvgs } from '../server/export/pictures/sheet-svg.ts'
import { openStudy } from '../server/store/open-study.ts'
import { inMs, markdown, median } from './timing.ts'
import { workload } from './workloads.ts'

const rounds = 7
const dpi = 300

/** A4 sheets of the bundled study, and of the same study with 100,000 buildings for its damage: median processor time of each step. */
export async function sheetTable(): Promise<string> {
  const opened = await openStudy('basilia-city')
  if (!opened.ok) throw new Error(opened.problem.code)
  const { study, paths } = opened.value
  const plan = study.layers.filter(({ id }) => id === study.plan.layer)
  const features = await readLayerFeatures(study, [...new Set([...plan, ...layersAt(study, study.asOf)])], paths)
  if (!features.ok) throw new Error(features.problem.code)
  const crowded = withBuildings(study, features.value)
  const rows = [
    await row('Basilia City', study, features.value),
    await row('with 100,000 buildings', crowded.study, crowded.features),
  ]
  return markdown(['sheet', 'SVG', 'its size', `PNG, ${dpi} dpi`, 'PDF/UA-1'], rows)
}

async function row(name: string, study: Study, features: ReadonlyMap<string, Features>): Promise<string[]> {
  const measured = measureStudy(study, features)
  if (!measured.ok) throw new Error(measured.problem.code)
  const request = {
    study,
    features,
    measurement: measured.value,
    language: 'en',
    layout: resolvedLayout(defaultLayout, {}),
    logos: [],
  } as const
  const about = documentAbout(study, measured.value, 'en', '')
  const draw = (): string => {
    const svgs = sheetSvgs(request)
    if (!svgs.ok) throw new Error(svgs.problem.code)
    return svgs.value[0]!
  }
  const svg = draw()
  const svgMs = await processorMs(async () => draw())
  const pngMs = await processorMs(() => sheetPng(svg, dpi))
  // Typst remembers what it was given, so each round gives it another file.
  const pdfMs = await processorMs(async (round) =>
    sheetPdf([svg.replace('</svg>', `<!-- ${round} --></svg>`)], about, 'ua-1'),
  )
  return [
    name,
    `${inMs(svgMs)} ms`,
    `${Math.round(svg.length / 1000).toLocaleString('en')} kB`,
    `${inMs(pngMs)} ms`,
    `${inMs(pdfMs)} ms`,
  ]
}

/** Processor time counts here, so that other work on the machine does not; the first round warms up. */
async function processorMs(job: (round: number) => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const before = process.cpuUsage()
    await job(round)
    const { user, system } = process.cpuUsage(before)
    if (round > 0) times.push((user + system) / 1000)
  }
  return median(times)
}

/** The buildings of W3 laid over the plan, in the classes of the study's own damage layer by turns. */
function withBuildings(
  study: Study,
  features: ReadonlyMap<string, Features>,
): { study: Study; features: ReadonlyMap<string, Features> } {
  const { shapes } = workload('W3').plan
  const on = extentOf(features.get(study.plan.layer!)!.shapes)!
  const from = extentOf(shapes)!
  const coordinates = shapes.coordinates.map((value, i) => {
    const axis = i % 2
    return on[axis]! + ((value - from[axis]!) / (from[axis + 2]! - from[axis]!)) * (on[axis + 2]! - on[axis]!)
  })
  const count = Math.max(...shapes.polygonFeature) + 1
  const grades = ['destroyed', 'severe', 'moderate', 'possible']
  const colours = ['#BD0026', '#FD8D3C', '#FED976', '#FFEDA0']
  const damage: Layer = {
    ...study.layers.find(({ role }) => role === 'damage')!,
    classField: 'grade',
    features: count,
    classes: grades.map((grade, i) => ({
      class: grade,
      values: [grade],
      label: { en: grade },
      color: colours[i]!,
      pattern: 'solid',
    })),
  }
  const attributes = Array.from({ length: count }, (_, i) => ({ grade: grades[i % grades.length]! }))
  return {
    study: { ...study, layers: study.layers.map((layer) => (layer.id === damage.id ? damage : layer)) },
    features: new Map([...features, [damage.id, { shapes: { ...shapes, coordinates }, attributes }]]),
  }
}
