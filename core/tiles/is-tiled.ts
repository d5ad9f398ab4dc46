import type { Layer } from '../model/layer.ts'
import { mostPolygons } from './most-polygons.ts'

/**
 * Whether a layer is too large to be drawn whole, so that the page asks for its tiles, and for its features one by one. Not
 * the plan and units, whose every feature has a row of its own, nor lists of events, whose ground the page makes.
 */
export const isTiled = ({ features, geometryType, role, bufferM, events }: Layer): boolean =>
  features > mostPolygons &&
  role !== 'plan' &&
  role !== 'units' &&
  (geometryType === 'polygon' || (bufferM !== undefined && events === undefined))
