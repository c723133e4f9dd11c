// The servers that are compared, in a process of their own. Says where they are in one line of JSON,
// and what they have used of the processor for each line that it reads.
import { createInterface } from 'node:readline'
import { gzipSync } from 'node:zlib'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import fastifyJwt from '@fastify/jwt'
import fastify from 'fastify'
import { batchJson, signBatch } from '../../dist/server/playback/url-batch.js'
import {
  addSessions,
  addVideo,
  addViewers,
  credentials,
  jwtSecret,
  openApp,
  openMatinee,
  signIn,
} from './setup.mjs'

const [databaseUrl, sessionCount = '1000', segmentCount = '2700'] = process.argv.slice(2)
const services = await openMatinee(databaseUrl)
const { database } = services
const video = await addVideo(database, Number(segmentCount))
const viewers = await addViewers(database, Number(sessionCount))
const tokens = await addSessions(database, video, viewers)
const matinee = await openApp(services)

// What the batch route and the playlist route answer, sent by a route that does nothing else.
const batch = await (
  await fetch(`${matinee.url}/play/${tokens[0]}/720p/urls?from=0&count=8`)
).text()
const playlist = Buffer.from(
  await (await fetch(`${matinee.url}/play/${tokens[0]}/720p/index.m3u8`)).arrayBuffer(),
)
const zipped = gzipSync(playlist, { level: 9 })
const bare = fastify()
bare.get('/batch', async (_request, reply) => {
  reply.header('content-type', 'application/json; charset=utf-8')
  return batch
})
// What is left when everything but the signing is taken away: no schema, no session, no limits.
const sessionId = new URL(JSON.parse(batch).urls[0]).searchParams.get('x-matinee-session')
bare.get('/signing', async (_request, reply) => {
  reply.header('content-type', 'application/json; charset=utf-8')
  const folder = `videos/${video.id}/${video.encodeId}/720p/`
  return batchJson(await signBatch(services, sessionId, { folder }, 0, 8))
})
bare.get('/playlist', async (_request, reply) => {
  reply.header('content-type', 'application/vnd.apple.mpegurl').header('content-encoding', 'gzip')
  return zipped
})

// The route as one would write it first: who is asking, may they, sign with the SDK.
await bare.register(fastifyJwt, { secret: jwtSecret })
const s3 = new S3Client({
  region: 'eu-west-1',
  credentials,
  requestChecksumCalculation: 'WHEN_REQUIRED',
  responseChecksumValidation: 'WHEN_REQUIRED',
})
bare.get('/textbook', async (request, reply) => {
  const { sub } = await request.jwtVerify()
  const subscription = await database.subscription.findFirst({
    where: { userId: sub, status: { in: ['active', 'trialing'] } },
    include: { items: true },
  })
  if (subscription === null) return reply.code(402).send()
  const prefix = `videos/${video.id}/${video.encodeId}/720p`
  const sign = (name) =>
    getSignedUrl(s3, new GetObjectCommand({ Bucket: 'films', Key: `${prefix}/${name}` }), {
      expiresIn: 60,
    })
  const names = Array.from({ length: 8 }, (_, index) => `${index}.m4s`)
  return { from: 0, urls: await Promise.all(names.map(sign)), expiresInSeconds: 60 }
})
await bare.listen({ host: '127.0.0.1', port: 0 })

console.log(
  JSON.stringify({
    matinee: matinee.url,
    bare: `http://127.0.0.1:${bare.server.address().port}`,
    tokens,
    videoId: video.id,
    // Access tokens, of as many as come and go while one measures.
    cookies: viewers.slice(0, 1000).map((viewer) => signIn(viewer)),
    bearer: bare.jwt.sign({ sub: viewers[0].userId }),
    batchBytes: batch.length,
    playlistBytes: zipped.length,
  }),
)
for await (const _line of createInterface({ input: process.stdin })) {
  const { user, system } = process.cpuUsage()
  console.log(JSON.stringify({ processorMs: (user + system) / 1000 }))
}
await matinee.app.close()
await bare.close()
await services.close()
process.exit(0)
