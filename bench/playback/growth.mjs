// How the cost of a batch request grows with what there is: sessions, segments, processes. What the
// server uses of the processor for one request is the figure, since the load generator shares the machine.
import { isMain, round, table } from '../measure.mjs'
import { batchTarget, compare, inTurn, openServer } from './requests.mjs'
import { openSetup } from './setup.mjs'

async function withServer(args, measure) {
  const setup = await openSetup()
  const server = await openServer(setup.url, ...args)
  try {
    return await measure(server, setup)
  } finally {
    await server.close()
    await setup.close()
  }
}

export async function measureGrowth({ rounds = 3, seconds = 3, most = 20_000 } = {}) {
  const options = { rounds, seconds }
  const rows = []
  const add = (what, { perSecond, p99, processorUs }) =>
    rows.push([what, round(perSecond, 0), round(p99, 0), round(processorUs, 0)])

  for (const sessions of [100, 5_000, most]) {
    await withServer([sessions, 2700], async (server) => {
      const [batch] = await compare(server, [batchTarget(server)], options)
      add(`a batch of 8, ${round(sessions, 0)} sessions in turn`, batch)
    })
  }
  for (const segments of [90, 2_700, 27_000]) {
    await withServer([100, segments], async (server) => {
      const playlist = {
        name: 'playlist',
        url: server.matinee,
        requests: inTurn(server.tokens, '720p/index.m3u8'),
        headers: { 'accept-encoding': 'gzip' },
      }
      const [batch, text] = await compare(server, [batchTarget(server), playlist], options)
      add(`a batch of 8, a film of ${round(segments, 0)} segments`, batch)
      add(`a playlist of ${round(segments, 0)} segments`, text)
    })
  }
  await withServer([100, 2700], async (server, setup) => {
    const second = await openServer(setup.url, 100, 2700)
    try {
      const both = await Promise.all(
        [server, second].map((one) => compare(one, [batchTarget(one)], options)),
      )
      const sum = both.reduce((total, [{ perSecond }]) => total + perSecond, 0)
      const [[one]] = both
      add('a batch of 8, two processes on one database, both asked', { ...one, perSecond: sum })
    } finally {
      await second.close()
    }
  })
  return table(['what', 'requests a second', 'p99 ms', 'server µs a request'], rows)
}

if (isMain(import.meta)) {
  const quick = { rounds: 1, seconds: 2, most: 10_000 }
  console.log(await measureGrowth(process.argv.includes('--quick') ? quick : {}))
}
