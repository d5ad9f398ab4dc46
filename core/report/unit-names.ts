import { unitNamesOn } from '../measure/unit-names.ts'
import type { ReportInput } from './report-input.ts'

/** What the units of the day are called, by id. */
export const unitNames = ({ study, features, measurement, language }: ReportInput): Map<string, string> =>
  unitNamesOn(study, features, measurement.at, language)
