/** The value in the middle: one slow round does not move it. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** The value below which `share` of all lie. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

/**
 * Runs all contenders in turn, round after round, so that whatever else the machine does meets all
 * of them alike.
 *
 * @param contenders name → async function that answers one number
 * @returns name → all its numbers
 */
export async function interleave(contenders, rounds) {
  const results = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(contenders)) results[name].push(await run())
  }
  return results
}

/** A Markdown table. Numbers align to the right. */
export function table(head, rows) {
  const cells = [head, ...rows].map((row) => row.map(String))
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => row[column].length)))
  const line = (row) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join(' | ')} |`
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  return [line(cells[0]), rule, ...cells.slice(1).map(line)].join('\n')
}

export const round = (value, digits = 1) => Number(value.toFixed(digits)).toLocaleString('en')

/** How a figure stands to its target. */
export const verdict = (isMet) => (isMet ? 'met' : 'MISSED')

/** Whether a file was started by itself rather than imported. */
export const isMain = ({ filename }) => process.argv[1] === filename
