export const time = {
  'timeline.measuring': 'قياس كل تاريخ',
  'mark.announcement': 'إعلان المخطط',
  'mark.as-of': 'يوم الدراسة',
  'mark.snapshot': 'لقطة',
  'mark.start': 'تبدأ',
  'mark.end': 'انتهى سريانها',
  'mark.feature': 'يبدأ عنصر أو ينتهي',
  'holds.shown': 'معروضة في هذا اليوم',
  'holds.stated': 'مذكورة لهذا اليوم',
  'holds.last-known': 'وفق آخر ما ورد في {date}، قبل ذلك بمدة {long}',
  'holds.undated': 'اليوم غير مذكور',
  'holds.nothing': 'لا لقطة لهذا اليوم',
  'days.before': 'قبل الإعلان بمدة {long}',
  'days.on': 'يوم الإعلان',
  'days.after': 'بعد الإعلان بمدة {long}',
  'days.not-given': 'اليوم غير مذكور',
  'days.unknown': 'يوم الإعلان غير معروف',

  'note.date-from-name': '{file}: أُخذ التاريخ {date} من اسمه.',
  'note.date-from-column': '{layer}: أُخذ العمود {field} صورةً ليوم {date}، من اسمه أو من اليوم المذكور بجانبه.',
  'problem.snapshots-undated':
    '{layer}: لا يمكن أخذ يوم بعض اللقطات من أسمائها: {list}. حدّد يوم كل منها بالتقويم الميلادي.',
  'problem.snapshots-one-day': 'يتحدث كل من {file} و{other} عن {date}. استبعد أحدهما أو حدّد له يومه.',
  'problem.snapshots-of-kinds':
    '{layer}: لقطات السلسلة الواحدة كلها مضلعات أو كلها خطوط أو كلها نقاط، وهذه {kinds}. حمّلها منفصلة.',
  'problem.snapshots-overlap':
    '{layer}: تقول لقطة {days} ولقطة {other} كلتاهما من سيطر على الأرض في الأيام نفسها. اجعل الأولى تنتهي قبل أن تبدأ الثانية، أو أعطِ إحداهما اسمًا آخر.',
  'problem.columns-undated':
    '{layer}: لا عمود مسمى بيوم، ولا عمود بجانبه تاريخ التقاط. أعمدتها: {fields}. حدّد يوم كل عمود.',
  'problem.plan-is-one':
    '{layer} سلسلة من {count, plural, one {لقطة واحدة} two {لقطتين} few {# لقطات} many {# لقطة} other {# لقطة}}، والمخطط طبقة واحدة. حمّل المخطط وحده.',
  'note.timeline-dates-thinned':
    '{layer}: تبدأ عناصرها أو تنتهي في {count, plural, one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}؛ قيس منها {kept}، آخر يوم من كل شهر أو سنة.',
  'note.layer-undated-holds': '{layer}: لا تذكر تاريخًا، فاعتُبرت سارية في كل يوم.',
  'note.feature-dates-open':
    '{layer}: نهاية {count, plural, one {عنصر واحد} two {عنصرين} few {# عناصر} many {# عنصرًا} other {# عنصر}} مكتوبة \u20669999-12-31\u2069 أو \u20660001-01-01\u2069 أو يوم بدء العدّ في ساعة البرنامج، وهكذا تكتب البرامج أن لا نهاية؛ تُحسب مفتوحة.',
  'note.feature-dates-reversed':
    '{layer}: {count, plural, one {عنصر واحد ينتهي قبل أن يبدأ فلا يدخل} two {عنصران ينتهيان قبل أن يبدآ فلا يدخلان} few {# عناصر تنتهي قبل أن تبدأ فلا تدخل} many {# عنصرًا تنتهي قبل أن تبدأ فلا تدخل} other {# عنصر تنتهي قبل أن تبدأ فلا تدخل}} في القياس: {places}.',
  'note.feature-dates-day-or-month':
    '{layer}: في {count, plural, one {تاريخ واحد} two {تاريخين} few {# تواريخ} many {# تاريخًا} other {# تاريخ}} مثل «{value}» قد يتبادل اليوم والشهر، أو السنة؛ لا تدخل تلك العناصر في القياس. حدّد أيهما أول (dateOrder في خيارات الطبقة، أو \u2066--date-order NAME=dmy\u2069 أو mdy).',
  'note.layer-end-open': '{layer}: النهاية \u20669999-12-31\u2069 هي كتابة البرامج لما لا نهاية له؛ تُحسب مفتوحة.',
  'note.dates-read-day-month':
    '{layer}: {count, plural, one {تاريخ واحد ينتهي} two {تاريخان ينتهيان} few {# تواريخ تنتهي} many {# تاريخًا تنتهي} other {# تاريخ تنتهي}} بالسنة؛ مُيّز اليوم من الشهر بالعمود كله، أو كما طُلب: «{value}» هو {from}.',
  'note.dates-read-two-digit-year':
    '{layer}: {count, plural, one {تاريخ واحد يذكر} two {تاريخان يذكران} few {# تواريخ تذكر} many {# تاريخًا تذكر} other {# تاريخ تذكر}} رقمين من السنة، قُرئا سنة بين 1970 و2069: «{value}» هو {from}.',
  'note.dates-read-hijri':
    '{layer}: حُوّل {count, plural, one {تاريخ واحد} two {تاريخان} few {# تواريخ} many {# تاريخًا} other {# تاريخ}} من التقويم الهجري (أم القرى): «{value}» هو {from}. وحيث حُسبت الأيام برؤية الهلال فقد يختلف ذلك بيوم أو يومين.',
  'note.dates-read-serial':
    '{layer}: {count, plural, one {تاريخ واحد مكتوب رقمًا} two {تاريخان مكتوبان رقمين} few {# تواريخ مكتوبة أرقامًا} many {# تاريخًا مكتوبًا رقمًا} other {# تاريخ مكتوب رقمًا}} كما تعدّ الجداول الإلكترونية (Excel) الأيام منذ 1900: «{value}» هو {from}. وبالعدّ منذ 1904 يقع بعد ذلك بأربع سنوات ويوم.',
  'note.dates-read-epoch':
    '{layer}: {count, plural, one {تاريخ واحد مكتوب رقمًا} two {تاريخان مكتوبان رقمين} few {# تواريخ مكتوبة أرقامًا} many {# تاريخًا مكتوبًا رقمًا} other {# تاريخ مكتوب رقمًا}} بالثواني منذ 1970 أو بأجزائها: «{value}» هو {from} بالتوقيت العالمي.',
  'note.dates-read-partial':
    '{layer}: {count, plural, one {تاريخ واحد يذكر} two {تاريخان يذكران} few {# تواريخ تذكر} many {# تاريخًا تذكر} other {# تاريخ تذكر}} شهرًا أو سنة فقط، وأُخذ من أول أيامه إلى آخرها: «{value}» من {from} إلى {to}.',
  'note.feature-dates-other-calendar':
    '{layer}: {count, plural, one {تاريخ واحد} two {تاريخان} few {# تواريخ} many {# تاريخًا} other {# تاريخ}} من تواريخ عناصرها في سنة قد تكون من تقويم آخر (فارسي أو بوذي)؛ لا تدخل تلك العناصر في القياس.',
  'note.series-last-known':
    '{layer}: {count, plural, one {لقطة واحدة} two {لقطتان} few {# لقطات} many {# لقطة} other {# لقطة}}. بعد يوم كل لقطة وحتى اللقطة التالية تُعرض وفق آخر ما ورد، ولا يُستكمل شيء بالتقدير.',
  'note.snapshots-one-day': '{layer}: تتحدث أكثر من لقطة عن {date}؛ أُخذت المحمّلة أخيرًا ({taken}).',
  'note.announcement-missing': '{study}: يوم إعلان المخطط غير معروف، فلا تُحسب أيام قبله أو بعده.',
  'note.layer-elsewhere':
    '{layer}: تقع كلها على بعد {km} كم من المخطط، فلا شيء من المخطط فيها. تحقق من أنها طبقة لهذا المكان.',
  'note.timeline-empty': '{study}: لا طبقة للسيطرة أو الأضرار أو القصف فيها، فلا يُقاس شيء في أي يوم.',
  'note.change-width-missing':
    '{layer}، من {from} إلى {to}: لا تذكر إحدى اللقطتين دقة موقعها، فلا يمكن تمييز الخطوط المعاد رسمها من التغير على الأرض.',

  'problem.series-undated':
    '{layer} سلسلة من {count, plural, one {لقطة واحدة} two {لقطتين} few {# لقطات} many {# لقطة} other {# لقطة}}، لكن {title} لا تذكر تاريخًا. حدّد لكل منها تاريخها.',
  'problem.date-other-calendar':
    '{layer}: يقع {date} قبل عام 1500 أو بعد عام 2300 وقد يكون من تقويم آخر. أعطِ اليوم بالتقويم الميلادي.',
  'problem.announcement-unknown':
    'لا تعرف الدراسة {study} يوم إعلان مخططها. اكتب يومًا بالصيغة YYYY-MM-DD، أو أعطِ الدراسة يوم المخطط.',
  'problem.plan-elsewhere':
    'يقع المخطط {plan} على بعد {km} كم أو أكثر من كل الطبقات ({layers}): فهو مخطط لمكان آخر. اختر مخططًا وطبقات لمكان واحد، أو تحقق من نظم إحداثياتها.',
  'problem.window-reversed': 'تنتهي الأيام من {from} إلى {to} قبل أن تبدأ. بدّل بينهما.',
  'problem.cross-table-layers':
    'يأخذ الجدول المتقاطع طبقة مَقيسة على الأقل و{most} على الأكثر، مختلفة، لا «{value}». المَقيس هنا: {known}.',
  'problem.events-without-date': 'لا عمود تاريخ للأحداث، فلا يمكن اختيار الأيام. أعمدتها: {fields}.',
  'problem.grid-needs-points': 'لا يمكن عدّ أحداث من نوع {kind} في خلايا شبكة. حدّد نصف قطر بدلًا من ذلك.',
  'problem.dates-day-or-month':
    'في العمود {field} قد يتبادل اليوم والشهر («{value}»). حدّد أيهما أول (dateOrder في خيارات الطبقة، أو \u2066--date-order NAME=dmy\u2069 أو mdy)، أو اكتب الأيام على هيئة YYYY-MM-DD.',
  'note.events-by-radius':
    '{layer}: المناطق دوائر بنصف قطر {radiusM} م حول {events} من أصل {all, plural, one {حدث واحد} two {حدثين} few {# أحداث} many {# حدثًا} other {# حدث}}؛ والمساحة تتوقف على نصف القطر هذا.',
  'note.events-by-grid':
    '{layer}: المناطق خلايا ضلعها {cellM} م فيها {least, plural, one {حدث واحد} two {حدثان} few {# أحداث} many {# حدثًا} other {# حدث}} على الأقل، مأخوذة من {events} من أصل {all}؛ والمساحة تتوقف على هذين العددين.',
  'note.events-not-said':
    '{layer}: أعمدتها أعمدة قائمة أحداث، و{count} منها تقع في مواضع يشترك فيها {sharedFrom} منها على الأقل كما في وسط بلدة. صارت كلها مناطق: حدّد أنها قائمة أحداث لتُستبعد.',
  'note.events-counted':
    '{layer}: العدّ يشمل {events} من أصل {all, plural, one {حدث واحد} two {حدثين} few {# أحداث} many {# حدثًا} other {# حدث}} بوصفها نقاطًا؛ حدّد نصف قطر أو شبكة لتصبح مناطق.',
  'note.event-sensitivity': '{layer}: ما تعطيه قواعد أخرى من المخطط: {areas}.',
  'note.event-no-position':
    '{layer}: {count, plural, one {حدث واحد} two {حدثان} few {# أحداث} many {# حدثًا} other {# حدث}} بلا مكان، خارج الحساب.',
  'note.event-no-date':
    '{layer}: {count, plural, one {حدث واحد} two {حدثان} few {# أحداث} many {# حدثًا} other {# حدث}} بلا يوم، خارج الحساب.',
  'note.event-date-unusable':
    '{layer}: {count, plural, one {حدث واحد} two {حدثان} few {# أحداث} many {# حدثًا} other {# حدث}} بيوم لا يُقرأ أو لا يُعقل (مثل \u20661970-01-01\u2069)، خارج الحساب.',
  'note.event-date-uncertain':
    '{layer}: {count, plural, one {حدث واحد} two {حدثان} few {# أحداث} many {# حدثًا} other {# حدث}} ضمن الأيام المطلوبة أو خارجها احتمالًا، خارج الحساب.',
  'note.event-outside-window':
    '{layer}: {count, plural, one {حدث واحد} two {حدثان} few {# أحداث} many {# حدثًا} other {# حدث}} في أيام أخرى.',
  'note.event-coarse-place':
    '{layer}: {count, plural, one {حدث واحد} two {حدثان} few {# أحداث} many {# حدثًا} other {# حدث}} في وسط بلدة أو ناحية كما تذكر القائمة نفسها، خارج الحساب.',
  'note.event-shared-position':
    '{layer}: {count, plural, one {حدث واحد} two {حدثان} few {# أحداث} many {# حدثًا} other {# حدث}} في مواضع يشترك فيها {sharedFrom, plural, one {حدث واحد} two {حدثان} few {# أحداث} many {# حدثًا} other {# حدث}} على الأقل من القائمة؛ وهذا وسط بلدة لا موقع بعينه، خارج الحساب.',
  'note.damage-value-unknown':
    '{layer}: {count, plural, one {قيمة واحدة} two {قيمتان} few {# قيم} many {# قيمة} other {# قيمة}} خارج درجات الضرر المحددة كلها، وخارج عدّ أي منها.',
  'note.damage-lists-apart':
    '{layer}: تأتي صورها في {count, plural, one {قائمة واحدة} two {قائمتين} few {# قوائم} many {# قائمة} other {# قائمة}} منفصلة؛ فالجديد منذ الصورة السابقة غير معروف بين قائمة وأخرى، ولكل منها عدّها على حدة.',
  'note.damage-vanishes':
    '{layer}: من المواقع المتأثرة قبل صورة {date} يظهر فيها بلا ضرر {count, plural, one {موقع واحد} two {موقعان} few {# مواقع} many {# موقعًا} other {# موقع}}. ونادرًا ما يزول الضرر، فربما لم تُظهره تلك الصورة؛ فأعدادها وما هو جديد بعدها موضع شك.',
  'note.damage-grades-open':
    '{layer}: لم يحدد أحد أي القيم تعني مدمَّرًا أو متضررًا بشدة أو بدرجة متوسطة، وهذه الرموز تُستعمل بالاتجاهين، فلا شيء معدود.',
  'note.buildings-unreadable':
    '{layer}: في {field} {count, plural, one {قيمة واحدة} two {قيمتان} few {# قيم} many {# قيمة} other {# قيمة}} من غير عدد مبانٍ مقروء؛ فلا تُعطى هناك حصة من المباني.',
  'note.events-not-by-unit': '{layer}: تدخل فيها أماكن بدقة البلدة، فالأحداث غير معدودة في الوحدات.',
  'problem.codes-not-damage':
    '{layer}: قيم {field} ليست رموز أضرار يمكن أن يعني فيها 1 أو 3 مدمَّرًا. حدّد الفئات بدلًا من ذلك.',
  'damage.whole-list': 'القائمة كلها',
  'events.listed': 'في القائمة',
  'events.used': 'مستعملة',
  'events.in-plan': 'منها على المخطط',
  'events.left.no-position': 'مستبعدة: بلا مكان',
  'events.left.no-date': 'مستبعدة: بلا يوم',
  'events.left.date-unusable': 'مستبعدة: يوم لا يُعقل، مثل \u20661970-01-01\u2069',
  'events.left.date-uncertain': 'مستبعدة: ربما في هذه الأيام وربما لا',
  'events.left.outside-window': 'مستبعدة: في أيام أخرى',
  'events.left.coarse-place': 'مستبعدة: المعروف هو البلدة أو الناحية فقط',
  'events.left.shared-position': 'مستبعدة: وسط بلدة لا موقع بعينه',
  'events.curve.none': 'القاعدة المستعملة',
  'events.curve.radiusM': 'نصف القطر',
  'events.curve.cellM': 'ضلع الخلية',
  'events.curve.least': 'ما يجب أن تحويه الخلية من أحداث',
  'grade.destroyed': 'مدمَّر',
  'grade.severe': 'متضرر بشدة',
  'grade.moderate': 'متضرر بدرجة متوسطة',
  'grade.possible': 'يُحتمل تضرره',
  'grade.none': 'بلا ضرر ظاهر',
  'grade.not-assessed': 'بلا تقييم',
  'grade.affected': 'متأثر (مدمَّر أو متضرر بشدة أو بدرجة متوسطة)',
  'finding.topic.plan-area': 'مساحة المخطط',
  'finding.topic.held-at-announcement': 'الأرض المسيطر عليها عند إعلان المخطط',
  'finding.topic.held': 'الأرض المسيطر عليها في يوم الدراسة',
  'finding.topic.shelled': 'الأرض التي ورد قصفها',
  'finding.topic.damaged': 'الأرض ذات الأضرار المسجَّلة',
  'finding.topic.taken': 'السيطرة على الأرض قبل الإعلان أو بعده',
  'finding.topic.siege': 'الحصار',
  'finding.topic.law': 'قوانين تلك الفترة',
  'finding.part.not-held': 'من سيطر على {plan} في {date} غير معروف هنا',
  'finding.part.no-announcement': 'يوم إعلان مخطط {plan} غير معروف هنا',
  'finding.part.covered': 'من أرض {plan}: {range} ({about})',
  'finding.part.not-covered': '{plan}: لا شيء مسجل على أرضه ({about})',
  'finding.part.no-shelling': 'لا شيء مذكور عن القصف في {plan}',
  'finding.part.no-damage': 'لا شيء مذكور عن الأضرار في {plan}',
  'finding.part.no-shelling-by': 'لا شيء مذكور عن القصف في {plan} حتى {date}',
  'finding.part.no-damage-by': 'لا شيء مذكور عن الأضرار في {plan} حتى {date}',
  'finding.part.no-siege': 'لا حصار مسجل',
  'finding.part.siege': 'من {from} إلى {to} بحسب الأيام المسجلة، أي على مدى {long}',
  'finding.part.siege-dates': 'من {from} إلى {to}، واليوم غير مذكور',
  'finding.part.siege-open': 'منذ {from}، ونهايته غير مسجلة',
  'finding.held.open': 'لا يمكن مقارنة نسبتي السيطرة: {partA}؛ {partB}.',
  'finding.shelled.open': 'لا يمكن مقارنة الأرض التي ورد قصفها: {partA}؛ {partB}.',
  'finding.damaged.open': 'لا يمكن مقارنة الأرض ذات الأضرار المسجَّلة: {partA}؛ {partB}.',
  'finding.taken.similar':
    'لا تختلف الدراستان في وقوع آخر سيطرة على الأرض قبل إعلان المخطط أو بعده: {a}، {partA}؛ {b}، {partB}.',
  'finding.taken.different':
    'تختلف الدراستان في وقوع آخر سيطرة على الأرض قبل إعلان المخطط أو بعده: {a}، {partA}؛ {b}، {partB}.',
  'finding.taken.open': 'لا يمكن مقارنة آخر سيطرة على الأرض والإعلان: {a}، {partA}؛ {b}، {partB}.',
  'finding.siege.listed': 'في الدراستين حصار مسجَّل: {one}، {partA}؛ {other}، {partB}.',
  'finding.siege.open': 'في دراسة {one} حصار مسجَّل، {partA}؛ وليس في دراسة {other} حصار مسجَّل، ولا يعني ذلك أنه لم يكن.',
  'finding.law.listed':
    'تذكر الدراستان بين أحداث زمنهما: {laws}. ولا يُقارن هنا هل هو القانون الذي يقوم عليه أي من المخططين.',
  'precedent.area': 'مساحة المخطط',
  'precedent.published': 'المساحات المنشورة',
  'precedent.announced': 'إعلان المخطط',
  'precedent.held-at-announcement': 'السيطرة يوم الإعلان',
  'precedent.shelled-at-announcement': 'ما ورد قصفه حتى يوم الإعلان',
  'precedent.damaged-at-announcement': 'الأضرار المسجلة حتى يوم الإعلان',
  'precedent.held': 'السيطرة في يوم الدراسة',
  'precedent.shelled': 'ما ورد قصفه حتى يوم الدراسة',
  'precedent.damaged': 'الأضرار المسجلة حتى يوم الدراسة',
  'precedent.points': 'النقاط',
  'precedent.taken': 'آخر سيطرة على الأرض',
  'precedent.siege': 'الحصار',
  'precedent.people': 'أعداد الأشخاص، وفق المنشور',
  'precedent.cell.points': '{what}: {count} ({perHa} لكل هكتار)',
  'precedent.cell.people': '{what}: {value}',
  'precedent.cell.held': '{party}: {range}',
  'finding.part.besides-ended': '{text} (وغير معروف من كان يسيطر على أرض أخرى، لأن السيطرة عليها انتهت)',
  'precedent.cell.besides-ended': 'وغير معروف من كان يسيطر على أرض أخرى، لأن السيطرة عليها انتهت',
  'precedent.cell.not-known': 'المسيطر عليها غير معروف',
  'rule.radius': '{length} م: {area} ({share})',
  'rule.grid':
    '{length} م، {least, plural, one {حدث واحد} two {حدثان} few {# أحداث} many {# حدثًا} other {# حدث}} على الأقل: {area} ({share})',
  'precedent.cell.dated': '{text} ({date})',
  'precedent.cell.no-control': 'لا شيء مذكور عن السيطرة',
  'precedent.cell.no-shelling': 'لا شيء مذكور عن القصف',
  'precedent.cell.no-damage': 'لا شيء مذكور عن الأضرار',
  'precedent.cell.none-recorded': 'لا شيء من أرضه مسجَّل ({about})',
  'sheet.column.days': 'أيام من الإعلان',
  'sheet.column.shareOfNamed': 'الحصة مما يُسمّى',
  'sheet.column.difference': 'الفرق عن المنشور',
  'sheet.row.event': 'حدث',
  'sheet.row.measured-against': 'مَقيس',
  'problem.name-without-date':
    '{file}: لا يدل اسمه على تاريخ ({reason}{readings}). حدّد تاريخ كل ملف من ملفات {layer} بالخيار ‎--date {layer}=YYYY-MM-DD‎.',
  'reason.none': 'لا تاريخ فيه',
  'reason.several': 'أكثر من تاريخ: ',
  'reason.day-or-month': 'قد يتبادل اليوم والشهر: ',
  'reason.other-calendar': 'ربما من تقويم آخر: ',
  'chart.pale': 'باهت: وفق آخر ما ورد، ولا أحد يقول إنه بقي على حاله. والخط في أوله هو يوم اللقطة.',
  'chart.intervals': 'الأعمدة القائمة: مجال 95% للفئة، من حافتها السفلى.',
  'chart.break': 'خط متقطع: مدة أطول مما رُسمت.',
} as const
