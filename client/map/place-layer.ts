import Feature from 'ol/Feature.js'
import { Point } from 'ol/geom.js'
import VectorLayer from 'ol/layer/Vector.js'
import { fromLonLat } from 'ol/proj.js'
import VectorSource from 'ol/source/Vector.js'
import Circle from 'ol/style/Circle.js'
import Fill from 'ol/style/Fill.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import Text from 'ol/style/Text.js'
import { isWithoutOutline } from '../../core/model/outline.ts'
import { textIn } from '../../core/model/text.ts'
import type { StudyView } from '../state/page-state.ts'
import { labelZIndex } from './study-layers.ts'
import type { Theme } from './theme.ts'

/** Where a plan without an outline lies: a ring about a dot, which claims no ground, and the plan's name; other names keep off both. */
export function placeLayer({ study, language }: StudyView, theme: Theme): VectorLayer[] {
  const place = study && isWithoutOutline(study) ? study.plan.place : undefined
  if (!study || !place) return []
  const ring = new Circle({
    radius: 11,
    stroke: new Stroke({ color: theme.ink, width: 1.8, lineDash: [5, 3] }),
    fill: new Fill({ color: 'rgba(0,0,0,0)' }),
    declutterMode: 'obstacle',
  })
  const dot = new Circle({ radius: 3, fill: new Fill({ color: theme.ink }), declutterMode: 'none' })
  const text = new Text({
    text: `\u2068${textIn(language, study.plan.name)}\u2069`,
    font: "600 13px 'IBM Plex Sans Arabic'",
    offsetY: -22,
    declutterMode: 'obstacle',
    fill: new Fill({ color: theme.ink }),
    stroke: new Stroke({ color: theme.paper, width: 4 }),
  })
  const source = new VectorSource({ features: [new Feature(new Point(fromLonLat([...place])))] })
  return [
    new VectorLayer({
      source,
      style: [new Style({ image: ring, text }), new Style({ image: dot })],
      declutter: true,
      zIndex: labelZIndex + 1,
    }),
  ]
}
