/** كيف ترسم طبقات الدراسة. */
export const look = {
  'page.look': 'الترتيب والعتامة',
  'page.look.order': 'الطبقات من الأعلى إلى الأسفل',
  'page.look.hint': 'يُحفظ مع الدراسة وتتبعه الخريطة واللوحة والملفات المصدّرة. والمخطط فوق الطبقات كلها.',
  'page.look.up': 'رفع {layer}',
  'page.look.down': 'خفض {layer}',
  'page.look.moved': 'ترتيب {layer} الآن {place} من {count} من الأعلى.',
  'page.look.opacity': 'العتامة',
  'page.look.opacity-of': 'عتامة {layer}',
  'page.look.names': 'الأسماء على الخريطة',
  'page.look.names-of': 'أسماء {layer} على الخريطة',
  'page.look.field': 'الأسماء على الخريطة',
  'page.look.field.en': 'حقل الأسماء',
  'page.look.field.ar': 'حقل الأسماء العربية',
  'page.look.field.none': 'بلا أسماء',
  'page.look.field.same': 'الحقل نفسه',
} as const
