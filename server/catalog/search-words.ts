// What search compares with is folded (the migrations' search_fold): small letters without accents, one
// space around each word. So no word holds a sign that LIKE takes for a wildcard.

/** Each costs a look at the index; a title has no more. */
const mostWords = 12

/** @param folded as search_fold answers */
export const wordsIn = (folded: string): string[] =>
  [...new Set(folded.split(' ').filter((word) => word !== ''))].slice(0, mostWords)

/** Languages that write no spaces have no beginnings of words. */
const hasSpaces = (word: string): boolean =>
  /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\d]+$/u.test(word)

export const beginning = (word: string): string => `% ${word}%`

/** One or two letters stand in nearly every text: they have to begin a word. */
export const anywhere = (word: string): string =>
  word.length < 3 && hasSpaces(word) ? beginning(word) : `%${word}%`

/** In what is said, which is a lot, "ring" is not to find every "during". */
export const spoken = (word: string): string => (hasSpaces(word) ? beginning(word) : `%${word}%`)

/** In shorter words another letter makes another word. */
const shortestForgiven = 4

/** A word as it is, and with one letter that is wrong, missing, too many, or that has changed places. */
export function forgiving(word: string): string[] {
  const letters = [...word]
  if (letters.length < shortestForgiven) return [anywhere(word)]
  const spelt = (before: number, between: string, after: number) =>
    beginning([...letters.slice(0, before), between, ...letters.slice(after)].join(''))
  const at = letters.flatMap((letter, i) => [
    spelt(i, '_', i + 1),
    spelt(i, '_', i),
    spelt(i, '', i + 1),
    ...(i + 1 < letters.length ? [spelt(i, `${letters[i + 1]}${letter}`, i + 2)] : []),
  ])
  return [...new Set([anywhere(word), ...at])]
}
