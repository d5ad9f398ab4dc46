import { classLabel } from '../format/class-label.ts'
import { formatNumber, formatShare } from '../format/format.ts'
import { formatShareInterval } from '../format/interval-text.ts'
import { mainLayer } from '../answer/main-layer.ts'
import { comma, semicolon, translate } from '../i18n/translate.ts'
import { leastShownM2 } from './area-figures.ts'
import type { Figure } from './blocks.ts'
import { ticksOver } from './chart-ticks.ts'
import { layerTitle, nameIn } from './class-titles.ts'
import type { FullInput } from './report-input.ts'
import { rowChart, type ChartRow } from './row-chart.ts'

const mostClasses = 4

/** How the shares of the main layer's largest classes spread if all accuracies were better or worse than stated; none without draws. */
export function sensitivityFigures({ study, measurement, uncertainty, language, font }: FullInput): Figure[] {
  const { figures, planM2, method } = uncertainty
  const { sigma } = uncertainty.sensitivity
  const main = mainLayer(study, measurement)
  const layer = study.layers.find(({ id }) => id === main?.layer)
  const shown = figures
    .flatMap(({ subject, areaM2, draws }, place) =>
      subject.kind === 'class' && subject.layer === main?.name && draws && areaM2 > leastShownM2
        ? [{ name: subject.class, areaM2, place }]
        : [],
    )
    .toSorted((a, b) => b.areaM2 - a.areaM2)
    .slice(0, mostClasses)
  if (!layer || sigma.length === 0 || shown.length === 0) return []
  const spread = (place: number) =>
    sigma.map(({ factor, figures: own }) => {
      const { lowM2, highM2, meanM2 } = own[place]!
      return { factor, low: lowM2 / planM2, high: highM2 / planM2, mean: meanM2 / planM2 }
    })
  const groups = shown.map(({ name, place, areaM2 }) => ({
    title: nameIn(language, classLabel(layer, name)),
    share: areaM2 / planM2,
    points: spread(place),
  }))
  const all = groups.flatMap(({ points, share }) => [share, ...points.flatMap(({ low, high }) => [low, high])])
  const { from, to, at } = ticksOver(Math.max(0, Math.min(...all)), Math.min(1, Math.max(...all)))
  const placeOf = (share: number): number => (share - from) / (to - from)
  const text = (share: number, low: number, high: number): string =>
    formatShareInterval(share, { shareLow: low, shareHigh: high }, language) ?? formatShare(share, language)
  return [
    rowChart(
      {
        caption: [
          translate(language, 'report.chart.sensitivity', { layer: layerTitle(layer, language) }),
          translate(language, 'report.chart.sensitivity-marks', { draws: formatNumber(method.draws) }),
        ].join(' '),
        alt: groups
          .map(({ title, points }) =>
            translate(language, 'report.chart.sensitivity-alt', {
              name: title,
              list: points
                .map(
                  ({ factor, low, high, mean }) =>
                    `${factorText(factor, language)}${comma(language)}${text(mean, low, high)}`,
                )
                .join(semicolon(language)),
            }),
          )
          .join(' '),
        groups: groups.map(({ title, share, points }) => ({
          title,
          rows: points.map(({ factor, low, high, mean }): ChartRow => ({
            label: factorText(factor, language),
            figure: text(mean, low, high),
            marks: [
              { kind: 'interval', from: placeOf(low), to: placeOf(high) },
              { kind: 'ring', at: placeOf(share) },
              { kind: 'dot', at: placeOf(mean) },
            ],
          })),
        })),
        ticks: at.map((share) => ({
          at: placeOf(share),
          text: formatShare(share, language, (to - from) * 100 < 10 ? 1 : 0),
        })),
      },
      { language, font },
    ),
  ]
}

const factorText = (factor: number, language: FullInput['language']): string =>
  factor === 1
    ? translate(language, 'report.chart.as-stated')
    : translate(language, 'report.chart.factor', {
        factor: formatNumber(factor, factor % 1 === 0 ? 0 : (2 * factor) % 1 === 0 ? 1 : 2),
      })
