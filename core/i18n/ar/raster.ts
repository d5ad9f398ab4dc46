/** As in English: rasters that become layers. */
export const raster = {
  'problem.raster-unreadable':
    'لا يمكن قراءة الملف الشبكي {file} (التفصيل بالإنكليزية: «\u2066{reason}\u2069»). إن كان سليمًا فاحفظه من جديد ببرنامج آخر.',
  'problem.raster-too-large':
    'حجم الملف {file} بالبكسل {size}، ولا يُقبل أكثر من {most} مليون. اقتطع منه أرض الدراسة أو كبّر بكسلاته.',
  'problem.raster-of-colours': 'الملف {file} صورة ملونة وليس شبكة أصناف. ضعه على الأرض كصورة بنقاط ضبط.',
  'problem.raster-without-place': 'لا يذكر {file} موضعه على الأرض. حمّل معه ملف الموضع، أو ضعه كصورة بنقاط ضبط.',
  'problem.raster-tie-points':
    'موضع {file} محدد بنقاط ضبط فقط ولم يوضع عليها بعد. ضعه أولًا ببرنامج آخر، أو ضعه كصورة بنقاط ضبطه.',
  'problem.world-file-broken': 'الملف {file} ليس ملف موضع: المطلوب ستة أعداد، كل منها في سطر.',
  'problem.raster-threshold-needed':
    'قيم {file} أعداد من {least} إلى {most} وليست أصنافًا. اذكر العتبة، أي العدد الذي تُحسب الأرض ابتداءً منه، مثل 0.5.',
  'problem.raster-below-threshold':
    'لا تبلغ أي أرض في {file} العتبة {threshold}: قيمه من {least} إلى {most}. اختر عتبة أخرى.',
  'problem.threshold-not-raster': 'الملف {file} ليس شبكيًا، فلا معنى لعتبة فيه.',
  'problem.raster-too-fine':
    'ينقسم {file} إلى {regions, plural, one {منطقة واحدة} two {منطقتين} few {# مناطق} many {# منطقة} other {# منطقة}} تزيد زوايا حدودها على {most} مليون. أزل البقع الصغيرة أولًا أو كبّر البكسلات.',
  'problem.raster-empty': 'لا بيانات في أي بكسل من {file}.',
  'note.raster-regions':
    'صارت بكسلات {file} ({size}) إلى {regions, plural, one {منطقة واحدة} two {منطقتين} few {# مناطق} many {# منطقة} other {# منطقة}} على حواف البكسلات.',
  'note.raster-threshold':
    'تُحسب من {file} الأرض التي لا تقل قيمتها عن {threshold} فقط، وهي {percent}% منه؛ أما {below}% فقيمتها أدنى، ولا تذكر الطبقة عنها شيئًا.',
  'note.raster-no-data':
    'في {file} {count, plural, one {بكسل واحد} two {بكسلان} few {# بكسلات} many {# بكسلًا} other {# بكسل}} دون بيانات، أي {percent}% منه؛ لا تذكر الطبقة شيئًا عن تلك الأرض.',
  'note.raster-no-data-unstated':
    'لا يذكر {file} أي قيمة تعني غياب البيانات، فكل قيمة صنف، والصفر أيضًا. استبعد بمرشِّح ما لا معنى له.',
  'note.raster-values-unnamed': 'في {file} أسماء لقيمه، لكن لا أسماء لهذه: {values}. تبقى بأرقامها.',
  'note.raster-values-many':
    'في {file} {count, plural, one {قيمة واحدة} two {قيمتان} few {# قيم} many {# قيمة} other {# قيمة}} دون أسماء. إن كانت درجات لشيء واحد كالاحتمالات فالعتبة تجعلها صنفًا واحدًا.',
  'note.raster-lossy': 'ضُغط {file} مع فقد في القيم: على حواف أصنافه قيم لم يعطها أحد.',
  'note.raster-pages-left':
    'في {file} {count, plural, one {صورة أخرى} two {صورتان أخريان} few {# صور أخرى} many {# صورة أخرى} other {# صورة أخرى}} إلى جانب الأولى لم تُستعمل.',
  'note.raster-scaled': 'أعداد {file} مخزّنة مضغوطة: كل منها يُضرب في {scale} ويُضاف إليه {offset}.',
  'note.raster-of-points': 'يذكر {file} موضع وسط بكسله الأول لا زاويته؛ والزاوية على بعد نصف بكسل.',
  'note.raster-accuracy-unstated':
    'دقة موضع {file} غير مذكورة. يقوم مقامها نصف بكسل، أي {metres} م؛ اذكر ما يقوله المصدر.',
  'note.raster-accuracy-finer':
    'دقة الملف {file} بحسب المصدر {metres} م، لكن حدوده تتبع البكسلات، وأدق ما يمكن فيها نصف بكسل، أي {halfM} م.',
  'note.world-file-used': 'موضع {file} من الملف {other}.',
  'note.world-file-other': 'يضع {other} الملف {file} في غير موضعه المذكور فيه؛ يؤخذ ما في الملف نفسه.',
  'remark.threshold': 'الأرض التي لا تقل قيمتها في {file} عن {threshold}.',
} as const
