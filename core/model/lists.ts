import { isMeasured, type Layer } from './layer.ts'

type Listed = Pick<Layer, 'role' | 'geometryType' | 'events'>

/** Layers that are lists of damaged sites. */
export const isDamageList = ({ role, geometryType, events }: Listed): boolean =>
  role === 'damage' && geometryType === 'point' && events === undefined

/** Layers that are lists of dated events. */
export const isEventList = ({ role, geometryType, events }: Listed): boolean =>
  events !== undefined && geometryType !== 'polygon' && isMeasured({ role })
