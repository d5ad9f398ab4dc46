import { languageCodes, languages } from '../../../core/i18n/languages.ts'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import type { Furniture } from '../../../core/sheet/sheet-layout.ts'
import { formatDate } from '../../../core/format/format.ts'
import { isMeasured, type Layer } from '../../../core/model/layer.ts'
import { snapshotDay } from '../../../core/model/snapshot.ts'
import type { Study } from '../../../core/model/study.ts'
import { translate, type MessageKey } from '../../../core/i18n/translate.ts'
import { baseMapLabel } from '../../controls/base-map-choice.ts'
import { baseMapOfSheet } from '../../state/base-maps.ts'
import type { PageState } from '../../state/page-state.ts'
import { changeSheet } from './draw-preview.ts'
import type { SheetSettings } from '../../state/sheet-state.ts'

/** What of the furniture the page offers, and whether it stands by itself: on paper, and on a figure. */
const offered: readonly { readonly piece: Furniture; readonly onPaper: boolean; readonly onFigure: boolean }[] = [
  { piece: 'answer', onPaper: true, onFigure: false },
  { piece: 'legend', onPaper: true, onFigure: true },
  { piece: 'areas', onPaper: true, onFigure: false },
  { piece: 'locator', onPaper: true, onFigure: false },
  { piece: 'graticule', onPaper: true, onFigure: true },
  { piece: 'northArrow', onPaper: true, onFigure: true },
  { piece: 'scaleBar', onPaper: true, onFigure: true },
  { piece: 'names', onPaper: true, onFigure: true },
  { piece: 'alsoOnMap', onPaper: true, onFigure: true },
  { piece: 'uncertainGround', onPaper: false, onFigure: false },
  { piece: 'sources', onPaper: true, onFigure: false },
  { piece: 'method', onPaper: true, onFigure: false },
]

const scales = [
  2_500, 5_000, 10_000, 15_000, 20_000, 25_000, 40_000, 50_000, 75_000, 100_000, 250_000, 500_000, 1_000_000,
]

/** The round scales, and the one that a layout asks for. */
const scalesWith = (own: number | null): readonly number[] =>
  own === null || scales.includes(own) ? scales : [...scales, own].toSorted((a, b) => a - b)

/** Paper, size, scale, language, the maps on it and what stands on it. */
export function sheetSettings(state: PageState): TemplateResult {
  const { language, study, sheet } = state
  const { settings } = sheet
  const word = (key: MessageKey): string => translate(language, key)
  const days = study ? snapshotDays(study) : []
  const hasUnits = study?.layers.some(({ role }) => role === 'units') ?? false
  const maps = [
    ['one', 'page.sheet.maps.one', true],
    ['pair', 'page.sheet.maps.pair', days.length > 1],
    ['multiples', 'page.sheet.maps.multiples', days.length > 1],
    ['pages-dates', 'page.sheet.maps.pages-dates', days.length > 1],
    ['pages-units', 'page.sheet.maps.pages-units', hasUnits],
  ] as const
  const takeMaps = (value: string): void =>
    changeSheet({ maps: value as SheetSettings['maps'], pair: settings.pair ?? [days[0] ?? '', days.at(-1) ?? ''] })
  return html`<form class="sheet-form" @submit=${(event: Event) => event.preventDefault()}>
    ${choice(
      'sheet-paper',
      word('page.sheet.paper'),
      settings.paper,
      [
        ['a4', 'A4'],
        ['a3', 'A3'],
        ['figure', word('page.sheet.figure')],
      ],
      (paper) => changeSheet({ paper: paper as SheetSettings['paper'] }),
    )}
    ${
      settings.paper === 'figure'
        ? html`<div class="field-row">
          ${millimetres('sheet-width', word('page.sheet.width'), settings.widthMm, (widthMm) => changeSheet({ widthMm }))}
          ${millimetres('sheet-height', word('page.sheet.height'), settings.heightMm, (heightMm) => changeSheet({ heightMm }))}
        </div>`
        : choice(
            'sheet-orientation',
            word('page.sheet.orientation'),
            settings.orientation,
            [
              ['landscape', word('page.sheet.landscape')],
              ['portrait', word('page.sheet.portrait')],
            ],
            (orientation) => changeSheet({ orientation: orientation as SheetSettings['orientation'] }),
          )
    }
    ${choice(
      'sheet-scale',
      word('page.sheet.scale'),
      String(settings.scale ?? ''),
      [
        ['', word('page.sheet.scale.fit')],
        ...scalesWith(settings.scale).map((scale) => [String(scale), `1:${scale.toLocaleString('en')}`] as const),
      ],
      (scale) => changeSheet({ scale: scale === '' ? null : Number(scale) }),
    )}
    ${choice(
      'sheet-language',
      word('page.sheet.language'),
      settings.language ?? language,
      languageCodes.map((own) => [own, languages[own].name] as const),
      (value) => changeSheet({ language: value as SheetSettings['language'] }),
    )}
    ${choice(
      'sheet-maps',
      word('page.sheet.maps'),
      settings.maps,
      maps.filter(([, , can]) => can).map(([value, key]) => [value, word(key)]),
      takeMaps,
    )}
    ${settings.maps === 'pair' && settings.pair ? pairChoice(settings.pair, days, state) : nothing}
    <fieldset class="sheet-furniture">
      <legend>${word('page.sheet.shows')}</legend>
      ${offered.map((one) => furnitureCheck(one, state))}
      ${baseMapOfSheet(state.baseMaps) && settings.maps === 'one' ? furnitureCheck({ piece: 'baseMap', onPaper: false, onFigure: false }, state) : nothing}
    </fieldset>
  </form>`
}

/** The days on which who holds the ground changes; without layers of control those of every measured snapshot. */
function snapshotDays({ layers }: Study): readonly string[] {
  const daysOf = (own: readonly Layer[]): string[] =>
    [...new Set(own.flatMap((layer) => snapshotDay(layer) ?? []))].toSorted()
  const ofControl = daysOf(layers.filter(({ role }) => role === 'control'))
  return ofControl.length > 1 ? ofControl : daysOf(layers.filter(isMeasured))
}

type Options = readonly (readonly [value: string, text: string])[]

function choice(
  id: string,
  label: string,
  value: string,
  options: Options,
  take: (value: string) => void,
): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <select id=${id} @change=${(event: Event) => take((event.target as HTMLSelectElement).value)}>
      ${options.map(([own, text]) => html`<option value=${own} ?selected=${own === value}>${text}</option>`)}
    </select>
  </div>`
}

function millimetres(id: string, label: string, value: number, take: (value: number) => void): TemplateResult {
  const read = (event: Event): void => {
    const input = event.target as HTMLInputElement
    if (input.checkValidity() && input.value !== '') take(Number(input.value))
    else input.reportValidity()
  }
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <input id=${id} type="number" min="60" max="1200" step="1" dir="ltr" .value=${String(value)} @change=${read} />
  </div>`
}

/** The two days of before and after. */
function pairChoice(pair: readonly [string, string], days: readonly string[], { language }: PageState): TemplateResult {
  const options: Options = days.map((day) => [day, formatDate(day, language)])
  return html`${choice('sheet-before', translate(language, 'page.sheet.pair.before'), pair[0], options, (day) => changeSheet({ pair: [day, pair[1]] }))}
    ${choice('sheet-after', translate(language, 'page.sheet.pair.after'), pair[1], options, (day) => changeSheet({ pair: [pair[0], day] }))}`
}

function furnitureCheck(
  { piece, onPaper, onFigure }: (typeof offered)[number],
  { language, baseMaps, sheet: { settings } }: PageState,
): TemplateResult {
  const byItself = settings.paper === 'figure' ? onFigure : onPaper
  const stands = settings.shown[piece] ?? byItself
  const baseMap = baseMapOfSheet(baseMaps)
  const toggle = (): void => {
    const { [piece]: _, ...others } = settings.shown
    changeSheet({ shown: !stands === byItself ? others : { ...others, [piece]: !stands } })
  }
  return html`<label class="check">
    <input type="checkbox" .checked=${live(stands)} @change=${toggle} />
    <span>${piece === 'baseMap' && baseMap ? translate(language, 'page.base-map.file', { name: baseMapLabel(baseMap, language) }) : translate(language, `page.sheet.piece.${piece}` as MessageKey)}</span>
  </label>`
}
