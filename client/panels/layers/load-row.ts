import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { formatNumber } from '../../../core/format/format.ts'
import type { FoundLayer } from '../../../core/layers/inspection.ts'
import type { Guess } from '../../../core/layers/guess-layer.ts'
import { dateColumnsOf, type FileRead } from '../../../core/layers/reading-record.ts'
import { roles, type Role } from '../../../core/model/layer.ts'
import { partyText, usualParties } from '../../../core/model/party-text.ts'
import { textIn } from '../../../core/model/text.ts'
import { comma, translate, type Language, type MessageKey } from '../../../core/i18n/translate.ts'
import { chooseSublayer, leaveOut, sayOfRow } from '../../actions/load-form.ts'
import { problemText } from '../../api/page-problem.ts'
import { closeIcon } from '../../controls/icons.ts'
import { recordTable } from '../../controls/reading-record.ts'
import { noteList } from '../../controls/note-list.ts'
import {
  asksForHolder,
  guessedRole,
  isDated,
  layerOf,
  valuesOf,
  type LoadRow,
  type RowValues,
} from '../../state/load-form.ts'
import type { PageState } from '../../state/page-state.ts'
import { sourceInputs } from './source-inputs.ts'

const mostValues = 6
const mostOpenNotes = 3

/** One file of those that are to be loaded: what it is taken for, why, and what else is to be said of it. */
export function loadRow(row: LoadRow, { language }: PageState): TemplateResult {
  const { key, names, phase, problem, fraction } = row
  const layer = layerOf(row)
  const id = (field: string): string => `load-${key}-${field}`
  const isBusy = phase === 'reading' || phase === 'loading'
  return html`<fieldset class="load-row" ?disabled=${phase === 'loading'}>
    <legend><bdi class="wrap">${names}</bdi></legend>
    <button
      type="button"
      class="icon-button leave-out"
      aria-label=${translate(language, 'page.load.leave-out', { file: `\u2068${names}\u2069` })}
      @click=${() => leaveOut(key)}
    >
      ${closeIcon}
    </button>
    ${
      isBusy
        ? html`<progress max="1" .value=${fraction} aria-label=${translate(language, 'page.upload.sending', { names })}></progress>`
        : nothing
    }
    ${problem ? html`<p class="problem wrap" role="alert">${problemText(problem, language)}</p>` : nothing}
    ${row.layers.length > 1 ? sublayerChoice(row, id('sublayer'), language) : nothing}
    ${layer ? fields(row, layer, id, language) : nothing}
  </fieldset>`
}

function sublayerChoice({ key, layers, sublayer }: LoadRow, id: string, language: Language): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${translate(language, 'page.load.sublayer', { count: layers.length })}</label>
    <select
      id=${id}
      required
      dir="auto"
      @change=${(event: Event) => chooseSublayer(key, (event.currentTarget as HTMLSelectElement).value)}
    >
      <option value="" .selected=${live(sublayer === '')}>${translate(language, 'page.series.role.choose')}</option>
      ${layers.map(({ name }) => html`<option value=${name} .selected=${live(sublayer === name)}>${name}</option>`)}
    </select>
  </div>`
}

function fields(row: LoadRow, layer: FoundLayer, id: (field: string) => string, language: Language): TemplateResult {
  const values = valuesOf(row)
  const { role, classField } = values
  const holderGuess = row.said.holder === undefined ? (row.guesses?.holder ?? null) : null
  const kind = translate(language, `page.settle.kind.${layer.geometryType}`)
  const say = (said: Partial<RowValues>): void => sayOfRow(row.key, said)
  return html`<p class="quiet">${translate(language, 'page.settle.found', { features: formatNumber(layer.features), kind })}</p>
    <div class="load-pair">
      <div class="field">
        <label for=${id('role')}>${translate(language, 'page.settle.role')}</label>
        <select
          id=${id('role')}
          required
          aria-describedby=${id('role-guess')}
          @change=${(event: Event) => say({ role: valueIn(event) as Role | '' })}
        >
          <option value="" .selected=${live(role === '')}>${translate(language, 'page.series.role.choose')}</option>
          ${roles.map((each) => html`<option value=${each} .selected=${live(role === each)}>${translate(language, `role.${each}`)}</option>`)}
        </select>
        ${guessed(row.said.role === undefined ? guessedRole(row) : null, id('role-guess'), language)}
      </div>
      ${isDated(role) ? dateInput(row, values.date, id('date'), language) : nothing}
    </div>
    ${isDated(role) && layer.fields.length > 0 ? classChoice(row, layer, classField, id('class'), language) : nothing}
    ${
      asksForHolder(values)
        ? html`<div class="field">
          <label for=${id('holder')}>${translate(language, 'page.load.holder')}</label>
          <input
            id=${id('holder')}
            required
            maxlength="200"
            dir="auto"
            autocomplete="off"
            list=${id('parties')}
            aria-describedby="${id('holder-guess')} ${id('holder-hint')}"
            .value=${holderGuess ? textIn(language, partyText(holderGuess.value)) : values.holder}
            @change=${(event: Event) => say({ holder: valueIn(event) })}
          />
          <datalist id=${id('parties')}>
            ${Object.entries(usualParties).map(([name, { ar }]) => html`<option value=${language === 'ar' ? ar : name}></option>`)}
          </datalist>
          ${guessed(holderGuess, id('holder-guess'), language)}
          <p class="quiet" id=${id('holder-hint')}>${translate(language, 'page.load.holder.hint')}</p>
        </div>`
        : nothing
    }
    ${
      isDated(role) && layer.geometryType !== 'polygon'
        ? metresInput(id('buffer'), 'page.settle.buffer', values.bufferM, (bufferM) => say({ bufferM }), language)
        : nothing
    }
    ${sourceInputs({
      id,
      language,
      source: values.source,
      tell: (source) => say({ source }),
      before:
        role === 'context'
          ? nothing
          : metresInput(
              id('accuracy'),
              'page.load.accuracy',
              values.accuracyM,
              (accuracyM) => say({ accuracyM }),
              language,
            ),
      others: [
        { field: 'remark', label: 'page.source.remark', value: values.remark, tell: (remark) => say({ remark }) },
        { field: 'name', label: 'page.load.name', value: values.name, tell: (name) => say({ name }) },
      ],
      // A name that is taken is changed there.
      isOpen: row.problem?.code.startsWith('layer-name-taken') ?? false,
    })}
    ${layer.crs.code === null ? html`<p class="wrap">${translate(language, 'page.load.crs-open')}</p>` : nothing}
    ${
      layer.notes.length > 0
        ? html`<details ?open=${layer.notes.length <= mostOpenNotes}>
          <summary class="quiet">${translate(language, 'page.load.notes', { count: layer.notes.length })}</summary>
          ${noteList(layer.notes, language, null)}
        </details>`
        : nothing
    }
    ${recordTable(fileRead(layer, values.date), language, null)}`
}

/** What is known of the file as its layer would have it: the same table stands there once it has joined. */
const fileRead = ({ crs: { code, name, operation }, ...layer }: FoundLayer, date: string): FileRead => ({
  ...layer,
  crs: code === null ? null : { code, name: name ?? code, operation },
  dateColumns: dateColumnsOf(layer.fields),
  ...(date === '' ? {} : { date }),
})

function dateInput(row: LoadRow, date: string, id: string, language: Language): TemplateResult {
  const { said, guesses } = row
  const found = guesses?.date
  const isGuess = said.date === undefined && found?.kind === 'day'
  const open = found?.kind === 'open' && found.reason !== 'none' && date === '' ? found : null
  return html`<div class="field">
    <label for=${id}>${translate(language, 'page.settle.date')}</label>
    <input
      id=${id}
      type="date"
      min="1900-01-01"
      max="2100-12-31"
      aria-describedby="${id}-guess"
      .value=${date}
      @change=${(event: Event) => sayOfRow(row.key, { date: valueIn(event) })}
    />
    ${
      open
        ? html`<p class="problem guess" id="${id}-guess">
          ${translate(language, `page.series.open.${open.reason}`, { readings: open.readings.map((day) => `\u2066${day}\u2069`).join(comma(language)) })}
        </p>`
        : guessed(isGuess ? { value: date, by: 'name', of: '' } : null, `${id}-guess`, language)
    }
  </div>`
}

/** The field of the classes, with a look at its values. */
function classChoice(
  row: LoadRow,
  { fields: all }: FoundLayer,
  chosen: string,
  id: string,
  language: Language,
): TemplateResult {
  const field = all.find(({ name }) => name === chosen)
  const values = field?.values ?? []
  const more = values.length - mostValues
  const isGuess = row.said.classField === undefined && chosen !== ''
  return html`<div class="field">
    <label for=${id}>${translate(language, 'page.settle.class')}</label>
    <select
      id=${id}
      aria-describedby="${id}-guess"
      @change=${(event: Event) => sayOfRow(row.key, { classField: valueIn(event) })}
    >
      <option value="" .selected=${live(chosen === '')}>${translate(language, 'page.settle.class.none')}</option>
      ${all.map(({ name }) => html`<option value=${name} .selected=${live(chosen === name)}>${name}</option>`)}
    </select>
    ${guessed(isGuess ? (row.guesses?.classField ?? null) : null, `${id}-guess`, language)}
    ${
      values.length > 0
        ? html`<ul class="samples" aria-label=${translate(language, 'page.settle.values')}>
          ${values
            .slice(0, mostValues)
            .map(
              ({ value, count }) =>
                html`<li><bdi>${value ?? translate(language, 'class.empty')}</bdi> <span class="quiet">(${formatNumber(count)})</span></li>`,
            )}
          ${more > 0 ? html`<li class="quiet">${translate(language, 'page.settle.values.more', { count: formatNumber(more) })}</li>` : nothing}
        </ul>`
        : field
          ? html`<p class="quiet wrap">${translate(language, 'page.load.many-values')} <bdi>${field.samples.slice(0, mostValues).join(comma(language))}</bdi></p>`
          : nothing
    }
  </div>`
}

/** That a value is a guess, and what speaks for it. */
function guessed(guess: Guess<unknown> | null, id: string, language: Language): TemplateResult {
  const text = guess ? translate(language, `page.load.guess.${guess.by}`, { of: `\u2068${guess.of}\u2069` }) : nothing
  return html`<p class="quiet guess" id=${id}>${text}</p>`
}

const metresInput = (
  id: string,
  label: MessageKey,
  value: string,
  tell: (value: string) => void,
  language: Language,
): TemplateResult =>
  html`<div class="field">
    <label for=${id}>${translate(language, label)}</label>
    <input
      id=${id}
      type="number"
      min="0"
      max="100000"
      step="any"
      dir="ltr"
      .value=${value}
      @change=${(event: Event) => tell(valueIn(event))}
    />
  </div>`

const valueIn = (event: Event): string => (event.currentTarget as HTMLInputElement | HTMLSelectElement).value
