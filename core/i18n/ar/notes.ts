export const notes = {
  'note.layer-after-date':
    '{layer}: لا لقطة تسري في {date}، فكل منها يبدأ بعده أو انتهى قبله، ولا تقول الطبقة شيئًا عن ذلك اليوم.',
  'note.layer-last-known':
    '{layer}: تُعرض وفق آخر ما ورد في {date}، أي قبل {at} بمدة {long}؛ لا أحد يقول إنها بقيت سارية، ولا يُستكمل شيء بالتقدير.',
  'note.hold-ended':
    '{layer}: انتهت سيطرة {party} في {date}؛ ومن سيطر على أرضها بعد ذلك غير معروف، فلا تُنسب تلك الأرض إلى أي فئة.',
  'note.ends-party-unknown':
    'حدث ينهي سيطرة {party}، لكن لا فئة في أي طبقة سيطرة تعود إلى هذا الطرف، فلا ينهي شيئًا. اكتب اسم الطرف كما في الفئات.',
  'note.layer-undrawn': '{layer}: لم يُرسم فيها شيء بعد، فلا تقول شيئًا عن أي أرض.',
  'note.layer-by-hand':
    '{layer}: رُسمت يدويًا في Basilia Overlay؛ ودقة خطوطها حسب من رسمها {accuracyM} م (انحراف معياري واحد على كل محور).',
  'note.layer-by-hand-unknown': '{layer}: رُسمت يدويًا في Basilia Overlay؛ ولم يذكر أحد دقة خطوطها، فلا مجال يعبّر عنها.',
  'note.drawing-copied': '{layer}: رُسمت انطلاقًا من نسخة عن {other}.',
  'note.plan-replaced': 'كانت الطبقة {layer} هي المخطط حتى حلّت {other} محلها، وبقيت للاطلاع.',
  'note.class-unmapped': '{layer}: القيمة «{value}» لا تنتمي إلى أي فئة محددة، فاعتُبرت فئة قائمة بذاتها.',
  'note.feature-date-unreadable':
    '{layer}، العنصر {feature}: القيمة «{value}» في الحقل {field} ليست تاريخًا، فلم يُحتسب العنصر.',
  'note.zones-by-radius':
    '{layer}: المناطق دوائر وأشرطة بنصف قطر {radiusM} م حول النقاط والخطوط، والمساحة تتوقف على نصف القطر هذا.',
  'note.lines-not-measured': '{layer}: لا مساحة للخطوط فلا تُقاس؛ حدّد نصف قطر لتصبح مناطق.',
  'note.id-repeated':
    '{layer}: في الحقل {field} {count, plural, one {قيمة واحدة يتكرر ورودها} two {قيمتان يتكرر ورودهما} few {# قيم يتكرر ورودها} many {# قيمة يتكرر ورودها} other {# قيمة يتكرر ورودها}} في أكثر من عنصر ({ids}).',
  'note.layer-withheld':
    '{layer}: طبقة حساسة، لذلك {gridM, plural, =0 {حُذفت من كل خريطة وملف مُصدَّر} other {حُذفت من الخرائط ولا تُصدَّر إلا أعدادًا في خلايا ضلعها # م}}، ومعها ما سُجّل عن عناصرها. أما الأرقام فقيست بالطبقة كما هي.',
  'note.layer-schematic': '{layer}: رسم تقريبي (كروكي) من أوصاف وإحداثيات قليلة؛ دقة الحدود نحو {accuracyM} م.',
  'note.layer-shifted': '{layer}: نُقلت إلى WGS 84 بالعملية {operation} بدقة {accuracyM} م، وأزاحتها مسافة {shiftM} م.',
  'note.layer-shifted-unknown':
    '{layer}: نُقلت إلى WGS 84 بالعملية {operation} غير المعروفة الدقة، وأزاحتها مسافة {shiftM} م.',
  'note.character-undrawn': 'في «{text}» ما لا يتضمنه أي من الخطوط الطباعية هنا ({characters})، ورُسم مكانه {mark}.',
  'note.character-undrawn-in-layer':
    '{layer}: في «{text}» ما لا يتضمنه أي من الخطوط الطباعية هنا ({characters})، ورُسم مكانه {mark}.',
  'note.character-undrawn-in-field':
    '{layer}: في أسماء الحقل {field} ما لا يتضمنه أي من الخطوط الطباعية هنا ({characters})، في العناصر ذات الأرقام {places}، ورُسم مكانه {mark}.',
  'note.features-without-end':
    '{layer}: يوم البداية مذكور بلا يوم نهاية في {count, plural, one {عنصر واحد} two {عنصرين} few {# عناصر} many {# عنصرًا} other {# عنصر}}؛ وآخر أيام البداية {date}، أي قبل {at} بمدة {long}. ولا أحد يقول إن ذلك ظل قائمًا.',
  'note.sources-field-absent':
    '{layer}: ليس لأي عنصر الحقل {field} الذي يُنتظر أن يسمّي مصادره؛ فأرض الطبقة محسوبة مما لا يسمّيه أحد.',
  'note.layer-without-source': '{layer}: لا مصدر مذكور.',
  'note.confidence-not-stated':
    '{layer}: كانت {classes} موصوفة بأنها متفق عليها أو مقدَّرة أو متنازع عليها دون ذكر من قال ذلك. فلا درجة توثيق هنا ما لم تسمِّ الفئات أو العناصر مصادرها.',
  'note.plan-features-overlap':
    'تتداخل عناصر المخطط على مساحة {areaHa, plural, one {هكتار واحد} two {هكتارين} few {# هكتارات} many {# هكتارًا} other {# هكتار}}، فمجموع صفوفها يزيد على مساحة المخطط.',
  'note.units-overlap':
    'تتداخل الوحدات على مساحة {areaHa, plural, one {هكتار واحد} two {هكتارين} few {# هكتارات} many {# هكتارًا} other {# هكتار}}، فمجموع صفوفها يزيد على مساحة المخطط.',

  // Reading files and placing them on the earth
  'note.encoding-overridden': '{file}: قُرئ بترميز {encoding} كما طُلب.',
  'note.cpg-unreadable': '{file}: لا يسمي ملف \u2066.cpg\u2069 ترميزًا («{text}») فجرى تجاوزه.',
  'note.encoding-contradicted': '{file}: مُعلن بترميز {stated} لكن بايتاته ليست كذلك؛ قُرئ بترميز {encoding}.',
  'note.encoding-detected': '{file}: لا يذكر ترميزه؛ وتُقرأ نصوصه كلمات بترميز {encoding}.',
  'note.encoding-doubtful':
    '{file}: لا يذكر ترميزه ولا تُقرأ نصوصه جيدًا بأي ترميز؛ أُخذ {encoding}. تحقق من الأسماء واختر غيره إن كانت خاطئة.',
  'note.text-damaged':
    '{file}: في {count, plural, one {نص واحد} two {نصين} few {# نصوص} many {# نصًا} other {# نص}} بايتات ليست حروفًا في ترميز {encoding}؛ وُضع \uFFFD مكان كل منها (الموضع، النص، البايتات): {places}.',
  'note.text-twice-encoded':
    '{file}: {count, plural, one {نص واحد يُقرأ} two {نصان يُقرآن} few {# نصوص تُقرأ} many {# نصًا يُقرأ} other {# نص يُقرأ}} كما لو أن UTF-8 أُخذ على أنه {encoding} ثم كُتب من جديد (الحقول: {fields})، مثل «{value}» بدل «{meant}». تُركت كما هي. أصلحها حيث أُعدّ الملف، أو حمّل نسخة أقدم من ذلك.',
  'note.text-cut':
    '{file}: قُطع {count, plural, one {نص واحد} two {نصان} few {# نصوص} many {# نصًا} other {# نص}} في وسط حرف، كما يحدث عند عرض الحقل؛ ضاع ذلك الحرف (الموضع، النص، البايتات): {places}.',
  'note.names-decoded': '{file}: لا يذكر ترميز الأسماء التي في داخله؛ وهي تُقرأ كلماتٍ بترميز {encoding}: {names}.',
  'note.dxf-escapes':
    '{file}: قُرئ {count, plural, one {حرف واحد مكتوب رمزًا} two {حرفان مكتوبان رمزًا} few {# حروف مكتوبة رموزًا} many {# حرفًا مكتوبًا رمزًا} other {# حرف مكتوب رمزًا}} (\u2066\\U+0627\u2069) حرفًا.',
  'note.numbers-not-finite':
    '{file}: في الحقل {field} {count, plural, one {قيمة واحدة} two {قيمتان} few {# قيم} many {# قيمة} other {# قيمة}} من نوع NaN أو ما لا نهاية، ولا قيمة لذلك؛ فالخلايا هنا فارغة.',
  'note.cells-unreadable':
    '{file}: في الحقل {field} {count, plural, one {خلية واحدة} two {خليتان} few {# خلايا} many {# خلية} other {# خلية}} بقيمة من غير نوعه، والمأخوذ هنا خلية فارغة.',
  'note.memos-not-read':
    '{file}: {count, plural, one {الحقل {fields} يشير} two {الحقلان {fields} يشيران} few {الحقول {fields} تشير} many {الحقول {fields} تشير} other {الحقول {fields} تشير}} إلى ملف مذكّرات لا يُقرأ؛ وقيمها هنا فارغة.',
  'note.shp-without-table': '{file}: جاء من دون \u2066.dbf\u2069 فليست لعناصره سمات.',
  'note.shp-index-differs':
    '{file}: في ملف \u2066.shx\u2069 {entries, plural, one {سجل واحد} two {سجلان} few {# سجلات} many {# سجلًا} other {# سجل}} وفي الملف {records}؛ قُرئ الملف من أوله إلى آخره.',
  'note.shp-index-heeded':
    '{file}: يسرد ملف \u2066.shx\u2069 سجلات غير التي تتوالى في الملف ({entries} مقابل {records}): ترتيب آخر أو فجوات أو سجلات حلّ غيرها محلها. المعتمد هو \u2066.shx\u2069 كما في GDAL، وكل صف من الجدول مع مدخله فيه.',
  'note.shp-index-lengths':
    '{file}: يعطي ملف \u2066.shx\u2069 للسجلات أو لنفسه أطوالًا غير صحيحة؛ واعتُمد ما تذكره السجلات نفسها. وقد تُغفل برامج أخرى هذه الأشكال.',
  'note.shp-length-wrong': '{file}: يذكر في رأسه طولًا قدره {stated} بايت، وطوله {length}. اعتُمدت السجلات نفسها.',
  'note.shp-rows-differ':
    '{file}: فيه {records, plural, one {شكل واحد} two {شكلان} few {# أشكال} many {# شكلًا} other {# شكل}} وفي جدوله {rows, plural, one {صف واحد} two {صفان} few {# صفوف} many {# صفًا} other {# صف}}. جُمعت الصفوف والأشكال بترتيبها؛ فالشكل بلا صف حقوله فارغة، والصف بلا شكل مستبعد. تأكد من أن الملفين من نسخة واحدة.',
  'note.patches-as-ground':
    '{file}: فيه سطوح في الفراغ (MultiPatch)؛ أُخذت الأرض التي تغطيها من الأعلى: {laid, plural, one {سطح واحد} two {سطحان} few {# سطوح} many {# سطحًا} other {# سطح}}. واستُبعدت السطوح العمودية، وعددها {upright}.',
  'note.shp-trailing-bytes':
    '{file}: جرى تجاوز {count, plural, one {بايت واحد} two {بايتين} few {# بايتات} many {# بايتًا} other {# بايت}} بعد آخر سجل.',
  'note.records-odd-type':
    '{file}: استُبعد {count, plural, one {سجل واحد} two {سجلان} few {# سجلات} many {# سجلًا} other {# سجل}} من نوع غير نوع الملف: {places}.',
  'note.read-twice':
    '{file}: قُرئ مرتين بقارئين مستقلين: {count, plural, one {عنصر واحد} two {عنصران} few {# عناصر} many {# عنصرًا} other {# عنصر}}.',
  'note.read-twice-area':
    '{file}: قُرئ مرتين بقارئين مستقلين: {count, plural, one {عنصر واحد} two {عنصران} few {# عناصر} many {# عنصرًا} other {# عنصر}}، {areaHa, plural, one {هكتار واحد} two {هكتاران} few {# هكتارات} many {# هكتارًا} other {# هكتار}}.',
  'note.read-once-large': '{file}: قُرئ مرة واحدة، فرؤوسه أكثر من {most}.',
  'note.read-once': '{file}: قُرئ مرة واحدة، إذ لم يستطع القارئ الثاني قراءته ضمن الوقت والذاكرة المتاحين له.',
  'note.read-twice-features':
    '{file}: اختلف القارئان: هنا {features, plural, one {عنصر واحد} two {عنصران} few {# عناصر} many {# عنصرًا} other {# عنصر}}، وعند القارئ الثاني {theirs}. افتحه في برنامج آخر وقارن قبل استعمال أرقامه.',
  'note.read-twice-shapes':
    '{file}: اختلف القارئان في أشكاله: تختلف المساحة أو عدد الرؤوس أو مواضعها عما يقرؤه القارئ الثاني. افتحه في برنامج آخر وقارن قبل استعمال أرقامه.',
  'note.read-twice-fields': '{file}: اختلف القارئان في قيم {fields}. قارن جدوله في برنامج آخر قبل استعمال فئاته.',
  'note.rows-deleted':
    '{file}: استُبعد {count, plural, one {عنصر واحد صفه محذوف} two {عنصران صفاهما محذوفان} few {# عناصر صفوفها محذوفة} many {# عنصرًا صفوفها محذوفة} other {# عنصر صفوفها محذوفة}} بحسب علامة الحذف في الجدول.',
  'note.null-shapes':
    '{file}: {count, plural, one {عنصر واحد} two {عنصران} few {# عناصر} many {# عنصرًا} other {# عنصر}} بلا شكل: {places}.',
  'note.positions-left-out':
    '{file}: {count, plural, one {عنصر واحد} two {عنصران} few {# عناصر} many {# عنصرًا} other {# عنصر}} بمواضع مستحيلة، خارج الخريطة والقياس: {places}.',
  'note.rings-short':
    '{file}: {count, plural, one {حلقة واحدة} two {حلقتان} few {# حلقات} many {# حلقة} other {# حلقة}} بلا مساحة، بأقل من ثلاث نقاط مختلفة: {places}.',
  'note.rings-open':
    '{file}: {count, plural, one {حلقة واحدة لا تعود إلى نقطتها الأولى} two {حلقتان لا تعودان إلى نقطتيهما الأوليين} few {# حلقات لا تعود إلى نقاطها الأولى} many {# حلقة لا تعود إلى نقاطها الأولى} other {# حلقة لا تعود إلى نقاطها الأولى}}، والقياس كأن الحلقة مغلقة: {places}.',
  'note.rings-crossing':
    '{file}: حلقات في {count, plural, one {عنصر واحد} two {عنصرين} few {# عناصر} many {# عنصرًا} other {# عنصر}} تقاطع نفسها أو بعضها بعضًا؛ تحسب لها قاعدة الفردي والزوجي {areaHa, plural, one {هكتارًا واحدًا} two {هكتارين} few {# هكتارات} many {# هكتارًا} other {# هكتار}}، والفرق في صيغة البرامج التي لا تُصلح \u2066{changeM2}\u2069 م²: {places}.',
  'note.lines-repeated':
    '{file}: خطوط في {count, plural, one {عنصر واحد} two {عنصرين} few {# عناصر} many {# عنصرًا} other {# عنصر}} مرسومة أكثر من مرة (حلقة مرسومة مرتين، أو ثقب على حد غلافه). تحسب لها قاعدة الفردي والزوجي {areaHa, plural, one {هكتارًا واحدًا} two {هكتارين} few {# هكتارات} many {# هكتارًا} other {# هكتار}}، ويحسب لها إصلاح يأخذ كل خط مرة واحدة (make_valid في GEOS) {repairedHa, plural, one {هكتارًا واحدًا} two {هكتارين} few {# هكتارات} many {# هكتارًا} other {# هكتار}}. المعتمد هنا هو القاعدة؛ فإن لم يكن ذلك هو المقصود فأصلح الطبقة أولًا: {places}.',
  'note.members-overlap':
    '{file}: مضلعات {count, plural, one {عنصر واحد} two {عنصرين} few {# عناصر} many {# عنصرًا} other {# عنصر}} يتراكب بعضها على بعض؛ مساحتها {areaHa, plural, one {هكتار واحد} two {هكتاران} few {# هكتارات} many {# هكتارًا} other {# هكتار}} إذا حُسبت الأرض المشتركة مرة واحدة، و{otherwiseHa, plural, one {هكتار واحد} two {هكتاران} few {# هكتارات} many {# هكتارًا} other {# هكتار}} إذا حُسب كل مضلع كاملًا. تُحسب الأرض المشتركة مرة واحدة: {places}.',
  'note.polygons-without-ground':
    '{file}: {count, plural, one {عنصر واحد مرسوم مضلعًا ولا يحيط} two {عنصران مرسومان مضلعين ولا يحيطان} few {# عناصر مرسومة مضلعات ولا تحيط} many {# عنصرًا مرسومة مضلعات ولا تحيط} other {# عنصر مرسومة مضلعات ولا تحيط}} بأي أرض، والمحسوب 0 م²: {places}.',
  'note.features-overlap':
    '{layer}: عناصر يتراكب بعضها على بعض. مساحة أرضها {areaHa, plural, one {هكتار واحد} two {هكتاران} few {# هكتارات} many {# هكتارًا} other {# هكتار}} إذا حُسبت الأرض المشتركة مرة واحدة، كما تُحسب في كل قياس، و{otherwiseHa, plural, one {هكتار واحد} two {هكتاران} few {# هكتارات} many {# هكتارًا} other {# هكتار}} إذا جُمعت مساحات العناصر واحدًا واحدًا.',
  'note.rings-misplaced':
    '{file}: ثقوب أو أغلفة في {count, plural, one {عنصر واحد} two {عنصرين} few {# عناصر} many {# عنصرًا} other {# عنصر}} تقع أو تدور على غير ما يجب؛ تحسب لها قاعدة الفردي والزوجي {areaHa, plural, one {هكتارًا واحدًا} two {هكتارين} few {# هكتارات} many {# هكتارًا} other {# هكتار}}، والفرق إن اعتُمد ترتيب الحلقات أو اتجاهها \u2066{changeM2}\u2069 م²: {places}.',
  'note.outlines-of-two':
    '{file}: {count, plural, one {عنصر واحد} two {عنصران} few {# عناصر} many {# عنصرًا} other {# عنصر}} بحدود عنصر سابق وبيانات أخرى؛ فحيث تختلف الفئتان يدّعي الأرضَ الطرفان، وفي الفئة الواحدة تُحسب مرة واحدة: {places}.',
  'note.features-repeated':
    '{file}: {count, plural, one {عنصر واحد يكرر عنصرًا سابقًا} two {عنصران يكرران عناصر سابقة} few {# عناصر تكرر عناصر سابقة} many {# عنصرًا تكرر عناصر سابقة} other {# عنصر تكرر عناصر سابقة}}؛ تُحسب الأرض مرة واحدة، وكل نقطة معدودة: {places}.',
  'note.heights-dropped': '{file}: لا تُستعمل ارتفاعات نقاطه ولا قياساتها.',
  'note.heights-no-numbers': '{file}: ارتفاعات {layer} أو قياساتها ليست أعدادًا (NaN) فتُركت، والمواضع مستعملة.',
  'note.surfaces-as-ground': '{file}: سطوح {layer} في الفراغ (TIN أو متعدد السطوح) أُخذت الأرض التي تغطيها من الأعلى.',
  'note.database-log-read':
    '{file}: آخر ما كُتب فيه كان لا يزال في {log}؛ قُرئا معًا ({count, plural, one {صفحة واحدة} two {صفحتان} few {# صفحات} many {# صفحة} other {# صفحة}} منه).',
  'note.database-log-missing':
    '{file}: نُسخ وهو مفتوح للكتابة في برنامج؛ فإن كان بجانبه ملف {ending} ففيه آخر التغييرات ولم تُقرأ. حمّل الملفين معًا، أو أغلق البرنامج أولًا.',
  'note.database-log-foreign': '{file}: ليس {log} سجلًا لقاعدة البيانات هذه ولم يُقرأ.',
  'note.database-journal':
    '{file}: بجانبه {journal}، أي إن تغييرًا فيه انقطع؛ وقد يكون المقروء نصفه. افتحه وأغلقه مرة في البرنامج الذي كتبه.',
  'note.entries-ignored':
    '{file}: فيه {count, plural, one {ملف واحد} two {ملفان} few {# ملفات} many {# ملفًا} other {# ملف}} بصيغ لا تُقرأ: {names}.',
  'note.zip-nested-ignored': '{file}: الأرشيف {entry} في داخله عميق جدًا فلم يُفتح.',
  'note.crs-not-stated': '{file}: لا يذكر نظام إحداثياته، فلا موضع له على الأرض بعد.',
  'note.prj-open-datum': '{file}: يذكر درجات ولا يذكر المرجع الجيوديسي («{text}»).',
  'note.prj-degrees-hold-metres':
    '{file}: يدّعي الدرجات («{text}») وأعداده ليست درجات، فهو بالأمتار أو بوحدة طول أخرى. اذكر نظام الإحداثيات الذي هو فيه فعلًا.',
  'note.systems-mixed':
    '{file}: عناصر {layer} في عدة أنظمة إحداثيات؛ نقل GDAL كلًا منها إلى WGS 84 من نظامه، والخطوط مستقيمة بين نقاطها فقط.',
  'note.crs-overridden': '{file}: أُخذ على أنه في {crs} كما طُلب؛ والملف يقول {declared}.',
  'note.crs-from-text':
    '{file}: ليس {crs} في قائمتنا؛ أُخذ الإسقاط والمرجع من نص الملف نفسه، والتحويل إلى WGS 84 هو {operation}.',
  'note.crs-from-epsg':
    '{file}: ليس {crs} في قائمتنا؛ أُخذ من بيانات EPSG التي يحملها GDAL. والتحويل إلى WGS 84 هو {operation} بمعاملات، ولا تُستعمل الشبكات الأدق الخاصة بكل بلد.',
  'note.operation-accuracy-unknown': '{file}: دقة {operation} منشورة على أنها مجهولة.',
  'note.outside-area-of-use': '{file}: يقع خارج المنطقة التي وُضع لها {crs}؛ تحقق من نظام الإحداثيات.',
  'note.metres-perhaps-kilometres':
    '{file}: يقع خارج المنطقة التي وُضع لها {crs}، لكن أعداده، مثل {value}، تقع داخلها لو كانت كيلومترات، وهذا النظام يعدّ بالأمتار. إن كانت كذلك فاضربها في 1000، أو اذكر الكيلومترات في الملف.',
  'note.metres-by-zero-of-grid':
    '{file}: يقع على أقل من كيلومتر من صفر {crs}، وقلّما يقع ملف هناك؛ وأعداده، مثل {value}، تقع في منطقة هذا النظام أيضًا لو كانت كيلومترات. إن كانت كذلك فاضربها في 1000، أو اذكر الكيلومترات في الملف.',
  'note.axes-perhaps-swapped':
    '{file}: يقع عند {place}؛ ولو بُدّل الطول والعرض لوقع عند {other}. تأكد من أنهما ليسا معكوسين.',
  'note.longitudes-turned':
    '{file}: خطوط الطول في {count, plural, one {عنصر واحد} two {عنصرين} few {# عناصر} many {# عنصرًا} other {# عنصر}} تتجاوز 180 درجة؛ أُعيدت بدورة 360: {places}.',
  'note.cut-at-antimeridian':
    '{file}: {count, plural, one {عنصر واحد} two {عنصران} few {# عناصر} many {# عنصرًا} other {# عنصر}} على جانبي خط الطول 180، وجرى القطع عنده: {places}.',
  'note.ring-round-earth':
    '{file}: {count, plural, one {حلقة واحدة} two {حلقتان} few {# حلقات} many {# حلقة} other {# حلقة}} حول الأرض ذهابًا وإيابًا، من غير أرض في الداخل. حول القطب تحتاج الحلقة إلى ضلع عند القطب (دائرة العرض 90): {places}.',
  'note.features-axes-swapped':
    '{file}: {count, plural, one {عنصر واحد} two {عنصران} few {# عناصر} many {# عنصرًا} other {# عنصر}} بعيدًا عن سائر العناصر، والموضع بينها إذا بودل الطول والعرض. تأكد من ترتيبهما هناك: {places}.',
  'note.features-in-degrees':
    '{file}: أعداد {count, plural, one {عنصر واحد} two {عنصرين} few {# عناصر} many {# عنصرًا} other {# عنصر}} خطوط طول ودوائر عرض، وأعداد البقية مواضع في {crs}؛ فالموضع هناك غير مقصود. صححها أو احذفها: {places}.',
  'note.points-added':
    '{file}: أُضيفت {count, plural, one {نقطة واحدة} two {نقطتان} few {# نقاط} many {# نقطة} other {# نقطة}} لئلا يبتعد أي خط مستقيم في {crs} عن موضعه أكثر من مليمتر.',
  'note.rings-together':
    '{file}: في {count, plural, one {حدّ واحد} two {حدّين} few {# حدود} many {# حدًّا} other {# حدّ}} حلقات عدة حيث لا تسمح صيغة KML إلا بحلقة؛ قُرئت كلها، وتقرأ برامج أخرى أولاها وحدها. العناصر: {places}.',
  'note.collections-opened':
    '{file}: فُكّت {count, plural, one {مجموعة أشكال واحدة} two {مجموعتا أشكال} few {# مجموعات أشكال} many {# مجموعة أشكال} other {# مجموعة أشكال}}: {places}.',
  'note.kinds-split': '{file}: يحوي أنواعًا من الأشكال فقُسم إلى طبقات: {layers}.',
  'note.nested-values-dropped': '{file}: قيم الحقل {field} متداخلة جدًا، فهي هنا فارغة.',
  'note.json-encoding': '{file}: ليس بترميز UTF-8 كما ينبغي لملف من صيغته؛ قُرئ بترميز {encoding}.',
  'note.json-lines': '{file}: كائن GeoJSON في كل سطر.',
  'note.layer-empty': '{file}: لا يحوي عناصر.',
  'note.tables-ignored':
    '{file}: جرى تجاوز {count, plural, one {جدول واحد} two {جدولين} few {# جداول} many {# جدولًا} other {# جدول}} بلا أشكال: {names}.',
  'note.style-without-classes': 'النمط {style} لا يفرز بحسب قيم حقل واحد ({reason})، فلا يعرض فئات.',
  'note.style-field-absent': 'يفرز النمط {style} بحسب الحقل {field}، وهو غير موجود في {layer}، فلا يعرض فئات.',
  'note.offer-left-out': '{source}: فئاته بحسب {field} أكثر من أن تُعرض، أو أسماؤها أطول من ذلك.',
  'note.style-others-left-out': '{style}: ما يرسم به سائر القيم ({labels}) ليس بين الفئات التي يعرضها.',
  'note.curves-straightened': '{file}: أُخذت منحنيات {layer} خطوطًا مستقيمة قصيرة كثيرة.',
  'note.edges-spherical':
    '{file}: يقول إن أضلاعه أقصر الخطوط على كرة؛ وقد أُخذت هنا خطوطًا مستقيمة بين إحداثيات الطول والعرض.',
  'note.columns-left': '{file}: جرى تجاوز أعمدة بيانات ثنائية وأعمدة أشكال إضافية: {names}.',
  'note.gdal-warned': '{file}: نبّهت مكتبة GDAL إلى أمر أثناء القراءة (نصها بالإنكليزية: «\u2066{text}\u2069»).',
  'note.closed-lines-as-areas':
    '{file}: أُخذ {count, plural, one {خط مغلق واحد} two {خطان مغلقان} few {# خطوط مغلقة} many {# خطًا مغلقًا} other {# خط مغلق}} أو دائرة في الرسم مساحاتٍ.',
  'note.drawn-hidden':
    '{file}: {count, plural, one {عنصر واحد} two {عنصران} few {# عناصر} many {# عنصرًا} other {# عنصر}} على طبقات مطفأة أو مجمدة في الرسم، وكل ذلك محسوب هنا.',
  'note.sheets-left-out':
    '{file}: استُبعد {count, plural, one {عنصر واحد} two {عنصران} few {# عناصر} many {# عنصرًا} other {# عنصر}} على لوحات الرسم لا في نموذجه.',
  'note.geometries-side-by-side':
    '{file}: في {count, plural, one {علامة مكان واحدة} two {علامتي مكان} few {# علامات أماكن} many {# علامة مكان} other {# علامة مكان}} أشكال هندسية متجاورة لا يجيزها KML إلا ضمن مجموعة واحدة؛ قُرئت كلها، وقد تقرأ برامج أخرى واحدًا منها: {places}.',
  'note.geometries-passed-over':
    '{file}: في {count, plural, one {عنصر واحد} two {عنصرين} few {# عناصر} many {# عنصرًا} other {# عنصر}} أكثر من شكل هندسي ({names})، ولم يُقرأ من كل عنصر إلا شكل واحد. أبقِ في الملف الشكل المقصود وحده.',
  'note.elements-passed-over': '{file}: جرى تجاوز عناصر لا تحوي علامات أماكن: {names}.',
  'note.table-wgs84': '{file}: أُخذ العمودان {x} و{y} طولًا وعرضًا على WGS 84.',
  'note.table-positions': '{file}: أُخذ العمودان {x} و{y} موضعين، شرقًا وشمالًا.',
  'note.table-zones-differ':
    '{file}: يذكر العمود {column} أكثر من شريحة ({zones}). فإن كانت شرائح UTM فصفوفه في أنظمة مختلفة، ولا تقع في مكانها إلا صفوف شريحة واحدة: قسّم الجدول بحسب الشريحة.',
  'note.table-columns-guessed':
    '{file}: لا اسم من أسماء أعمدته يذكر موضع صفوفه؛ فأُخذ {columns} (شرقًا / شمالًا) لقيمهما. وقد يكونان أيضًا: {others}. فإن كان ذلك خطأ فحدّد العمودين في إعدادات الطبقة (أو بالخيار \u2066--positions\u2069).',
  'note.table-preamble':
    '{file}: جرى تجاوز {count, plural, one {صف واحد} two {صفين} few {# صفوف} many {# صفًا} other {# صف}} فوق أسماء أعمدته ({columns})؛ وحيث دُمجت الخلايا أخذ العمود الذي لا اسم له الاسم الذي فوقه.',
  'note.table-geometry': '{file}: العمود {field} يحوي أشكالًا بصيغة {form}؛ وأُخذت إحداثياتها في {crs}.',
  'note.rows-of-other-system':
    '{file}: {count, plural, one {صف واحد يذكر} two {صفان يذكران} few {# صفوف تذكر} many {# صفًا تذكر} other {# صف تذكر}} نظام إحداثيات غير {crs} أو لا نظام، ولا شكل هناك: {places}.',
  'note.table-latitude-first': '{file}: أُخذ العمود {column} عرضًا ثم طولًا على WGS 84 في خلية واحدة.',
  'note.table-longitude-first': '{file}: أُخذ العمود {column} طولًا ثم عرضًا على WGS 84 في خلية واحدة.',
  'note.table-mgrs': '{file}: أُخذ العمود {column} مراجعَ للشبكة العسكرية (MGRS)؛ وكل نقطة وسط المربع الذي تسميه.',
  'note.numbers-grouped': '{file}: أعداد {field} مكتوبة بفواصل للآلاف: قُرئ «{value}» {number}.',
  'note.numbers-arabic-digits': '{file}: أعداد {field} مكتوبة بالأرقام العربية: قُرئ «{value}» {number}.',
  'note.numbers-ambiguous': '{file}: «{value}» في {field} قد يكون آلافًا أو كسرًا عشريًا؛ فبقي الحقل نصًا.',
  'note.table-hxl': '{file}: صفه الثاني وسوم HXL وليس عنصرًا.',
  'note.decimal-commas': '{file}: يكتب أعداده بفاصلة عشرية.',
  'note.rows-too-long':
    '{file}: {count, plural, one {صف واحد} two {صفان} few {# صفوف} many {# صفًا} other {# صف}} بخلايا أكثر مما يسميه الصف الأول؛ جرى تجاوز الزائد.',
  'note.positions-zero':
    '{file}: {count, plural, one {صف واحد} two {صفان} few {# صفوف} many {# صفًا} other {# صف}} عند 0، 0، وهكذا تكتب البرامج أنها لا تعرف؛ والمأخوذ هنا أن لا موضع هناك.',
  'note.rows-without-position':
    '{file}: {count, plural, one {صف واحد} two {صفان} few {# صفوف} many {# صفًا} other {# صف}} بلا موضع مقروء: {places}.',
  'note.edges-over-antimeridian':
    '{file}: {count, plural, one {ضلع واحد يقفز} two {ضلعان يقفزان} few {# أضلاع تقفز} many {# ضلعًا تقفز} other {# ضلع تقفز}} فوق خط الطول 180 مع الدوران من الجهة الطويلة: {places}.',
  'note.accuracy-missing': '{layer}: لا تذكر دقة الموضع، فلا يُعطى مجال. حدّد انحرافها المعياري بالمتر.',
  'note.accuracy-operation-unknown':
    '{layer}: دقة العملية {operation} التي نُقلت بها إلى WGS 84 غير معروفة، فلا يُعطى مجال.',
  'note.units-without-accuracy': '{layer}: لا تذكر دقة موضعية يمكن السحب بها، فلا مجالات للمساحات داخل {layer}.',
  'note.units-too-many':
    '{layer}: {count, plural, zero {# عنصر} one {عنصر واحد} two {عنصران} few {# عناصر} many {# عنصرًا} other {# عنصر}} مع الفئات عدد أكبر من أن يُسحب، فلا مجالات للمساحات داخلها.',
  'note.accuracy-beyond-plan':
    '{layer}: دقةٌ قدرها {accuracyM} م أخشن من عرض المخطط ({planM} م)، فلا يُعطى مجال. تحقّق من القيمة: هي انحراف معياري واحد بالأمتار.',
  'note.draws-left-out':
    '{count} من أصل {draws, plural, one {سحبة واحدة} two {سحبتين} few {# سحبات} many {# سحبة} other {# سحبة}} تركت المخطط بلا مساحة فاستُبعدت من المجالات.',
  'note.draws-too-coarse':
    '{count} من أصل {draws, plural, one {سحبة واحدة} two {سحبتين} few {# سحبات} many {# سحبة} other {# سحبة}} تركت المخطط بلا مساحة: الدقة المذكورة أخشن من هذه الهندسة.',
  'note.estimate-at-edge':
    '{layer}، {row}: المقيس خارج معظم السحبات، كما يحدث حيث تسير الخطوط متحاذية؛ وقد وُسّع المجال ليشمله. والتقدير الواقع على طرف مجاله ليس قيمة وسطى.',
  'note.estimate-lines-along':
    '{layer}: تحاذي خطوطها خطوط {other} نحو {lengthM} م ضمن حدود خطئهما. ولا يصح التقدير الفوري للأرض بينهما، أما السحبات فتصح.',
  'note.estimate-small-areas':
    '{layer}: {count, plural, one {مساحة واحدة لا يتجاوز عرضها الخطأ تقع} two {مساحتان لا يتجاوز عرضهما الخطأ تقعان} few {# مساحات لا يتجاوز عرضها الخطأ تقع} many {# مساحة لا يتجاوز عرضها الخطأ تقع} other {# مساحة لا يتجاوز عرضها الخطأ تقع}} قرب خطوط {other}. ولا يصح التقدير الفوري لما تغطيه، أما السحبات فتصح.',
  'note.lines-coincide':
    '{layer}: تنطبق خطوطها على خطوط {other} نحو {lengthM} م، فخطؤهما هنا واحد. وإن كانتا قد قيستا مستقلتين فالمجالات أضيق مما ينبغي.',
  'note.lines-are-the-plan':
    '{layer}: خطّها هو خط المخطط نفسه ({other})؛ وخطؤهما هنا واحد، فلا يمكن إثبات أرض غير مغطاة. وإن كانا قد قيسا مستقلين فالمجالات أضيق مما ينبغي.',
  'note.lines-near-the-plan':
    '{layer}: يسير خطّها كله قريبًا من خط المخطط ({other}) قربًا يجعلهما هنا خطًّا واحدًا وخطأهما واحدًا. وما يظهر غير مغطّى واقع بينهما وقد لا يكون شيئًا. وإن كانا قد قيسا مستقلين فالمجالات أضيق مما ينبغي.',
  'note.draws-too-few':
    '{draws, plural, one {سحبة واحدة لا تكفي} two {سحبتان لا تكفيان} few {# سحبات لا تكفي} many {# سحبة لا تكفي} other {# سحبة لا تكفي}} لنسبة 95%: طرفا المجال أصغر قيمة وأكبرها. اطلب {least, plural, one {سحبة واحدة} two {سحبتين} few {# سحبات} many {# سحبة} other {# سحبة}} أو أكثر.',
  'note.order-not-established':
    '{layer}: لا يتبيّن بهذه الدقة أيّهما يغطّي من المخطط مساحة أكبر، «{larger}» أم «{smaller}».',
  'note.bounds-too-fine':
    'الحدود مرسومة بتفصيل يتعذّر معه رسم أشرطة حولها، فلا تُعطى حدود قصوى ودنيا؛ ولا تحتاج إليها المجالات.',
  'note.curve-too-crowded':
    '{layer}: عند نصف قطر {radiusM} م فأكثر تتداخل مناطقها كثيرًا فلا تُقاس هنا، وينتهي المنحنى قبل ذلك.',
  'note.contributions-not-additive':
    'لا يبلغ مجموع أجزاء التباين 100% في {count, plural, one {رقم واحد} two {رقمين} few {# أرقام} many {# رقمًا} other {# رقم}} (من {from}% إلى {to}%): تتداخل أخطاء عدة مصادر حيث تتقارب حدودها.',
  'note.threshold-codes': '{layer}: فئاتها رموز تُقرأ في الاتجاهين؛ ولا يُرسم منحنى عتبة الضرر من دون مفتاح لها.',
  'note.error-matrix-few':
    'للفئة {class} {units, plural, one {وحدة عينة واحدة} two {وحدتا عينة} few {# وحدات عينة} many {# وحدة عينة} other {# وحدة عينة}}؛ ودون {enough} لا يثبت مجالها.',
  'note.error-matrix-sampling':
    'لا يذكر أحد أن وحدات العينة سُحبت عشوائيًا داخل كل فئة من فئات الخريطة؛ فإن كانت مختارة فلا معنى للمجال.',
  'note.error-matrix-several':
    '{layer}: تقع تحت أكثر من فئة مساحة {areaHa, plural, one {هكتار واحد} two {هكتارين} few {# هكتارات} many {# هكتارًا} other {# هكتار}}، وتُحسب في كل منها.',
  'note.error-matrix-uncovered':
    '{layer}: ليس في المصفوفة صف لمساحة {areaHa, plural, one {هكتار واحد} two {هكتارين} few {# هكتارات} many {# هكتارًا} other {# هكتار}} لا تقول الطبقة عنها شيئًا؛ وما فات هناك غير مقدَّر.',
} as const
