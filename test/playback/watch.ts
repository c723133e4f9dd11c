import type { FastifyInstance } from 'fastify'
import type { Test } from 'tap'
import type { Services } from '../../server/services.ts'
import { build } from '../helper.ts'
import { until } from '../until.ts'
import { signedUp } from '../visitor.ts'
import { addPlan, type StagedVideo, stageVideo, subscribe } from './stage.ts'

/** What changes from now on is heard of. */
export const listening = ({ notifications }: Pick<Services, 'notifications'>) =>
  until('a connection that listens', () => notifications.listeningSince() !== null)

/** A subscriber who has pressed play, in a whole app over a real database and bucket. */
export async function watching(
  t: Test,
  staged: StagedVideo = {},
  settings: Record<string, string> = {},
) {
  const { app, services } = await build(t, settings)
  await listening(services)
  const video = await stageVideo(services, staged)
  await addPlan(services, [video.id])
  const ana = await signedUp(app)
  const subscription = await subscribe(services, ana.userId)
  const play = (deviceId = 'device-of-ana') =>
    ana.post(`/api/videos/${video.id}/playback`, { deviceId })
  const started = await play()
  if (started.statusCode !== 201) throw new Error(`playback answered ${started.body}`)
  const { id, token } = started.json() as { id: string; token: string }
  return { app, services, video, ana, subscription, play, id, token }
}

/** A batch request's answer. */
export interface Batch {
  initUrl: string
  from: number
  urls: string[]
  expiresInSeconds: number
}

export const batchOf = (app: FastifyInstance, token: string, rendition: string, query: string) =>
  app.inject(`/play/${token}/${rendition}/urls?${query}`)

/** The answer that a player gets once the end of its playback has come round. */
export async function endOf(app: FastifyInstance, token: string) {
  return until('the end of the playback', async () => {
    const answer = await app.inject(`/play/${token}/main.m3u8`)
    return answer.statusCode !== 200 && answer
  })
}
