/** What a row of the front page may show. */
export const frontRowKinds = [
  'continue',
  'watchlist',
  'new',
  'free',
  'coming',
  'category',
  'collection',
  'films',
  'all',
] as const
