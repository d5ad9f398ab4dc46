export const fileProblems = {
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
  'problem.file-is-pointer': 'ليس {file} سوى المؤشر الذي يحفظه {program} مكان الملف. اجلب الملف نفسه من مستودعه وحمّله.',
  'problem.file-is-web-page':
    '{file} صفحة ويب («{title}»)، كما ترسل الخوادم حين ترفض التنزيل. افتحها في متصفح لمعرفة السبب، ثم نزّل الملف من جديد.',
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
} as const
