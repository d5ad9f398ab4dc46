/** As in English: what whoever starts a server with a database is told. */
export const database = {
  'problem.database-absent': 'لا توجد في الخادم قاعدة بيانات بهذا الاسم (رمز الخطأ {reason}). أنشئها بالأمر ⁦createdb⁩.',
  'problem.database-login':
    'لا تسمح قاعدة البيانات بدخول هذا المستخدم (رمز الخطأ {reason}). راجع المستخدم وكلمة المرور في ⁦DATABASE_URL⁩ والملف ⁦pg_hba.conf⁩.',
  'problem.database-rights': 'لا يحق ذلك لمستخدم قاعدة البيانات ({reason}). تجد الصلاحيات اللازمة في الملف ⁦postgresql.md⁩.',
  'problem.database-too-old': 'الإصدار {version} من PostgreSQL قديم؛ يلزم الإصدار {least} على الأقل.',
  'problem.database-newer':
    'غيّر إصدار أحدث من هذا البرنامج الجداول (الخطوة {version}، وهذا الإصدار يعرف حتى {known}). شغّل ذلك الإصدار، أو اختر قاعدة بيانات أخرى.',
  'problem.database-foreign':
    'في المخطط ⁦basilia⁩ من قاعدة البيانات هذه جداول لبرنامج آخر. اختر في ⁦DATABASE_URL⁩ قاعدة أخرى.',
  'problem.database-unwritable': 'قاعدة البيانات لا تقبل التغيير: تُفتح الدراسات ويُرفض كل تغيير.',
  'problem.postgis-missing':
    'ليس في قاعدة البيانات PostGIS، ولا يحق لهذا المستخدم إضافته ({reason}). ليشغّل فيها مدير القاعدة ⁦CREATE EXTENSION postgis⁩.',
  'problem.postgis-too-old': 'الإصدار {version} من PostGIS قديم؛ يلزم الإصدار {least} على الأقل.',
  'problem.engine-without-database': 'لا توجد قاعدة بيانات للحساب: المتغيّر ⁦DATABASE_URL⁩ فارغ.',
  'problem.copy-incomplete':
    'تعذّر نسخ {count, plural, one {دراسة واحدة} two {دراستين} few {# دراسات} many {# دراسة} other {# دراسة}}: {studies}. سبب كل منها مذكور أعلاه.',
  'problem.nodes-alike': 'القاعدتان {one} و{other} في ⁦DATABASE_NODES⁩ قاعدة واحدة. اذكر كل قاعدة مرة واحدة.',
  'why.not-database': 'صيغته غير صحيحة، والصيغة ⁦postgres://USER@HOST:PORT/DATABASE⁩',
}
