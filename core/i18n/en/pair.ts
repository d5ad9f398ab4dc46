/** Two maps of one place or two. */
export const pair = {
  'page.pair': 'Second map',
  'page.pair.open': 'Set beside another day or study',
  'page.pair.close': 'Close the second map',
  'page.pair.swipe': 'Swipe',
  'page.pair.beside': 'Side by side',
  'page.pair.study': 'Study of the second map',
  'page.pair.this': 'This study',
  'page.pair.day': 'Day of the second map',
  'page.pair.own-day': 'the study’s own day',
  'page.pair.second': 'Second map: {side}',
  'page.pair.divider': 'Divider: {left} on the left, {right} on the right',
  'page.pair.side': '{study}, {day}',
  'page.pair.reading': 'Reading …',
} as const
