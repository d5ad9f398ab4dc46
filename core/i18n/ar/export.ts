export const exported = {
  'export.working': 'كتابة الملف',
  'export.bare': 'من المخطط، لا تغطيه أي طبقة',
  'export.layer.overlap': 'التقاطع: أرض المخطط بحسب الفئة',

  'export.changed-hands.yes': 'نعم',
  'export.changed-hands.no': 'لا',
  'export.changed-hands.not-known': 'غير معروف',
  'export.field.what': 'الموضوع',

  'export.withheld-from-copy': 'الطبقة {layer} حساسة، وقد حُذفت من هذه النسخة، فالأرقام هنا لا تشملها.',

  'export.cut':
    'لا يتسع Excel له كله. الصفوف: {rows} من أصل {allRows}؛ الأعمدة: {columns} من أصل {allColumns}. وهو كامل في ملف CSV من الحزمة.',

  'export.cite':
    '{title}. الدراسة «{id}»، المراجعة {revision}، {date}؛ بصمة المدخلات SHA-256 {sha256}. قيست ببرنامج Basilia Overlay {version}{interval}.',
  'export.cite.by': '{by}: {cited}',
  'export.cite.year': '{by} ({year})',
  'export.cite.as-of': 'بتاريخ {date}',
  'export.cite.interval':
    ' ({draws, plural, one {سحبة واحدة} two {سحبتان} few {# سحبات} many {# سحبة} other {# سحبة}}، البذرة {seed})',

  'measure.areaM2': 'مساحة (م²)',
  'measure.share': 'حصة (من 0 إلى 1)',
  'measure.count': 'عدد',
  'measure.people': 'أشخاص',
  'event.kind.announcement': 'إعلان المخطط',
  'event.kind.law': 'قانون',
  'event.kind.siege': 'حصار',
  'event.kind.offensive': 'هجوم',
  'event.kind.evacuation': 'إجلاء',
  'event.kind.taken': 'سيطرة على الأرض',
  'event.kind.other': 'غير ذلك',
  'export.unit.1/ha': 'في الهكتار',
} as const
