import { isPrinting, onPrinting } from './printing.ts'

/** The colours of the style sheet that the canvas needs; `tokens.css` is where they are decided. */
export type Theme = {
  readonly paper: string
  readonly ink: string
  readonly secondInk: string
  readonly line: string
  readonly action: string
  readonly isDark: boolean
}

const dark = matchMedia('(prefers-color-scheme: dark)')

export function readTheme(): Theme {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string): string => style.getPropertyValue(name).trim()
  return {
    paper: token('--paper'),
    ink: token('--ink'),
    secondInk: token('--second-ink'),
    line: token('--map-line'),
    action: token('--action'),
    isDark: dark.matches && !isPrinting(),
  }
}

/** Paper is light whatever the screen is. */
export function onThemeChange(listener: () => void): void {
  dark.addEventListener('change', listener)
  onPrinting(listener)
}
