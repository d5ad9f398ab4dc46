import { loadEveryLanguage } from './catalogues.ts'

// Imported first by whatever runs on a server: from then on everything can be said at once, in any language.
await loadEveryLanguage()
