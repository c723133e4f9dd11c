import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Report } from 'c8'

/** Percentages of all our files together; below them the suite fails. */
export const floor = { lines: 95, branches: 85, functions: 93 }

type Figure = keyof typeof floor

/** Figures of each file, and of all of them under `total`, as istanbul writes them. */
export interface CoverageSummary {
  total: Record<Figure, { pct: number }>
}

/**
 * Puts together what `collect-coverage` left in `directory`. People read it in `coverage/index.html`.
 *
 * @param exclude globs of what shall not count
 */
export async function readCoverage(
  root: string,
  directory: string,
  exclude: string[],
): Promise<CoverageSummary> {
  const reportsDirectory = join(root, 'coverage')
  const report = new Report({
    reporter: ['html', 'json-summary'],
    reportsDirectory,
    tempDirectory: directory,
    exclude,
    excludeNodeModules: true,
  })
  await report.run()
  const summary = await readFile(join(reportsDirectory, 'coverage-summary.json'), 'utf8')
  return JSON.parse(summary) as CoverageSummary
}

/** One sentence for each figure that is below the floor. */
export function shortfalls({ total }: CoverageSummary): string[] {
  return Object.entries(floor)
    .map(([name, least]) => ({ name, least, found: total[name as Figure].pct }))
    .filter(({ least, found }) => found < least)
    .map(
      ({ name, least, found }) =>
        `Tests reach ${found} % of ${name}; at least ${least} % is asked.`,
    )
}
