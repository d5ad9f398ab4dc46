export const problems = {
  'problem.file-empty': 'الملف {file} فارغ. تأكد من أنه نُسخ كاملًا.',
  'problem.study-not-found': 'لا توجد دراسة باسم {id}.',

  // The server, its store and the command line
  'problem.setting-invalid': 'لا يمكن أن تكون قيمة الإعداد {name} هي «{value}»: {reason}.',
  'problem.body-not-json': 'محتوى الطلب ليس JSON صالحًا (التفصيل بالإنكليزية: «\u2066{reason}\u2069»).',
  'problem.body-version-unknown':
    'الدراسة التي في الطلب مكتوبة بالصيغة {schema} التي لا يقرؤها هذا الإصدار. يقرأ: {known}.',
  'problem.body-invalid': 'لا يمكن استعمال الطلب عند {where}، حيث القيمة «\u2066{value}\u2069»: {reason}.',
  'problem.body-too-large': 'محتوى الطلب أكبر من {limit}.',
  'problem.media-type-unknown': 'يقبل هذا العنوان {expected}، لا {type}.',
  'problem.query-invalid': 'لا يمكن استعمال القيمة «{value}» في {name}: {reason}.',
  'problem.query-unknown': '{name} غير معروف في هذا العنوان. المعروف: {known}.',
  'problem.address-not-found': 'لا شيء في {path} يجيب {method}.',
  'problem.host-not-allowed': 'لا يجيب هذا الخادم تحت الاسم {host}.',
  'problem.origin-not-allowed': 'لا تُقبل الطلبات إلا من صفحة هذا الخادم نفسه ومن البرامج، لا من صفحة أخرى ({origin}).',
  'problem.too-many-requests':
    'طلبات كثيرة من هذا العنوان. أعد المحاولة بعد {seconds, plural, one {ثانية واحدة} two {ثانيتين} few {# ثوانٍ} many {# ثانية} other {# ثانية}}.',
  'problem.internal': 'حدث خطأ من جانبنا، وبياناتك لم تتغيّر. أبلغ عنه مع رقم الطلب {requestId}.',
  'problem.revision-missing': 'يحتاج التعديل إلى الترويسة If-Match مع رقم المراجعة المقروءة، مثل «{revision}».',
  'problem.revision-stale':
    'تغيّرت الدراسة {id} في هذه الأثناء وصارت في المراجعة {revision}. حمّلها من جديد وأعد التعديل.',
  'problem.publication-stale':
    'غيّر شخص آخر بيانات النشر في هذه الأثناء. المعروض هو ما صارت إليه؛ أعد كتابة ما تريد تغييره.',
  'problem.publication-unread':
    'يحتاج تعديل بيانات النشر إلى الترويسة If-Match مع الوسم المقروء، كي لا يضيع تعديل شخص آخر.',
  'problem.study-exists': 'توجد دراسة بالمعرّف {id}. اختر معرّفًا آخر.',
  'problem.study-id-fixed': 'لا يمكن تغيير معرّف الدراسة {id} إلى {other}.',
  'problem.study-twice':
    'سُمّيت الدراسة {id} مرتين. والدراسة تُقارن بغيرها، ويلزم نسختَها معرّفٌ («id») خاص بها في ملفها study.json.',
  'problem.study-bundled': 'الدراسة {id} مرفقة بالبرنامج ولا يمكن حذفها. يمكن حذف نسخة معدّلة منها.',
  'problem.study-invalid':
    'لا يمكن قراءة الدراسة {id} عند {where}، حيث القيمة «\u2066{value}\u2069»: {reason}. أصلح ملف study.json أو استعده من نسخة.',
  'problem.publication-unreadable':
    'لا يمكن قراءة {file}، وفيه من ينشر دراسات مجلده (التفصيل بالإنكليزية: «\u2066{reason}\u2069»). أصلحه أو احذفه.',
  'problem.publication-invalid':
    'لا يمكن قراءة {file}، وفيه من ينشر دراسات مجلده، عند {where}، حيث القيمة «\u2066{value}\u2069»: {reason}. أصلحه أو احذفه.',
  'problem.study-unreadable':
    'لا يمكن قراءة الدراسة {id} (التفصيل بالإنكليزية: «\u2066{reason}\u2069»). أصلح ملف study.json أو استعده من نسخة.',
  'problem.study-without-object': 'لا يمكن قراءة الدراسة {id}: لا يحوي ملفها study.json كائنًا. أصلحه أو استعده من نسخة.',
  'problem.study-version-unknown':
    'كُتبت الدراسة {id} بالصيغة {schema} التي لا يقرؤها هذا الإصدار. ثبّت الإصدار الذي كتبها.',
  'problem.source-unknown':
    'الدراسة {id}: يذكر {where} المصدر {source} الذي لا تدرجه الدراسة. أضفه إلى sources أو اذكر المصدر نفسه هناك.',
  'problem.feature-source-unknown':
    '{layer}: يذكر العنصر {feature} في الحقل {field} المصدر {source} الذي لا تدرجه الدراسة. أضفه إلى sources أو صحّح الحقل.',
  'problem.source-not-id':
    '{layer}: في العنصر {feature} القيمة «{value}» في الحقل {field} ليست معرّف مصدر: أحرف لاتينية صغيرة وأرقام وواصلات، ويُفصل بين عدة معرّفات بفاصلة منقوطة (;).',
  'problem.source-id-twice': 'الدراسة {id}: {where}: لمصدرين المعرّف {source}. امنح أحدهما معرّفًا آخر.',
  'problem.figure-id-twice': 'الدراسة {id}: {where}: لرقمين المعرّف {figure}. امنح أحدهما معرّفًا آخر.',
  'problem.published-unknown':
    'الدراسة {id}: يذكر {where} الرقم المنشور {published} غير الموجود في الدراسة. اذكر معرّف أحد أرقامها المنشورة.',
  'problem.area-from-not-area':
    'الدراسة {id}: يذكر {where} الرقم {published}، وهو ليس مساحة. اذكر رقمًا منشورًا بالأمتار المربعة.',
  'problem.plan-area-differs':
    'الدراسة {id}: {where} هو {value} م²، أما الرقم المنشور الذي يذكره areaFrom فهو {published}. احذفه أو اذكر القيمة نفسها.',
  'problem.claimed-undated':
    'الدراسة {id}: {where}: الرقم المذكور في المصدر بلا تاريخ. اذكر date أو from وto: يومًا أو شهرًا أو سنة.',
  'problem.claimed-dated-twice': 'الدراسة {id}: {where}: للرقم المذكور في المصدر إمّا date وإمّا from وto. احذف أحدهما.',
  'problem.claimed-of-two': 'الدراسة {id}: {where}: الرقم المذكور في المصدر يخص class أو party، لا كليهما. احذف أحدهما.',
  'problem.claimed-dates-reversed': 'الدراسة {id}: {where}: {from} يقع بعد {to}.',
  'problem.claimed-valueless': 'الدراسة {id}: {where}: للرقم المذكور في المصدر إمّا value وإمّا low وhigh معًا.',
  'problem.claimed-reversed': 'الدراسة {id}: {where}: الحد الأدنى ({low}) أكبر من الحد الأعلى ({high}).',
  'problem.claimed-share-above-one':
    'الدراسة {id}: {where}: الحصة بين 0 و1، فلا يمكن أن تكون {value}. اكتب 0.7 بدل 70%.',
  'problem.study-changed': 'تغيّرت الدراسة {id} أثناء قراءتها. أعد الطلب.',
  'problem.study-reference-unknown':
    'لا توجد دراسة {reference}: ليست مجلدًا فيه study.json ولا ملفًا مضغوطًا لدراسة ولا دراسة مرفقة ({known}).',
  'problem.study-zip-without-study': '{file} ليس ملفًا مضغوطًا لدراسة: لا يحوي study.json.',
  'problem.study-zip-not-one': '{file} ليس ملفًا مضغوطًا لدراسة: لا يحوي دراسة واحدة بعينها.',
  'problem.study-file-missing': 'تذكر الدراسة {id} الملف {file} وهو غير موجود.',
  'problem.folder-taken': 'في {folder} محتوى ليس دراسة. اختر مجلدًا فارغًا.',
  'problem.layer-not-found': 'ليس في الدراسة {id} طبقة {layer}.',
  'problem.layer-set-fixed': 'تضاف طبقات الدراسة {id} وتعدَّل وتحذف عبر \u2066/api/studies/{id}/layers\u2069.',
  'problem.layer-member-fixed':
    'في الطبقة {layer} تنتج «{member}» عن ملفها ولا يمكن كتابتها. غيّر خيارات الطبقة بدلًا من ذلك.',
  'problem.layer-name-taken': 'في الدراسة طبقة {layer} بتاريخ {date}. أعطِ اسمًا أو تاريخًا آخر.',
  'problem.layer-name-taken-undated': 'في الدراسة طبقة {layer} بلا تاريخ. أعطِ اسمًا آخر، أو حدّد لكل منهما تاريخًا.',
  'problem.layer-name-unusable':
    'الاسم الذي يعطيه الملف لطبقته فارغ أو أطول من 200 حرف. أعطِ الطبقة اسمًا آخر، أو أعد تسمية الملف.',
  'problem.layer-dates-reversed': 'الطبقة {layer}: التاريخ {from} بعد {to}.',
  'problem.split-misses': 'لا يقسم الخط المنطقة. ابدأه وأنهه خارجها أو على حدّها.',
  'problem.split-unclear': 'الخط ملاصق لحدّ المنطقة حتى إن مجموع الأجزاء لا يساويها. ارسمه في مكان آخر.',
  'problem.merge-apart': 'لا حدّ مشتركًا بين المنطقتين، فلا يمكن دمجهما.',
  'problem.region-covered': 'كل هذه الأرض ضمن مناطق أخرى. إن أزيلت علامة «عدم تجاوز المناطق الموجودة» رُسمت فوقها.',
  'problem.hole-outside': 'الفجوة خارج المنطقة.',
  'problem.hole-takes-all': 'لن تترك الفجوة شيئًا من المنطقة. احذف المنطقة بدلًا من ذلك.',
  'problem.ring-too-short': 'يحتاج الحدّ إلى ثلاث زوايا مختلفة على الأقل.',
  'problem.plan-undrawn': 'لم يُرسم شيء بعد في المخطط {layer}. ارسم حدوده.',
  'problem.layer-not-drawn': 'مصدر {layer} ملف، والملفات لا تُعدَّل. انسخها إلى طبقة مرسومة وعدّل النسخة.',
  'problem.drawing-with-file': 'الطبقة التي تُرسم لا تأخذ ملفًا. احذف الملف أو «drawn».',
  'problem.drawing-too-large':
    '{layer}: عدد الرؤوس {vertices} كبير على طبقة تُرسم يدويًا، والحد الأعلى {most}. حمّلها من ملف.',
  'problem.layer-not-polygons': 'في {file} أشكال من نوع {kind}، والدور {role} يحتاج إلى مضلّعات.',
  'problem.layer-unplaced': 'لم يُحفظ ملف الطبقة {layer}، فلا يمكن تغيير {member}. حمّل الملف من جديد.',
  'problem.field-absent': 'ليس في {file} حقل {field}. حقوله: {fields}.',
  'problem.crs-unknown': 'لا يعطي {file} نظام إحداثياته بصورة مفهومة هنا. سمِّ نظامًا، مثل: {candidates}.',
  'problem.several-layers': 'في {file} طبقات عدة: {layers}. سمِّ الطبقة المطلوبة.',
  'problem.upload-without-file': 'لا ملف في الطلب.',
  'problem.upload-broken':
    'لا يمكن قراءة الملفات المرسلة، فقد انقطع إرسالها أو تلف (التفصيل بالإنكليزية: «\u2066{reason}\u2069»).',
  'problem.upload-too-large': 'الملفات المرسلة أكبر من {limit} ميغابايت.',
  'problem.upload-too-many-files': 'الملفات المرسلة أكثر من {limit}.',
  'problem.upload-gone': 'لم تعد الملفات المرسلة {uploadId} موجودة: تُحفظ ساعة واحدة. حمّل الملف من جديد.',
  'problem.format-unknown': '{format} ليست من الصيغ المعروفة هنا. المعروف: {known}.',
  'problem.job-not-found': 'لا توجد مهمة {id}.',
  'problem.job-not-done': 'لا نتيجة للمهمة {id}: حالتها {state}.',
  'problem.job-cancelled': 'أُلغي العمل.',
  'problem.import-too-long':
    'استغرقت قراءة الملفات أكثر من {seconds} ث فأُوقفت، ولم يُحفظ شيء. قسّمها، أو شغّل الخادم بحدّ أطول عبر \u2066--import-limit\u2069.',
  'problem.memory-exhausted': 'تحتاج البيانات إلى ذاكرة أكبر مما يعطيه الخادم لمهمة واحدة. قسّم الملف وحمّل أجزاءه.',
  'problem.plan-area-unknown':
    'لا حدود لمخطط {study}، وليس بين أرقامه المنشورة مساحة للمخطط. أضف رقمًا وسمّه في plan.areaFrom.',
  'problem.cross-table-no-outline': 'لا حدود لمخطط {study}: لا طبقة مقيسة داخله، فلا شيء يُقابل بعضه ببعض.',
  'problem.plan-missing': 'لا مخطط في الدراسة {study} بعد. حمّل طبقة مضلعات واختر لها دور «المخطط».',
  'problem.plan-not-polygons': 'لا تحتوي طبقة المخطط {layer} على مضلعات، فلا مساحة لها. اختر طبقة مضلعات.',
  'problem.plan-on-top': '{layer} هو المخطط، وهو فوق الطبقات كلها دائمًا. رتّب الطبقات الأخرى.',
  'problem.plan-sensitive':
    '{layer} هي المخطط، وحدوده مرسومة في كل خريطة وملف مُصدَّر، فلا يمكن أن تكون حساسة. علِّم الطبقات التي قد تعرّض الناس للأذى.',
  'problem.history-sensitive':
    'في سجل تغييرات {id} طبقات حساسة كما كانت. صدّر الدراسة بلا سجل، أو اسمح بتصدير الطبقات الحساسة معه.',
  'problem.fields-of-no-layer': 'لا تُصدَّر طبقة باسم {layer}، فلا يُصدَّر أي من حقولها. الطبقات التي تُصدَّر: {layers}.',
  'problem.plan-traced-twice':
    'لا يغطي المخطط {layer} أي أرض بقاعدة الفردي والزوجي المعتمدة هنا: فخطوطه مرسومة مرتين ويلغي بعضها بعضًا. إصلاح يأخذ كل خط مرة واحدة (make_valid في GEOS) يُبقي {areaHa, plural, one {هكتارًا واحدًا} two {هكتارين} few {# هكتارات} many {# هكتارًا} other {# هكتار}}؛ أصلح المخطط أولًا.',
  'problem.plan-without-area': 'لا يغطي المخطط {layer} أي أرض: مضلعاته فارغة أو منكمشة إلى خطوط. تحقق من الملف.',
  'problem.class-field-absent': 'ليس في {layer} حقل باسم {field}. حقولها: {fields}.',
  'problem.accuracy-of-no-layer': 'لا طبقة باسم {layer} في الدراسة لتُفترض لها دقة. طبقاتها: {layers}.',
  'problem.classes-unknown': 'لا توجد في {layer} فئات باسم «{value}» يمكن أخذها. المتاح: {known}؛ أو سمِّ ملف فئات.',
  'problem.classes-without-field': '{layer}: تحتاج «{value}» إلى الحقل الذي تُقرأ قيمه. سمِّ حقل الفئات أيضًا.',
  'problem.classes-not-fitting': '{layer}: لا تعطي «{value}» معنى لأي قيمة من قيم {field}. قيمه هي: {values}.',
  'problem.classes-value-twice': '{layer}: ترد القيمة «{value}» تحت فئتين، {first} و{second}. أبقِها في واحدة منهما.',
  'problem.classes-file-not-json':
    'لا يحتوي {file} على فئات: فهو ليس بصيغة JSON (التفصيل بالإنكليزية: «\u2066{reason}\u2069»). اختر ملفًا حُفظ بوصفه فئات.',
  'problem.classes-file-other':
    'لا يحتوي {file} على فئات: فهو يعرّف نفسه بأنه «{found}» لا {expected}. اختر ملفًا حُفظ بوصفه فئات.',
  'problem.classes-file-invalid':
    'لا يمكن استعمال {file} بوصفه فئات، ففيه عند {where} القيمة «\u2066{value}\u2069»: {reason}.',
  'problem.classes-style-unusable': 'النمط {file} لا يفرز بحسب قيم حقل واحد ({reason})، فلا يعطي فئات.',

  // The layout of a sheet
  'problem.layout-invalid': 'لا يمكن استعمال ملف التنسيق عند {where}، حيث القيمة «\u2066{value}\u2069»: {reason}.',
  'problem.layout-not-json': 'الملف {file} ليس ملف تنسيق: ليس JSON صالحًا (التفصيل بالإنكليزية: «\u2066{reason}\u2069»).',
  'problem.layout-overlap':
    'في هذا التنسيق يغطي {other} العنصر {one}. أعطِ كلًا منهما إطارًا لا يمس الآخر، أو أخفِ أحدهما عبر «show».',
  'problem.layout-no-room':
    'في صفحة {width} × {height} مم لا يبقى للخريطة {least} مم على الأقل بجانب سائر العناصر. اختر صفحة أكبر، أو أخفِ بعضها عبر «show».',
  'problem.sheet-page-absent': 'لا توجد لوحة رقمها {page}: عدد اللوحات {count}.',
  'problem.logo-unusable': 'لا يمكن استعمال الشعار {number} ({alt}): {reason}.',
  'why.logo-no-data': 'ليس صورة PNG ولا رسم SVG مضمّنًا في التنسيق نفسه',
  'why.logo-too-large': 'حجمه أكبر من {limit} ميغابايت',
  'why.logo-no-png': 'ليس صورة PNG',
  'why.logo-sides': 'ليس كل من ضلعيه بين 1 و{limit} نقطة',
  'why.logo-empty': 'لا يُرى فيه شيء',
  'why.logo-no-svg': 'ليس رسم SVG يمكن رسمه',
  'why.logo-document-type': 'فيه تعريف لنوع المستند؛ احفظه بصيغة PNG',
  'why.logo-foreign': 'فيه برنامج أو صورة أو محتوى غريب؛ احفظه بصيغة PNG',
  'why.logo-reference': 'فيه إشارة إلى شيء خارجه؛ احفظه بصيغة PNG',
  'why.base-map-tiles':
    'تحتاج الخريطة إلى {count, plural, one {قطعة واحدة} two {قطعتين} few {# قطع} many {# قطعة} other {# قطعة}} منها، ولا تُؤخذ أكثر من {limit}',
  'why.base-map-webp': 'قطعها بصيغة WebP ولا تقبلها اللوحة؛ استعمل PNG أو JPEG',
  'problem.sheet-of-studies':
    'توضع عدة دراسات ({count}) في لوحة واحدة خرائطَ للدراسات أو لوحةً لكل دراسة: اطلب multiples أو pages بقيمة studies.',
  'problem.sheet-too-many':
    'ستعرض اللوحات {count, plural, one {خريطة واحدة} two {خريطتين} few {# خرائط} many {# خريطة} other {# خريطة}}، ولا يُرسم منها دفعة واحدة أكثر من {most}. حدّد الأيام، أو قلّل الدراسات.',
  'problem.sheet-without-units':
    'ليس في الدراسة {id} وحدات لها أرض داخل المخطط، فلا لوحة لكل وحدة. حمّل القطاعات أو الأحياء بدور الوحدات.',
  'problem.sheet-without-dates': 'ليس في الدراسة {id} لقطة مؤرخة، فلا خريطة لكل يوم. أعطِ طبقاتها تواريخها.',
  'problem.sheet-base-map':
    'توضع خريطة الأساس تحت خريطة واحدة في لوحة واحدة. اطلبها من دون multiples أو pages أو دراسات أخرى.',
  'problem.sheet-too-long':
    'في صفحة {width} × {height} مم يحتاج المفتاح والمصادر إلى أكثر من {most, plural, one {لوحة واحدة} two {لوحتين} few {# لوحات} many {# لوحة} other {# لوحة}}. اختر صفحة أكبر، أو اختصر التسميات.',
} as const
