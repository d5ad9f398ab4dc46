/** خريطتان لمكان واحد أو لمكانين. */
export const pair = {
  'page.pair': 'الخريطة الثانية',
  'page.pair.open': 'مقارنة بيوم آخر أو دراسة أخرى',
  'page.pair.close': 'إغلاق الخريطة الثانية',
  'page.pair.swipe': 'إزاحة',
  'page.pair.beside': 'جنبًا إلى جنب',
  'page.pair.study': 'دراسة الخريطة الثانية',
  'page.pair.this': 'هذه الدراسة',
  'page.pair.day': 'يوم الخريطة الثانية',
  'page.pair.own-day': 'يوم الدراسة نفسها',
  'page.pair.second': 'الخريطة الثانية: {side}',
  'page.pair.divider': 'الفاصل: {left} إلى اليسار، و{right} إلى اليمين',
  'page.pair.side': '{study}، {day}',
  'page.pair.reading': 'جارٍ القراءة …',
} as const
