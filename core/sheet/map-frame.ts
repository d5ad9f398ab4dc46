import type { Shapes } from '../geometry/shapes.ts'
import { say, type Language } from '../i18n/say.ts'
import { notKnownStyle, styled, uncertainStyle } from './class-style.ts'
import { graticule } from './graticule.ts'
import { pathData, shapesOnPaper, toleranceMm, type PaperShapes } from './ground.ts'
import { groundPaths } from './ground-paths.ts'
import { names, type DrawnLayer } from './names.ts'
import { placeSymbol, type PlanPlace } from './plan-place.ts'
import { northArrow, northArrowMm } from './north-arrow.ts'
import { inks, type Box } from './paper.ts'
import type { PaperProjection } from './projection.ts'
import { severalGround } from './several-ground.ts'
import type { SheetLayer } from './sheet-layers.ts'
import { element, group, type Svg } from './svg.ts'
import { textLine, type Font } from './text.ts'

const bleedMm = 4
export const planLineMm = 0.65
const casingMm = 1.05
export const planDash = '4.4 0.8'
export const pointRadiusMm = 0.55
export const placeRadiusMm = 0.45

/** What the map needs beside its layers. */
export type MapSetting = {
  readonly frame: Box
  readonly projection: PaperProjection
  readonly plan: { readonly shapes: Shapes; readonly isSchematic: boolean } | null
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
 * The map: context, control, damage and shelling inside the frame, ground outside the plan veiled, the plan's line
 * round it, units and their names, the graticule and the arrow. Ids: `map`, `graticule`, `north-arrow`.
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
  const clip = element('clipPath', { id: `${prefix}frame` }, element('rect', rectangle(frame)))
  const planGround = plan ? groundOnce(plan.polygons, prefix + planGroundId) : ''
  const definitions = plan ? clip + planGround + outsideMask(bled, prefix) : clip
  const taken = [
    ...(without.includes('northArrow') ? [] : [arrowBox]),
    ...(setting.inset ? [grown(setting.inset, 0.8)] : []),
  ]
  const symbol = setting.place ? placeSymbol(setting.place, projection, language, setting.font, prefix) : null
  const ground = (own: DrawnLayer): Svg => classGround(own, prefix, setting.contested?.has(own.layer.layer.id) === true)
  const svg = group(
    { id: `${prefix}map` },
    element('rect', { ...rectangle(frame), fill: inks.ground }),
    group(
      { 'clip-path': `url(#${prefix}frame)` },
      setting.under ?? '',
      ...ofRoles('control', 'zones').map(ground),
      ...(setting.uncertain ?? []).map((shapes, i) =>
        uncertainBand(
          shapesOnPaper(shapes, () => true, projection, bled),
          `${prefix}uncertain-${i}`,
        ),
      ),
      ...ofRoles('damage').map(ground),
      ...ofRoles('shelling').map(ground),
      plan
        ? element('rect', {
            ...rectangle(frame),
            fill: inks.paper,
            'fill-opacity': 0.66,
            mask: `url(#${prefix}outside)`,
          })
        : '',
      ...outlined.map(({ layer, shapes }) => outlines(layer, shapes)),
      setting.plan ? planLine(setting.plan.isSchematic, prefix) : '',
      setting.unit ? unitLine(shapesOnPaper(setting.unit, () => true, projection, bled)) : '',
      symbol?.svg ?? '',
      without.includes('names')
        ? ''
        : names(
            outlined,
            plan,
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

/** The frame with a word in it, where no layer has ground to show. */
export const emptyMap = (frame: Box, language: Language, prefix = ''): Svg =>
  group(
    { id: `${prefix}map` },
    element('rect', { ...rectangle(frame), fill: inks.ground, stroke: inks.ink, 'stroke-width': 0.25 }),
    textLine(
      say(language, 'sheet.no-map'),
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

/** Each class drawn as one; overlapping polygons of a class are one ground. */
function classGround({ layer, shapes }: DrawnLayer, prefix: string, isContested: boolean): Svg {
  const groundOf = (place: number): string => `${prefix}ground-${layer.layer.id}-${place}`
  const parts = layer.classes.map(({ style }, place) => {
    const takes = ({ feature }: { feature: number }): boolean => layer.classOfFeature[feature] === place
    const polygons = shapes.polygons.filter(takes)
    const lines = shapes.lines.filter(takes).map(({ line }) => line)
    const { color } = style.line
    const id = groundOf(place)
    return [
      polygons.length > 0
        ? groundOnce(polygons, id) + styled(style, (look) => element('use', { href: `#${id}`, ...look }))
        : '',
      lines.length > 0
        ? element('path', { d: pathData(lines, false), fill: 'none', stroke: color, 'stroke-width': 0.4 })
        : '',
      ...shapes.points
        .filter(takes)
        .map(({ x, y }) =>
          element('circle', { cx: x, cy: y, r: pointRadiusMm, ...pointLook(style.fill?.color ?? color) }),
        ),
    ].join('')
  })
  // Under the classes, for what one of them covers is known.
  const ended = shapes.polygons.filter(({ feature }) => layer.isNotKnown(feature))
  const endedId = `${prefix}not-known-${layer.layer.id}`
  const notKnown =
    ended.length === 0
      ? ''
      : groundOnce(ended, endedId) +
        styled(notKnownStyle, (look) =>
          element('use', { href: `#${endedId}`, 'data-not-known': layer.layer.id, ...look }),
        )
  const several = isContested ? severalGround(layer, shapes.polygons, groundOf) : ''
  return group({ 'data-layer': layer.layer.id }, notKnown, ...parts, several)
}

function uncertainBand({ polygons }: PaperShapes, id: string): Svg {
  return polygons.length === 0
    ? ''
    : group(
        { 'data-uncertain': id },
        groundOnce(polygons, id),
        styled(uncertainStyle, (look) => element('use', { href: `#${id}`, ...look })),
      )
}

/** Ground that is written once and used as often as it is drawn. */
const groundOnce = (polygons: PaperShapes['polygons'], id: string): Svg =>
  element('defs', {}, groundPaths(polygons, id))

export const pointLook = (color: string) => ({ fill: color, stroke: inks.ink, 'stroke-width': 0.1 })

type Look = { readonly stroke: string; readonly 'stroke-width': number; readonly 'stroke-dasharray'?: string }

export const outlineOf = (role: string): Look =>
  role === 'units'
    ? { stroke: inks.second, 'stroke-width': 0.15 }
    : { stroke: '#8C867C', 'stroke-width': 0.15, 'stroke-dasharray': '0.9 0.6' }

/** Roads and other lines of context. */
export const lineLook: Look = { stroke: '#8C867C', 'stroke-width': 0.5 }

/** Units and context: outlines, lines and dots without a fill. */
function outlines(layer: SheetLayer, shapes: PaperShapes): Svg {
  const rings = pathData(
    shapes.polygons.flatMap((polygon) => polygon.rings),
    true,
  )
  const lines = pathData(
    shapes.lines.map(({ line }) => line),
    false,
  )
  return group(
    { 'data-layer': layer.layer.id },
    rings === '' ? '' : element('path', { d: rings, fill: 'none', ...outlineOf(layer.layer.role) }),
    lines === '' ? '' : element('path', { d: lines, fill: 'none', 'stroke-linejoin': 'round', ...lineLook }),
    ...shapes.points.map(({ x, y }) => element('circle', { cx: x, cy: y, r: placeRadiusMm, fill: inks.second })),
  )
}

export const unitLook = { stroke: inks.ink, 'stroke-width': 0.5 } as const

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
    element('path', { ...line, ...unitLook }),
  )
}

const planGroundId = 'ground-plan'

/** White where the plan is not, so that veil and line keep off its ground whatever its polygons share. */
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
