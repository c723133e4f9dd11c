// Reads what tap wrote to its output file.
import { Parser } from 'tap-parser'

/** The totals that tap writes last: `# { total: 65, pass: 64, fail: 1 }`. Zeroes when there are none. */
export function totalsOf(output: string): { passed: number; failed: number } {
  const totals = [...output.matchAll(/^# \{ total: .*\}$/gm)].at(-1)?.[0] ?? ''
  const figure = (name: string) => Number(new RegExp(`\\b${name}: (\\d+)`).exec(totals)?.[1] ?? 0)
  return { passed: figure('pass'), failed: figure('fail') }
}

/** The failed assertions alone, as TAP: each by its file, its test and its sentence, with what was found. */
export function failuresOf(output: string): string {
  const failed = Parser.parse(output, { flat: true }).filter(
    ([kind, result]) => kind === 'assert' && !result.ok && !result.todo && !result.skip,
  )
  return Parser.stringify(failed, { flat: true }).trim()
}
