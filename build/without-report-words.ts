import type { Plugin } from 'vite'

/** Words that the page does without, and the value that its file gives: what reports alone say, and what the start of a server does. */
export function withoutReportWords(): Plugin {
  return {
    name: 'without-report-words',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    transform: (_, id) => {
      const [, name] = /\/core\/i18n\/\w+\/(discussion|database)\.ts$/.exec(id) ?? []
      return name === undefined ? null : { code: `export const ${name} = {}`, map: null }
    },
  }
}
