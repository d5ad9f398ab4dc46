import type { Language } from '../i18n/translate.ts'
import { translate } from '../i18n/translate.ts'
import { formatNumber } from '../format/format.ts'
import { sumOf } from '../measure/overlay-cells.ts'
import { isMeasured } from '../model/layer.ts'
import type { ClassName, Interval, LayerMeasurement, Measurement } from '../model/measurement.ts'
import { classSymbol, togetherSymbol } from '../symbology/class-symbol.ts'
import { looksOf } from '../symbology/palettes.ts'
import { classStyle, type ClassStyle } from './class-style.ts'
import type { DrawnScene } from './drawn-scene.ts'
import type { SheetClass, SheetLayer } from './sheet-layers.ts'

/** So many classes of a layer have a symbol of their own: as many looks as the palette of the parties goes through in its first order. */
const mostClasses = 24

/** Maps with what was measured for them. */
type Mapped = Pick<DrawnScene, 'others' | 'measurement'>

/** Which classes of a layer have nothing to show on a map. */
export type Away = (layer: SheetLayer) => ReadonlySet<ClassName>

/**
 * The classes of each layer as the legend lists them, alike on all maps of a sheet: none that is away; no look of the palette
 * twice; and of a layer with more classes than looks the smallest together, with those that have nothing in the plan, the others numbered on the map as in the legend.
 */
export function withLegendClasses<Own extends Mapped>(scenes: readonly Own[], away: Away, language: Language): Own[] {
  const ofSeries = new Map<string, (readonly [SheetLayer, Measurement])[]>()
  for (const { others, measurement } of scenes)
    for (const layer of others)
      if (isMeasured(layer.layer))
        ofSeries.set(seriesOf(layer), [...(ofSeries.get(seriesOf(layer)) ?? []), [layer, measurement]])
  const legends = new Map(
    [...ofSeries].map(([series, layers]) => [series, legendOfSeries(layers, away, language)] as const),
  )
  return scenes.map((scene) => ({
    ...scene,
    others: scene.others.map((layer) => {
      const legend = legends.get(seriesOf(layer))
      return legend && isMeasured(layer.layer) ? listed(layer, legend) : layer
    }),
  }))
}

const seriesOf = ({ layer: { role, name } }: SheetLayer): string => `${role} ${name}`

/** What of a series is listed: its own classes with their symbols, and the one that stands for the smallest. */
type Legend = { readonly own: ReadonlyMap<ClassName, Listed>; readonly together: SheetClass | null }
/** Its number, and its look where its own is another's. */
type Listed = Partial<Pick<SheetClass, 'number' | 'style'>>

function legendOfSeries(
  layers: readonly (readonly [SheetLayer, Measurement])[],
  away: Away,
  language: Language,
): Legend {
  const amounts = new Map<ClassName, { amount: number; style: ClassStyle }>()
  for (const [layer, measurement] of layers) {
    const isAway = away(layer)
    for (const own of layer.classes) {
      if (isAway.has(own.name) && !amounts.has(own.name)) continue
      const { amount, style } = amounts.get(own.name) ?? { amount: 0, style: own.style }
      amounts.set(own.name, { amount: amount + amountOf(own, layer, measurement), style })
    }
  }
  const [first] = layers[0]!
  const hasMore = amounts.size > mostClasses
  const inPlan = [...amounts].filter(([, { amount }]) => amount > 0)
  const largest = (hasMore && inPlan.length > 0 ? inPlan : [...amounts]).toSorted(([, a], [, b]) => b.amount - a.amount)
  const kept = new Set(largest.slice(0, hasMore ? mostClasses - 1 : mostClasses).map(([name]) => name))
  const inOrder = [...amounts].filter(([name]) => kept.has(name))
  const styles = distinct(
    inOrder.map(([, { style }]) => style),
    first,
  )
  const rest = new Set([...amounts.keys()].filter((name) => !kept.has(name)))
  const style = classStyle(togetherSymbol(isHatched(first)), first.layer.schematic)
  const { opacity } = first.layer
  return {
    own: new Map(
      inOrder.map(
        ([name, { style: own }], i) =>
          [
            name,
            { ...(styles[i] === own ? {} : { style: styles[i]! }), ...(hasMore ? { number: i + 1 } : {}) },
          ] as const,
      ),
    ),
    together: hasMore
      ? {
          name: null,
          label: translate(language, 'sheet.other-classes', { count: rest.size }),
          style: opacity === undefined ? style : { ...style, opacity },
          together: rest,
        }
      : null,
  }

  function amountOf({ name }: SheetClass, { layer }: SheetLayer, { layers: measured, points }: Measurement): number {
    const ground = measured.find((own) => own.layer === layer.id)?.classes.find((own) => own.class === name)
    return ground?.areaM2 ?? points?.find((own) => own.layer === layer.name && own.class === name)?.count ?? 0
  }
}

const isHatched = ({ classes }: SheetLayer): boolean =>
  classes.some(({ style: { fill, pattern } }) => fill === undefined && pattern !== undefined)

/** Looks of the palette that come twice give way to ones that nobody has; what somebody has chosen stays. */
function distinct(styles: readonly ClassStyle[], { layer, isOverControl }: SheetLayer): ClassStyle[] {
  const { opacity } = layer
  const palette = new Map(
    looksOf(layer.role).map((look) => {
      const style = classStyle(classSymbol(layer.role, look, isOverControl), layer.schematic)
      const own = opacity === undefined ? style : { ...style, opacity }
      return [lookOf(own), own] as const
    }),
  )
  const taken = new Set(styles.map(lookOf))
  const shown = new Set<string>()
  return styles.map((style) => {
    const isTwice = shown.has(lookOf(style))
    shown.add(lookOf(style))
    const spare = isTwice && palette.has(lookOf(style)) ? [...palette].find(([look]) => !taken.has(look)) : undefined
    if (!spare) return style
    taken.add(spare[0])
    return spare[1]
  })
}

const lookOf = (style: ClassStyle): string => JSON.stringify(style)

/** The layer with the classes of its legend. */
function listed(layer: SheetLayer, { own, together }: Legend): SheetLayer {
  const { classes, classOfFeature } = layer
  const isChanged = classes.some(({ name }) => Object.keys(own.get(name) ?? { left: true }).length > 0)
  if (!isChanged) return layer
  const kept = classes.flatMap((known) => {
    const found = own.get(known.name)
    return found ? [{ ...known, ...found, label: numbered(known.label, found.number) }] : []
  })
  const hasTogether = together !== null && classes.some(({ name }) => together.together!.has(name))
  const places = classes.map(({ name }) => {
    const place = own.has(name) ? kept.findIndex((known) => known.name === name) : -1
    return place < 0 && together?.together!.has(name) ? kept.length : place
  })
  return {
    ...layer,
    classes: hasTogether ? [...kept, together] : kept,
    classOfFeature: classOfFeature.map((place) => (place < 0 ? place : places[place]!)),
    apart: { classes, classOfFeature },
  }
}

const numbered = (label: string, number: number | undefined): string =>
  number === undefined ? label : `${formatNumber(number)}. ${label}`

/** Whether a class of the measurement is shown as this one. */
export const isOf = ({ name, together }: SheetClass, measured: ClassName | undefined): boolean =>
  measured !== undefined && (together ? together.has(measured) : name === measured)

/** The ground of a class as the legend lists it; of several together each ground once, and no interval, for none was drawn. */
export function groundOfClass(
  own: SheetClass,
  measured: LayerMeasurement,
  { combinations }: Pick<Measurement, 'combinations'>,
): { readonly areaM2: number } & Interval {
  const { together } = own
  if (!together) return measured.classes.find(({ class: name }) => name === own.name) ?? { areaM2: 0 }
  const holding = combinations.filter(({ classes }) => classes[measured.name]?.some((name) => together.has(name)))
  return { areaM2: sumOf(holding.map(({ areaM2 }) => areaM2)) }
}
