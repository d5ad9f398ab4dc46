import type { Plugin } from 'vite'

/**
 * Leaves out of the page's first words what reports and files alone say, and what it brings with the views that say it: no module that
 * comes first names these words (`tests/house.test.ts`).
 */
export function fewerWords(): Plugin {
  return {
    name: 'fewer-words',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    transform(code, id) {
      if (!/\/core\/i18n\/\w+\/index\.ts$/.test(id)) return null
      return {
        code: code.replaceAll(
          /^import \{ (?:columns|database|discussion|later|pictureRecord) \}.*$|^ {2}\.\.\.(?:columns|database|discussion|later|pictureRecord),$/gm,
          '',
        ),
        map: null,
      }
    },
  }
}
