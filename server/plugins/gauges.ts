import { Gauge, type Registry } from 'prom-client'

/** One figure, or one for each set of labels. */
export type Figure = number | readonly { labels: Record<string, string>; value: number }[]

/**
 * Gauges read from outside whenever metrics are asked for, so that every process tells the same. While it
 * cannot be read they are absent. One reading does for all gauges of a scrape, which collect at one time.
 *
 * @param help by name
 * @param labelNames by the names of those that have labels
 */
export function gauges<Name extends string>(
  registry: Registry,
  help: Readonly<Record<Name, string>>,
  read: () => Promise<Record<Name, Figure>>,
  labelNames: Partial<Record<Name, string[]>> = {},
): void {
  let reading: Promise<Record<Name, Figure>> | undefined
  const figures = () => {
    reading ??= read().finally(() => {
      reading = undefined
    })
    return reading
  }
  for (const name of Object.keys(help) as Name[]) {
    new Gauge<string>({
      name,
      help: help[name],
      labelNames: labelNames[name] ?? [],
      registers: [registry],
      async collect() {
        this.reset()
        try {
          const figure: Figure = (await figures())[name]
          if (typeof figure === 'number') return this.set(figure)
          for (const { labels, value } of figure) this.set(labels, value)
        } catch {
          this.remove()
        }
      },
    })
  }
}
