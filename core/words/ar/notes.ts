export const notes = {
  'note.layer-after-date': '{layer}: جميع اللقطات لاحقة لتاريخ {date}، فلا تقول الطبقة شيئاً عن ذلك اليوم.',
  'note.plan-replaced': 'كانت الطبقة {layer} هي المخطط حتى حلّت {other} محلها، وبقيت للاطلاع.',
  'note.buffered': '{layer}: حُوّلت النقاط أو الخطوط إلى مناطق نصف قطرها {radius} م (دوائر من {steps} ضلعًا).',
} as const
