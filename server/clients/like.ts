/** What Prisma's `contains` would take for a wildcard is text here. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/** Every word, as rows have to hold it somewhere. */
export const wordsOf = (text: string | undefined): string[] =>
  (text ?? '').split(/\s+/).filter((word) => word !== '')
