import { note, type Note } from '../result/note.ts'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import type { ColourChoices, ColourClass } from './colour-choices.ts'
import type { FoundRegions } from './find-regions.ts'
import { colourDistance, oklabOfHex } from './oklab.ts'
import type { LabelGrid } from './pixel-grid.ts'

/** Nobody sees two colours so near as two. */
const alike = 0.5
/** Of a class's pixels by colour: with more in specks and hairs it is no flat colour on a map. */
const mostSpecks = 0.3
/** Of the picture's edge. */
const mostAlongEdge = 0.25
const percent = (part: number): number => Number((100 * part).toPrecision(2))

/** Refuses two classes of one colour; tells of two that noise may take for each other. */
export function closeColours({ classes, tolerance }: ColourChoices): Outcome<readonly Note[]> {
  const notes: Note[] = []
  const plain = classes.flatMap((own) => (own.colors ?? []).map((color) => ({ own, color })))
  for (const [i, one] of plain.entries()) {
    for (const other of plain.slice(i + 1)) {
      if (one.own === other.own) continue
      const distance = colourDistance(oklabOfHex(one.color), oklabOfHex(other.color))
      const values = { class: one.own.class, other: other.own.class, color: one.color, otherColor: other.color }
      if (distance < alike) return refused(problem('colours-alike', values))
      if (distance < 2 * tolerance)
        notes.push(note('colours-close', { ...values, distance: Number(distance.toPrecision(2)), tolerance }))
    }
  }
  for (const { class: name, hatch } of classes) {
    if (hatch && colourDistance(oklabOfHex(hatch[0]), oklabOfHex(hatch[1])) < 2 * tolerance)
      return refused(problem('hatch-of-one-colour', { class: name, color: hatch.join('+') }))
  }
  return done(notes)
}

/** What the found pixels tell of the picture: colours that are nowhere, in specks, or along its edge. */
export function judgeRegions({ raw, healed }: FoundRegions, { classes }: ColourChoices): Outcome<readonly Note[]> {
  const [found, lost, edge] = [new Float64Array(256), new Float64Array(256), new Float64Array(256)]
  for (let pixel = 0; pixel < raw.labels.length; pixel++) {
    const label = raw.labels[pixel]!
    found[label]!++
    if (healed.labels[pixel] !== label || healed.healed[pixel] === 1) lost[label]!++
  }
  const around = edgePixels(healed)
  for (const pixel of around) edge[healed.labels[pixel]!]!++
  const own = classes.map((each, i) => ({ each, label: i + 1 }))
  const all = own.reduce((sum, { label }) => sum + found[label]!, 0)
  if (all === 0) return refused(problem('colours-nowhere', { colors: classes.map(nameAndColours).join('; ') }))
  return done(
    own.flatMap(({ each: { class: name }, label }) => [
      ...(found[label]! > 0 && lost[label]! > mostSpecks * found[label]!
        ? [note('colour-in-specks', { class: name, percent: percent(lost[label]! / found[label]!) })]
        : []),
      ...(edge[label]! > mostAlongEdge * around.length
        ? [note('class-along-edge', { class: name, percent: percent(edge[label]! / around.length) })]
        : []),
    ]),
  )
}

const nameAndColours = ({ class: name, colors, hatch }: ColourClass): string =>
  `${name} ${(hatch ?? colors ?? []).join('+')}`

function edgePixels({ width, height }: LabelGrid): number[] {
  const rows = Array.from({ length: width }, (_, x) => [x, (height - 1) * width + x]).flat()
  const columns = Array.from({ length: height }, (_, y) => [y * width, y * width + width - 1]).flat()
  return [...rows, ...columns]
}
