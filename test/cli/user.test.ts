import t, { type Test } from 'tap'
import { signIn } from '../../server/accounts/sign-in.ts'
import { findUserByEmail } from '../../server/accounts/users.ts'
import { runUserCommand } from '../../server/cli/user.ts'
import { services } from '../fixtures/app.ts'

const email = 'op@films.example'

async function open(t: Test) {
  const deps = await services(t)
  const { database, clock } = deps
  const run = async (...args: string[]) => {
    const said: string[] = []
    await runUserCommand({ ...deps, say: (line) => said.push(line) }, args)
    return said.join('\n')
  }
  const enter = (password: string) =>
    signIn(database, { email, password }, { userAgent: undefined, now: clock.now() })
  return { run, enter, database, find: () => findUserByEmail(database, email) }
}

const passwordIn = (said: string) => /assword: (\S{20})$/.exec(said)?.[1] ?? ''

t.test('an operator’s account is opened with a password that works', async (t) => {
  const { run, enter, database } = await open(t)
  const said = await run('add', 'OP@films.example', 'admin')
  t.match(said, /^op@films\.example is admin\. Password: /)
  t.match(await enter(passwordIn(said)), { user: { role: 'admin' } })
  const about = { action: 'user.role-changed', actorId: null }
  t.match(await database.auditEntry.findMany({ where: about }), [
    { details: { from: 'member', to: 'admin' } },
  ])
})

t.test('an account is a member unless it is said otherwise, and can be made either', async (t) => {
  const { run, find } = await open(t)
  await run('add', email)
  t.equal((await find()).role, 'member')
  t.equal(await run('role', email, 'admin'), 'op@films.example is admin.')
  t.equal((await find()).role, 'admin')
  await t.rejects(run('role', email, 'owner'), {
    message: 'The role is one of member, admin, manager, editor, support.',
  })
  await t.rejects(run('role', email), {
    message: 'The role is one of member, admin, manager, editor, support.',
  })
})

t.test('a new password replaces the old one', async (t) => {
  const { run, enter } = await open(t)
  const first = passwordIn(await run('add', email))
  const second = passwordIn(await run('password', email))
  t.not(first, second)
  await t.rejects(enter(first), { code: 'WRONG_CREDENTIALS' })
  t.ok(await enter(second))
})

t.test('an account is closed, with a reason, and opened again', async (t) => {
  const { run, find, enter } = await open(t)
  const password = passwordIn(await run('add', email))
  t.match(await run('disable', email, 'asked', 'to'), 'signed out everywhere')
  t.ok((await find()).disabledAt)
  await t.rejects(run('disable', email, 'y'.repeat(501)), { message: /WHY has 501 characters/ })
  await t.rejects(enter(password), { code: 'FORBIDDEN' })
  t.match(await run('enable', email), 'may sign in again')
  t.ok(await enter(password))
})

t.test('what cannot be understood is answered with what can', async (t) => {
  const { run } = await open(t)
  for (const args of [[], ['add'], ['add', 'no-address'], ['remove', email], ['toString', email]]) {
    await t.rejects(run(...args), { message: /matinee user add EMAIL/ }, args.join(' '))
  }
  await t.rejects(run('disable', email), { message: `There is no account ${email}.` })
})

t.test('a word too many is not left out in silence', async (t) => {
  const { run, enter } = await open(t)
  const password = passwordIn(await run('add', email))
  const tooMany = [
    ['password', email, 'the-one-I-chose'],
    ['enable', email, 'other@films.example'],
    ['reset-factors', email, 'other@films.example'],
    ['role', email, 'admin', 'other@films.example'],
    ['add', 'other@films.example', 'member', 'third@films.example'],
    ['customer', email, 'cus_1', 'cus_2'],
  ]
  for (const args of tooMany) {
    await t.rejects(run(...args), { message: /matinee user add EMAIL/ }, args.join(' '))
  }
  t.ok(await enter(password), 'nothing was done')
})

t.test('whoever has lost their factors signs in by password alone, and it is noted', async (t) => {
  const deps = await services(t)
  const { database, clock } = deps
  const run = (...args: string[]) => runUserCommand({ ...deps, say: () => undefined }, args)
  await run('add', email)
  const { id: userId } = await findUserByEmail(database, email)
  const createdAt = clock.now()
  await database.totp.create({
    data: { userId, secret: Buffer.from('x'), createdAt, confirmedAt: createdAt },
  })
  await database.recoveryCode.create({ data: { userId, hash: Buffer.from('y') } })
  await database.passkey.create({
    data: {
      ...{ id: 'key', userId, publicKey: Buffer.from('z'), counter: 0, transports: [] },
      ...{ name: 'Laptop', createdAt },
    },
  })
  await run('reset-factors', 'OP@films.example')
  t.equal(await database.totp.count(), 0)
  t.equal(await database.recoveryCode.count(), 0)
  t.equal(await database.passkey.count(), 0)
  t.match(await database.auditEntry.findFirst({ where: { action: 'user.factors-reset' } }), {
    ...{ actorId: null, subject: `user:${userId}`, details: { passkeys: 1, totp: true } },
  })
  await t.rejects(run('reset-factors', 'nobody@films.example'), { code: 'NOT_FOUND' })
})
