import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FeatureCollection } from 'geojson'

/* oxlint-disable typescript/no-explicit-any -- studies as somebody wrote them, right or wrong */
type Written = any

export type Edit = {
  readonly name: string
  readonly study?: (study: Written) => void
  /** Of the control layer of 21 April 2018. */
  readonly sources?: (sources: string) => string
  /** The code of the problem that it is refused with. */
  readonly refused?: string
}

const classesOf = (study: Written): Written[] => study.layers.flatMap(({ classes = [] }: Written) => classes)
const snapshots = (study: Written): Written[] => study.layers.filter(({ name }: Written) => name === 'control')

function withoutConfidence(study: Written): void {
  for (const own of classesOf(study)) delete own.confidence
}

/** Studies that somebody wrote by hand, from that of Basilia City. */
export const edits: readonly Edit[] = [
  { name: 'blanks-and-twins', sources: (ids) => ` ;; ${ids} ; ${ids.split(';').toReversed().join(' ; ')};` },
  { name: 'without-confidence', study: withoutConfidence },
  {
    name: 'one-class',
    study: (study) => {
      withoutConfidence(study)
      for (const layer of snapshots(study)) {
        const [first] = layer.classes
        layer.classes = [{ ...first, values: layer.classes.flatMap(({ values }: Written) => values) }]
      }
    },
  },
  { name: 'nobody-named', sources: () => ' ; ' },
  { name: 'unknown-source', sources: () => 'nobody', refused: 'feature-source-unknown' },
  {
    name: 'one-id-for-two',
    study: (study) => study.sources.push({ ...study.sources[0], title: { en: 'Another' } }),
    refused: 'source-id-twice',
  },
  { name: 'listed-twice', study: (study) => study.sources.push(study.sources[0]), refused: 'source-id-twice' },
  {
    name: 'figure-without-a-day',
    study: (study) => {
      for (const key of ['date', 'from', 'to']) delete study.claimed[0][key]
    },
    refused: 'claimed-undated',
  },
  { name: 'claim-without-a-day', study: (study) => delete study.claims[0].date },
  {
    name: 'nowhere',
    study: (study) => {
      study.plan.layer = null
      delete study.plan.place
      study.layers = study.layers.filter(({ role }: Written) => role !== 'plan')
    },
    refused: 'plan-missing',
  },
]

/** The bundled study in `folder`, as the edit writes it. */
export async function writeEdited(bundled: string, folder: string, { study, sources }: Edit): Promise<void> {
  await cp(bundled, folder, { recursive: true })
  const path = join(folder, 'study.json')
  const written = JSON.parse(await readFile(path, 'utf8'))
  study?.(written)
  await writeFile(path, JSON.stringify(written))
  if (!sources) return
  const { file } = snapshots(written).find(({ date }) => date === '2018-04-21')
  const layer = JSON.parse(await readFile(join(folder, file), 'utf8')) as FeatureCollection
  for (const { properties } of layer.features) properties!['sources'] = sources(String(properties!['sources']))
  await writeFile(join(folder, file), JSON.stringify(layer))
}
