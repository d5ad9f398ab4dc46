import type { Features, Shapes } from '../geometry/shapes.ts'
import type { UnattributedGround } from '../uncertainty/unattributed-ground.ts'
import type { Measurement } from '../model/measurement.ts'
import type { Study } from '../model/study.ts'
import type { Language } from '../i18n/translate.ts'
import type { ResolvedLogo } from './logos.ts'
import type { SheetLayout } from './sheet-layout.ts'
import type { Font } from './text.ts'

/** What a sheet is made from; the same input gives the same bytes. */
export type SheetInput = {
  readonly study: Study
  /** Features in WGS 84 by layer id; a layer without them is not drawn. */
  readonly features: ReadonlyMap<string, Features>
  readonly measurement: Measurement
  /** Ground of the plan that layers cannot attribute at their accuracy. */
  readonly uncertain?: readonly UnattributedGround[]
  readonly language: Language
  readonly layout: SheetLayout
  /** SHA-256 of study and options, in hexadecimal; its first 12 digits are printed. */
  readonly hash: string
  readonly font: Font
  /** The layout's logos, checked. */
  readonly logos?: readonly ResolvedLogo[]
  /** The picture of the ground under the map, `null` where it could not be had, and whose it is. */
  readonly baseMap?: { readonly png: string | null; readonly name: string }
  /** The same ground on other days, or other studies: maps of one scale beside the first. */
  readonly beside?: readonly Scene[]
  /** What stands over the first map where others are beside it. */
  readonly caption?: string
  /** The one unit of the study that the sheet is about; its measurement is the unit's. */
  readonly unit?: SheetUnit
}

/** A sector, parcel or neighbourhood that has a sheet of its own. */
type SheetUnit = { readonly id: string; readonly name: string; readonly shapes: Shapes }

/** A map beside others: what it shows, and what stands over it. */
export type Scene = Pick<SheetInput, 'study' | 'features' | 'measurement' | 'uncertain'> & { readonly caption: string }

/** Of each study the first of its scenes. */
export const oncePerStudy = <One extends Pick<Scene, 'study'>>(scenes: readonly One[]): One[] =>
  [...new Map(scenes.toReversed().map((scene) => [scene.study.id, scene])).values()].toReversed()
