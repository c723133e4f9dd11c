import { randomUUID } from 'node:crypto'
import type { BrowserContextOptions } from 'playwright-core'
import type { Test } from 'tap'
import { buildApp } from '../../../../server/app.ts'
import type { Prisma } from '../../../../server/clients/prisma/client.ts'
import { pageAccess } from '../../../../server/clients/storage.ts'
import { freePort } from '../../../../server/local/postgres.ts'
import { services } from '../../../helper.ts'
import { addVideo } from '../../../rows.ts'
import { signedUp } from '../../../visitor.ts'
import { bundleElement } from './bundle.ts'
import { openBrowser } from './cinema.ts'
import { makeVideo, videoSeconds } from './video.ts'
import { Viewer } from './viewer.ts'

/** The real API over a real database and bucket, and what a test needs to people it. */
export async function openHouse(t: Test, settings: Record<string, string> = {}) {
  const origin = `http://127.0.0.1:${await freePort()}`
  const parts = await services(t, { PUBLIC_URL: origin, ...settings })
  await parts.storage.ensureCors(pageAccess(origin))
  const app = await buildApp(parts)
  t.teardown(() => app.close())
  await app.listen({ host: '127.0.0.1', port: Number(new URL(origin).port) })

  /** Someone before a page that has nothing in it, under the policy that all pages have. */
  async function viewer(
    cookies: Map<string, string> = new Map(),
    options: BrowserContextOptions = {},
  ): Promise<Viewer> {
    const [browser, files] = await Promise.all([openBrowser(t), bundleElement()])
    const context = await browser.newContext(options)
    t.teardown(() => context.close())
    await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: origin })))
    for (const [path, body] of files) {
      await context.route(`${origin}${path}`, (route) =>
        route.fulfill({ contentType: 'text/javascript', body }),
      )
    }
    return new Viewer(await context.newPage(), `${origin}/healthz`)
  }

  const signUp = (email: string) => signedUp(app, email, origin)
  /** An object of a film as it lies in the bucket. */
  async function stored(video: { id: string; encodeId: string | null }, name: string) {
    const bytes = await parts.storage.getBytes(`videos/${video.id}/${video.encodeId}/${name}`)
    if (bytes === null) throw new Error(`${name} is not in the bucket`)
    return Buffer.from(bytes)
  }
  return { origin, parts, viewer, signUp, stored, video: (row = {}) => storeVideo(parts, row) }
}

/** A month of the plan, paid today. */
export async function subscribe({ database, clock }: Parts, userId: string) {
  const now = clock.now()
  const currentPeriodEnd = new Date(now.getTime() + 30 * 86_400_000)
  const item = { priceId: 'price_standard', productId: 'prod_standard', currentPeriodEnd }
  return database.subscription.create({
    data: {
      id: randomUUID(),
      userId,
      status: 'active',
      createdAt: now,
      items: { create: { id: randomUUID(), ...item, currentPeriodStart: now } },
    },
  })
}

type Parts = Awaited<ReturnType<typeof services>>

/** A film whose bytes lie in the bucket and whose rows say so, as the transcode leaves it. */
async function storeVideo(parts: Parts, row: Partial<Prisma.VideoUncheckedCreateInput>) {
  const { objects, playlists } = await makeVideo()
  const encodeId = randomUUID()
  const video = await addVideo(parts, { encodeId, durationSeconds: videoSeconds, ...row })
  const prefixOf = (name: string) => `videos/${video.id}/${encodeId}/${name}`
  for (const [name, kind, codecs, height, rate] of [
    ['360p', 'video', 'avc1.42c01e', 360, 900_000],
    ['180p', 'video', 'avc1.42c00d', 180, 400_000],
    ['audio', 'audio', 'mp4a.40.2', null, 64_000],
  ] as const) {
    const lengths = playlists.get(`${name}/index.m3u8`)?.matchAll(/#EXTINF:([\d.]+)/g) ?? []
    const segmentSeconds = [...lengths].map(([, seconds]) => Number(seconds))
    const size = { width: height && (height / 9) * 16, height, frameRate: height && 12 }
    const measured = { bandwidth: rate, averageBandwidth: rate, segmentBytes: [], initBytes: 1 }
    const naming = { videoId: video.id, encodeId, name, kind, codecs, prefix: prefixOf(name) }
    await parts.database.rendition.create({
      data: { ...naming, ...size, ...measured, segmentSeconds },
    })
  }
  for (const [key, bytes] of objects) {
    const [name = '', file] = key.split('/')
    await parts.storage.putBytes(`${prefixOf(name)}/${file}`, bytes, { contentType: 'video/mp4' })
  }
  return video
}
