/**
 * Into how many lines a text falls that breaks between words, and where it says so.
 *
 * @param widthOf of a piece of text, in the unit of `width`
 */
export function wrappedLines(
  text: string,
  width: number,
  widthOf: (piece: string) => number,
): number {
  let lines = 0
  for (const line of text.split('\n')) {
    lines += 1
    let begun = ''
    for (const word of line.split(' ')) {
      const longer = begun === '' ? word : `${begun} ${word}`
      if (begun !== '' && widthOf(longer) > width) {
        lines += 1
        begun = word
      } else begun = longer
    }
  }
  return lines
}
