/** Why data or a request cannot be used: the file, the feature, the value, and what to do. */
export const problems = {
  'problem.file-empty': '{file} is empty. Check that it was copied whole.',
  'problem.study-not-found': 'There is no study {id}.',
} as const
