import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Fault, fail } from './faults.ts'
import { listen } from './servers.ts'
import type { Video } from './video.ts'

export interface BucketRequest {
  /** `360p/3.m4s` */
  key: string
  status: number
}

/** A private bucket: it serves what a URL that it signed itself asks for, until that expires. */
export class Bucket {
  origin = ''
  close: () => Promise<void> = async () => undefined
  readonly requests: BucketRequest[] = []
  /** Decides what goes wrong with the request for `key`, the `count`-th that came. */
  fault: (key: string, count: number) => Fault | undefined = () => undefined
  delayMs = 0
  readonly #video: Video
  readonly #now: () => number
  #signed = 0

  constructor(video: Video, now: () => number) {
    this.#video = video
    this.#now = now
  }

  async open(): Promise<void> {
    Object.assign(this, await listen((request, response) => this.#answer(request, response)))
  }

  sign(key: string, ttlSeconds: number): string {
    this.#signed++
    return `${this.origin}/${key}?expires=${this.#now() + ttlSeconds * 1000}&n=${this.#signed}`
  }

  /** Keys that were served whole, in order. */
  served(): string[] {
    return this.requests.filter(({ status }) => status === 200).map(({ key }) => key)
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', this.origin)
    const key = url.pathname.slice(1)
    const body = this.#video.objects.get(key)
    const expired = Number(url.searchParams.get('expires') ?? 0) <= this.#now()
    const fault =
      this.fault(key, this.requests.length + 1) ?? (expired ? { status: 403 } : undefined)
    response.setHeader('access-control-allow-origin', '*')
    const noted: BucketRequest = { key, status: statusOf(fault, body) }
    this.requests.push(noted)
    setTimeout(() => {
      if (fault !== undefined) fail(response, fault, body)
      else if (body === undefined) fail(response, { status: 404 })
      else {
        response.writeHead(200, { 'content-length': body.length, 'content-type': 'video/mp4' })
        response.end(body)
      }
    }, this.delayMs)
  }
}

function statusOf(fault: Fault | undefined, body: Buffer | undefined): number {
  if (fault === undefined) return body === undefined ? 404 : 200
  return typeof fault === 'object' ? fault.status : 0
}
