import { createServer } from 'node:http'
import type { Readiness } from '../plugins/health.ts'
import type { MetricsText } from '../plugins/metrics.ts'
import type { Services } from '../services.ts'

export interface Told {
  read(): Promise<MetricsText>
  /** Of a process that serves; each part by itself. */
  readiness?(): Promise<Readiness>
}

/**
 * GET /metrics, /healthz and, where it serves, /readyz on METRICS_PORT, which no proxy leads to. A port that is taken, as by
 * another process on the same machine, is logged, and work goes on without.
 */
export async function serveMetrics(
  { config, log }: Pick<Services, 'config' | 'log'>,
  { read, readiness }: Told,
): Promise<{ close(): Promise<void>; port: number | null }> {
  const { METRICS_HOST: host, METRICS_PORT: wanted } = config
  if (wanted === 0) return { close: async () => undefined, port: null }
  const server = createServer((request, response) => {
    const end = (status: number, contentType: string, text: string) =>
      response.writeHead(status, { 'content-type': contentType }).end(text)
    if (request.url === '/healthz') return end(200, 'application/json', '{"ok":true}')
    if (request.url === '/readyz' && readiness !== undefined) {
      return readiness().then((parts) =>
        end(parts.ready ? 200 : 503, 'application/json', JSON.stringify(parts)),
      )
    }
    if (request.url !== '/metrics') return end(404, 'text/plain', 'There is /metrics here.\n')
    read().then(
      ({ contentType, text }) => end(200, contentType, text),
      (err: unknown) => {
        log.error({ err }, 'metrics could not be read')
        end(500, 'text/plain', 'Metrics could not be read.\n')
      },
    )
  })
  const listening = await new Promise<boolean>((resolve) => {
    server.once('error', (err) => {
      log.warn(
        { err },
        `METRICS_PORT ${wanted} of METRICS_HOST ${host} cannot be had: this process shows no metrics`,
      )
      resolve(false)
    })
    server.listen(wanted, host, () => resolve(true))
  })
  const address = server.address()
  return {
    port: listening && address !== null && typeof address === 'object' ? address.port : null,
    close: () =>
      new Promise((resolve) => {
        if (!listening) return resolve()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
