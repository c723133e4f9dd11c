/** What the library of films is narrowed down by, and put in order by. */
export const filmFilters = {
  state: ['draft', 'scheduled', 'published', 'unlisted', 'archived', 'failing'],
  access: ['free', 'plan', 'sale', 'nobody'],
  sort: ['newest', 'title', 'changed', 'longest', 'shortest', 'played'],
} as const

/** Films that one change may be for. */
export const mostAtOnce = 200

/** Days for which a preview link is good. */
export const mostPreviewDays = 30
export const usualPreviewDays = 7
