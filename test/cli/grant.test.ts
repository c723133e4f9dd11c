import t, { type Test } from 'tap'
import { runGrantCommand } from '../../server/cli/grant.ts'
import { runUserCommand } from '../../server/cli/user.ts'
import { services } from '../fixtures/app.ts'
import { addUser, addVideo } from '../fixtures/rows.ts'

async function desk(t: Test) {
  const deps = await services(t)
  const said: string[] = []
  const run = (...args: string[]) =>
    runGrantCommand({ ...deps, say: (line) => said.push(line) }, args)
  const user = await addUser(deps, {
    ...{ email: 'ana@films.example', emailVerifiedAt: deps.clock.now() },
  })
  const video = await addVideo(deps, { slug: 'rooms' })
  return { deps, said, run, user, video }
}

t.test('a film is given to the end of a day, with its reason and an audit row', async (t) => {
  const { deps, said, run, user, video } = await desk(t)
  await run('Ana@films.example', 'film', 'rooms', '2099-01-31', 'press', 'screening')
  t.match(await deps.database.grant.findMany(), [
    {
      userId: user.id,
      videoId: video.id,
      until: new Date('2099-01-31T23:59:59.999Z'),
      reason: 'press screening',
      grantedById: null,
    },
  ])
  t.match(await deps.database.auditEntry.findMany(), [{ action: 'grant.given', actorId: null }])
  t.same(said, ['ana@films.example may watch film rooms until 2099-01-31.'])
})

t.test('without a day it never ends', async (t) => {
  const { deps, run } = await desk(t)
  const plan = { id: 'standard', name: 'Standard', stripeProductId: 'prod_1' }
  await deps.database.plan.create({ data: plan })
  await run('ana@films.example', 'plan', 'standard', 'family')
  t.match(await deps.database.grant.findMany(), [{ planId: 'standard', until: null }])
})

const refused: [args: string[], says: RegExp][] = [
  [[], /matinee grant EMAIL/],
  [['ana@films.example', 'film', 'rooms'], /matinee grant EMAIL/],
  [['ana@films.example', 'room', 'rooms', 'why'], /matinee grant EMAIL/],
  [['ana@films.example', 'film', 'no-such', 'why'], /There is no film "no-such"/],
  [['ana@films.example', 'plan', 'no-such', 'why'], /There is no such plan/],
  [['bob@films.example', 'film', 'rooms', 'why'], /There is no account/],
  [['ana@films.example', 'film', 'rooms', ' '], /matinee grant EMAIL/],
  [
    ['ana@films.example', 'film', 'rooms', 'y'.repeat(501)],
    /WHY has 501 characters: say it in 500/,
  ],
  [['ana@films.example', 'film', 'rooms', '2000-01-01', 'why'], /must lie in the future/],
  ...['2099-13-01', '2099-02-31', '2099-1-31', '31.01.2099', '1/31/99', '2099-01-31T18:00Z'].map(
    (day): [string[], RegExp] => [
      ['ana@films.example', 'film', 'rooms', day, 'why'],
      /is not a day/,
    ],
  ),
]

t.test('what makes no sense is refused with a sentence, and nothing is given', async (t) => {
  const { deps, run } = await desk(t)
  for (const [args, message] of refused) await t.rejects(run(...args), { message }, args.join(' '))
  t.equal(await deps.database.grant.count(), 0)
})

t.test('an account that the operator opened may be given something at once', async (t) => {
  const { deps, run } = await desk(t)
  const say = () => undefined
  await runUserCommand({ ...deps, say }, ['add', 'ben@films.example'])
  await run('ben@films.example', 'film', 'rooms', 'press')
  t.equal(await deps.database.grant.count(), 1)
})

t.test('an address that anyone may have typed is given nothing', async (t) => {
  const { deps, run } = await desk(t)
  await addUser(deps, { email: 'eve@films.example' })
  await t.rejects(run('eve@films.example', 'film', 'rooms', 'press'), /not confirmed its address/)
  t.equal(await deps.database.grant.count(), 0)
})
