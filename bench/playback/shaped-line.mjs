import { connect, createServer } from 'node:net'

const pieceBytes = 8 * 1024

/** What the bytes of one direction wait for: those before them, and the way. Shared by all connections. */
function openLane({ delayMs, bytesPerSecond }) {
  let freeAt = 0
  return (length) => {
    const now = performance.now()
    freeAt = Math.max(now, freeAt) + (length / bytesPerSecond) * 1000
    return freeAt + delayMs - now
  }
}

function forward(from, to, lane, opensAfterMs) {
  const openAt = performance.now() + opensAfterMs
  from.on('data', (chunk) => {
    for (let start = 0; start < chunk.length; start += pieceBytes) {
      const piece = chunk.subarray(start, start + pieceBytes)
      const wait = lane(piece.length) + Math.max(0, openAt - performance.now())
      setTimeout(() => to.writable && to.write(piece), wait)
    }
  })
  from.on('end', () => setTimeout(() => to.end(), lane(0) + 1))
  from.on('error', () => to.destroy())
  from.on('close', () => setTimeout(() => to.destroy(), lane(0) + 50))
}

/**
 * A line to a port of this machine as if it were far away: every byte takes half the round trip, a
 * connection takes a whole one before its first byte, and all connections share the bandwidth.
 *
 * @param lanes as `openLanes` answers them, to be shared by several lines
 */
export async function openLine(lanes, { roundTripMs }) {
  let target
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
    const far = connect({ port: target, host: '127.0.0.1', allowHalfOpen: true, noDelay: true })
    forward(near, far, lanes.up, roundTripMs)
    forward(far, near, lanes.down, 0)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    /** Where the line leads, once that is there. */
    lead: (port) => {
      target = port
    },
    close: () => server.close(),
  }
}

export function openLanes({ roundTripMs, megabitsPerSecond }) {
  const lane = { delayMs: roundTripMs / 2, bytesPerSecond: (megabitsPerSecond * 1e6) / 8 }
  return { up: openLane(lane), down: openLane(lane) }
}
