/** What is asked for and is more than the program gives, each with what would fit; and what machine and network refuse. */
export const limits = {
  'problem.picture-too-large':
    'A picture of {width} × {height} mm at {dpi} dots to the inch has {dots} million dots; at most {most} million are drawn. Ask for at most {fitting} dots to the inch, or for PDF or SVG, which are sharp at any size.',
  'problem.pictures-too-large':
    '{count, plural, one {# picture} other {# pictures}} of {width} × {height} mm at {dpi} dots to the inch have {dots} million dots together; at most {most} million are drawn at once. Ask for at most {fitting} dots to the inch, for one page at a time, or for PDF or SVG.',
  'problem.sheet-too-many-units':
    'The plan has ground in {count, plural, one {# unit} other {# units}}; at most {most} sheets are drawn at once. Load larger units, such as sectors instead of parcels.',
  'why.logo-filter': 'it holds a filter (blur, noise, shadow), which may take hours to draw; save it as PNG',
  'why.logo-dots': 'it has more than {limit} million dots; save it smaller',
  'problem.task-too-long':
    'The work took longer than {seconds} s and was ended; nothing was changed. Ask for fewer draws, a smaller plan or fewer layers, or let whoever runs the server raise --task-limit.',
  'problem.server-busy':
    '{count, plural, one {# piece} other {# pieces}} of work are waiting already. Try again in a minute.',
  'problem.disk-read-only':
    'The disk takes no changes ({reason}). Nothing was changed; let whoever runs the server make the workspace writable.',
  'problem.disk-failing':
    'The disk does not answer as it should ({reason}). Whether the change was kept is not known: open the study again before you go on, and let whoever runs the server look at the disk.',
  'problem.token-needed':
    'This server is for those who have its token: open the page with /?token=… once, or send it as Authorization: Bearer.',
  'problem.method-not-allowed': '{path} does not take {method}; it takes {allowed}.',
  'problem.workspace-gone':
    'The folder of the studies is not there any more, perhaps because its disk was taken out. Nothing was changed; let whoever runs the server bring it back.',
  'problem.workspace-unwritable':
    'The workspace {folder} takes no changes ({reason}): studies can be opened, and every change will be refused.',
  'problem.study-busy':
    'Study {id} is being changed by another program. Try again; where no other program runs, remove {file}.',
  'problem.draws-too-many':
    '{draws, plural, one {# draw} other {# draws}} of these layers would take hours. Ask for at most {fitting}; 1000 are usual.',
  'problem.request-broken': 'The request is no HTTP that can be read ({reason}).',
  'problem.headers-too-large':
    'The head of the request is too long. Send fewer or shorter header fields, or a shorter address.',
  'problem.request-too-slow':
    'The request came too slowly and was given up; nothing was changed. Send it again over a better line.',
} as const
