/** What a question is made of: words and numbers, and the coordinates it is asked of. */
export type QuestionPart = string | number | Float64Array | Uint32Array | Int32Array

/**
 * Gives the answer that was found to the same question before, or finds it and keeps it. Questions are the same where all
 * their parts are, so that nothing that changes an answer may be missing among them. Answers are plain data that nobody
 * changes.
 */
export type Memo = <Answer>(question: readonly QuestionPart[], find: () => Answer) => Answer
