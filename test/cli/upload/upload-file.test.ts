import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import t, { type Test } from 'tap'
import { askPassword } from '../../../server/cli/upload/ask-password.ts'
import { chooseOperator } from '../../../server/cli/upload/choose-operator.ts'
import { operatorSession } from '../../../server/cli/upload/operator-session.ts'
import { uploadCommandHelp, uploadFile } from '../../../server/cli/upload/upload-file.ts'
import { build } from '../../fixtures/app.ts'
import { scratch } from '../../fixtures/scratch.ts'
import { videoBytes } from '../../fixtures/uploads.ts'
import { password, signedUp } from '../../fixtures/visitor.ts'

const mebibyte = 1024 ** 2

/** A running site, an operator's account, and a file of three parts. */
async function uploads(t: Test, role: 'admin' | 'member' = 'admin') {
  const { app, services } = await build(t)
  const { email } = await signedUp(app, 'operator@films.example')
  await services.database.user.updateMany({ data: { role } })
  const server = await app.listen({ host: '127.0.0.1', port: 0 })
  const path = join(await scratch(t), 'night-ferry.mp4')
  const bytes = videoBytes(17 * mebibyte)
  await writeFile(path, bytes)
  const said: string[] = []
  const shown: string[] = []
  const run = (...args: string[]) =>
    uploadFile(
      {
        clock: services.clock,
        say: (line) => said.push(line),
        show: (line) => shown.push(line),
        pause: async () => undefined,
        operator: async () => ({ server, email, password }),
      },
      args,
    )
  return { app, services, server, path, bytes, run, said, shown }
}

t.test('a file goes up part by part and is encoded, for whom it is meant', async (t) => {
  const { services, path, bytes, run, said, shown } = await uploads(t)
  const plan = { id: 'standard', name: 'Standard', stripeProductId: 'prod_1' }
  await services.database.plan.create({ data: plan })
  await run(path, '--title', 'Night Ferry', '--plan', 'standard')
  const [video] = await services.database.video.findMany({ include: { plans: true } })
  t.match(video, { title: 'Night Ferry', status: 'queued', plans: [{ planId: 'standard' }] })
  const stored = await services.storage.getBytes(video?.sourceKey ?? '')
  t.ok(Buffer.from(stored ?? []).equals(bytes), 'the bucket has every byte')
  t.match(await services.database.upload.findFirst(), { checksum: 'sha256', partCount: 3 })
  t.match(said[0], 'Uploading night-ferry.mp4 as "Night Ferry".')
  t.match(said.at(-1), `/studio/films/${video?.id}`)
  t.match(shown.at(-1), /100 % {2}17\.8 MB of 17\.8 MB/)
})

t.test('run again after it broke off, it sends only what is missing', async (t) => {
  const { services, path, run, said } = await uploads(t)
  const real = globalThis.fetch
  let signed = 0
  t.teardown(() => {
    globalThis.fetch = real
  })
  globalThis.fetch = async (input, init) => {
    if (String(input).endsWith('/parts') && ++signed > 2) throw new Error('the line is cut')
    return real(input, init)
  }
  await t.rejects(run(path, '--title', 'Night Ferry'), { message: /cannot be reached/ })
  let signedAgain = 0
  globalThis.fetch = async (input, init) => {
    if (String(input).endsWith('/parts')) signedAgain++
    return real(input, init)
  }
  const upload = await services.database.upload.findFirstOrThrow()
  t.equal(upload.status, 'open')
  const parts = await services.storage.listParts(upload.key, upload.multipartId ?? '')
  t.equal(parts?.length, 2)
  const others = Array.from({ length: 60 }, (_, at) => ({ slug: `other-${at}`, title: 'Other' }))
  await services.database.video.createMany({ data: others })

  await run(path, '--title', 'Night Ferry')
  t.match(said, ['Uploading night-ferry.mp4 as "Night Ferry".', /Going on with night-ferry\.mp4/])
  t.equal(signedAgain, 1, 'the two parts that were there were not sent again')
  t.equal(await services.database.video.count(), others.length + 1)
  t.match(await services.database.upload.findMany(), [{ status: 'completed' }])
})

t.test('a second film of the same name is a film of its own', async (t) => {
  const { services, path, run } = await uploads(t)
  await run(path, '--title', 'Night Ferry', '--free')
  await run(path, '--title', 'Night Ferry')
  t.equal(await services.database.video.count(), 2)
})

t.test('what is refused says why', async (t) => {
  const { path, run } = await uploads(t)
  await t.rejects(run(), { message: uploadCommandHelp })
  await t.rejects(run(path), { message: uploadCommandHelp })
  await t.rejects(run('/nowhere.mp4', '--title', 'x'), {
    message: 'There is no file /nowhere.mp4.',
  })
  const empty = join(path, '..', 'empty.mp4')
  await writeFile(empty, '')
  await t.rejects(run(empty, '--title', 'x'), { message: /is empty/ })
  const notes = join(path, '..', 'notes.mp4')
  await writeFile(notes, 'no film at all')
  await t.rejects(run(notes, '--title', 'x'), { message: /not a video file that can be used/ })
  await t.rejects(run(path, '--title', 'x', '--plan', 'none'), { message: /no such plan/ })
})

t.test('only an operator gets in, with the right password', async (t) => {
  const { path, run, server } = await uploads(t, 'member')
  await t.rejects(run(path, '--title', 'x'), { message: 'Your account is not allowed to do this.' })
  const stranger = operatorSession({ server, email: 'operator@films.example', password: 'wrong' })
  await t.rejects(stranger.request('GET', '/api/studio/videos'), { message: /do not match/ })
  const nowhere = operatorSession({ server: 'http://127.0.0.1:1', email: 'a@b.c', password: 'x' })
  await t.rejects(nowhere.request('GET', '/'), { message: /cannot be reached/ })
})

t.test('a password is the first line of the input', async (t) => {
  const none = () => undefined
  t.equal(await askPassword(Readable.from(['hunter2\nmore\n']), none), 'hunter2')
  await t.rejects(askPassword(Readable.from([]), none), { message: 'No password was given.' })
})

t.test('the site is named by its address, of which a slash at the end is no part', async (t) => {
  const email = 'operator@films.example'
  const choose = (server: string) => chooseOperator({ server, email }, Readable.from(['hunter2\n']))
  t.same(await choose('https://films.example/'), {
    ...{ server: 'https://films.example', email, password: 'hunter2' },
  })
  for (const server of ['films.example', 'localhost:3000', 'https://', 'ftp://films.example']) {
    await t.rejects(choose(server), { message: /is no address such as https:/ }, server)
  }
})
