export const picture = {
  'problem.points-without-columns': 'لا يحوي {file} نقاط ضبط: المطلوب CSV بالأعمدة x وy وlon وlat، أو ملف نقاط من QGIS.',
  'problem.points-value-unreadable': '{file}، السطر {line}: القيمة «\u2066{value}\u2069» في العمود {column} ليست عددًا.',
  'problem.point-not-on-earth':
    '{file}، السطر {line}: خط الطول {lon} وخط العرض {lat} ليسا موضعًا تعرضه خريطة. هل جرى تبديلهما، أم أنهما بالأمتار؟',
  'problem.points-invalid': 'لا يمكن استعمال {file} عند {where}، حيث القيمة «\u2066{value}\u2069»: {reason}.',
  'problem.points-without-system':
    'لا يذكر {file} نظام إحداثيات خريطته. احفظ النقاط بالإصدار 3.26 من QGIS أو ما بعده، فسطره الأول يذكر النظام، أو أعطها بصيغة CSV بالأعمدة x وy وlon وlat.',
  'problem.points-system-unknown':
    'يذكر {file} نظام إحداثيات غير معروف هنا: «\u2066{value}\u2069». أعط النقاط بصيغة CSV بالأعمدة x وy وlon وlat.',
  'problem.points-too-few': 'نقاط الضبط أقل مما يلزم للتحويل {transform}: عددها {count}، والحد الأدنى {least}.',
  'problem.points-alike': 'نقطتا الضبط {point} و{other} موضع واحد في الصورة أو على الأرض. احذف إحداهما.',
  'problem.points-on-a-line':
    'تقع نقاط الضبط على خط واحد أو خطين أو تكاد، فلا تحدّد التحويل {transform}. أضف نقاطًا في مواضع أخرى أو اختر تحويلًا أقل وسائط.',
  'problem.picture-mirrored':
    'تجعل نقاط الضبط الصورة على الأرض كأنها في مرآة. جرى تبديل خط الطول بخط العرض، أو x بـ y، أو كان عدّ y إلى الأعلى، والصحيح عدّه نزولًا من الزاوية العليا اليسرى.',
  'note.points-switched-off':
    '{count, plural, one {نقطة واحدة معطّلة} two {نقطتان معطّلتان} few {# نقاط معطّلة} many {# نقطة معطّلة} other {# نقطة معطّلة}} في {file}، ولم تُستعمل.',
  'note.point-outside-picture': 'تقع نقطة الضبط {point} ({x}، {y}) خارج الصورة، وقياسها بالبكسل {width} × {height}.',
  'note.point-off':
    'نقطة الضبط {point} ({x}، {y}) منحرفة: تضعها النقاط الأخرى على بعد {metres} م، أي {pixels} بكسل. راجع إحداثياتها أو اتركها.',
  'problem.point-exchanged':
    'جرى تبديل خط الطول بخط العرض في نقطة الضبط {point} ({x}، {y}): تستقيم القيمتان {lon} و{lat} بالعكس.',
  'note.points-ill-spread':
    'نقاط الضبط سيئة التوزيع: يبلغ الخطأ عند حافة ما تضعه أضعاف خطأ النقطة ({times}). أضف نقاطًا هناك.',
  'note.no-redundancy':
    'تحدّد نقاط الضبط ({count}) التحويل ({transform}) دون فائض، فلا شيء يبيّن جودتها. يُفترض خطأ قدره {pixels} بكسل لكل نقطة؛ أضف نقاطًا لمعرفته.',
  'note.fit-flexible':
    'تبدو المطابقة ({transform}) أفضل مما هي عليه لأنها تلتوي نحو نقاطها. الانحراف الباقي {rmseM} م، لكن النقطة المتروكة تبعد {leaveOneOutM} م، وتبعد {otherM} م بالتحويل الأبسط {other}. اختره أو أضف نقاطًا.',
  'note.picture-accuracy-unstated':
    'دقة رسم الخريطة غير مذكورة. يشمل المجال خطأ وضع الصورة ورسم الحدود فقط؛ اذكر ما يقوله المصدر عن دقته.',
  'problem.picture-format-unknown': 'الملف {file} ليس صورة تُقرأ هنا. استعمل PNG أو JPEG أو WebP أو PDF.',
  'problem.picture-without-pages': 'لا صفحات في الملف {file}. لا تذكر رقم صفحة.',
  'problem.picture-too-large':
    'الملف {file} صورة أكبر من أن تُقرأ، وحجمها بالبكسل {size}. تصلح بعد تصغيرها إلى {fitting}.',
  'problem.picture-unreadable': 'لا يمكن قراءة الصورة {file} (التفصيل بالإنكليزية: «\u2066{reason}\u2069»).',
  'problem.picture-encrypted': 'الملف {file} مشفّر. احفظه دون كلمة مرور وحمّل النسخة.',
  'problem.picture-page-absent': 'لا توجد الصفحة {page} في {file}، وآخر صفحاته {count}.',
  'problem.recipe-other-picture':
    'الوصفة لصورة غير {file}: هي للصورة {other} أو لنسخة أخرى منها. أعط تلك الصورة أو نقاط ضبط لهذه.',
  'problem.recipe-invalid': 'لا يمكن استعمال الوصفة {file} عند {where}، حيث القيمة «\u2066{value}\u2069»: {reason}.',
  'problem.regions-invalid':
    'لا يحوي {file} مناطق مرسومة، عند {where}، حيث القيمة «\u2066{value}\u2069»: {reason}. المطلوب GeoJSON لمضلعات بوحدة بكسل الصورة ولكل منها صنف.',
  'problem.picture-json-broken': 'الملف {file} ليس JSON صالحًا (التفصيل بالإنكليزية: «\u2066{reason}\u2069»).',
  'problem.picture-layer-fixed': 'رُسمت الطبقة {layer} على صورة، فليس لها ملف بنظام إحداثيات خاص به. ضع الصورة من جديد.',
  'problem.layer-without-picture': 'لم ترسم الطبقة {layer} فوق صورة، أو أن الدراسة لا تحوي الصورة.',
  'problem.study-is-zip': 'الملف {file} أرشيف مضغوط. فك ضغط الدراسة واذكر مجلدها.',
  'note.picture-animated':
    'الملف {file} متحرك، وفيه {count, plural, one {صورة واحدة} two {صورتان} few {# صور} many {# صورة} other {# صورة}}؛ تُستعمل الأولى.',
  'note.pdf-placement-unread': 'في الملف {file} موضع على الأرض خاص به لا يُقرأ هنا؛ نقاط الضبط هي التي تحدد موضعه.',
  'note.picture-cmyk': 'ألوان الملف {file} ألوان طباعة، وتُحوّل إلى ألوان الشاشة بحسب ملفها اللوني.',
  'note.picture-one-colour': 'الملف {file} بلون واحد كله، فلا خريطة فيه.',
  'note.picture-elsewhere':
    'لا تعرض الصورة {file} كما وُضعت شيئًا من أرض الدراسة: يبعد وسطها مسافة قدرها {kilometres} كم. هل هي خريطة أخرى، أم جرى تبديل الإحداثيات؟',
  'note.regions-outside-picture': 'يقع بعض المناطق المرسومة خارج الصورة {file}.',
} as const
