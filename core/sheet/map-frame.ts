import type { Shapes } from '../geometry/shapes.ts'
import { translate, type Language } from '../i18n/translate.ts'
import { classGround, groundOnce } from './class-ground.ts'
import { styled, uncertainStyle } from './class-style.ts'
import { graticule } from './graticule.ts'
import { pathData, shapesOnPaper, toleranceMm, type PaperShapes } from './ground.ts'
import { names, type DrawnLayer } from './names.ts'
import { placeSymbol, type PlanPlace } from './plan-place.ts'
import { northArrow, northArrowMm } from './north-arrow.ts'
import { isLabelled } from '../model/layer.ts'
import { fromBelow, isOrdered } from '../symbology/drawing-order.ts'
import { outlines } from './outlines.ts'
import { inks, type Box } from './paper.ts'
import type { PaperProjection } from './projection.ts'
import type { SheetLayer } from './sheet-layers.ts'
import { element, group, type Svg } from './svg.ts'
import { textLine, type Font } from './text.ts'

/** Whose words say that a group is a layer. */
const inkscape = 'http://www.inkscape.org/namespaces/inkscape'

const bleedMm = 4
export const planLineMm = 0.65
const casingMm = 1.05
export const planDash = '4.4 0.8'

/** The plan's outline; its name stands along it where one is given. */
export type MappedPlan = { readonly shapes: Shapes; readonly isSchematic: boolean; readonly name?: string }

/** What the map needs beside its layers. */
export type MapSetting = {
  readonly frame: Box
  readonly projection: PaperProjection
  readonly plan: MappedPlan | null
  /** Where a plan without an outline lies. */
  readonly place?: PlanPlace | null
  readonly language: Language
  readonly font: Font
  /** Stands before every id, where a sheet has several maps. */
  readonly prefix?: string
  /** What is left away; all of it stands where nothing is said. */
  readonly without?: readonly ('northArrow' | 'graticule' | 'names')[]
  /** Seconds of arc from one degree line to the next; else what the scale asks for. */
  readonly graticuleSeconds?: number | undefined
  /** Stands on the map, so that no name does. */
  readonly inset?: Box | null
  /** Ground that layers cannot attribute, drawn over theirs. */
  readonly uncertain?: readonly Shapes[]
  /** Ids of the layers of which two or more classes claim ground of the plan. */
  readonly contested?: ReadonlySet<string>
  /** The one unit that the map is about, outlined over everything. */
  readonly unit?: Shapes | undefined
  /** A picture of the ground under everything. */
  readonly under?: Svg
}

/**
 * The map: control, damage and shelling inside the frame, ground outside the plan veiled, the plan's line round it, context and
 * units and their names, the graticule and the arrow; in the order that the study gives its layers, where it does. Ids: `map`, `graticule`, `north-arrow`.
 */
export function mapFrame(layers: readonly SheetLayer[], setting: MapSetting): { svg: Svg; definitions: Svg } {
  const { frame, projection, language, prefix = '', without = [] } = setting
  const bled = grown(frame, bleedMm)
  const onPaper = (layer: SheetLayer): PaperShapes =>
    shapesOnPaper(
      layer.features.shapes,
      (feature) => layer.classOfFeature[feature]! >= 0 || layer.isNotKnown(feature),
      projection,
      bled,
    )
  const drawn = layers.map((layer) => ({ layer, shapes: onPaper(layer) }))
  const ofRoles = (...roles: readonly string[]) => drawn.filter(({ layer }) => roles.includes(layer.layer.role))
  const plan = setting.plan && shapesOnPaper(setting.plan.shapes, () => true, projection, bled)
  const arrowBox = { x: frame.x + frame.width - northArrowMm.width - 2, y: frame.y + 3, ...northArrowMm }
  const outlined = [...ofRoles('context'), ...ofRoles('units')]
  const hasOrder = isOrdered(layers.map(({ layer }) => layer))
  const uncertain = (setting.uncertain ?? []).map((shapes, i) =>
    uncertainBand(
      shapesOnPaper(shapes, () => true, projection, bled),
      `${prefix}uncertain-${i}`,
    ),
  )
  const clip = element('clipPath', { id: `${prefix}frame` }, element('rect', rectangle(frame)))
  const planGround = plan ? groundOnce(plan.polygons, prefix + planGroundId) : ''
  const definitions = plan ? clip + planGround + outsideMask(bled, prefix) : clip
  const taken = [
    ...(without.includes('northArrow') ? [] : [arrowBox]),
    ...(setting.inset ? [grown(setting.inset, 0.8)] : []),
  ]
  const symbol = setting.place ? placeSymbol(setting.place, projection, frame, language, setting.font, prefix) : null
  const ground = (own: DrawnLayer): Svg => classGround(own, prefix, setting.contested?.has(own.layer.layer.id) === true)
  const svg = group(
    { id: `${prefix}map`, ...placeAttributes(frame, projection), 'xmlns:inkscape': inkscape },
    element('rect', { ...rectangle(frame), fill: inks.ground }),
    group(
      { 'clip-path': `url(#${prefix}frame)` },
      setting.under ?? '',
      ...(hasOrder
        ? [...inOrder(drawn).map((own) => (isOutline(own) ? outlines(own, prefix) : ground(own))), ...uncertain]
        : [
            ...ofRoles('control', 'zones').map(ground),
            ...uncertain,
            ...ofRoles('damage').map(ground),
            ...ofRoles('shelling').map(ground),
          ]),
      plan
        ? element('rect', {
            ...rectangle(frame),
            fill: inks.paper,
            'fill-opacity': 0.66,
            mask: `url(#${prefix}outside)`,
          })
        : '',
      ...(hasOrder ? [] : outlined.map((own) => outlines(own, prefix))),
      setting.plan ? planLine(setting.plan.isSchematic, prefix) : '',
      setting.unit ? unitLine(shapesOnPaper(setting.unit, () => true, projection, bled)) : '',
      symbol?.svg ?? '',
      without.includes('names')
        ? ''
        : names(
            [...outlined, ...drawn.filter((own) => !isOutline(own))].filter(({ layer }) => isLabelled(layer.layer)),
            drawn.filter((own) => !isOutline(own)),
            plan && { shapes: plan, name: setting.plan?.name },
            symbol ? [...taken, symbol.name] : taken,
            symbol?.sign ?? null,
            frame,
            language,
            setting.font,
            prefix,
          ),
    ),
    without.includes('graticule') ? '' : graticule(projection, frame, language, setting.graticuleSeconds, prefix),
    element('rect', { ...rectangle(frame), fill: 'none', stroke: inks.ink, 'stroke-width': 0.25 }),
    without.includes('northArrow')
      ? group({ id: `${prefix}north-arrow` })
      : northArrow(arrowBox.x, arrowBox.y, language, prefix),
  )
  return { svg, definitions }
}

const isOutline = ({ layer }: DrawnLayer): boolean => layer.layer.role === 'context' || layer.layer.role === 'units'

/** As the study orders its layers, from below. */
const inOrder = (drawn: readonly DrawnLayer[]): DrawnLayer[] =>
  fromBelow(drawn.map((own) => ({ ...own, role: own.layer.layer.role, order: own.layer.layer.order })))

/**
 * Where on earth the map lies: a transverse Mercator on WGS 84 about the middle of its frame, true to scale there. The
 * attributes are read where the sheet becomes a PDF that other programs place.
 */
const placeAttributes = ({ x, y, width, height }: Box, { centre, scale }: PaperProjection) => ({
  'data-frame': [x, y, width, height].join(' '),
  'data-centre': centre.join(' '),
  'data-scale': scale,
})

/** The frame with a word in it, where no layer has ground to show. */
export const emptyMap = (frame: Box, language: Language, prefix = ''): Svg =>
  group(
    { id: `${prefix}map` },
    element('rect', { ...rectangle(frame), fill: inks.ground, stroke: inks.ink, 'stroke-width': 0.25 }),
    textLine(
      translate(language, 'sheet.no-map'),
      { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2, anchor: 'middle' },
      { sizePt: 9, fill: inks.second },
      language,
    ),
    northArrow(frame.x + frame.width - northArrowMm.width - 2, frame.y + 3, language, prefix),
  )

const rectangle = ({ x, y, width, height }: Box) => ({ x, y, width, height })

const grown = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
})

function uncertainBand({ polygons }: PaperShapes, id: string): Svg {
  return polygons.length === 0
    ? ''
    : group(
        { 'data-uncertain': id },
        groundOnce(polygons, id),
        styled(uncertainStyle, (styleAttributes) => element('use', { href: `#${id}`, ...styleAttributes })),
      )
}

export const unitStyle = { stroke: inks.ink, 'stroke-width': 0.5 } as const

/** A whole line in a casing, so that the unit stands out from its neighbours. */
function unitLine({ polygons }: PaperShapes): Svg {
  const line = {
    d: pathData(
      polygons.flatMap(({ rings }) => rings),
      true,
    ),
    fill: 'none',
    'stroke-linejoin': 'round',
  }
  return group(
    { id: 'unit' },
    element('path', { ...line, stroke: inks.paper, 'stroke-width': 1.3 }),
    element('path', { ...line, ...unitStyle }),
  )
}

const planGroundId = 'ground-plan'

/** White where the plan is not, so that mask and line keep off its ground whatever its polygons share. */
const outsideMask = (box: Box, prefix: string): Svg =>
  element(
    'mask',
    { id: `${prefix}outside`, maskUnits: 'userSpaceOnUse', ...rectangle(box) },
    element('rect', { ...rectangle(box), fill: '#fff' }),
    // The stroke closes the seams between polygons that were generalised each by itself.
    element('use', {
      href: `#${prefix}${planGroundId}`,
      fill: '#000',
      stroke: '#000',
      'stroke-width': 2 * toleranceMm,
    }),
  )

/** A line of ink in a white casing, set against the outside of the plan, so that inner boundaries vanish. */
function planLine(isSchematic: boolean, prefix: string): Svg {
  const line = { href: `#${prefix}${planGroundId}`, fill: 'none', 'stroke-linejoin': 'round' }
  const dash = isSchematic ? { 'stroke-dasharray': planDash } : {}
  return group(
    { id: `${prefix}plan`, mask: `url(#${prefix}outside)` },
    element('use', { ...line, stroke: inks.paper, 'stroke-width': casingMm * 2 }),
    element('use', { ...line, stroke: inks.ink, 'stroke-width': planLineMm * 2, ...dash }),
  )
}
