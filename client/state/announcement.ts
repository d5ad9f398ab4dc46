import type { Direction, Step } from '../../core/history/entry.ts'
import type { Text } from '../../core/model/text.ts'
import type { PageProblem } from '../api/page-problem.ts'

/** What was done last to a study, for those who see it and those who hear it; and how it is taken back. */
export type Announcement =
  | { readonly kind: 'step'; readonly step: Step; readonly back: Direction }
  /** Somebody else changed the study that is shown. */
  | { readonly kind: 'elsewhere'; readonly steps: readonly Step[] }
  | {
      readonly kind: 'removed'
      readonly id: string
      readonly title: Text
      readonly isCopy: boolean
      readonly revision: number
    }
  | { readonly kind: 'copied' | 'imported' | 'restored'; readonly title: Text }
  | { readonly kind: 'refused'; readonly problem: PageProblem }
