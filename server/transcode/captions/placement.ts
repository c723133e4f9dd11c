const lines = ['', ' line:50%', ' line:0']
const sides = [' position:0% align:start', '', ' position:100% align:end']

/**
 * The place on the screen that `\an` has a number for, as on a keypad: 1 to 3 at the bottom, 7 to 9 at
 * the top of the picture.
 *
 * @returns settings of a WebVTT cue, with a space before each; empty for the usual place, 2
 */
export function settingsOf(place: number): string {
  const [row, column] = [Math.floor((place - 1) / 3), (place - 1) % 3]
  return `${lines[row] ?? ''}${sides[column] ?? ''}`
}
