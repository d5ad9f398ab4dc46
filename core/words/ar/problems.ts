export const problems = {
  'problem.file-empty': 'الملف {file} فارغ. تأكد من أنه نُسخ كاملاً.',
  'problem.study-not-found': 'لا توجد دراسة باسم {id}.',
} as const
