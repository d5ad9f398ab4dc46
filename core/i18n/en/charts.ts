/** Captions and words of the report’s charts. */
export const charts = {
  'report.chart.gains': 'Ground that each party gained and lost between the days, in hectares ({days}).',
  'report.chart.gains-of-zones': 'Ground that each class gained and lost between the days, in hectares ({days}).',
  'report.chart.gains-bars': 'Bars left of the line: lost; right of it: gained.',
  'report.chart.gains-pale': 'Pale: strips that redrawing the same line could make.',
  'report.chart.gains-net': 'Figures: how much more or less it has on the second day, with the 95 % interval.',
  'report.chart.gains-difference': 'Figures: the difference of both days.',
  'report.chart.gains-left-out':
    '{count, plural, one {# change of less ground stands} other {# changes of less ground stand}} in the table alone.',
  'report.chart.gains-alt': '{days}: {list}.',
  'report.chart.gains-alt.one': '{name} lost {lost} ha and gained {gained} ha',
  'report.chart.shares': 'Shares of each plan: {list}.',
  'report.chart.shares-marks': 'Dot: what all sources say; ring: what any of them says.',
  'report.chart.interval': 'Thin line: 95 % interval of both.',
  'report.chart.sensitivity': '{layer}: shares of the plan if all accuracies were better or worse than stated.',
  'report.chart.sensitivity-marks':
    'Ring: as measured; dot: mean of the draws (up to {draws}); thin line: their 95 % interval.',
  'report.chart.sensitivity-alt': '{name}: {list}.',
  'report.chart.factor': 'accuracies × {factor}',
  'report.chart.as-stated': 'as stated',
} as const
