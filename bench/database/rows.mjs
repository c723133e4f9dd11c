// The rows that fill.mjs made, by their numbers.
import { hash, randomBytes } from 'node:crypto'

/** One of a list, or a number below. */
export const pick = (from) =>
  Array.isArray(from) ? from[pick(from.length)] : Math.floor(Math.random() * from)

/** As bench_id does. */
const idOf = (kind, n) =>
  `${kind.toString(16).padStart(8, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

export function rowsOf(counts, tokens) {
  return {
    ...counts,
    person: (n) => idOf(1, n % counts.people),
    film: (n) => idOf(2, n),
    family: (n) => idOf(3, n),
    encode: (n) => idOf(4, n),
    upload: (n) => idOf(8, n),
    collection: (n) => idOf(9, n),
    /** The beginning of somebody's address. */
    word: () => `${pick(['anna', 'ben', 'emma'])}.${randomBytes(2).toString('hex').slice(0, 3)}`,
    token: () => pick(tokens),
    /** A page of the site that the bench serves, as part of a query. */
    page: (path) => encodeURIComponent(`http://localhost:3000${path}`),
  }
}

/** Playbacks of subscribers that have begun; answers their tokens. */
export async function addPlaybacks(database, rows, count) {
  const tokens = Array.from({ length: count }, () => randomBytes(32).toString('base64url'))
  const now = new Date()
  await database.playbackSession.createMany({
    data: tokens.map((token, index) => {
      // Those whose subscription is active, and films of the plans.
      const who = 9 * index
      const what = 4 * (index % 1000) + 2
      return {
        tokenHash: hash('sha256', token, 'buffer'),
        userId: rows.person(who),
        familyId: rows.family(who),
        videoId: rows.film(what),
        encodeId: rows.encode(what),
        deviceId: 'bench',
        startedAt: now,
        lastSeenAt: now,
      }
    }),
  })
  return tokens
}
