// A house with a dozen films at the far end of a line, for a browser to look at.
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { cacheControl } from '../../../dist/server/transcode/pieces/cache-control.js'
import { openLanes, openLine } from '../shaped-line.mjs'
import { makeVideoFiles } from '../video-files.mjs'

export const thisBuild = join(import.meta.dirname, '..', '..', '..')
const filmsShown = 12

/** What is the same for all scenes: media, and hls.js by itself as a script. */
export async function makeFiles() {
  const directory = await mkdtemp(join(tmpdir(), 'matinee-bench-'))
  const renditions = await makeVideoFiles(directory)
  await build({
    configFile: false,
    root: thisBuild,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: directory,
      emptyOutDir: false,
      target: 'es2022',
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: join(import.meta.dirname, 'plain.js'),
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  })
  return { directory, renditions, remove: () => rm(directory, { recursive: true, force: true }) }
}

/** A bucket that serves every object to everyone, signed for or not, and counts the film's bytes. */
function openBucket(directory, playlists) {
  const counts = { filmBytes: 0 }
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://bucket')
    const [rendition, name] = pathname.split('/').slice(-2)
    const playlist = playlists.get(`${rendition}/${name}`)
    const path = /^poster/.test(name) ? ['posters', name] : [rendition, name]
    const body = playlist ?? (await readFile(join(directory, ...path)).catch(() => null))
    if (/\.(m4s|mp4)$/.test(name)) counts.filmBytes += body?.length ?? 0
    response.writeHead(body === null ? 404 : 200, {
      'access-control-allow-origin': '*',
      'cache-control': cacheControl,
      'content-length': body?.length ?? 0,
      ...(playlist && { 'content-encoding': 'gzip' }),
    })
    response.end(body)
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({ server, counts }))
  })
}

/** Pages with nothing but a player, from the same server as the API. */
function pageRoutes(directory, playlistUrl, videoId) {
  const bodies = {
    plain: `<body data-video="${playlistUrl}"><script type="module" src="/bench/files/plain.js"></script>`,
    bare: '<video width="1280" height="720" src="/bench/files/bare.mp4" preload="auto" onclick="this.play()"></video>',
    matinee: `<script type="module" src="/matinee-player.js"></script><matinee-player video-id="${videoId}"></matinee-player>`,
  }
  return (app) => {
    for (const [name, body] of Object.entries(bodies)) {
      app.get(`/bench/${name}`, (_request, reply) =>
        reply.type('text/html').send(`<!doctype html><title>${name}</title>${body}`),
      )
    }
    app.get('/bench/files/:file', async (request, reply) => {
      const file = await readFile(join(directory, request.params.file))
      if (request.params.file.endsWith('.mp4')) return reply.type('video/mp4').send(file)
      reply.type('text/javascript').header('content-encoding', 'gzip')
      return gzipSync(file)
    })
  }
}

/** The public bucket's playlists are those that our API writes. */
async function publish(playlists, api, videoId, renditions) {
  const started = await fetch(`${api}/api/videos/${videoId}/playback`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: api },
    body: JSON.stringify({ deviceId: 'the-publisher-of-it' }),
  })
  const { token } = await started.json()
  const names = renditions.map(({ name }) => `${name}/index.m3u8`)
  for (const path of ['main.m3u8', ...names]) {
    const text = await (await fetch(`${api}/play/${token}/${path}`)).text()
    playlists.set(path.includes('/') ? path : `public/${path}`, gzipSync(text))
  }
}

async function addFilm(database, renditions, number, sized) {
  const [id, encodeId] = [randomUUID(), randomUUID()]
  const prefix = `videos/${id}/${encodeId}`
  await database.video.create({
    data: {
      ...{ id, encodeId, slug: `film-${number}`, title: `Film number ${number}` },
      description: 'What a film is about takes a few lines to say. '.repeat(5),
      ...{ status: 'ready', published: true, free: true },
      publishedAt: new Date(Date.now() - number * 86_400_000),
      ...{ posterKey: `${prefix}/poster.jpg`, ...sized },
      encodes: { create: { id: encodeId, sourceKey: 'originals/film' } },
      durationSeconds: 32,
    },
  })
  await database.rendition.createMany({
    data: renditions.map((one) => ({
      ...one,
      ...{ videoId: id, encodeId, prefix: `${prefix}/${one.name}` },
    })),
  })
  return id
}

/**
 * @param network `{roundTripMs, megabitsPerSecond}`
 * @param files as `makeFiles` answers them
 * @param checkout a built copy of Matinee, this one or an older
 */
export async function openScene(network, files, checkout = thisBuild) {
  const { openApp, openMatinee, openSetup } = await import(
    join(checkout, 'bench', 'playback', 'setup.mjs')
  )
  const lanes = openLanes(network)
  const [front, far] = [await openLine(lanes, network), await openLine(lanes, network)]
  const playlists = new Map()
  const { server: bucket, counts } = await openBucket(files.directory, playlists)
  far.lead(bucket.address().port)
  const setup = await openSetup()
  const services = await openMatinee(setup.url, {
    PUBLIC_URL: front.origin,
    S3_ENDPOINT: far.origin,
    S3_FORCE_PATH_STYLE: 'true',
  })
  const sized = checkout === thisBuild ? { posterSized: true, posterFormats: ['avif', 'webp'] } : {}
  const ids = []
  for (let number = 1; number <= filmsShown; number++) {
    ids.push(await addFilm(services.database, files.renditions, number, sized))
  }
  const playlistUrl = `${far.origin}/public/main.m3u8`
  const routes = pageRoutes(files.directory, playlistUrl, ids[0])
  const { app, url } = await openApp(services, routes)
  front.lead(Number(new URL(url).port))
  await publish(playlists, url, ids[0], files.renditions)
  return {
    origin: front.origin,
    counts,
    film: '/watch/film-1',
    close: async () => {
      front.close()
      far.close()
      bucket.closeAllConnections()
      bucket.close()
      await app.close()
      await services.close()
      await setup.close()
    },
  }
}
