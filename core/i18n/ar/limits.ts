/** As in English: what is more than the program gives, and what machine and network refuse. */
export const limits = {
  'problem.picture-too-large':
    'في صورة {width} × {height} مم بدقة {dpi} نقطة في البوصة {dots} مليون نقطة، ولا يُرسم أكثر من {most} مليون. اطلب ما لا يزيد على {fitting} نقطة في البوصة، أو اطلب PDF أو SVG فهما واضحان بكل حجم.',
  'problem.pictures-too-large':
    '{count, plural, one {صورة واحدة} two {صورتان} few {# صور} many {# صورة} other {# صورة}} بمقاس {width} × {height} مم ودقة {dpi} نقطة في البوصة، وفيها معًا {dots} مليون نقطة، ولا يُرسم دفعة واحدة أكثر من {most} مليون. اطلب ما لا يزيد على {fitting} نقطة في البوصة، أو صفحة صفحة، أو اطلب PDF أو SVG.',
  'problem.sheet-too-many-units':
    'للمخطط أرض في {count, plural, one {وحدة واحدة} two {وحدتين} few {# وحدات} many {# وحدة} other {# وحدة}}، ولا تُرسم دفعة واحدة لوحات أكثر من {most}. حمّل وحدات أكبر، كالقطاعات بدل القسائم.',
  'why.logo-filter': 'فيه مرشِّح (تمويه أو ظل أو تشويش) قد يستغرق رسمه ساعات؛ احفظه بصيغة PNG',
  'why.logo-dots': 'نقاطه أكثر من {limit} مليون؛ احفظه أصغر',
  'problem.task-too-long':
    'استغرق العمل أكثر من {seconds} ث فأُوقف؛ لم يتغيّر شيء. اطلب سحبات أقل أو مخططًا أصغر أو طبقات أقل، أو ليرفع مشغّل الخادم ⁦--task-limit⁩.',
  'problem.server-busy':
    'في الانتظار {count, plural, one {عمل واحد} two {عملان} few {# أعمال} many {# عملًا} other {# عمل}}. أعد المحاولة بعد دقيقة.',
  'problem.disk-read-only':
    'القرص لا يقبل التغيير (رمز الخطأ {reason}). لم يتغيّر شيء؛ ليجعل مشغّل الخادم مساحة العمل قابلة للكتابة.',
  'problem.disk-failing':
    'القرص لا يجيب كما ينبغي (رمز الخطأ {reason}). ربما بقي التغيير وربما لم يبق: افتح الدراسة من جديد قبل أن تتابع، وليتفقّد مشغّل الخادم القرص.',
  'problem.disk-slow':
    'لم يستجب قرص الخادم منذ {seconds, plural, one {ثانية واحدة} two {ثانيتين} few {# ثوانٍ} many {# ثانية} other {# ثانية}}. ربما بقي التغيير وربما لم يبق: افتح الدراسة من جديد قبل أن تتابع، وليتفقّد مشغّل الخادم القرص.',
  'problem.database-unreachable':
    'تعذّر الوصول إلى قاعدة البيانات (رمز الخطأ {reason}). ربما بقي التغيير وربما لم يبق: افتح الدراسة من جديد قبل أن تتابع، وليتفقّدها مشغّل الخادم.',
  'problem.database-read-only': 'قاعدة البيانات لا تقبل التغيير (رمز الخطأ {reason}). لم يتغيّر شيء.',
  'problem.database-full': 'لا متسع في قاعدة البيانات (رمز الخطأ {reason}). لم يتغيّر شيء.',
  'problem.database-busy':
    'قاعدة البيانات مشغولة أكثر من اللازم (رمز الخطأ {reason}). لم يتغيّر شيء؛ أعد المحاولة بعد دقيقة.',
  'problem.database-changed':
    'قاعدة البيانات ليست كما تركها هذا البرنامج ({reason}). لم يتغيّر شيء؛ ليستعدها مشغّل الخادم.',
  'problem.node-unreachable':
    'تعذّر الوصول إلى قاعدة البيانات {node} وفيها جزء من الأرض (رمز الخطأ {reason}). لم يُحسب شيء بدونها؛ أعد الطلب حين تعود.',
  'problem.study-changing': 'يغيّر خادم آخر الدراسة {id}. لم يتغيّر شيء؛ أعد المحاولة.',
  'problem.token-needed':
    'هذا الخادم لمن لديه رمز الدخول: افتح الصفحة به مرة واحدة ⁦/?token=…⁩، أو أرسله في ⁦Authorization: Bearer⁩.',
  'problem.method-not-allowed': 'العنوان {path} لا يقبل {method}، وإنما يقبل {allowed}.',
  'problem.workspace-gone': 'لم يعد مجلد الدراسات موجودًا، وربما نُزع قرصه. لم يتغيّر شيء؛ ليُعده مشغّل الخادم.',
  'problem.workspace-unwritable':
    'مساحة العمل {folder} لا تقبل التغيير (رمز الخطأ {reason}): تُفتح الدراسات ويُرفض كل تغيير.',
  'problem.study-busy': 'يغيّر برنامج آخر الدراسة {id}. أعد المحاولة؛ وإن لم يكن برنامج آخر يعمل فاحذف {file}.',
  'problem.draws-too-many':
    'تستغرق {draws, plural, one {سحبة واحدة} two {سحبتان} few {# سحبات} many {# سحبة} other {# سحبة}} من هذه الطبقات ساعات. اطلب ما لا يزيد على {fitting}؛ والمعتاد 1000.',
  'problem.request-broken': 'الطلب ليس بصيغة HTTP مقروءة (رمز الخطأ {reason}).',
  'problem.headers-too-large': 'ترويسة الطلب أطول من اللازم. أرسل حقولًا أقل أو أقصر، أو عنوانًا أقصر.',
  'problem.request-too-slow': 'وصل الطلب ببطء شديد فتُرك؛ لم يتغيّر شيء. أرسله من جديد عبر اتصال أفضل.',
  'problem.collection-not-found':
    'لا توجد مجموعة باسم {collection}؛ تُسمّى كل مجموعة باسم دراستها وطبقتها، مثل ⁦basilia-city.plan⁩.',
  'problem.feature-not-found': 'لا عنصر في المجموعة معرّفه {feature}.',
  'problem.filter-unreadable':
    "لا يمكن قراءة المرشِّح ابتداءً من الحرف رقم {place} («{found}»). يُقبل فيه ⁦= <> < > <= >= IN IS NULL AND OR NOT⁩ والأقواس، والنص بين علامتي اقتباس مفردتين، والأيام مثل ⁦DATE('YYYY-MM-DD')⁩.",
  'problem.filter-property-unknown': 'يذكر المرشِّح الحقل {name}، وليس في المجموعة. حقولها: {known}.',
  'problem.filter-kinds-differ': 'يقارن المرشِّح {one} بما ليس من نوعه: {other}.',
  'problem.workspace-shared':
    'يعمل خادم آخر في مساحة العمل {folder}، وعنوانه {address}. تنتظر تغييرات الدراسة الواحدة بعضها بعضًا، ويظهر ما يغيّره الآخر عند تحميل الصفحة من جديد.',
  'problem.workspace-unsound':
    'في مساحة العمل {folder} {count, plural, one {خلل واحد} two {خللان} few {# مواضع خلل} many {# موضع خلل} other {# موضع خلل}}. استعد ما ذُكر من نسخة احتياطية أو حمّله من جديد.',
  'problem.study-file-changed':
    'الدراسة {id}: الملف {file} ليس كما كُتب، فبصمته مختلفة. استعده من نسخة احتياطية أو حمّله من جديد.',
  'problem.originals-missing':
    'الدراسة {id}: القائمة {file} التي تسجّل الملفات التي حُمّلت منها الطبقة {layer} غير موجودة. استعدها من نسخة احتياطية، أو حمّل الطبقة من جديد.',
  'problem.originals-unreadable':
    'الدراسة {id}: لا يمكن قراءة القائمة {file} التي تسجّل الملفات التي حُمّلت منها طبقة. استعدها من نسخة احتياطية، أو حمّل الطبقة من جديد.',
  'problem.study-file-features':
    'الدراسة {id}: في الملف {file} {found, plural, one {عنصر واحد} two {عنصران} few {# عناصر} many {# عنصرًا} other {# عنصر}}، ويذكر ⁦study.json⁩ أن العدد {stated}. استعد الملفين من نسخة احتياطية أو حمّل الطبقة من جديد.',
  'problem.backup-inside': 'يقع المجلد {folder} داخل مساحة العمل المراد نسخها. اختر مجلدًا خارجها، والأفضل على قرص آخر.',
  'problem.backup-taken': 'المجلد {folder} ليس فارغًا. اختر مجلدًا جديدًا لكل نسخة احتياطية.',
  'problem.backup-unreadable':
    'تعذّرت قراءة {count, plural, one {دراسة واحدة} two {دراستين} few {# دراسات} many {# دراسة} other {# دراسة}} فنُسخت كما هي: {studies}. يبيّن ⁦basilia check⁩ موضع الخلل.',
  'backup.made':
    'نُسخت {count, plural, one {دراسة واحدة} two {دراستان} few {# دراسات} many {# دراسة} other {# دراسة}} إلى {folder}',
  'check.sound':
    '{id}: سليمة، وفيها {count, plural, one {طبقة واحدة} two {طبقتان} few {# طبقات} many {# طبقة} other {# طبقة}}',
  'check.litter': '{id}: الملف {file} لا يخص أي طبقة، ويُزال عند التغيير التالي للدراسة',
  'expected.seconds':
    'تستغرق السحبات نحو {seconds, plural, one {ثانية واحدة} two {ثانيتين} few {# ثوانٍ} many {# ثانية} other {# ثانية}}، والسحبات الأقل تستغرق وقتًا أقل.',
}
