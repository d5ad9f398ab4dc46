export const charts = {
  'report.chart.gains': 'ما كسبه كل طرف وما فقده من الأرض بين الأيام، بالهكتار ({days}).',
  'report.chart.gains-of-zones': 'ما كسبته كل فئة وما فقدته من الأرض بين الأيام، بالهكتار ({days}).',
  'report.chart.gains-bars': 'الأعمدة يمين الخط: ما فُقد؛ ويساره: ما كُسب.',
  'report.chart.gains-pale': 'الباهت: شرائط قد تنشأ من إعادة رسم الخط نفسه.',
  'report.chart.gains-net': 'الأرقام: الزيادة أو النقص في اليوم الثاني، مع مجال 95%.',
  'report.chart.gains-difference': 'الأرقام: الفرق بين اليومين.',
  'report.chart.gains-left-out':
    '{count, plural, one {تغيّر آخر أصغر في الجدول وحده} two {تغيّران آخران أصغر في الجدول وحده} few {# تغيّرات أصغر في الجدول وحده} many {# تغيّرًا أصغر في الجدول وحده} other {# تغيّر أصغر في الجدول وحده}}.',
  'report.chart.gains-alt': '{days}: {list}.',
  'report.chart.gains-alt.one': '{name}: فُقد {lost} هكتار وكُسب {gained} هكتار',
  'report.chart.shares': 'النسب من كل مخطط: {list}.',
  'report.chart.shares-marks': 'النقطة: بحسب المصادر كلها؛ والحلقة: بحسب أيّ منها.',
  'report.chart.interval': 'الخط الرفيع: مجال 95% لهما معًا.',
  'report.chart.sensitivity': '{layer}: النسب من المخطط لو كانت كل الدقات أفضل أو أسوأ مما ذُكر.',
  'report.chart.sensitivity-marks':
    'الحلقة: كما قيس؛ والنقطة: متوسط السحبات (حتى {draws})؛ والخط الرفيع: مجال 95% لها.',
  'report.chart.sensitivity-alt': '{name}: {list}.',
  'report.chart.factor': 'الدقة × {factor}',
  'report.chart.as-stated': 'كما ذُكرت',
}
