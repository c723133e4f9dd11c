import { uuid } from '../../contract/uuid.ts'
import type { Database } from '../clients/database.ts'
import { wholePosterKey } from './object-keys.ts'

const encodeOf = (key: string) => {
  const [, videoId, encodeId] = /^videos\/([^/]+)\/([0-9a-f-]{36})\//.exec(key) ?? []
  return videoId === undefined || encodeId === undefined ? null : { videoId, encodeId }
}

/** Encodes that play, that somebody may still be playing, or that are under way, as "video/encode". */
async function livingEncodes(database: Database, keys: readonly string[]): Promise<Set<string>> {
  const found = keys.map(encodeOf).filter((one) => one !== null)
  const ids = [...new Set(found.map(({ encodeId }) => encodeId))].filter((id) => uuid.test(id))
  const [videos, renditions, encodes] = await Promise.all([
    database.video.findMany({
      where: { encodeId: { in: ids } },
      select: { id: true, encodeId: true },
    }),
    database.rendition.findMany({
      where: { encodeId: { in: ids } },
      select: { videoId: true, encodeId: true },
      distinct: ['videoId', 'encodeId'],
    }),
    database.encode.findMany({
      where: { id: { in: ids }, finishedAt: null, failedAt: null, supersededAt: null },
      select: { videoId: true, id: true },
    }),
  ])
  return new Set([
    ...videos.map(({ id, encodeId }) => `${id}/${encodeId}`),
    ...renditions.map(({ videoId, encodeId }) => `${videoId}/${encodeId}`),
    ...encodes.map(({ videoId, id }) => `${videoId}/${id}`),
  ])
}

/** Those of the keys that a row names, or that lie below an encode that a row names. */
export async function spokenFor(database: Database, keys: string[]): Promise<Set<string>> {
  const posters = [...new Set([...keys, ...keys.map(wholePosterKey)])]
  const [living, videos, encodes, captions, uploads] = await Promise.all([
    livingEncodes(database, keys),
    database.video.findMany({
      where: { OR: [{ sourceKey: { in: keys } }, { posterKey: { in: posters } }] },
      select: { sourceKey: true, posterKey: true },
    }),
    database.encode.findMany({
      where: { sourceKey: { in: keys }, finishedAt: null, failedAt: null, supersededAt: null },
      select: { sourceKey: true },
    }),
    database.caption.findMany({ where: { key: { in: keys } }, select: { key: true } }),
    database.upload.findMany({
      where: { key: { in: keys }, status: { in: ['open', 'completing'] } },
      select: { key: true },
    }),
  ])
  const named = new Set([
    ...videos.flatMap(({ sourceKey, posterKey }) => [sourceKey, posterKey]),
    ...encodes.map(({ sourceKey }) => sourceKey),
    ...[...captions, ...uploads].map(({ key }) => key),
  ])
  return new Set(
    keys.filter((key) => {
      const encode = encodeOf(key)
      const lives = encode !== null && living.has(`${encode.videoId}/${encode.encodeId}`)
      return lives || named.has(key) || named.has(wholePosterKey(key))
    }),
  )
}
