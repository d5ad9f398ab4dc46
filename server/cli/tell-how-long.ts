import { translate } from '../../core/i18n/translate.ts'
import { loadOf, secondsOf } from '../workers/lanes.ts'
import { writeNote } from './write-out.ts'

/** Shorter work is done before anybody has read how long it takes. */
const worthSayingS = 10

/** Says on stderr about how long draws will take, before they begin. */
export async function tellHowLong(requested: Parameters<typeof loadOf>[0]): Promise<void> {
  const seconds = Math.round(secondsOf(await loadOf(requested)))
  if (seconds >= worthSayingS) writeNote(translate('en', 'expected.seconds', { seconds }))
}
