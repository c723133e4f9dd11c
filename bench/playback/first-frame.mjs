// From opening a page to the first frame of the film, in Chromium, over a line with 50 ms of round
// trip and 20 Mb/s: our player on a private bucket against hls.js by itself on a public one. The same
// server is the bucket of both, so that it counts for neither.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { browserFlags, findBrowser } from '../../dist/test/fixtures/browser.js'
import { isMain, median, percentile, round, table, verdict } from '../measure.mjs'
import { addVideo, openApp, openMatinee, openSetup } from './setup.mjs'
import { openLanes, openLine } from './shaped-line.mjs'
import { makeVideoFiles } from './video-files.mjs'

const network = { roundTripMs: 50, megabitsPerSecond: 20 }
const wanted = 1.15
const root = join(import.meta.dirname, '..', '..')

async function bundle(directory) {
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: directory,
      emptyOutDir: false,
      target: 'es2022',
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: ['plain', 'matinee'].map((name) =>
          join(import.meta.dirname, 'first-frame', `${name}.js`),
        ),
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  })
}

/** A bucket that serves every object to everyone, signed for or not. */
function openBucket(directory, playlists) {
  return new Promise((resolve) => {
    const server = createServer(async (request, response) => {
      const { pathname } = new URL(request.url, 'http://bucket')
      const [rendition, name] = pathname.split('/').slice(-2)
      const playlist = playlists.get(`${rendition}/${name}`)
      const body = playlist ?? (await readFile(join(directory, rendition, name)).catch(() => null))
      response.writeHead(body === null ? 404 : 200, {
        'access-control-allow-origin': '*',
        'content-length': body?.length ?? 0,
        ...(playlist && { 'content-encoding': 'gzip' }),
      })
      response.end(body)
    })
    server.listen(0, '127.0.0.1', () => resolve(server))
  })
}

/** The pages and their scripts, from the same server as the API. */
function pageRoutes(directory, videos) {
  return (app) => {
    for (const name of ['plain', 'matinee']) {
      app.get(`/bench/${name}`, (_request, reply) =>
        reply
          .type('text/html')
          .send(
            `<!doctype html><title>${name}</title><body data-video="${videos[name]}"><script type="module" src="/bench/js/${name}.js"></script></body>`,
          ),
      )
    }
    app.get('/bench/js/:file', async (request, reply) => {
      const script = await readFile(join(directory, request.params.file))
      reply.type('text/javascript').header('content-encoding', 'gzip')
      return gzipSync(script)
    })
  }
}

/** The public bucket's playlists are those that our API writes. */
async function publish(playlists, api, videoId) {
  const started = await fetch(`${api}/api/videos/${videoId}/playback`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: api },
    body: JSON.stringify({ deviceId: 'the-publisher-of-it' }),
  })
  const { token } = await started.json()
  for (const path of ['main.m3u8', '720p/index.m3u8', 'audio/index.m3u8']) {
    const text = await (await fetch(`${api}/play/${token}/${path}`)).text()
    playlists.set(path.includes('/') ? path : `public/${path}`, gzipSync(text))
  }
}

async function openScene() {
  const scratch = await mkdtemp(join(tmpdir(), 'matinee-bench-'))
  const lanes = openLanes(network)
  const [front, far] = [await openLine(lanes, network), await openLine(lanes, network)]
  const playlists = new Map()
  const segmentSeconds = await makeVideoFiles(scratch)
  const bucket = await openBucket(scratch, playlists)
  far.lead(bucket.address().port)
  await bundle(join(scratch, 'js'))
  const setup = await openSetup()
  const services = await openMatinee(setup.url, {
    PUBLIC_URL: front.origin,
    S3_ENDPOINT: far.origin,
    S3_FORCE_PATH_STYLE: 'true',
  })
  const video = await addVideo(services.database, 8, { segmentSeconds, free: true })
  const videos = { plain: `${far.origin}/public/main.m3u8`, matinee: video.id }
  const { app, url } = await openApp(services, pageRoutes(join(scratch, 'js'), videos))
  front.lead(Number(new URL(url).port))
  await publish(playlists, url, video.id)
  return {
    origin: front.origin,
    close: async () => {
      front.close()
      far.close()
      bucket.closeAllConnections()
      bucket.close()
      await app.close()
      await services.close()
      await setup.close()
      await rm(scratch, { recursive: true, force: true })
    },
  }
}

/** Milliseconds from opening the page to the first frame, nothing cached. */
async function firstFrame(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  try {
    const page = await context.newPage()
    await page.goto(address, { waitUntil: 'commit' })
    const seen = await page.waitForFunction(() => window.firstFrameAt, null, { timeout: 20_000 })
    return await seen.jsonValue()
  } finally {
    await context.close()
  }
}

export async function measureFirstFrame({ rounds = 15 } = {}) {
  const scene = await openScene()
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags })
  try {
    const times = { matinee: [], plain: [] }
    for (let count = -1; count < rounds; count++) {
      for (const name of Object.keys(times)) {
        const time = await firstFrame(browser, `${scene.origin}/bench/${name}`)
        if (count >= 0) times[name].push(time)
      }
    }
    const ratio = median(times.matinee) / median(times.plain)
    const row = (what, values, ...rest) => [
      what,
      round(median(values), 0),
      round(percentile(values, 0.9), 0),
      ...rest,
    ]
    return table(
      ['player', 'p50 ms', 'p90 ms', 'ratio', 'wanted', ''],
      [
        row(
          'Matinee, private bucket',
          times.matinee,
          round(ratio, 2),
          wanted,
          verdict(ratio <= wanted),
        ),
        row('hls.js, public bucket', times.plain, '', '', ''),
      ],
    )
  } finally {
    await browser.close()
    await scene.close()
  }
}

if (isMain(import.meta)) {
  console.log(await measureFirstFrame(process.argv.includes('--quick') ? { rounds: 3 } : {}))
}
