import Feature from 'ol/Feature.js'
import LineString from 'ol/geom/LineString.js'
import Point from 'ol/geom/Point.js'
import CircleStyle from 'ol/style/Circle.js'
import Fill from 'ol/style/Fill.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import Text from 'ol/style/Text.js'
import type { Theme } from './theme.ts'

/** A control point on picture or map: its number as the reader sees it, or none for one that is only half given. */
export type PointMark = {
  readonly at: readonly number[]
  readonly number: string | null
  readonly isChosen: boolean
  /** Where the fit lays it instead. */
  readonly fitted: readonly number[] | null
}

/** Rings with a dot where a point is, which leave in sight what it was clicked on, and a line to where the fit lays it. */
export function markFeatures(marks: readonly PointMark[], theme: Theme): Feature[] {
  return marks.flatMap(({ at, number, isChosen, fitted }) => {
    const ring = new Feature(new Point([...at]))
    const casing = new CircleStyle({ radius: 9, stroke: new Stroke({ color: theme.paper, width: 5 }) })
    const stroke = new Stroke({ color: theme.action, width: isChosen ? 3.5 : 2 })
    const dot = new CircleStyle({ radius: 1.5, fill: new Fill({ color: theme.action }) })
    const text = new Text({
      text: number ?? '',
      font: "600 13px 'IBM Plex Sans Arabic'",
      offsetX: 17,
      offsetY: -11,
      fill: new Fill({ color: theme.ink }),
      stroke: new Stroke({ color: theme.paper, width: 4 }),
    })
    ring.setStyle([
      new Style({ image: casing }),
      new Style({
        image: new CircleStyle({
          radius: 9,
          stroke,
          ...(number === null ? { fill: new Fill({ color: `${theme.action}40` }) } : {}),
        }),
      }),
      new Style({ image: dot, text }),
    ])
    if (!fitted) return [ring]
    const line = new Feature(new LineString([[...at], [...fitted]]))
    line.setStyle([
      new Style({ stroke: new Stroke({ color: theme.paper, width: 5 }) }),
      new Style({ stroke: new Stroke({ color: theme.action, width: 2 }) }),
    ])
    return [line, ring]
  })
}
