/** قيم طبقة في جدول. */
export const table = {
  'page.table.open': 'جدول {layer}',
  'page.table.of': 'جدول {layer}',
  'page.table.close': 'إغلاق الجدول',
  'page.table.filter': 'تصفية بنص',
  'page.table.number': 'الرقم',
  'page.table.sort': 'الفرز بحسب {field}',
  'page.table.reading': 'جارٍ قراءة الصفوف …',
  'page.table.rows':
    '{count, plural, zero {لا صفوف} one {صف واحد} two {صفان} few {{rows} صفوف} many {{rows} صفًا} other {{rows} صف}}.',
  'page.table.matching':
    '{matching} من أصل {count, plural, zero {{rows} صف} one {صف واحد} two {صفين} few {{rows} صفوف} many {{rows} صفًا} other {{rows} صف}}.',
  'page.table.chosen': 'الصف {number} محدد على الخريطة.',
  'page.table.chosen-filtered': 'العنصر {number} محدد على الخريطة، ولا تُظهر التصفية صفه.',
  'page.table.sensitive': 'هذه الطبقة حساسة: لا تخرج كما هي هنا مع لوحة أو تقرير أو ملف مصدّر.',
} as const
