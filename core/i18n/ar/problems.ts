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

  // Reading files and placing them on the earth
  'problem.dbf-unreadable': 'ليس {file} جدول dBase قابلًا للقراءة. تأكد من أنه نُسخ كاملًا، أو حمّل ملف Shapefile من دونه.',
  'problem.dbf-truncated': 'ينقطع {file} عند الصف {row} من {rows}. انسخه من جديد كاملًا.',
  'problem.shp-unreadable': 'ليس {file} ملف Shapefile، إذ لا يبدأ كما تبدأ هذه الملفات. تأكد من أنه نُسخ كاملًا.',
  'problem.shp-truncated': 'ينقطع {file} عند السجل {record}. انسخه من جديد كاملًا.',
  'problem.shp-record-broken':
    '{file}: السجل {record} يناقض نفسه، فأعداده لا توافق طوله. انسخ الملف من جديد أو أصلحه حيث أُنشئ.',
  'problem.shp-type-unsupported': 'يحوي {file} أشكالًا من النوع {type} لا يمكن قياسها. صدّره مضلعات أو خطوطًا أو نقاطًا.',
  'problem.zip-unreadable': 'ليس {file} أرشيف zip قابلًا للقراءة. تأكد من أنه نُسخ كاملًا.',
  'problem.zip-too-many-files':
    'في {file} {count, plural, one {ملف واحد} two {ملفان} few {# ملفات} many {# ملفًا} other {# ملف}}، ويُقرأ {limit} على الأكثر. اضغط ملفات الطبقة وحدها.',
  'problem.zip-too-large': 'يتجاوز {file} بعد فكه {limitMb} ميغابايت ({entry}). اضغط ملفات الطبقة وحدها أو جزّئها.',
  'problem.zip-too-dense':
    'سيتمدد {file} عند فكه إلى أكثر من {ratio} ضعف حجمه ({entry})، ولا طبقة كذلك. اضغط ملفات الطبقة من جديد.',
  'problem.zip-entry-broken': '{file}: لا يمكن فك {entry}، فهو تالف أو مشفر أو حجمه غير ما يذكره الأرشيف. أعد ضغطه.',
  'problem.zip-method-unread':
    '{file}: {entry} مضغوط بطريقة لا تُفك هنا ({method}). أعد ضغطه بالطريقة المعتادة (Deflate) ومن دون كلمة مرور.',
  'problem.file-format-unread':
    '{file} بصيغة {format} التي لا تُقرأ. حوّله ببرنامج QGIS أو ogr2ogr، إلى GeoPackage مثلًا. المقروء: {known}.',
  'problem.gzip-broken': '{file} مضغوط بصيغة gzip أو tar ولا يمكن فكه، فهو تالف أو مقطوع. انسخه من جديد كاملًا.',
  'problem.zip-nested-too-deep': 'لا يحوي {file} إلا أرشيفًا آخر ({entry}) عميقًا جدًا. فكّه مرة وحمّل ما في داخله.',
  'problem.zip-unsafe-name':
    'يحوي {file} ملفًا يقود اسمه إلى خارج الأرشيف ({entry}). لا تُقرأ هذه الأرشيفات. أعد ضغط الملفات من دون مسارات.',
  'problem.files-without-layer': 'لا يحوي {file} أي طبقة. بُحث عن: {known}.',
  'problem.file-format-unknown': 'صيغة {file} غير مقروءة. الصيغ المعروفة: {known}.',
  'problem.file-twice': 'هناك ملفان باسم {file}. حمّلهما واحدًا بعد الآخر.',
  'problem.file-too-large': 'الملف {file} أكبر من {limitMb} ميغابايت. جزّئه.',
  'problem.file-unreadable': 'لا يمكن فتح {file} (رمز الخطأ {code}). تأكد من أنه ملف وأن قراءته مسموحة.',
  'problem.file-not-found': 'لا يوجد ملف {file}.',
  'problem.json-invalid': 'ليس {file} ملف JSON عند «{text}». صدّره من جديد بصيغة GeoJSON.',
  'problem.json-line-invalid': '{file}: السطر {line} ليس JSON («{text}»). أصلحه أو احذفه.',
  'problem.json-not-geojson':
    'الملف {file} من JSON لكنه ليس GeoJSON، فنوعه «{value}». صدّره FeatureCollection بصيغة GeoJSON.',
  'problem.position-invalid': '{file}، العنصر {feature}: القيمة {value} ليست موضعًا. أصلح الملف حيث أُنشئ.',
  'problem.position-out-of-range':
    '{file}، العنصر {feature}: القيمة {value} ليست طولًا وعرضًا. إن كان الملف بالأمتار فسمِّ نظام إحداثياته.',
  'problem.geometry-type-unknown': '{file}، العنصر {feature}: لا يوجد شكل من النوع «{value}». أصلح الملف حيث أُنشئ.',
  'problem.geometry-too-deep':
    '{file}، العنصر {feature}: مجموعات الأشكال متداخلة أكثر من {limit, plural, one {مستوى واحد} two {مستويين} few {# مستويات} many {# مستوى} other {# مستوى}}. بسّطها حيث أُنشئ الملف.',
  'problem.crs-code-unknown':
    'نظام الإحداثيات {crs} ليس في قائمة رموز EPSG. اذكر رمزًا منها مثل EPSG:4326 أو EPSG:32637 أو EPSG:22770.',
  'problem.crs-projection-unsupported':
    '{file}: نظام الإحداثيات {crs} معروف، لكن «{what}» لا يمكن حسابه هنا. احفظ الطبقة في WGS 84 (EPSG:4326) ببرنامج QGIS ثم حمّلها.',
  'problem.crs-shift-unknown':
    '{file}: لا تحويل منشورًا بمعاملات من مرجع {crs} ({datum}) إلى WGS 84 للأرض التي تقع فيها الطبقة. احفظ الطبقة في WGS 84 (EPSG:4326) ببرنامج QGIS الذي يحوي شبكات التحويل ثم حمّلها.',
  'problem.positions-not-table': '{file} ليس جدولًا: فأشكاله تذكر موضعها بنفسها. احذف تسمية أعمدة المواضع.',
  'problem.crs-contradicted':
    'يسمي {file} نفسه {crs}، لكن قيمة {parameter} فيه {says} وهي في ذلك النظام {expected}. سمِّ نظام الإحداثيات الحقيقي.',
  'problem.crs-metres-as-degrees':
    'يُعلن {file} أنه بالدرجات ({crs}) لكنه يحوي {value}. إنه بالأمتار أو الأقدام: سمِّ نظام إحداثياته، مثل: {candidates}.',
  'problem.crs-degrees-as-metres':
    'يُعلن {file} أنه في {crs}، لكن {value} طول وعرض لا أمتار. سمِّ نظام إحداثياته، مثل: {candidates}.',
  'problem.crs-axes-swapped': '{file}: لا وجود لخطوط عرض مثل {value}؛ الطول والعرض معكوسان. بدّلهما حيث أُنشئ الملف.',
  'problem.gdal-silent':
    'لا يمكن فتح {file} على أنه {format}: فهو تالف أو من صيغة أخرى، أو ما يقوله عن طبقاته لا يوافق ما فيه. احفظه من جديد حيث صُنع.',
  'problem.gdal-failed':
    'لا تستطيع مكتبة GDAL قراءة {file} (التفصيل بالإنكليزية: «\u2066{reason}\u2069»). تأكد من أنه نُسخ كاملًا، أو احفظه من جديد حيث أُنشئ.',
  'problem.position-off-system':
    '{file}، العنصر {feature}: ليس للموضع {value} مكان على الأرض في {crs}. صحّح الموضع، أو سمِّ نظام الإحداثيات الذي فيه الملف.',
  'problem.blobs-of-postgis':
    '{file}: أشكاله مكتوبة كما تحفظها PostGIS (EWKB)، ولا يصح ذلك في قاعدة من هذا النوع. صدّر الطبقة من جديد ببرنامج QGIS أو ogr2ogr من الجدول الذي جاءت منه.',
  'problem.parquet-broken':
    'الملف {file} مبتور أو تالف، أو يذكر عن صفحاته ما لا يصح. تأكد من أنه نُسخ كاملًا، أو احفظه من جديد حيث أُنشئ.',
  'problem.parquet-too-large':
    'يتمدد {file} عند فكه إلى أكثر من {limitMb} ميغابايت. جزّئه، أو احذف منه الأعمدة التي لا حاجة إليها.',
  'problem.parquet-without-geometry':
    'الملف {file} جدول Parquet لا يسمّي عمودًا للأشكال؛ أعمدته: {columns}. احفظه بصيغة GeoParquet، أو بصيغة CSV فيها أعمدة تذكر مواضع صفوفه.',
  'problem.parquet-form-unread':
    'الملف {file} مضغوط أو مكتوب بصيغة {form} التي لا تُقرأ هنا. احفظه وأشكاله بصيغة WKB، مضغوطًا بـ ZSTD أو Snappy.',
  'problem.contents-without-layer':
    '{file}: لا يسرد جدول محتوياته (\u2066gpkg_contents\u2069) طبقة ذات أشكال، ولا تُقرأ طبقة في الملف لا يسردها الجدول. صدّر الطبقة من جديد ببرنامج QGIS أو ogr2ogr.',
  'problem.dataset-without-layer': 'ليس في {file} طبقة ذات أشكال.',
  'problem.features-missing':
    '{file}: تذكر الطبقة {layer} {stated, plural, one {عنصر واحد} two {عنصرين} few {# عناصر} many {# عنصرًا} other {# عنصر}} ولا يُقرأ منها إلا {found}. احفظها من جديد حيث أُنشئت.',
  'problem.dxf-broken':
    '{file}: في السطر {line} النص «{text}» حيث ينبغي رقم مجموعة. احفظ الرسم من جديد بصيغة DXF نصية.',
  'problem.dxf-truncated': 'ينقطع {file} قبل نهاية الرسم. انسخه من جديد كاملًا.',
  'problem.xml-broken': 'ليس {file} بصيغة XML الصحيحة عند السطر {line}. احفظه من جديد حيث أُنشئ.',
  'problem.table-without-position':
    'ليس في {file} أعمدة يمكن أن تُقرأ مواضعَ لصفوفه. أعمدته: {columns}. سمِّ اثنين منها lon وlat أو x وy، واكتب فيهما أعدادًا مثل 36.2812.',
  'problem.table-quote-open': '{file}: الاقتباس الذي يبدأ في السطر {line} لا ينتهي. احفظ الجدول من جديد.',
  'problem.workbook-broken':
    'ليس {file} مصنف جداول قابلًا للقراءة. احفظه من جديد بصيغة \u2066.xlsx\u2069، أو احفظ ورقته بصيغة CSV.',
  'problem.sublayer-unknown': 'ليس في {file} طبقة {value}. طبقاته: {layers}.',
  'problem.where-nothing': '{file}: لا عنصر قيمته {value} في الحقل {field}.',
  'problem.encoding-unknown':
    'الترميز {encoding} غير معروف. من الترميزات المعروفة: UTF-8 وwindows-1256 وISO-8859-6 وcp720 وcp864.',
  'problem.address-unusable':
    'لا يمكن للخادم أن يستقبل على {host}:{port} (رمز الخطأ {reason}). اختر غيره بـ \u2066--port\u2069 أو \u2066--host\u2069.',
  'problem.workspace-unusable':
    'لا يمكن استعمال المجلد {folder} مساحةَ عمل (رمز الخطأ {reason}). اختر غيره بـ \u2066--workspace\u2069.',
  'problem.file-not-written': 'لا يمكن كتابة {file} (رمز الخطأ {reason}).',
  'problem.disk-full': 'لم يبق مكان على القرص. لم يتغيّر شيء؛ أفرغ مكانًا وأعد المحاولة.',
  'problem.study-too-large': 'الدراسة {id} أكبر من 4 غيغابايت التي يسعها ملف مضغوط. انسخ مجلدها بدلًا من ذلك.',
  'problem.polygon-over-antimeridian':
    '{layer}، العنصر {feature}: ضلع يقفز من خط الطول {from} إلى {to}. لا يمكن هكذا قياس مضلعات تعبر خط الطول 180 أو تحيط بقطب: اقطعها أولًا عند الدرجة 180.',
  'problem.base-map-unusable':
    'لم ترد خريطة الأساس في {host} بصورة (التفصيل بالإنكليزية: «\u2066{reason}\u2069»). تُعرض الخريطة من دونها.',
  'problem.base-map-file-unusable':
    'تعذر استخدام ملف خريطة الأساس {file} (التفصيل بالإنكليزية: «\u2066{reason}\u2069»). أعطِ ملف PMTiles (الإصدار 3) من الصور، أو ملف GeoTIFF بعمق 8 بتات.',
  'problem.base-map-setting':
    '«\u2068{setting}\u2069» ليست خريطة أساس. أعطِ عنوانًا فيه \u2066{example}\u2069، أو عنوان WMS فيه \u2066layers=…\u2069، أو ملف PMTiles أو GeoTIFF بعنوانه أو باسمه في مجلد BaseMaps من مجلد العمل.',
  'problem.base-map-tile-absent': 'ليس في ملف خريطة الأساس {file} القطعة {tile}، فهو لا يشمل كل الأرض المعروضة.',
  'problem.base-map-unfit': 'لا يمكن وضع خريطة الأساس {name} في هذه اللوحة: {reason}. تأتي اللوحة من دونها.',
  'problem.error-matrix-too-few':
    'للفئة {class} {units, plural, one {وحدة عينة واحدة} two {وحدتا عينة} few {# وحدات عينة} many {# وحدة عينة} other {# وحدة عينة}}؛ يحتاج التقدير إلى اثنتين على الأقل، والأفضل ثلاثون.',
  'problem.error-matrix-classes':
    '{file}: يجب أن تكون الفئات المرجعية ({columns}) وفئات الخريطة ({rows}) واحدة وبالترتيب نفسه.',
  'problem.error-matrix-count':
    '{file}: القيمة «{value}» لفئة الخريطة {class} والفئة المرجعية {reference} ليست عددًا. اكتب أعدادًا صحيحة.',
  'problem.error-matrix-of-points':
    '{layer}: نقاط، واحدة لكل منشأة، فلا تنطبق عليها مصفوفة خطأ للمساحات. صحّح أعدادها بمعدلات الكشف بدلًا من ذلك.',
  'problem.error-matrix-layer': 'لا طبقة باسم {layer} تُقاس مساحةً في ذلك اليوم؛ الموجود: {known}.',
  'problem.error-matrix-class-unknown': '{file}: ليس للطبقة {layer} فئة «{class}»؛ فئاتها: {known}.',
  'problem.error-matrix-class-missing':
    '{file}: لا صف فيه للفئة {class} من {layer}، ولها أرض في المخطط. تحتاج كل فئة من فئات الخريطة إلى عينة.',
  'problem.error-matrix-areas': '{file}: لا مساحة على الخريطة للفئة {class}. أعطِ مساحة لكل فئة من فئات المصفوفة.',
  'problem.detection-rate':
    'لا يصح أن يكون المعدل «{name}» {hits} من {of}: فهو عدد صحيح من عدد أكبر منه أو مساوٍ له، ويجب أن يكون موقع واحد على الأقل من المواقع المعروفة قد وُجد.',
  'problem.counts-layer': 'لا طبقة نقاط باسم {layer} يمكن عدّها في ذلك اليوم؛ الموجود: {known}.',

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
