import type { Plugin } from 'vite'

/** Leaves out of the page what reports alone say: no module outside `core/report` names these words (`tests/house.test.ts`). */
export function withoutReportWords(): Plugin {
  return {
    name: 'without-report-words',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    transform: (_, id) =>
      /\/core\/i18n\/\w+\/discussion\.ts$/.test(id) ? { code: 'export const discussion = {}', map: null } : null,
  }
}
