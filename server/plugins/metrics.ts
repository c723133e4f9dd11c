import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

export interface MetricsText {
  contentType: string
  text: string
}

declare module 'fastify' {
  interface FastifyInstance {
    /** For the counters of the domains. */
    metrics: Registry
    /** All of them, as Prometheus reads them. */
    readMetrics(): Promise<MetricsText>
  }
}

/** Of the process: memory, event loop, garbage. Observed once, however many apps there are in it. */
let processMetrics: Registry | undefined

function observeProcess(): Registry {
  if (processMetrics) return processMetrics
  processMetrics = new Registry()
  collectDefaultMetrics({ register: processMetrics })
  return processMetrics
}

/** Those of the process alone, where there is no app. */
export async function readProcessMetrics(): Promise<MetricsText> {
  const ofProcess = observeProcess()
  return { contentType: ofProcess.contentType, text: await ofProcess.metrics() }
}

/**
 * What Prometheus reads, on a port of its own (cli/serve-metrics). Requests are counted by route template, never by URL: a URL may hold a
 * token, and would make a time series for each viewer.
 */
export const metrics = fp(
  async (app: FastifyInstance) => {
    const ofApp = new Registry()
    const ofProcess = observeProcess()
    const durations = new Histogram({
      name: 'matinee_http_request_duration_seconds',
      help: 'Time from the request to the end of its answer.',
      labelNames: ['method', 'route', 'status'] as const,
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [ofApp],
    })
    const refusals = new Counter({
      name: 'matinee_refusals_total',
      help: 'Requests refused, by the code and, where access was refused, the reason of the answer.',
      labelNames: ['code', 'reason'] as const,
      registers: [ofApp],
    })
    app.decorate('metrics', ofApp)
    app.addHook('onResponse', (request, reply, done) => {
      const { method, routeOptions } = request
      const labels = { method, route: routeOptions.url ?? 'none', status: reply.statusCode }
      durations.observe(labels, reply.elapsedTime / 1000)
      const { refusal } = reply
      if (refusal) refusals.inc(refusal)
      done()
    })
    app.decorate('readMetrics', async () => {
      const all = Registry.merge([ofProcess, ofApp])
      return { contentType: all.contentType, text: await all.metrics() }
    })
  },
  { name: 'metrics', fastify: '5.x' },
)
