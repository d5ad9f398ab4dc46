import Feature from 'ol/Feature.js'
import Point from 'ol/geom/Point.js'
import VectorLayer from 'ol/layer/Vector.js'
import { fromLonLat } from 'ol/proj.js'
import VectorSource from 'ol/source/Vector.js'
import Circle from 'ol/style/Circle.js'
import Fill from 'ol/style/Fill.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import type { ValidityReport } from '../../core/geometry-check/fault.ts'
import type { LayerCheck } from '../state/page-state.ts'
import type { Theme } from './theme.ts'

const faultZIndex = 61

/** The places of the faults of a layer that was checked; the one that is shown is ringed. */
export function createFaultLayer(): { layer: VectorLayer; show: (check: LayerCheck | null, theme: Theme) => void } {
  const source = new VectorSource()
  const layer = new VectorLayer({ source, zIndex: faultZIndex })
  let drawn: ValidityReport | null = null
  return {
    layer,
    show(check, theme) {
      const report = check?.report ?? null
      if (report !== drawn) {
        source.clear()
        source.addFeatures(report ? marksOf(report) : [])
        drawn = report
      }
      layer.setStyle((feature) => markStyle(feature.get('number') === check?.shown, theme))
    },
  }
}

/** Where the fault lies that is shown, as the map counts; `null` where none is. */
export function shownPlace(check: LayerCheck | null | undefined): number[] | null {
  const place = check?.report && check.shown !== null ? check.report.faults[check.shown]?.place : null
  return place ? fromLonLat([...place]) : null
}

const marksOf = ({ faults }: ValidityReport): Feature[] =>
  faults.flatMap(({ place }, number) => {
    if (place === null) return []
    const mark = new Feature(new Point(fromLonLat([...place])))
    mark.set('number', number)
    return [mark]
  })

const markStyle = (isShown: boolean, theme: Theme): Style[] => {
  const dot = new Circle({
    radius: isShown ? 5 : 3.5,
    fill: new Fill({ color: theme.action }),
    stroke: new Stroke({ color: theme.paper, width: 1.5 }),
  })
  const ring = new Circle({ radius: 14, stroke: new Stroke({ color: theme.action, width: 3 }) })
  const halo = new Circle({ radius: 14, stroke: new Stroke({ color: theme.paper, width: 6 }) })
  return isShown ? [halo, ring, dot].map((image) => new Style({ image, zIndex: 1 })) : [new Style({ image: dot })]
}
