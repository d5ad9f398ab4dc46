export const notes = {
  'note.layer-after-date': '{layer}: جميع اللقطات لاحقة لتاريخ {date}، فلا تقول الطبقة شيئاً عن ذلك اليوم.',
} as const
