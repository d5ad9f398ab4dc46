import { alsoOnMap } from './also-on-map.ts'
import { answerBlock } from './answer-block.ts'
import { claimedOnOtherPages, claimedRows } from './claimed-rows.ts'
import { translate } from '../i18n/translate.ts'
import { paragraph, type Column } from './column.ts'
import { studiesOf } from './credited.ts'
import { layersOfScenes, type DrawnScene } from './drawn-scene.ts'
import type { Block } from './flow.ts'
import { jointLegend } from './joint-legend.ts'
import { legend, plainLegend } from './legend.ts'
import { areasOfPlans } from './plan-areas.ts'
import { inks } from './paper.ts'
import type { SheetInput } from './sheet-input.ts'
import { paperOfLayout, shows } from './sheet-layout.ts'
import { uncertainRows } from './uncertain-rows.ts'
import type { Way } from './way.ts'

/** What stands in the columns: answer and legend of one map, or what several have in common; and the legend that stands apart. */
export function columnContent(
  { layout, unit }: SheetInput,
  scenes: readonly DrawnScene[],
  { claimedCount, isBriefLegend, legend: place }: Way,
  column: Column,
): { answer: Block[]; rows: Block[]; apart: Block[] } {
  const [{ study, others, measurement }] = scenes as [DrawnScene]
  const hasAreas = shows(layout, 'areas')
  const own = !shows(layout, 'legend')
    ? []
    : scenes.length > 1
      ? jointLegend(scenes, column, hasAreas)
      : hasAreas
        ? legend(study, others, measurement, column, unit ? 'unit' : 'plan')
        : plainLegend(others, measurement, column)
  const remark = (text: string): Block[] =>
    paragraph(column, text, { sizePt: 6.5, fill: inks.second }, { beforeMm: 1.5 })
  const shown =
    paperOfLayout(layout).isFigure && shows(layout, 'alsoOnMap')
      ? alsoOnMap(studiesOf(scenes), layersOfScenes(scenes), column, unit?.name)
      : []
  const also = isBriefLegend && shown.length > 0 ? remark(translate(column.language, 'sheet.left.also-on-map')) : shown
  const answer = !shows(layout, 'answer')
    ? []
    : scenes.length === 1
      ? answerBlock(study, others, measurement, column, unit ? 'unit' : 'plan')
      : areasOfPlans(scenes, column)
  const open = shows(layout, 'legend') && !unit ? uncertainRows(scenes, column, hasAreas) : []
  const claimed =
    unit || !hasAreas
      ? []
      : scenes.length === 1
        ? claimedRows(measurement.claimed, claimedCount, column)
        : claimedOnOtherPages(scenes, column)
  const rows = [...own, ...open, ...claimed, ...also]
  return place === 'apart'
    ? { answer, rows: remark(translate(column.language, 'sheet.legend-apart')), apart: rows }
    : { answer, rows, apart: [] }
}

/** What a column holds is set once for each width, however often the layout asks. */
export function keptByWidth<T>(made: (column: Column) => T): (column: Column) => T {
  const kept = new Map<string, T>()
  return (column) => {
    const key = `${column.widthMm} ${column.isTight === true}`
    const known = kept.get(key)
    if (known) return known
    const value = made(column)
    kept.set(key, value)
    return value
  }
}
