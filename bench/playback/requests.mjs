// Requests over HTTP: the batch route and the playlist route, against a bare route that answers the
// same bytes and against the route as one would write it first.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import autocannon from 'autocannon'
import { isMain, median, round, table, verdict } from '../measure.mjs'
import { openSetup } from './setup.mjs'

export async function openServer(databaseUrl, ...args) {
  const file = new URL('server.mjs', import.meta.url).pathname
  const child = spawn(
    process.execPath,
    [...process.execArgv, file, databaseUrl, ...args.map(String)],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: {
        ...process.env,
        NODE_NO_WARNINGS: '1',
        AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      },
    },
  )
  const exited = new Promise((resolve) => child.once('exit', resolve))
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  // What the server logs comes the same way, and is an error: the bench has to show it.
  const answer = async () => {
    const told = JSON.parse((await lines.next()).value)
    if (told.level === undefined) return told
    process.stderr.write(`${JSON.stringify(told)}\n`)
    return answer()
  }
  return {
    ...(await answer()),
    usage: async () => {
      child.stdin.write('\n')
      return (await answer()).processorMs
    },
    close: () => {
      child.stdin.end()
      return exited
    },
  }
}

/** Asks as fast as it is answered. The processor time is the server's alone. */
async function load(server, { url, requests, headers }, seconds, connections) {
  const before = await server.usage()
  let client = 0
  // Each connection begins with other sessions, as viewers do: who waits for one that is read anew waits alone.
  const apart = (it) => {
    if (requests === undefined) return
    const start = Math.floor((client++ * requests.length) / connections)
    it.setRequests([...requests.slice(start), ...requests.slice(0, start)])
  }
  const result = await autocannon({
    url,
    requests,
    headers,
    connections,
    duration: seconds,
    setupClient: apart,
  })
  const used = (await server.usage()) - before
  const bad = result.non2xx + result.errors
  if (bad > 0) throw new Error(`${bad} of ${result.requests.total} requests failed at ${url}`)
  return {
    perSecond: result.requests.average,
    p99: result.latency.p99,
    processorUs: (used * 1000) / result.requests.total,
  }
}

/** Every session asks in its turn, as many viewers do. */
export const inTurn = (tokens, path) => tokens.map((token) => ({ path: `/play/${token}/${path}` }))

export async function compare(server, targets, { rounds, seconds, connections = 16 }) {
  const results = new Map(targets.map(({ name }) => [name, []]))
  for (const target of targets) await load(server, target, 1, connections)
  for (let count = 0; count < rounds; count++) {
    for (const target of targets) {
      results.get(target.name).push(await load(server, target, seconds, connections))
    }
  }
  return targets.map(({ name, target }) => {
    const all = results.get(name)
    const middle = (field) => median(all.map((result) => result[field]))
    return {
      name,
      target,
      perSecond: middle('perSecond'),
      p99: middle('p99'),
      processorUs: middle('processorUs'),
    }
  })
}

/**
 * Ours first, and how it stands against each of the others: by the server's processor time, which
 * bounds what one process can answer and which other work on the machine disturbs least.
 */
export function show(rows) {
  const [ours] = rows
  return table(
    ['route', 'requests a second', 'p99 ms', 'server µs a request', 'ours does', 'wanted', ''],
    rows.map(({ name, perSecond, p99, processorUs, target }, row) => {
      const ratio = processorUs / ours.processorUs
      const against = ratio > 5 ? `${round(ratio, 0)} ×` : `${round(ratio * 100, 0)} %`
      const wanted = target && (target > 10 ? `${target} ×` : `${target * 100} %`)
      return [
        name,
        round(perSecond, 0),
        round(p99, 0),
        round(processorUs, 0),
        row === 0 ? '' : against,
        wanted ?? '',
        target ? verdict(ratio >= target) : '',
      ]
    }),
  )
}

export const batchTarget = ({ matinee, tokens }) => ({
  name: 'Matinee',
  url: matinee,
  requests: inTurn(tokens, '720p/urls?from=0&count=8'),
})

export async function measureRequests({ rounds = 5, seconds = 4, sessions = 100 } = {}) {
  const setup = await openSetup()
  const server = await openServer(setup.url, sessions)
  try {
    const { bare, matinee, tokens, bearer } = server
    const batch = await compare(
      server,
      [
        batchTarget(server),
        { name: 'bare route, same bytes', url: `${bare}/batch`, target: 0.6 },
        { name: 'bare route that only signs', url: `${bare}/signing`, target: 0.85 },
        {
          name: 'textbook: JWT, Prisma, 8 × getSignedUrl',
          url: `${bare}/textbook`,
          headers: { authorization: `Bearer ${bearer}` },
          target: 30,
        },
      ],
      { rounds, seconds },
    )
    const playlist = await compare(
      server,
      [
        {
          name: 'Matinee',
          url: matinee,
          requests: inTurn(tokens, '720p/index.m3u8'),
          headers: { 'accept-encoding': 'gzip' },
        },
        { name: 'bare route, same bytes', url: `${bare}/playlist`, target: 0.5 },
      ],
      { rounds, seconds },
    )
    return [
      '### A batch of 8 URLs over HTTP',
      show(batch),
      '### A media playlist of 2,700 segments, gzip',
      show(playlist),
    ].join('\n\n')
  } finally {
    await server.close()
    await setup.close()
  }
}

if (isMain(import.meta)) {
  console.log(
    await measureRequests(process.argv.includes('--quick') ? { rounds: 1, seconds: 2 } : {}),
  )
}
