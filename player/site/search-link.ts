import { pages } from '../../contract/pages.ts'

/** Where films are searched for. */
export const searchLink = (q = ''): string =>
  q === '' ? pages.search : `${pages.search}?${new URLSearchParams({ q })}`
