import { setTimeout as delay } from 'node:timers/promises'
import { Gauge, type Registry } from 'prom-client'

/** One figure, or one for each set of labels. */
export type Figure = number | readonly { labels: Record<string, string>; value: number }[]

/** Prometheus leaves after ten seconds, and then has nothing at all of what this process counts by itself. */
const longestMs = 4_000

/**
 * Gauges read from outside whenever metrics are asked for, so that every process tells the same. While it
 * cannot be read, or not soon, they are absent. One reading does for all gauges of a scrape, which collect
 * at one time.
 *
 * @param help by name
 * @param labelNames by the names of those that have labels
 */
export function gauges<Name extends string>(
  registry: Registry,
  help: Readonly<Record<Name, string>>,
  read: () => Promise<Record<Name, Figure>>,
  labelNames: Partial<Record<Name, string[]>> = {},
  patienceMs = longestMs,
): void {
  let reading: Promise<Record<Name, Figure>> | undefined
  const figures = () => {
    reading ??= read().finally(() => {
      reading = undefined
    })
    return reading
  }
  for (const name of Object.keys(help) as Name[]) {
    const labels = labelNames[name] ?? []
    new Gauge<string>({
      name,
      help: help[name],
      labelNames: labels,
      registers: [registry],
      async collect() {
        this.reset()
        const late = delay(patienceMs, undefined, { ref: false })
        const all = await Promise.race([figures(), late]).catch(() => undefined)
        const figure: Figure | undefined = all?.[name]
        if (typeof figure === 'number') this.set(figure)
        else if (figure) for (const one of figure) this.set(one.labels, one.value)
        // Without labels it would stand there as 0; of one with labels, which `reset` emptied, nothing is left.
        else if (labels.length === 0) this.remove()
      },
    })
  }
}
