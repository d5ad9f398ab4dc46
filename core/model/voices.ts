import type { Source } from './sources.ts'

/** With whose voice a source speaks. */
export type VoiceOf = (source: string) => string

/**
 * Sources of one publisher speak with one voice and count once where it is counted who says so: by its English name, whatever
 * its case. A source without a publisher speaks for itself.
 */
export function voicesOf(sources: readonly Source[]): VoiceOf {
  const known = new Map(sources.map(({ id, publisher }) => [id, publisher?.en.trim().toLowerCase() ?? '']))
  return (id) => {
    const publisher = known.get(id) ?? ''
    return publisher === '' ? `source ${id}` : `publisher ${publisher}`
  }
}

/** Of these sources each voice once. */
export const distinctVoices = (ids: readonly string[], voiceOf: VoiceOf): string[] => [...new Set(ids.map(voiceOf))]
