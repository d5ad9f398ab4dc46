import type { z } from 'zod'
import type {
  classSchema,
  crsRecordSchema,
  layerSchema,
  roleSchema,
  statedSchema,
  suggestedClassificationSchema,
} from './layer-schema.ts'

/** Roles whose ground is measured against the plan. `zones` is any other classification: zoning, land use, hazard. */
export const measuredRoles = ['control', 'damage', 'shelling', 'zones'] as const
export type MeasuredRole = (typeof measuredRoles)[number]

export const roles = ['plan', ...measuredRoles, 'units', 'context'] as const
/** What a layer is about of which nobody said so: it is drawn and not measured. */
export const roleUnsaid = 'context'
export type Role = z.infer<typeof roleSchema>

export const patterns = ['solid', 'diagonal', 'dots', 'cross', 'horizontal', 'stripes', 'none'] as const
export type Pattern = (typeof patterns)[number]

/** How a layer was made; `by-hand` is drawn in this program. */
export const methods = ['drawn', 'by-hand', 'surveyed', 'interpolated', 'administrative', 'unknown'] as const

export type LayerClass = z.infer<typeof classSchema>
export type SuggestedClassification = z.infer<typeof suggestedClassificationSchema>
export type SuggestedClass = SuggestedClassification['classes'][number]
export type CrsRecord = z.infer<typeof crsRecordSchema>
export type Stated = z.infer<typeof statedSchema>
export type Layer = z.infer<typeof layerSchema>

/** Whether a layer's ground is measured against the plan; plans, units and context are not. */
export const isMeasured = ({ role }: Pick<Layer, 'role'>): boolean => measuredRoles.some((own) => own === role)

/** Whether a layer was started to be drawn and holds nothing yet: it then says nothing of any ground, rather than that nothing is there. */
export const isUndrawn = ({ drawn, features }: Pick<Layer, 'drawn' | 'features'>): boolean =>
  drawn === true && features === 0

/** Whether the names of a layer's features stand on map and sheet. */
export const isLabelled = ({ role, labelField, labels }: Pick<Layer, 'role' | 'labelField' | 'labels'>): boolean =>
  labelField !== undefined && (labels ?? !isMeasured({ role }))

/** Whether a layer may leave as it is: with exports, sheets, reports, collections for others and the study's zip. */
export const isSensitive = ({ sensitive }: Pick<Layer, 'sensitive'>): boolean => sensitive !== undefined

/** Whether a layer's classes are degrees of one thing done to ground, so that together they are one ground and periods add up. */
export const isHarm = ({ role }: Pick<Layer, 'role'>): boolean => role === 'damage' || role === 'shelling'
