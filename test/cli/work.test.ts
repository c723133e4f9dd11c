import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { enqueueTranscode } from '../../server/transcode/queue/enqueue.ts'
import { services, type TestServices } from '../fixtures/app.ts'
import { makeClip, settled, untilVideo, uploaded } from '../fixtures/media.ts'
import { storageCredentials } from '../fixtures/s3.ts'
import { scratch } from '../fixtures/scratch.ts'

const program = join(import.meta.dirname, '../../server/cli/matinee.js')

/** `matinee work`, as an operator's unit starts it. */
async function work(t: Test, { config }: TestServices): Promise<ChildProcess> {
  const { DATABASE_URL, S3_ENDPOINT, S3_BUCKET } = config
  const env = {
    ...{ PATH: process.env.PATH, DATABASE_URL, S3_ENDPOINT, S3_BUCKET },
    ...{ S3_FORCE_PATH_STYLE: 'true', METRICS_PORT: '0', DATA_DIR: await scratch(t) },
    ...{ STRIPE_SECRET_KEY: 'sk_test_matinee', STRIPE_WEBHOOK_SECRETS: 'whsec_test' },
    JWT_SECRETS: 'a-secret-for-tests-alone-and-long-enough',
    AWS_ACCESS_KEY_ID: storageCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: storageCredentials.secretAccessKey,
  }
  const child = spawn(process.execPath, [program, 'work'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  t.teardown(() => child.kill('SIGKILL'))
  return child
}

async function end(child: ChildProcess): Promise<{ code: unknown; seconds: number }> {
  const began = performance.now()
  child.kill('SIGTERM')
  const [code] = await once(child, 'exit')
  return { code, seconds: (performance.now() - began) / 1000 }
}

t.test('a worker told to stop in the middle hands its piece to the next one', async (t) => {
  const deps = await services(t)
  const id = await uploaded(deps, await makeClip(t, { size: '854x480', seconds: 8, rate: '8' }))
  await enqueueTranscode(deps, id)
  const first = await work(t, deps)
  await untilVideo(deps, id, ({ step }) => step?.startsWith('encode') ?? false)
  const { code, seconds } = await end(first)
  t.equal(code, 0)
  t.ok(seconds < 10, `it took ${seconds} s to stop`)
  t.notMatch(await untilVideo(deps, id, () => true), { status: 'failed' })

  const second = await work(t, deps)
  const video = await untilVideo(deps, id, settled)
  t.match(video, { status: 'ready', failure: null })
  t.same(
    video.renditions.map(({ name }) => name),
    ['360p', '480p', 'audio'],
  )
  const again = (video.encodes[0]?.pieces ?? []).filter(({ attempts }) => attempts > 1)
  t.ok(again.length <= 2, `${again.length} pieces were begun again, of two at a time`)
  t.equal((await end(second)).code, 0)
})
