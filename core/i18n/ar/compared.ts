export const compared = {
  'finding.share-by': '{share} {who}',
  'finding.points': 'من ⁦{from}⁩ إلى ⁦{to}⁩ بالنقاط المئوية',
  'finding.part.held': 'ما كان من {plan} تحت سيطرة {party} {when}: {range}',
  'finding.plan-area.similar':
    'المخططان متقاربان في المساحة، ونسبة {larger} إلى {smaller} هي {factor}: {partA}؛ {partB}.',
  'finding.plan-area.different': '{larger} أكبر من {smaller}، والنسبة بينهما {factor}: {partA}؛ {partB}.',
  'finding.plan-area.undecided':
    'لا تحسم هذه الدقة أي المخططين أكبر ولا هل هما متقاربان، ونسبة {larger} إلى {smaller} هي {factor}: {partA}؛ {partB}.',
  'finding.plan-area.undrawn': 'لا يُحسم أي المخططين أكبر لعدم وجود مجالات: {partA}؛ {partB}.',
  'finding.held.similar':
    'نسبة ما كان تحت سيطرة {partyA} من {a} ونسبة ما كان تحت سيطرة {partyB} من {b} متقاربتان (الأولى ناقصًا الثانية: {difference}): {partA}؛ {partB}.',
  'finding.held.different':
    'نسبة ما كان تحت سيطرة {partyMore} من {more} أكبر من نسبة ما كان تحت سيطرة {partyLess} من {less}، بفارق {difference}: {partA}؛ {partB}.',
  'finding.held.undecided':
    'لم يُحسم هل تختلف نسبة ما كان تحت سيطرة {partyA} من {a} عن نسبة ما كان تحت سيطرة {partyB} من {b} (الأولى ناقصًا الثانية: {difference}): {partA}؛ {partB}.',
  'finding.held.undrawn':
    'لم يُحسم هل تختلف نسبة ما كان تحت سيطرة {partyA} من {a} عن نسبة ما كان تحت سيطرة {partyB} من {b}، لعدم وجود مجالات: {partA}؛ {partB}.',
  'finding.shelled.similar':
    'نسبتا الأرض التي ورد قصفها متقاربتان (نسبة {a} ناقصًا نسبة {b}: {difference}): {partA}؛ {partB}.',
  'finding.shelled.different':
    'نسبة الأرض التي ورد قصفها في {more} أكبر منها في {less}، بفارق {difference}: {partA}؛ {partB}.',
  'finding.shelled.undecided':
    'لم يُحسم هل تختلف نسبتا الأرض التي ورد قصفها (نسبة {a} ناقصًا نسبة {b}: {difference}): {partA}؛ {partB}.',
  'finding.shelled.undrawn': 'لم يُحسم هل تختلف نسبتا الأرض التي ورد قصفها، لعدم وجود مجالات: {partA}؛ {partB}.',
  'finding.damaged.similar':
    'نسبتا الأرض ذات الأضرار المسجَّلة متقاربتان (نسبة {a} ناقصًا نسبة {b}: {difference}): {partA}؛ {partB}.',
  'finding.damaged.different':
    'نسبة الأرض ذات الأضرار المسجَّلة في {more} أكبر منها في {less}، بفارق {difference}: {partA}؛ {partB}.',
  'finding.damaged.undecided':
    'لم يُحسم هل تختلف نسبتا الأرض ذات الأضرار المسجَّلة (نسبة {a} ناقصًا نسبة {b}: {difference}): {partA}؛ {partB}.',
  'finding.damaged.undrawn': 'لم يُحسم هل تختلف نسبتا الأرض ذات الأضرار المسجَّلة، لعدم وجود مجالات: {partA}؛ {partB}.',
  'precedent.cell.interval': 'بعد ± أو بين قوسين: مجال 95% لموضعها',
  'change.by-ends': 'بحسب المصادر كلها {agreed}، وبحسب بعضها {all}',
  'change.all-classes': 'الفئات كلها',
  'change.other-reports':
    'يستند كل من اليومين إلى تقارير غير تقارير الآخر. و«بحسب المصادر كلها» أرض يسميها كل مصدر يتحدث عن الطرف في ذلك اليوم، و«بحسب بعضها» أرض يسميها أيٌّ منها. وما سُمّي في يوم ولم يُسمَّ في الآخر قد لا يكون انتقل من يد إلى يد.',
  'change.net.not-known': 'لا يُعرف مصير {area} انتهت السيطرة عليها',
  'change.net.undecided': 'لم يُحسم ({low} إلى {high})',
  'page.change.net': 'الزيادة أو النقص بالهكتار، 95%',
  'report.column.net': 'الزيادة أو النقص في الأرض، بالهكتار، 95%',
  'report.time.net': '{name}: {net}',
  'finding.plan-area.open':
    'لا يمكن مقارنة مساحتي المخططين، فإحداهما على الأقل منشورة فحسب ولا مجال لرقم منشور: {partA}؛ {partB}.',
  'finding.part.announced': '{plan} (أُعلن المخطط في {date})',
  'finding.part.unannounced': '{plan} (يوم إعلانه غير معروف)',
  'finding.part.area-measured': '{plan}: {area} بالقياس',
  'finding.part.area-drawn': '{plan}: {area} على رسم وُضع وفق المساحة المنشورة',
  'finding.part.area-published': '{plan}: {list} كما نُشر',
  'finding.part.area-besides': '{area}، والمنشور {list}',
  'finding.part.layer': '«{layer}»، {when}',
  'finding.part.never-taken': 'لا سيطرة جديدة مسجَّلة',
  'finding.part.taken': '{date}، {since} (أُعلن في {announced})',
  'finding.part.taken-unknown': '{date}، {since}',
  'finding.held.open-because': 'لم يُحسم هل تختلف نسبتا السيطرة، لأن {because}: {partA}؛ {partB}.',
  'finding.shelled.open-because': 'لم يُحسم هل تختلف نسبتا الأرض التي ورد قصفها، لأن {because}: {partA}؛ {partB}.',
  'finding.damaged.open-because': 'لم يُحسم هل تختلف نسبتا الأرض ذات الأضرار المسجَّلة، لأن {because}: {partA}؛ {partB}.',
  'finding.because.and': '{one}، ولأن {other}',
  'finding.because.last-report': 'نسبة {plan} لا تُعرف إلا وفق آخر ما ورد',
  'finding.because.not-named': 'المصادر لا يسمّي أيٌّ منها أرضًا كهذه في {plan}',
  'finding.because.periods': 'التقارير تغطي فترات غير متقاربة ({a}: {periodA}؛ {b}: {periodB})',
  'finding.because.outline': 'أرض {plan} هي حدود المخطط نفسها، إذ تسميه التقارير مكانًا واحدًا',
  'finding.period': 'من {from} إلى {to}، على مدى {long}',
  'finding.period.not-stated': 'بدايتها غير مذكورة',
  'finding.period.up-to': 'حتى {to}، وبدايتها غير مذكورة',
  'finding.part.not-named': 'لا يسمّي أي مصدر أرضًا من {plan} تحت سيطرة {party} {when}',
  'precedent.cell.not-named': 'لا أرض مسمّاة تحت سيطرة {party}',
  'published.verdict.drawn': 'لا فرق يُعطى: الرسم موضوع وفق رقم منشور',
  'published.verdict.other-day': 'لا فرق يُعطى: يوم آخر',
  'published.verdict.within': 'لم يُحسم: ضمن المجال',
  'published.verdict.no-interval': 'لم يُحسم: لا مجال',
  'published.verdict.more': 'المقيس أكبر',
  'published.verdict.less': 'المقيس أصغر',
  'published.about': 'نحو {value}',
  'published.up-to': 'حتى {value}',
  'published.less-than': 'أقل من {value}',
  'published.more-than': 'أكثر من {value}',
  'published.on': '{text}، {date}',
  'export.field.measuredIntervalLow': 'رقمنا، 95%، الأدنى',
  'export.field.measuredIntervalHigh': 'رقمنا، 95%، الأعلى',
  'export.field.verdict': 'هل يختلف رقمنا',
  'claimed.other-day':
    'تشير «يوم آخر» إلى أرقام عن الشيء نفسه لا تتماثل وقد تكون عن يوم آخر، لأن أحدها مذكور بشهر أو سنة أو مدة فقط: لا يمكن القول هل تتناقض.',
  'claimed.other-day-mark': '{figure} (يوم آخر)',
  'class.hold-ended': 'غير معروف (انتهت سيطرة {party} في {date}: {event})',
  'class.hold-ended-head': 'غير معروف (انتهت سيطرة {party} في {date})',
  'holds.ended': '{ended}؛ وما عداه {basis}',
  'sheet.row.hold-ended': 'غير معروف (انتهت السيطرة)',
} as const
