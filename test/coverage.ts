/** Percentages of all our files together; below them the suite fails. */
export const floor = { lines: 95, branches: 85, functions: 93 }

type Figures = Record<keyof typeof floor, { pct: number }>

/** What istanbul's `json-summary` holds: figures of each file, and of all of them under `total`. */
export type CoverageSummary = { total: Figures } & Record<string, Figures>

/** One sentence for each figure that is below the floor. */
export function shortfalls({ total }: CoverageSummary): string[] {
  return Object.entries(floor)
    .map(([name, least]) => ({ name, least, found: total[name as keyof typeof floor].pct }))
    .filter(({ least, found }) => found < least)
    .map(
      ({ name, least, found }) =>
        `Tests reach ${found} % of ${name}; at least ${least} % is asked.`,
    )
}
