import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PlaybackSession, ViewingReport } from '../../../../player/element/protocol.ts'
import { Bucket } from './bucket.ts'
import { type Fault, fail } from './faults.ts'
import { bodyOf, listen } from './servers.ts'
import { segmentSeconds, type Video } from './video.ts'

interface Lease {
  token: string
  deviceId: string
  /** What every further request under the token is told. */
  over: Fault | undefined
  /** Segments from this number on are not signed: the teaser ends before it. */
  previewEnd: number
}

/**
 * The API as far as the player uses it, with its own clock and a bucket beside it. A test turns the
 * clock, breaks things, and reads what was asked.
 */
export class Service {
  origin = ''
  close: () => Promise<void> = async () => undefined
  readonly bucket: Bucket
  #video: Video
  readonly #files: Map<string, Buffer>
  /** `METHOD /path` without the query, in order, with the token as `:token`. */
  readonly requests: string[] = []
  readonly leases: Lease[] = []
  readonly saved: number[] = []
  readonly stopped: string[] = []
  readonly reports: (ViewingReport & { token: string })[] = []
  ttlSeconds = 60
  resumeSeconds = 0
  teaserSeconds: number | null = null
  /** Members to add to or change in the playback answer. */
  session: Partial<PlaybackSession> = {}
  /** Decides what goes wrong with an API request. */
  fault: (route: string, count: number) => Fault | undefined = () => undefined
  /** Milliseconds that this clock is ahead of the machine's. */
  #ahead = 0

  constructor(video: Video, files: Map<string, Buffer>) {
    this.#video = video
    this.#files = files
    this.bucket = new Bucket(video, () => this.#now())
  }

  async open(): Promise<void> {
    await this.bucket.open()
    const server = await listen((request, response) => void this.#answer(request, response))
    this.origin = server.origin
    this.close = async () => {
      await server.close()
      await this.bucket.close()
    }
  }

  /** Time passes for the API and the bucket: URLs expire. */
  advance(seconds: number): void {
    this.#ahead += seconds * 1000
  }

  /** The film is made anew: other playlists, of the same segments. */
  reencode(): void {
    this.#video = {
      ...this.#video,
      playlists: new Map(
        [...this.#video.playlists].map(([path, text]) => [
          path,
          text.replace('=900000', '=910000'),
        ]),
      ),
    }
  }

  /** Every session there is hears this from now on. */
  end(fault: Fault): void {
    for (const lease of this.leases) lease.over = fault
  }

  count(route: string): number {
    return this.requests.filter((one) => one === route).length
  }

  #now(): number {
    return Date.now() + this.#ahead
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.origin)
    const body = await bodyOf(request)
    if (!/^\/(play|api)\//.test(url.pathname)) {
      this.#file(url.pathname, response)
      return
    }
    const route = `${request.method} ${url.pathname.replace(/^\/play\/[^/]+/, '/play/:token')}`
    this.requests.push(route)
    const fault = this.fault(route, this.count(route)) ?? this.#over(url)
    const token = /^\/play\/([^/]+)\/beacon$/.exec(url.pathname)?.[1]
    // A report may come after the end.
    if (token !== undefined) {
      this.reports.push({ token, ...(JSON.parse(body) as ViewingReport) })
      json(response, 204)
    } else if (fault !== undefined) fail(response, fault)
    else if (url.pathname.startsWith('/play/')) this.#play(url, route, response)
    else this.#api(route, body, response)
  }

  #over(url: URL): Fault | undefined {
    const token = /^\/play\/([^/]+)/.exec(url.pathname)?.[1]
    if (token === undefined) return undefined
    const lease = this.leases.find((one) => one.token === token)
    return lease === undefined ? problem(401, 'SIGN_IN_REQUIRED') : lease.over
  }

  #api(route: string, body: string, response: ServerResponse): void {
    if (route === 'POST /api/videos/film/playback') {
      const { deviceId } = JSON.parse(body) as { deviceId: string }
      json(response, 201, this.#lease(deviceId))
    } else if (route === 'PUT /api/videos/film/progress') {
      this.saved.push((JSON.parse(body) as { positionSeconds: number }).positionSeconds)
      json(response, 204)
    } else if (route.startsWith('DELETE /api/me/streams/')) {
      this.stopped.push(route.split('/').at(-1) ?? '')
      json(response, 204)
    } else {
      fail(response, problem(404, 'NOT_FOUND'))
    }
  }

  #play(url: URL, route: string, response: ServerResponse): void {
    const [, , token, ...rest] = url.pathname.split('/')
    const lease = this.leases.find((one) => one.token === token)
    const path = rest.join('/')
    const playlist = this.#video.playlists.get(path)
    const rendition = /^([^/]+)\/urls$/.exec(path)?.[1]
    const from = Number(url.searchParams.get('from'))
    const vtt = texts[path]
    if (route === 'DELETE /play/:token') {
      if (lease !== undefined) lease.over = problem(410, 'PLAYBACK_ENDED', { reason: 'stopped' })
      json(response, 204)
    } else if (vtt !== undefined) {
      response.writeHead(200, { 'content-type': 'text/vtt' })
      response.end(vtt)
    } else if (playlist !== undefined) {
      response.writeHead(200, { 'content-type': 'application/vnd.apple.mpegurl' })
      response.end(playlist)
    } else if (rendition === undefined) fail(response, problem(404, 'NOT_FOUND'))
    else if (from >= (lease?.previewEnd ?? 0)) fail(response, paymentRequired)
    else {
      const count = Number(url.searchParams.get('count'))
      json(response, 200, this.#batch(rendition, from, count, lease?.previewEnd))
    }
  }

  #batch(rendition: string, from: number, count: number, previewEnd = Number.POSITIVE_INFINITY) {
    const segments = this.#video.playlists.get(`${rendition}/index.m3u8`)?.match(/\.m4s/g) ?? []
    const there = Math.max(0, Math.min(count, segments.length - from, previewEnd - from))
    return {
      initUrl: this.bucket.sign(`${rendition}/init.mp4`, this.ttlSeconds),
      from,
      urls: Array.from({ length: there }, (_, i) =>
        this.bucket.sign(`${rendition}/${from + i}.m4s`, this.ttlSeconds),
      ),
      expiresInSeconds: this.ttlSeconds,
    }
  }

  #lease(deviceId: string): PlaybackSession {
    const token = `token-${this.leases.length + 1}`
    const previewEnd = (this.teaserSeconds ?? Number.POSITIVE_INFINITY) / segmentSeconds
    this.leases.push({ token, deviceId, over: undefined, previewEnd })
    const from = Math.min(Math.floor(this.resumeSeconds / segmentSeconds), previewEnd - 1)
    return {
      id: token,
      token,
      hlsUrl: `/play/${token}/main.m3u8`,
      expiresInSeconds: 3600,
      resumeSeconds: this.resumeSeconds,
      teaserSeconds: this.teaserSeconds,
      captions: [{ language: 'en', label: 'English', url: `/play/${token}/captions-en/0.vtt` }],
      storyboardUrl: `/play/${token}/storyboard.vtt`,
      chapters: [
        { startSeconds: 0, title: 'Dawn' },
        { startSeconds: 30, title: 'Dusk' },
      ],
      first: ['360p', 'audio'].map((rendition) => ({
        rendition,
        ...this.#batch(rendition, from, 4, previewEnd),
      })),
      ...this.session,
    }
  }

  #file(path: string, response: ServerResponse): void {
    const file = this.#files.get(path)
    if (file !== undefined) {
      response.writeHead(200, { 'content-type': 'text/javascript' })
      response.end(file)
      return
    }
    // A browser asks for an icon by itself; only the page has anything in it.
    response.writeHead(path === '/' ? 200 : 204, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        `connect-src 'self' ${this.bucket.origin}`,
        `img-src 'self' ${this.bucket.origin}`,
        `media-src 'self' blob: ${this.bucket.origin}`,
      ].join('; '),
    })
    response.end(path === '/' ? page : undefined)
  }
}

const page = `<!doctype html>
<html lang="en">
<title>Cinema</title>
<meta name="viewport" content="width=device-width">
<body></body>
</html>`

const texts: Record<string, string> = {
  'captions-en/0.vtt': 'WEBVTT\n\n00:00.000 --> 01:04.000\nThe tide comes in.\n',
  'storyboard.vtt': 'WEBVTT\n\n00:00.000 --> 01:04.000\nstoryboard/0.jpg#xywh=0,0,160,90\n',
}

export const problem = (
  status: number,
  code: string,
  members: Record<string, unknown> = {},
): Fault => ({ status, problem: { code, title: code, ...members } })

export const offers = [
  {
    kind: 'plan',
    planId: 'standard',
    name: 'Standard',
    trialDays: 7,
    change: false,
    prices: [{ id: 'price_1', interval: 'month', amount: 999, currency: 'usd' }],
  },
  { kind: 'rent', amount: 399, currency: 'usd', startDays: 30, watchHours: 48 },
]

export const paymentRequired = problem(402, 'PAYMENT_REQUIRED', { reason: 'not_entitled', offers })

function json(response: ServerResponse, status: number, body?: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(body === undefined ? undefined : JSON.stringify(body))
}
