import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { formatDate } from '../../../core/format/format.ts'
import { textIn } from '../../../core/model/text.ts'
import { sinceAnnouncement } from '../../../core/timeline/since-announcement.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { stopPlaying, togglePlaying } from '../../actions/play-days.ts'
import { showDate } from '../../actions/show-date.ts'
import { pauseIcon, playIcon } from '../../controls/icons.ts'
import type { PageState } from '../../state/page-state.ts'
import { shownDate } from '../../state/shown-series.ts'
import { stopsOf } from '../../state/stops.ts'
import { leftOfTick, tickLabels, widestLabelPx } from './tick-labels.ts'
import { timeAxis } from '../../../core/charts/time-axis.ts'

const usualWidthPx = 640

/** The days of the study on a line, its events as ticks, the day shown as the dot, which moves the whole page. */
export function timeTrack(state: PageState): TemplateResult | typeof nothing {
  const { language, study, time } = state
  const stops = stopsOf(state)
  const shown = shownDate(state)
  if (!study || shown === null || stops.length < 2) return nothing
  const axis = timeAxis(stops)
  const text = formatDate(shown, language)
  const labels = tickLabels(study.events, { x: axis.xOf(shown), text }, axis.xOf, trackWidthPx(), language)
  const { announced } = study.plan
  const place = Math.max(
    0,
    stops.findLastIndex((day) => day <= shown),
  )
  const label = translate(language, time.isPlaying ? 'page.time.pause' : 'page.time.play')
  return html`<button
      type="button"
      class="icon-button play-button"
      aria-label=${label}
      title=${label}
      @click=${() => void togglePlaying()}
    >
      ${time.isPlaying ? pauseIcon : playIcon}
    </button>
    <div class="time-track" dir="ltr" @pointerdown=${(event: PointerEvent) => grab(event, stops, axis.xOf)}>
      <span class="time-line"></span>
      ${axis.breaks.map(
        ({ from, to }) =>
          html`<span class="time-break" .style=${`left:${percent(from)};width:${percent(to - from)}`}></span>`,
      )}
      ${study.events.map(
        ({ date, title, kind }) =>
          html`<span
            class="tick ${kind}"
            .style=${`left:${percent(axis.xOf(date))}`}
            title="${formatDate(date, language)}: ${textIn(language, title)}"
          ></span>`,
      )}
      ${labels.map(
        ({ text: name, x, lane }) =>
          html`<span class="tick-label ${lane}" dir="auto" .style=${labelStyle(x)}>${name}</span>`,
      )}
      <span class="tick-label above shown" dir="auto" .style=${labelStyle(axis.xOf(shown))}>${text}</span>
      <input
        type="range"
        class="time-range"
        min="0"
        max=${stops.length - 1}
        step="1"
        .value=${live(String(place))}
        aria-label=${translate(language, 'page.time.day')}
        aria-valuetext="${text}, ${sinceAnnouncement(announced, shown, language)}"
        @input=${(event: Event) => choose(stops[Number((event.currentTarget as HTMLInputElement).value)])}
      />
      <span class="time-dot" .style=${`left:${percent(axis.xOf(shown))}`}></span>
    </div>`
}

export const percent = (share: number): string => `${(share * 100).toFixed(3)}%`

/** Centred on its place, but never over an end of the line. */
const labelStyle = (x: number): string =>
  `left:${percent(x)};transform:translateX(-${percent(leftOfTick(x))});max-width:${widestLabelPx}px`

const trackWidthPx = (): number => document.querySelector('.time-track')?.clientWidth ?? usualWidthPx

function choose(day: string | undefined): void {
  stopPlaying()
  if (day !== undefined) void showDate(day)
}

/** A press on the line, and the drag that follows, go to the nearest stop. */
function grab(event: PointerEvent, stops: readonly string[], xOf: (date: string) => number): void {
  const track = event.currentTarget as HTMLElement
  let chosen: string | undefined
  const follow = ({ clientX }: PointerEvent): void => {
    const { left, width } = track.getBoundingClientRect()
    const x = (clientX - left) / width
    const nearest = stops.toSorted((a, b) => Math.abs(xOf(a) - x) - Math.abs(xOf(b) - x))[0]
    if (nearest !== chosen) choose(nearest)
    chosen = nearest
  }
  const letGo = (): void => track.removeEventListener('pointermove', follow)
  event.preventDefault()
  track.setPointerCapture(event.pointerId)
  track.addEventListener('pointermove', follow)
  track.addEventListener('pointerup', letGo, { once: true })
  track.addEventListener('pointercancel', letGo, { once: true })
  track.querySelector<HTMLElement>('.time-range')?.focus({ preventScroll: true })
  follow(event)
}
