import { createHash } from 'node:crypto'
import type { Measurement } from '../../core/model/measurement.ts'
import type { Study } from '../../core/model/study.ts'
import { studyText } from './study-folder.ts'

/**
 * What the figures were asked of, as one hash: SHA-256 in hexadecimal over `study.json` as the zip of the study holds it
 * (which names every file loaded with its own SHA-256), followed by one line with the day and the draws, such as
 * `{"at":"2018-04-21","draws":1000,"seed":1}`. Sheet, report and exports of one question bear one and the same, whatever
 * their language or paper; `cat study.json question.txt | sha256sum` finds it again.
 */
export const inputHash = (study: Study, { at, method }: Pick<Measurement, 'at' | 'method'>): string =>
  createHash('sha256').update(studyText(study)).update(questionText(at, method.interval)).digest('hex')

const questionText = (at: string | null, interval: Measurement['method']['interval']): string =>
  `${JSON.stringify({ at, draws: interval?.draws ?? 0, ...(interval ? { seed: interval.seed } : {}) })}\n`
