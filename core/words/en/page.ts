/** The page. */
export const page = {
  'page.title': 'Basilia Overlay',
} as const
