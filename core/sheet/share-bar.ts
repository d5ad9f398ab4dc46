import { isSeveral } from '../overlay/several.ts'
import { ownersIn, shownAs } from '../model/owners.ts'
import { uncoveredRows } from '../answer/hold-ended-text.ts'
import { sumOf } from '../measure/overlay-cells.ts'
import type { Measurement } from '../model/measurement.ts'
import { severalStyle, swatch, uncoveredStyle, type ClassStyle } from './class-style.ts'
import { leftOf, type Column } from './column.ts'
import type { Block } from './flow.ts'
import { inks } from './paper.ts'
import { isOf } from './legend-classes.ts'
import type { SheetLayer } from './sheet-layers.ts'
import { element, group, type Svg } from './svg.ts'

const heightMm = 4.2

/** A part of the plan as the bar shows it, 0 to 1. */
export type Segment = { readonly share: number; readonly style: ClassStyle }

/** The plan as one line of 100 %: ground of each class, ground that several claim, ground not covered. */
export function segmentsOf(layer: SheetLayer, { plan, layers, combinations }: Measurement): Segment[] {
  const name = layer.layer.name
  const measured = layers.find((own) => own.name === name)
  const known = measured?.classes ?? []
  const shareWhere = (holds: (classes: readonly (string | null)[]) => boolean): number =>
    sumOf(combinations.filter(({ classes }) => holds(classes[name] ?? [])).map(({ areaM2 }) => areaM2)) / plan.areaM2
  return [
    ...layer.classes.map((own) => ({
      share: shareWhere((classes) => isOf(own, shownAs(classes, known))),
      style: own.style,
    })),
    { share: shareWhere((classes) => isSeveral(classes, ownersIn(known))), style: severalStyle },
    ...(measured ? uncoveredRows(measured, 'en') : []).map((own) => ({
      share: own.areaM2 / plan.areaM2,
      style: uncoveredStyle(measured!, own),
    })),
  ].filter(({ share }) => share > 0)
}

/** The bar over the width of the column, in reading direction. */
export function shareBar(column: Column, segments: readonly Segment[], id: string | null = 'share-bar'): Block {
  return {
    heightMm,
    beforeMm: 2.4,
    draw: (x, y) => {
      const parts: Svg[] = []
      let from = 0
      for (const { share, style } of segments) {
        const width = share * column.widthMm
        parts.push(
          swatch(
            { ...style, line: { color: inks.ink, widthMm: 0.1 } },
            leftOf(column, x, from, width),
            y,
            width,
            heightMm,
          ),
        )
        from += width
      }
      const frame = {
        x,
        y,
        width: column.widthMm,
        height: heightMm,
        fill: 'none',
        stroke: inks.ink,
        'stroke-width': 0.2,
      }
      return group(id === null ? {} : { id }, ...parts, element('rect', frame))
    },
  }
}
